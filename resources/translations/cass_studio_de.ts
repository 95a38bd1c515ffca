<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About Cass Studio</source>
        <translation>Über Cass Studio</translation>
    </message>
    <message>
        <source>Model card</source>
        <translation>Modellbeschreibung</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Components</source>
        <translation>Bestandteile</translation>
    </message>
    <message>
        <source>Version {version}</source>
        <translation>Version {version}</translation>
    </message>
    <message>
        <source>Separates the soundtrack of a movie into dialogue, effects and music, helped by what the picture shows. Nothing leaves this computer.</source>
        <translation>Trennt die Tonspur eines Films in Dialog, Effekte und Musik und sieht dabei auf das Bild. Nichts verlässt diesen Computer.</translation>
    </message>
    <message>
        <source>The program is free software under {licence}.</source>
        <translation>Das Programm ist freie Software unter {licence}.</translation>
    </message>
    <message>
        <source>The weights of the starter model are offered under {licence}; the stems that you make with them are yours.</source>
        <translation>Die Gewichte des Startmodells stehen unter {licence}; die Stems, die Sie damit machen, gehören Ihnen.</translation>
    </message>
    <message>
        <source>The packages of FFmpeg and Qt that it uses stand under the GPL and the LGPL; the page “Components” lists everything.</source>
        <translation>Die verwendeten Pakete von FFmpeg und Qt stehen unter GPL und LGPL; die Seite „Bestandteile“ nennt alles.</translation>
    </message>
    <message>
        <source>Components and their licences</source>
        <translation>Bestandteile und ihre Lizenzen</translation>
    </message>
    <message>
        <source>Component</source>
        <translation>Bestandteil</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>in {package}</source>
        <translation>in {package}</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Visible lanes</source>
        <translation>Sich&amp;tbare Spuren</translation>
    </message>
    <message>
        <source>&amp;Frequency axis</source>
        <translation>Fre&amp;quenzachse</translation>
    </message>
    <message>
        <source>Transform length</source>
        <translation>FFT-Länge</translation>
    </message>
    <message>
        <source>&amp;Time format</source>
        <translation>Zeit&amp;format</translation>
    </message>
    <message>
        <source>T&amp;heme</source>
        <translation>&amp;Thema</translation>
    </message>
    <message>
        <source>&amp;Transport</source>
        <translation>&amp;Wiedergabe</translation>
    </message>
    <message>
        <source>&amp;Stems</source>
        <translation>&amp;Stems</translation>
    </message>
    <message>
        <source>&amp;Repair</source>
        <translation>&amp;Reparatur</translation>
    </message>
    <message>
        <source>Rev&amp;iew</source>
        <translation>&amp;Prüfung</translation>
    </message>
    <message>
        <source>Se&amp;paration</source>
        <translation>&amp;Trennung</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>No files yet</source>
        <translation>Noch keine Dateien</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>Ö&amp;ffnen…</translation>
    </message>
    <message>
        <source>Open a movie, a sound file or a project</source>
        <translation>Einen Film, eine Tondatei oder ein Projekt öffnen</translation>
    </message>
    <message>
        <source>Open the &amp;demo scene</source>
        <translation>&amp;Demoszene öffnen</translation>
    </message>
    <message>
        <source>Make a short scene with known stems and open it</source>
        <translation>Eine kurze Szene mit bekannten Stems herstellen und öffnen</translation>
    </message>
    <message>
        <source>Open pro&amp;ject…</source>
        <translation>Pro&amp;jekt öffnen…</translation>
    </message>
    <message>
        <source>Open a saved project</source>
        <translation>Ein gespeichertes Projekt öffnen</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>Zu&amp;letzt geöffnet</translation>
    </message>
    <message>
        <source>Files that were open before</source>
        <translation>Dateien, die vorher geöffnet waren</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>Save the project</source>
        <translation>Das Projekt speichern</translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation>Speichern &amp;unter…</translation>
    </message>
    <message>
        <source>Save the project under another name</source>
        <translation>Das Projekt unter anderem Namen speichern</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exportieren…</translation>
    </message>
    <message>
        <source>Write the stems or the rebalanced mix to files</source>
        <translation>Die Stems oder die neue Mischung als Dateien schreiben</translation>
    </message>
    <message>
        <source>Export &amp;beside the picture…</source>
        <translation>Zum &amp;Bild exportieren…</translation>
    </message>
    <message>
        <source>Write the rebalanced mix into a copy of the movie; the picture stays untouched</source>
        <translation>Die neue Mischung in eine Kopie des Films schreiben; das Bild bleibt unverändert</translation>
    </message>
    <message>
        <source>Find the &amp;movie…</source>
        <translation>Fil&amp;m suchen…</translation>
    </message>
    <message>
        <source>Tell where the movie of this project lies now</source>
        <translation>Angeben, wo der Film dieses Projekts jetzt liegt</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>S&amp;chließen</translation>
    </message>
    <message>
        <source>Close the project</source>
        <translation>Das Projekt schließen</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>Close the project and the program</source>
        <translation>Das Projekt und das Programm schließen</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>Take the last change back</source>
        <translation>Die letzte Änderung zurücknehmen</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>Make the change again</source>
        <translation>Die Änderung wieder vornehmen</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>&amp;Alles auswählen</translation>
    </message>
    <message>
        <source>Select the whole programme</source>
        <translation>Das ganze Programm auswählen</translation>
    </message>
    <message>
        <source>Select from &amp;in to out</source>
        <translation>Von &amp;In bis Out auswählen</translation>
    </message>
    <message>
        <source>Select the range of the loop on the time axis</source>
        <translation>Den Bereich der Schleife auf der Zeitachse auswählen</translation>
    </message>
    <message>
        <source>Select &amp;nothing</source>
        <translation>&amp;Nichts auswählen</translation>
    </message>
    <message>
        <source>Drop the selection</source>
        <translation>Die Auswahl aufheben</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Löschen</translation>
    </message>
    <message>
        <source>Remove the marker at the playhead, or the chosen point of a gain line</source>
        <translation>Den Marker am Abspielkopf oder den gewählten Punkt einer Pegellinie entfernen</translation>
    </message>
    <message>
        <source>&amp;Find an action…</source>
        <translation>Befehl &amp;finden…</translation>
    </message>
    <message>
        <source>Search all actions by name and run one</source>
        <translation>Alle Befehle nach Namen durchsuchen und einen ausführen</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts…</source>
        <translation>&amp;Tastenkürzel…</translation>
    </message>
    <message>
        <source>Change the keys of all actions</source>
        <translation>Die Tasten aller Befehle ändern</translation>
    </message>
    <message>
        <source>&amp;Models…</source>
        <translation>&amp;Modelle…</translation>
    </message>
    <message>
        <source>See what each model is good for, get others, choose one</source>
        <translation>Zeigen, wofür jedes Modell gut ist, andere holen, eines wählen</translation>
    </message>
    <message>
        <source>&amp;Preferences…</source>
        <translation>&amp;Einstellungen…</translation>
    </message>
    <message>
        <source>Change how the program looks, sounds and works</source>
        <translation>Ändern, wie das Programm aussieht, klingt und arbeitet</translation>
    </message>
    <message>
        <source>Show all &amp;keys</source>
        <translation>Alle &amp;Tasten zeigen</translation>
    </message>
    <message>
        <source>List all actions with their keys</source>
        <translation>Alle Befehle mit ihren Tasten auflisten</translation>
    </message>
    <message>
        <source>&amp;Start page</source>
        <translation>&amp;Startseite</translation>
    </message>
    <message>
        <source>Show the page that the program started with</source>
        <translation>Die Seite zeigen, mit der das Programm begann</translation>
    </message>
    <message>
        <source>Open the &amp;log</source>
        <translation>&amp;Protokoll öffnen</translation>
    </message>
    <message>
        <source>Show the file that notes what went wrong</source>
        <translation>Die Datei zeigen, in der Fehler festgehalten sind</translation>
    </message>
    <message>
        <source>&amp;Report a problem…</source>
        <translation>Ein &amp;Problem melden…</translation>
    </message>
    <message>
        <source>Write a text file that tells what a helper needs to know</source>
        <translation>Eine Textdatei schreiben, die sagt, was ein Helfer wissen muss</translation>
    </message>
    <message>
        <source>&amp;About Cass Studio</source>
        <translation>&amp;Über Cass Studio</translation>
    </message>
    <message>
        <source>Version, licences and the model card</source>
        <translation>Version, Lizenzen und Modellbeschreibung</translation>
    </message>
    <message>
        <source>&amp;Share out</source>
        <translation>Auf&amp;teilen</translation>
    </message>
    <message>
        <source>Share what is selected of the focused stem out among the other two</source>
        <translation>Das Ausgewählte des gewählten Stems auf die anderen zwei aufteilen</translation>
    </message>
    <message>
        <source>&amp;Gate</source>
        <translation>&amp;Gate</translation>
    </message>
    <message>
        <source>Give what is quiet in the selected part of the focused stem to another</source>
        <translation>Was im ausgewählten Teil des gewählten Stems leise ist, einem anderen geben</translation>
    </message>
    <message>
        <source>Gate while nobod&amp;y speaks</source>
        <translation>Gate, solange niemand s&amp;pricht</translation>
    </message>
    <message>
        <source>Give what the focused stem has there while nobody speaks to another</source>
        <translation>Was der gewählte Stem dort hat, solange niemand spricht, einem anderen geben</translation>
    </message>
    <message>
        <source>&amp;Fill the hole</source>
        <translation>&amp;Loch füllen</translation>
    </message>
    <message>
        <source>Bring ambience back from dialogue to effects, as loud as around the part</source>
        <translation>Atmosphäre aus dem Dialog zu den Effekten zurückholen, so laut wie ringsum</translation>
    </message>
    <message>
        <source>Separate again &amp;here</source>
        <translation>&amp;Hier neu trennen</translation>
    </message>
    <message>
        <source>Separate what is selected as the panel says, and lay it over the stems there</source>
        <translation>Das Ausgewählte so trennen, wie das Feld links sagt, und dort über die Stems legen</translation>
    </message>
    <message>
        <source>Switch the &amp;last repair here</source>
        <translation>Let&amp;zte Reparatur hier umschalten</translation>
    </message>
    <message>
        <source>Hear the part with its last repair and without it</source>
        <translation>Die Stelle mit ihrer letzten Reparatur und ohne sie hören</translation>
    </message>
    <message>
        <source>Remove what &amp;is mended</source>
        <translation>Behobenes ent&amp;fernen</translation>
    </message>
    <message>
        <source>Remove the repairs that this version needs no more than the one before</source>
        <translation>Reparaturen entfernen, die diese Version anders als die vorige nicht mehr braucht</translation>
    </message>
    <message>
        <source>Isolate by the pi&amp;cture</source>
        <translation>Na&amp;ch dem Bild isolieren</translation>
    </message>
    <message>
        <source>Draw a box on the picture; what sounds there in the selected span is selected</source>
        <translation>Einen Rahmen ins Bild ziehen; was dort im gewählten Bereich klingt, wird ausgewählt</translation>
    </message>
    <message>
        <source>&amp;Play the selection</source>
        <translation>Aus&amp;wahl abspielen</translation>
    </message>
    <message>
        <source>Play the selection and what surrounds it</source>
        <translation>Die Auswahl und ihre Umgebung abspielen</translation>
    </message>
    <message>
        <source>Play &amp;only what is selected</source>
        <translation>&amp;Nur das Ausgewählte abspielen</translation>
    </message>
    <message>
        <source>Hear only what is selected of the focused lane</source>
        <translation>Nur das Ausgewählte der gewählten Spur hören</translation>
    </message>
    <message>
        <source>Play all &amp;but what is selected</source>
        <translation>Alles a&amp;ußer dem Ausgewählten abspielen</translation>
    </message>
    <message>
        <source>Hear the focused lane without what is selected</source>
        <translation>Die gewählte Spur ohne das Ausgewählte hören</translation>
    </message>
    <message>
        <source>Selection one frame shorte&amp;r</source>
        <translation>Auswahl ein Bild &amp;kürzer</translation>
    </message>
    <message>
        <source>Move the end of the selection one frame back</source>
        <translation>Das Ende der Auswahl um ein Bild zurücksetzen</translation>
    </message>
    <message>
        <source>Selection one frame lo&amp;nger</source>
        <translation>Auswahl ein &amp;Bild länger</translation>
    </message>
    <message>
        <source>Move the end of the selection one frame forward</source>
        <translation>Das Ende der Auswahl um ein Bild vorsetzen</translation>
    </message>
    <message>
        <source>Selection one frame bac&amp;k</source>
        <translation>Auswahl ein Bild zurü&amp;ck</translation>
    </message>
    <message>
        <source>Move the selection one frame back</source>
        <translation>Die Auswahl um ein Bild zurücksetzen</translation>
    </message>
    <message>
        <source>Selection one frame for&amp;ward</source>
        <translation>Auswahl ein Bild &amp;vor</translation>
    </message>
    <message>
        <source>Move the selection one frame forward</source>
        <translation>Die Auswahl um ein Bild vorsetzen</translation>
    </message>
    <message>
        <source>Selection to the pl&amp;ayhead</source>
        <translation>Auswahl zum Abspielko&amp;pf</translation>
    </message>
    <message>
        <source>Move the selection so that it begins at the playhead</source>
        <translation>Die Auswahl so verschieben, dass sie am Abspielkopf beginnt</translation>
    </message>
    <message>
        <source>Snap &amp;to frames</source>
        <translation>An Bildern einra&amp;sten</translation>
    </message>
    <message>
        <source>Edges of the selection stick to the borders of pictures</source>
        <translation>Kanten der Auswahl haften an Bildgrenzen</translation>
    </message>
    <message>
        <source>&amp;Find misplaced sounds</source>
        <translation>Falsch zugeordnete Töne &amp;finden</translation>
    </message>
    <message>
        <source>Look through all stems for sounds that belong to another</source>
        <translation>Alle Stems nach Tönen durchsuchen, die in einen anderen gehören</translation>
    </message>
    <message>
        <source>&amp;Next place</source>
        <translation>&amp;Nächste Stelle</translation>
    </message>
    <message>
        <source>Go to the next place that nothing was decided about</source>
        <translation>Zur nächsten Stelle gehen, über die noch nicht entschieden ist</translation>
    </message>
    <message>
        <source>&amp;Place before</source>
        <translation>&amp;Stelle davor</translation>
    </message>
    <message>
        <source>Go to the last place that nothing was decided about</source>
        <translation>Zur vorigen Stelle gehen, über die noch nicht entschieden ist</translation>
    </message>
    <message>
        <source>&amp;Listen to the place</source>
        <translation>Stelle an&amp;hören</translation>
    </message>
    <message>
        <source>Loop around the place with its stem alone; again to end that</source>
        <translation>Die Stelle mit ihrem Stem allein in einer Schleife hören; noch einmal beendet das</translation>
    </message>
    <message>
        <source>&amp;Move where it belongs</source>
        <translation>&amp;Verschieben, wohin es gehört</translation>
    </message>
    <message>
        <source>Move the sound to the stem where it belongs, and go on</source>
        <translation>Den Ton in den Stem verschieben, in den er gehört, und weitergehen</translation>
    </message>
    <message>
        <source>&amp;Dismiss the place</source>
        <translation>Stelle ver&amp;werfen</translation>
    </message>
    <message>
        <source>Leave the sound where it is, and go on</source>
        <translation>Den Ton lassen, wo er ist, und weitergehen</translation>
    </message>
    <message>
        <source>&amp;Mel</source>
        <translation>&amp;Mel</translation>
    </message>
    <message>
        <source>Frequencies as the ear tells them apart</source>
        <translation>Frequenzen, wie das Ohr sie unterscheidet</translation>
    </message>
    <message>
        <source>&amp;Logarithmic</source>
        <translation>&amp;Logarithmisch</translation>
    </message>
    <message>
        <source>Each octave takes the same height</source>
        <translation>Jede Oktave ist gleich hoch</translation>
    </message>
    <message>
        <source>L&amp;inear</source>
        <translation>L&amp;inear</translation>
    </message>
    <message>
        <source>Each hertz takes the same height</source>
        <translation>Jedes Hertz ist gleich hoch</translation>
    </message>
    <message>
        <source>Zoom in on &amp;frequencies</source>
        <translation>&amp;Frequenzen vergrößern</translation>
    </message>
    <message>
        <source>See fewer frequencies, larger</source>
        <translation>Weniger Frequenzen sehen, größer</translation>
    </message>
    <message>
        <source>Zoom &amp;out of frequencies</source>
        <translation>Frequenzen ver&amp;kleinern</translation>
    </message>
    <message>
        <source>See more frequencies</source>
        <translation>Mehr Frequenzen sehen</translation>
    </message>
    <message>
        <source>Zoom to the selected &amp;band</source>
        <translation>Zum ausgewählten &amp;Band zoomen</translation>
    </message>
    <message>
        <source>See the frequencies that are selected, or all of them again</source>
        <translation>Die ausgewählten Frequenzen sehen, oder wieder alle</translation>
    </message>
    <message>
        <source>More &amp;contrast</source>
        <translation>Mehr K&amp;ontrast</translation>
    </message>
    <message>
        <source>Draw what is quiet darker</source>
        <translation>Leises dunkler zeichnen</translation>
    </message>
    <message>
        <source>Less con&amp;trast</source>
        <translation>Weniger Kon&amp;trast</translation>
    </message>
    <message>
        <source>Draw what is quiet brighter</source>
        <translation>Leises heller zeichnen</translation>
    </message>
    <message>
        <source>&amp;512 samples</source>
        <translation>&amp;512 Samples</translation>
    </message>
    <message>
        <source>Finest time: clicks and syllables stand apart</source>
        <translation>Feinste Zeit: Klicks und Silben sind getrennt zu sehen</translation>
    </message>
    <message>
        <source>&amp;1024 samples</source>
        <translation>&amp;1024 Samples</translation>
    </message>
    <message>
        <source>Fine time</source>
        <translation>Feine Zeit</translation>
    </message>
    <message>
        <source>&amp;2048 samples</source>
        <translation>&amp;2048 Samples</translation>
    </message>
    <message>
        <source>Time and pitch in balance</source>
        <translation>Zeit und Tonhöhe ausgewogen</translation>
    </message>
    <message>
        <source>&amp;4096 samples</source>
        <translation>&amp;4096 Samples</translation>
    </message>
    <message>
        <source>Fine pitch</source>
        <translation>Feine Tonhöhe</translation>
    </message>
    <message>
        <source>&amp;8192 samples</source>
        <translation>&amp;8192 Samples</translation>
    </message>
    <message>
        <source>Finest pitch: low tones and hum stand apart</source>
        <translation>Feinste Tonhöhe: tiefe Töne und Brummen sind getrennt zu sehen</translation>
    </message>
    <message>
        <source>S&amp;horter: finer time</source>
        <translation>&amp;Kürzer: feinere Zeit</translation>
    </message>
    <message>
        <source>Draw spectra of half as many samples</source>
        <translation>Spektren aus halb so vielen Samples zeichnen</translation>
    </message>
    <message>
        <source>&amp;Longer: finer pitch</source>
        <translation>Länge&amp;r: feinere Tonhöhe</translation>
    </message>
    <message>
        <source>Draw spectra of twice as many samples</source>
        <translation>Spektren aus doppelt so vielen Samples zeichnen</translation>
    </message>
    <message>
        <source>&amp;Solo</source>
        <translation>&amp;Solo</translation>
    </message>
    <message>
        <source>Hear the focused stem alone</source>
        <translation>Den gewählten Stem allein hören</translation>
    </message>
    <message>
        <source>&amp;Mute</source>
        <translation>Stu&amp;mm</translation>
    </message>
    <message>
        <source>Silence the focused stem</source>
        <translation>Den gewählten Stem stummschalten</translation>
    </message>
    <message>
        <source>&amp;Louder</source>
        <translation>&amp;Lauter</translation>
    </message>
    <message>
        <source>Raise the gain of the focused lane by 1 dB</source>
        <translation>Die gewählte Spur um 1 dB anheben</translation>
    </message>
    <message>
        <source>&amp;Quieter</source>
        <translation>L&amp;eiser</translation>
    </message>
    <message>
        <source>Lower the gain of the focused lane by 1 dB</source>
        <translation>Die gewählte Spur um 1 dB absenken</translation>
    </message>
    <message>
        <source>Selection l&amp;ouder</source>
        <translation>&amp;Auswahl lauter</translation>
    </message>
    <message>
        <source>Raise the selected part of the focused stem by 1 dB</source>
        <translation>Den ausgewählten Teil des Stems um 1 dB anheben</translation>
    </message>
    <message>
        <source>Selection quie&amp;ter</source>
        <translation>Auswahl le&amp;iser</translation>
    </message>
    <message>
        <source>Lower the selected part of the focused stem by 1 dB</source>
        <translation>Den ausgewählten Teil des Stems um 1 dB absenken</translation>
    </message>
    <message>
        <source>&amp;Balance by the picture</source>
        <translation>Nach dem &amp;Bild ausbalancieren</translation>
    </message>
    <message>
        <source>Let the picture draw the gain lines of all stems, in the selection or all</source>
        <translation>Das Bild die Pegellinien aller Stems zeichnen lassen, in der Auswahl oder überall</translation>
    </message>
    <message>
        <source>Less bleed</source>
        <translation>Weniger Übersprechen</translation>
    </message>
    <message>
        <source>The focused stem gives up what is mostly another's</source>
        <translation>Der gewählte Stem gibt ab, was vor allem einem anderen gehört</translation>
    </message>
    <message>
        <source>Fewer artefacts</source>
        <translation>Weniger Artefakte</translation>
    </message>
    <message>
        <source>The focused stem keeps more of what it shares with others</source>
        <translation>Der gewählte Stem behält mehr von dem, was er mit anderen teilt</translation>
    </message>
    <message>
        <source>&amp;Reset the mix</source>
        <translation>Mischung &amp;zurücksetzen</translation>
    </message>
    <message>
        <source>All gains to 0 dB, no solo, no mute, no gain lines</source>
        <translation>Alle Pegel auf 0 dB, kein Solo, nichts stumm, keine Pegellinien</translation>
    </message>
    <message>
        <source>&amp;Separate</source>
        <translation>&amp;Trennen</translation>
    </message>
    <message>
        <source>Separate the whole programme into dialogue, effects and music</source>
        <translation>Das ganze Programm in Dialog, Effekte und Musik trennen</translation>
    </message>
    <message>
        <source>Separate se&amp;lection</source>
        <translation>Aus&amp;wahl trennen</translation>
    </message>
    <message>
        <source>Separate the selected part first, or again with other settings</source>
        <translation>Den ausgewählten Teil zuerst oder mit anderen Einstellungen neu trennen</translation>
    </message>
    <message>
        <source>&amp;Resume</source>
        <translation>&amp;Fortsetzen</translation>
    </message>
    <message>
        <source>Go on with a separation that was stopped</source>
        <translation>Eine angehaltene Trennung fortsetzen</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Anhalten</translation>
    </message>
    <message>
        <source>Let the separation stand still and free the processor</source>
        <translation>Die Trennung ruhen lassen und den Prozessor freigeben</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>A&amp;bbrechen</translation>
    </message>
    <message>
        <source>End the separation; what is finished is kept</source>
        <translation>Die Trennung beenden; was fertig ist, bleibt</translation>
    </message>
    <message>
        <source>&amp;Next version</source>
        <translation>&amp;Nächste Version</translation>
    </message>
    <message>
        <source>Hear and see the next version of the stems</source>
        <translation>Die nächste Version der Stems hören und sehen</translation>
    </message>
    <message>
        <source>C&amp;ompare versions</source>
        <translation>&amp;Versionen vergleichen</translation>
    </message>
    <message>
        <source>Change between this version and the last one, equally loud</source>
        <translation>Zwischen dieser und der letzten Version wechseln, gleich laut</translation>
    </message>
    <message>
        <source>&amp;Keep the new part</source>
        <translation>Neuen Teil &amp;behalten</translation>
    </message>
    <message>
        <source>Keep the new separation of the part</source>
        <translation>Die neue Trennung des Teils behalten</translation>
    </message>
    <message>
        <source>&amp;Discard the new part</source>
        <translation>Neuen Teil ver&amp;werfen</translation>
    </message>
    <message>
        <source>Go back to the earlier separation of the part</source>
        <translation>Zur früheren Trennung des Teils zurückkehren</translation>
    </message>
    <message>
        <source>&amp;Play</source>
        <translation>&amp;Wiedergabe</translation>
    </message>
    <message>
        <source>Play or stop</source>
        <translation>Abspielen oder anhalten</translation>
    </message>
    <message>
        <source>Play at &amp;half speed</source>
        <translation>Mit &amp;halbem Tempo</translation>
    </message>
    <message>
        <source>Play slowly, to find a place</source>
        <translation>Langsam abspielen, um eine Stelle zu finden</translation>
    </message>
    <message>
        <source>To the &amp;start</source>
        <translation>Zum An&amp;fang</translation>
    </message>
    <message>
        <source>Move the playhead to the start</source>
        <translation>Den Abspielkopf an den Anfang setzen</translation>
    </message>
    <message>
        <source>To the &amp;end</source>
        <translation>Zum &amp;Ende</translation>
    </message>
    <message>
        <source>Move the playhead to the end</source>
        <translation>Den Abspielkopf ans Ende setzen</translation>
    </message>
    <message>
        <source>&amp;Go to a time</source>
        <translation>Zu einer &amp;Zeit gehen</translation>
    </message>
    <message>
        <source>Type where the playhead shall go</source>
        <translation>Eingeben, wohin der Abspielkopf soll</translation>
    </message>
    <message>
        <source>Shuttle &amp;back</source>
        <translation>Shuttle &amp;rückwärts</translation>
    </message>
    <message>
        <source>Play backwards; again for twice the speed</source>
        <translation>Rückwärts abspielen; nochmals für doppeltes Tempo</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>S&amp;topp</translation>
    </message>
    <message>
        <source>Stop where the playhead is</source>
        <translation>Anhalten, wo der Abspielkopf steht</translation>
    </message>
    <message>
        <source>Shuttle &amp;forward</source>
        <translation>Shuttle &amp;vorwärts</translation>
    </message>
    <message>
        <source>Play forwards; again for twice the speed</source>
        <translation>Vorwärts abspielen; nochmals für doppeltes Tempo</translation>
    </message>
    <message>
        <source>One frame back</source>
        <translation>Ein Bild zurück</translation>
    </message>
    <message>
        <source>Move the playhead by a frame</source>
        <translation>Den Abspielkopf um ein Bild bewegen</translation>
    </message>
    <message>
        <source>One frame forward</source>
        <translation>Ein Bild vor</translation>
    </message>
    <message>
        <source>Ten frames back</source>
        <translation>Zehn Bilder zurück</translation>
    </message>
    <message>
        <source>Move the playhead by ten frames</source>
        <translation>Den Abspielkopf um zehn Bilder bewegen</translation>
    </message>
    <message>
        <source>Ten frames forward</source>
        <translation>Zehn Bilder vor</translation>
    </message>
    <message>
        <source>&amp;Loop</source>
        <translation>&amp;Schleife</translation>
    </message>
    <message>
        <source>Play the range between in and out again and again</source>
        <translation>Den Bereich zwischen In und Out immer wieder abspielen</translation>
    </message>
    <message>
        <source>Set &amp;in point</source>
        <translation>&amp;In-Punkt setzen</translation>
    </message>
    <message>
        <source>Selection and loop start at the playhead</source>
        <translation>Auswahl und Schleife beginnen am Abspielkopf</translation>
    </message>
    <message>
        <source>Set &amp;out point</source>
        <translation>&amp;Out-Punkt setzen</translation>
    </message>
    <message>
        <source>Selection and loop end at the playhead</source>
        <translation>Auswahl und Schleife enden am Abspielkopf</translation>
    </message>
    <message>
        <source>&amp;Clear in and out</source>
        <translation>In und Out &amp;löschen</translation>
    </message>
    <message>
        <source>Forget the range of the loop</source>
        <translation>Den Bereich der Schleife vergessen</translation>
    </message>
    <message>
        <source>Add &amp;marker</source>
        <translation>&amp;Marker setzen</translation>
    </message>
    <message>
        <source>Mark the place of the playhead</source>
        <translation>Die Stelle des Abspielkopfs markieren</translation>
    </message>
    <message>
        <source>Import m&amp;arkers…</source>
        <translation>Marker im&amp;portieren…</translation>
    </message>
    <message>
        <source>Take in markers, regions or dialogue from CSV, EDL, labels or subtitles</source>
        <translation>Marker, Bereiche oder Dialoge aus CSV, EDL, Labels oder Untertiteln übernehmen</translation>
    </message>
    <message>
        <source>Export mar&amp;kers…</source>
        <translation>Mar&amp;ker exportieren…</translation>
    </message>
    <message>
        <source>Write the markers as CSV, EDL, labels or Pro Tools text</source>
        <translation>Die Marker als CSV, EDL, Labels oder Pro-Tools-Text schreiben</translation>
    </message>
    <message>
        <source>Pre&amp;vious marker</source>
        <translation>&amp;Voriger Marker</translation>
    </message>
    <message>
        <source>Move the playhead to the marker before it</source>
        <translation>Den Abspielkopf zum Marker davor setzen</translation>
    </message>
    <message>
        <source>&amp;Next marker</source>
        <translation>&amp;Nächster Marker</translation>
    </message>
    <message>
        <source>Move the playhead to the marker behind it</source>
        <translation>Den Abspielkopf zum Marker danach setzen</translation>
    </message>
    <message>
        <source>Hear the o&amp;riginal</source>
        <translation>Ori&amp;ginal hören</translation>
    </message>
    <message>
        <source>Hear the original sound instead of the mix of the stems</source>
        <translation>Den Originalton statt der Mischung der Stems hören</translation>
    </message>
    <message>
        <source>Return &amp;when stopped</source>
        <translation>Beim &amp;Anhalten zurückkehren</translation>
    </message>
    <message>
        <source>The playhead goes back to where playing began</source>
        <translation>Der Abspielkopf kehrt dorthin zurück, wo die Wiedergabe begann</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>&amp;Vergrößern</translation>
    </message>
    <message>
        <source>Show less time, around the playhead</source>
        <translation>Weniger Zeit zeigen, um den Abspielkopf</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>Ver&amp;kleinern</translation>
    </message>
    <message>
        <source>Show more time</source>
        <translation>Mehr Zeit zeigen</translation>
    </message>
    <message>
        <source>Zoom to &amp;selection</source>
        <translation>Auf &amp;Auswahl zoomen</translation>
    </message>
    <message>
        <source>Show what is selected, and nothing else</source>
        <translation>Nur zeigen, was ausgewählt ist</translation>
    </message>
    <message>
        <source>Zoom to &amp;all</source>
        <translation>Alles &amp;zeigen</translation>
    </message>
    <message>
        <source>Show the whole programme</source>
        <translation>Das ganze Programm zeigen</translation>
    </message>
    <message>
        <source>Zoom &amp;back</source>
        <translation>Zoom zu&amp;rück</translation>
    </message>
    <message>
        <source>Change between this and the last view</source>
        <translation>Zwischen dieser und der letzten Ansicht wechseln</translation>
    </message>
    <message>
        <source>Fo&amp;llow the playhead</source>
        <translation>Dem Abspielkopf &amp;folgen</translation>
    </message>
    <message>
        <source>Turn the page when the playhead leaves it</source>
        <translation>Weiterblättern, wenn der Abspielkopf die Ansicht verlässt</translation>
    </message>
    <message>
        <source>&amp;Waveform</source>
        <translation>&amp;Wellenform</translation>
    </message>
    <message>
        <source>Draw the waveform over the spectrograms</source>
        <translation>Die Wellenform über die Spektrogramme zeichnen</translation>
    </message>
    <message>
        <source>Mix in the colours of its stems</source>
        <translation>Mischung in den Farben ihrer Stems</translation>
    </message>
    <message>
        <source>Draw each sound of the mix in the colour of its stem</source>
        <translation>Jeden Klang der Mischung in der Farbe seines Stems zeichnen</translation>
    </message>
    <message>
        <source>&amp;Picture</source>
        <translation>&amp;Bild</translation>
    </message>
    <message>
        <source>Show the picture</source>
        <translation>Das Bild zeigen</translation>
    </message>
    <message>
        <source>Select with the &amp;mouse</source>
        <translation>Mit der &amp;Maus auswählen</translation>
    </message>
    <message>
        <source>The mouse selects time and frequency</source>
        <translation>Die Maus wählt Zeit und Frequenz aus</translation>
    </message>
    <message>
        <source>Draw &amp;gain with the mouse</source>
        <translation>Pe&amp;gel mit der Maus zeichnen</translation>
    </message>
    <message>
        <source>The mouse draws how loud a stem is over time</source>
        <translation>Die Maus zeichnet, wie laut ein Stem über die Zeit ist</translation>
    </message>
    <message>
        <source>Draw bl&amp;eed with the mouse</source>
        <translation>Übersprechen mit der Maus zeich&amp;nen</translation>
    </message>
    <message>
        <source>The mouse draws where a stem has less bleed, or fewer artefacts</source>
        <translation>Die Maus zeichnet, wo ein Stem weniger Übersprechen oder weniger Artefakte hat</translation>
    </message>
    <message>
        <source>Sele&amp;ct with a lasso</source>
        <translation>Mit dem L&amp;asso auswählen</translation>
    </message>
    <message>
        <source>The mouse draws around what is selected</source>
        <translation>Die Maus umfährt, was ausgewählt wird</translation>
    </message>
    <message>
        <source>Select with a b&amp;rush</source>
        <translation>Mit dem Pinse&amp;l auswählen</translation>
    </message>
    <message>
        <source>The mouse paints what is selected; [ and ] change its size</source>
        <translation>Die Maus malt, was ausgewählt wird; [ und ] ändern ihre Größe</translation>
    </message>
    <message>
        <source>Select with a wan&amp;d</source>
        <translation>Mit dem Zauberstab auswäh&amp;len</translation>
    </message>
    <message>
        <source>A click selects the sound that hangs together there; [ and ] change how much</source>
        <translation>Ein Klick wählt den Klang aus, der dort zusammenhängt; [ und ] ändern, wie viel</translation>
    </message>
    <message>
        <source>Select harmo&amp;nics</source>
        <translation>&amp;Obertöne auswählen</translation>
    </message>
    <message>
        <source>The mouse follows a tone, whose partials are selected; [ and ] change how many</source>
        <translation>Die Maus folgt einem Ton, dessen Teiltöne ausgewählt werden; [ und ] ändern, wie viele</translation>
    </message>
    <message>
        <source>&amp;Timecode</source>
        <translation>&amp;Timecode</translation>
    </message>
    <message>
        <source>Positions in hours, minutes, seconds and frames</source>
        <translation>Positionen in Stunden, Minuten, Sekunden und Bildern</translation>
    </message>
    <message>
        <source>&amp;Samples</source>
        <translation>&amp;Samples</translation>
    </message>
    <message>
        <source>Positions in samples</source>
        <translation>Positionen in Samples</translation>
    </message>
    <message>
        <source>&amp;Minutes and seconds</source>
        <translation>&amp;Minuten und Sekunden</translation>
    </message>
    <message>
        <source>Positions in minutes, seconds and milliseconds</source>
        <translation>Positionen in Minuten, Sekunden und Millisekunden</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>Dark colours</source>
        <translation>Dunkle Farben</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>Light colours</source>
        <translation>Helle Farben</translation>
    </message>
    <message>
        <source>As the des&amp;ktop</source>
        <translation>Wie die &amp;Arbeitsfläche</translation>
    </message>
    <message>
        <source>Dark or light as the desktop is</source>
        <translation>Dunkel oder hell wie die Arbeitsfläche</translation>
    </message>
    <message>
        <source>F&amp;ull screen</source>
        <translation>Voll&amp;bild</translation>
    </message>
    <message>
        <source>Use the whole screen</source>
        <translation>Den ganzen Bildschirm nutzen</translation>
    </message>
    <message>
        <source>&amp;Filmstrip</source>
        <translation>&amp;Filmstreifen</translation>
    </message>
    <message>
        <source>Show pictures, cuts and faces above the sound</source>
        <translation>Bilder, Schnitte und Gesichter über dem Ton zeigen</translation>
    </message>
    <message>
        <source>Mix lane</source>
        <translation>Spur Mischung</translation>
    </message>
    <message>
        <source>Keys act on the mix</source>
        <translation>Tasten wirken auf die Mischung</translation>
    </message>
    <message>
        <source>Dialogue lane (DX)</source>
        <translation>Spur Dialog (DX)</translation>
    </message>
    <message>
        <source>Keys act on dialogue</source>
        <translation>Tasten wirken auf den Dialog</translation>
    </message>
    <message>
        <source>Solo &amp;dialogue</source>
        <translation>Solo &amp;Dialog</translation>
    </message>
    <message>
        <source>Hear dialogue alone</source>
        <translation>Nur den Dialog hören</translation>
    </message>
    <message>
        <source>Move to &amp;dialogue</source>
        <translation>Zum &amp;Dialog verschieben</translation>
    </message>
    <message>
        <source>Move what is selected from the focused stem to dialogue</source>
        <translation>Das Ausgewählte vom gewählten Stem zum Dialog verschieben</translation>
    </message>
    <message>
        <source>This is dialogue</source>
        <translation>Das ist Dialog</translation>
    </message>
    <message>
        <source>Say that what is selected is dialogue, and separate what lies around it anew</source>
        <translation>Sagen, dass das Ausgewählte Dialog ist, und neu trennen, was darum liegt</translation>
    </message>
    <message>
        <source>Effects lane (FX)</source>
        <translation>Spur Effekte (FX)</translation>
    </message>
    <message>
        <source>Keys act on effects</source>
        <translation>Tasten wirken auf die Effekte</translation>
    </message>
    <message>
        <source>Solo &amp;effects</source>
        <translation>Solo &amp;Effekte</translation>
    </message>
    <message>
        <source>Hear effects alone</source>
        <translation>Nur die Effekte hören</translation>
    </message>
    <message>
        <source>Move to &amp;effects</source>
        <translation>Zu den &amp;Effekten verschieben</translation>
    </message>
    <message>
        <source>Move what is selected from the focused stem to effects</source>
        <translation>Das Ausgewählte vom gewählten Stem zu den Effekten verschieben</translation>
    </message>
    <message>
        <source>This is effects</source>
        <translation>Das sind Effekte</translation>
    </message>
    <message>
        <source>Say that what is selected is effects, and separate what lies around it anew</source>
        <translation>Sagen, dass das Ausgewählte Effekte sind, und neu trennen, was darum liegt</translation>
    </message>
    <message>
        <source>Music lane (MX)</source>
        <translation>Spur Musik (MX)</translation>
    </message>
    <message>
        <source>Keys act on music</source>
        <translation>Tasten wirken auf die Musik</translation>
    </message>
    <message>
        <source>Solo m&amp;usic</source>
        <translation>Solo M&amp;usik</translation>
    </message>
    <message>
        <source>Hear music alone</source>
        <translation>Nur die Musik hören</translation>
    </message>
    <message>
        <source>Move to &amp;music</source>
        <translation>Zur &amp;Musik verschieben</translation>
    </message>
    <message>
        <source>Move what is selected from the focused stem to music</source>
        <translation>Das Ausgewählte vom gewählten Stem zur Musik verschieben</translation>
    </message>
    <message>
        <source>This is music</source>
        <translation>Das ist Musik</translation>
    </message>
    <message>
        <source>Say that what is selected is music, and separate what lies around it anew</source>
        <translation>Sagen, dass das Ausgewählte Musik ist, und neu trennen, was darum liegt</translation>
    </message>
    <message>
        <source>&amp;Difference</source>
        <translation>&amp;Differenz</translation>
    </message>
    <message>
        <source>Show what repairs or another version change in a stem</source>
        <translation>Zeigen, was Reparaturen oder eine andere Version an einem Stem ändern</translation>
    </message>
    <message>
        <source>Loudn&amp;ess</source>
        <translation>Lauth&amp;eit</translation>
    </message>
    <message>
        <source>Show how loud mixture and stems are over time</source>
        <translation>Zeigen, wie laut Original und Stems im Verlauf der Zeit sind</translation>
    </message>
    <message>
        <source>&amp;Wrong placement</source>
        <translation>Falsche &amp;Zuordnung</translation>
    </message>
    <message>
        <source>Show how much of each stem seems to belong elsewhere</source>
        <translation>Zeigen, wie viel von jedem Stem woanders hinzugehören scheint</translation>
    </message>
</context>
<context>
    <name>Autosave</name>
    <message>
        <source>Changes cannot be kept for the case of a crash, save often: {reason}</source>
        <translation>Änderungen können nicht für den Fall eines Absturzes gesichert werden, speichern Sie oft: {reason}</translation>
    </message>
</context>
<context>
    <name>BalancePanel</name>
    <message>
        <source>Balance by the picture</source>
        <translation>Nach dem Bild ausbalancieren</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Ausblenden</translation>
    </message>
    <message>
        <source>Progress of balancing</source>
        <translation>Fortschritt des Ausbalancierens</translation>
    </message>
    <message>
        <source>Stop; the gain lines stay as they are</source>
        <translation>Anhalten; die Pegellinien bleiben, wie sie sind</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Diese Meldung schließen</translation>
    </message>
    <message>
        <source>Balancing by the picture</source>
        <translation>Ausbalancieren nach dem Bild</translation>
    </message>
    <message>
        <source>Balanced by the picture · fit error {error} dB, without the gain lines {before} dB</source>
        <translation>Nach dem Bild ausbalanciert · Anpassungsfehler {error} dB, ohne die Pegellinien {before} dB</translation>
    </message>
    <message>
        <source> · the network changes more than gains can follow</source>
        <translation> · das Netz ändert mehr, als Pegel folgen können</translation>
    </message>
</context>
<context>
    <name>BoxTool</name>
    <message>
        <source>Return or a double click finds its sound</source>
        <translation>Eingabetaste oder Doppelklick sucht den Ton dazu</translation>
    </message>
</context>
<context>
    <name>CardWords</name>
    <message>
        <source>Found: {card}, {memory} GiB, driver {driver}.</source>
        <translation>Gefunden: {card}, {memory} GiB, Treiber {driver}.</translation>
    </message>
    <message>
        <source>This computer has an Apple GPU or processor.</source>
        <translation>Dieser Rechner hat eine GPU oder einen Prozessor von Apple.</translation>
    </message>
    <message>
        <source>A driver of NVIDIA is installed, but no card answers; install it again.</source>
        <translation>Ein Treiber von NVIDIA ist installiert, aber keine Karte antwortet; installieren Sie ihn neu.</translation>
    </message>
    <message>
        <source>No NVIDIA graphics card was found.</source>
        <translation>Keine Grafikkarte von NVIDIA wurde gefunden.</translation>
    </message>
    <message>
        <source>Separations run with the fetched PyTorch {version}.</source>
        <translation>Trennungen laufen mit dem geladenen PyTorch {version}.</translation>
    </message>
    <message>
        <source>Separations run with PyTorch {version} of this program.</source>
        <translation>Trennungen laufen mit PyTorch {version} dieses Programms.</translation>
    </message>
    <message>
        <source>PyTorch for it is part of the program.</source>
        <translation>PyTorch dafür ist Teil des Programms.</translation>
    </message>
    <message>
        <source>The fetched PyTorch {version} belongs to another version of this program and is not used; remove it, and fetch the new one.</source>
        <translation>Das geladene PyTorch {version} gehört zu einer anderen Version dieses Programms und wird nicht verwendet; entfernen Sie es und laden Sie das neue.</translation>
    </message>
    <message>
        <source>Start Cass Studio again for it to be used.</source>
        <translation>Starten Sie Cass Studio neu, damit es verwendet wird.</translation>
    </message>
    <message>
        <source>PyTorch {version} for the graphics card is here.</source>
        <translation>PyTorch {version} für die Grafikkarte ist da.</translation>
    </message>
    <message>
        <source>This program runs with the PyTorch of its Python environment: install the build for CUDA there, as pytorch.org says under Get started.</source>
        <translation>Dieses Programm läuft mit dem PyTorch seiner Python-Umgebung: Installieren Sie dort die Fassung für CUDA, wie pytorch.org unter „Get started“ beschreibt.</translation>
    </message>
    <message>
        <source>A graphics card of NVIDIA and its driver make separations much faster. Without one there is nothing to fetch.</source>
        <translation>Eine Grafikkarte von NVIDIA mit ihrem Treiber macht Trennungen viel schneller. Ohne sie gibt es nichts zu laden.</translation>
    </message>
    <message>
        <source>This driver runs CUDA {old}, and PyTorch needs CUDA {new}: install a newer driver from nvidia.com first.</source>
        <translation>Dieser Treiber kann CUDA {old}, und PyTorch braucht CUDA {new}: Installieren Sie zuerst einen neueren Treiber von nvidia.com.</translation>
    </message>
    <message>
        <source>PyTorch for it is fetched once, kept in your data folder, and used from the next start on; the processor's own stays as it is.</source>
        <translation>PyTorch dafür wird einmal geladen, in Ihrem Datenordner aufbewahrt und vom nächsten Start an verwendet; das für den Prozessor bleibt, wie es ist.</translation>
    </message>
    <message>
        <source>{size} to fetch; {room} must be free on the disk meanwhile.</source>
        <translation>{size} zu laden; {room} müssen so lange auf der Platte frei sein.</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Unbekannt</translation>
    </message>
</context>
<context>
    <name>ChannelDialog</name>
    <message>
        <source>Channels</source>
        <translation>Kanäle</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>L R</source>
        <translation>L R</translation>
    </message>
    <message>
        <source>Centre</source>
        <translation>Center</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keiner</translation>
    </message>
    <message>
        <source>Check these channels only</source>
        <translation>Nur diese Kanäle ankreuzen</translation>
    </message>
    <message>
        <source>Check no channel</source>
        <translation>Keinen Kanal ankreuzen</translation>
    </message>
    <message>
        <source>Only the checked channels are heard, separated and exported.</source>
        <translation>Nur die angekreuzten Kanäle werden gehört, getrennt und exportiert.</translation>
    </message>
    <message>
        <source>Channel {number} of the file</source>
        <translation>Kanal {number} der Datei</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Checked: {count} of {all}</source>
        <translation>Angekreuzt: {count} von {all}</translation>
    </message>
    <message>
        <source>Check at least one channel.</source>
        <translation>Mindestens einen Kanal ankreuzen.</translation>
    </message>
</context>
<context>
    <name>ChoiceForm</name>
    <message>
        <source>Models…</source>
        <translation>Modelle…</translation>
    </message>
    <message>
        <source>Look at the picture</source>
        <translation>Auf das Bild sehen</translation>
    </message>
    <message>
        <source>Faithful</source>
        <translation>Getreu</translation>
    </message>
    <message>
        <source>Generated</source>
        <translation>Erzeugt</translation>
    </message>
    <message>
        <source>Windows</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>This model only listens</source>
        <translation>Dieses Modell hört nur</translation>
    </message>
    <message>
        <source>It works in one pass, without steps</source>
        <translation>Es arbeitet in einem Durchgang, ohne Schritte</translation>
    </message>
    <message>
        <source>Faces and motion tell the model which sounds belong to the scene</source>
        <translation>Gesichter und Bewegung sagen dem Modell, welche Klänge zur Szene gehören</translation>
    </message>
    <message>
        <source>Only a movie with a picture can be looked at</source>
        <translation>Nur ein Film mit Bild kann angesehen werden</translation>
    </message>
    <message>
        <source>There is no picture in this file</source>
        <translation>Diese Datei hat kein Bild</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>The network that separates</source>
        <translation>Das Netz, das trennt</translation>
    </message>
    <message>
        <source>See what each model is good for, and get others</source>
        <translation>Zeigen, wofür jedes Modell gut ist, und andere holen</translation>
    </message>
    <message>
        <source>Every sample comes from the movie itself.</source>
        <translation>Jedes Sample stammt aus dem Film selbst.</translation>
    </message>
    <message>
        <source>The model's own sound below 8 kHz: made up.</source>
        <translation>Unter 8 kHz der Klang des Modells selbst: erfunden.</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Ton</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Find an action</source>
        <translation>Befehl finden</translation>
    </message>
    <message>
        <source>What do you want to do?</source>
        <translation>Was möchten Sie tun?</translation>
    </message>
    <message>
        <source>No action fits; only what is possible now is listed.</source>
        <translation>Kein Befehl passt; nur was jetzt möglich ist, steht hier.</translation>
    </message>
    <message>
        <source>Actions that fit</source>
        <translation>Passende Befehle</translation>
    </message>
</context>
<context>
    <name>CostLine</name>
    <message>
        <source>Why it is not a graphics card</source>
        <translation>Warum es keine Grafikkarte ist</translation>
    </message>
    <message>
        <source>Runs on {name}</source>
        <translation>Läuft auf {name}</translation>
    </message>
    <message>
        <source>Measuring · {share}</source>
        <translation>Wird gemessen · {share}</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>End the measurement</source>
        <translation>Messung beenden</translation>
    </message>
    <message>
        <source>Time is known after the first run</source>
        <translation>Die Dauer ist nach dem ersten Lauf bekannt</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>Messen</translation>
    </message>
    <message>
        <source>Separate a minute of noise to find out how long it takes</source>
        <translation>Eine Minute Rauschen trennen, um die Dauer zu messen</translation>
    </message>
</context>
<context>
    <name>DeliveryBoxes</name>
    <message>
        <source>Report:</source>
        <translation>Bericht:</translation>
    </message>
    <message>
        <source>How the channels of a track become files</source>
        <translation>Wie die Kanäle einer Spur zu Dateien werden</translation>
    </message>
    <message>
        <source>What happens to stems and mixture that pass full scale</source>
        <translation>Was mit übersteuerten Stems und Original geschieht</translation>
    </message>
    <message>
        <source>Sound of lossy movies often passes full scale; the stems sum to the mixture whatever you choose</source>
        <translation>Der Ton verlustbehafteter Filme übersteuert oft; die Stems ergeben das Original, was immer Sie wählen</translation>
    </message>
    <message>
        <source>Loudness report</source>
        <translation>Lautheitsbericht</translation>
    </message>
    <message>
        <source>Measure loudness, true peak and faults, and write a report as HTML and JSON beside the files</source>
        <translation>Lautheit, True Peak und Fehler messen und einen Bericht als HTML und JSON neben die Dateien schreiben</translation>
    </message>
    <message>
        <source>Channels:</source>
        <translation>Kanäle:</translation>
    </message>
    <message>
        <source>If stems pass full scale:</source>
        <translation>Wenn Stems übersteuern:</translation>
    </message>
    <message>
        <source>One file a track</source>
        <translation>Eine Datei je Spur</translation>
    </message>
    <message>
        <source>One file a track, film order (L C R Ls Rs Lfe)</source>
        <translation>Eine Datei je Spur, Filmfolge (L C R Ls Rs Lfe)</translation>
    </message>
    <message>
        <source>One mono file a channel (.L .R .C …)</source>
        <translation>Eine Monodatei je Kanal (.L .R .C …)</translation>
    </message>
    <message>
        <source>write 32-bit float instead</source>
        <translation>stattdessen 32 Bit Gleitkomma schreiben</translation>
    </message>
    <message>
        <source>turn all of them down by one gain</source>
        <translation>alle um denselben Wert leiser stellen</translation>
    </message>
    <message>
        <source>leave the mixture cut off there</source>
        <translation>das Original dort abgeschnitten lassen</translation>
    </message>
    <message>
        <source>No report</source>
        <translation>Kein Bericht</translation>
    </message>
</context>
<context>
    <name>DeviceCombo</name>
    <message>
        <source>Output device</source>
        <translation>Ausgabegerät</translation>
    </message>
    <message>
        <source>Sound device that is played on</source>
        <translation>Tongerät für die Wiedergabe</translation>
    </message>
    <message>
        <source>{device} (not connected)</source>
        <translation>{device} (nicht verbunden)</translation>
    </message>
    <message>
        <source>No sound device</source>
        <translation>Kein Tongerät</translation>
    </message>
    <message>
        <source>Desktop’s device</source>
        <translation>Gerät des Systems</translation>
    </message>
</context>
<context>
    <name>DifferenceCanvas</name>
    <message>
        <source>There is nothing to compare yet</source>
        <translation>Noch gibt es nichts zu vergleichen</translation>
    </message>
</context>
<context>
    <name>DifferenceHeader</name>
    <message>
        <source>What the stem that keys act on has and the other one has not</source>
        <translation>Was der Stem, auf den die Tasten wirken, hat und der andere nicht</translation>
    </message>
    <message>
        <source>Compared with</source>
        <translation>Verglichen mit</translation>
    </message>
    <message>
        <source>Before repairs</source>
        <translation>Vor den Reparaturen</translation>
    </message>
    <message>
        <source>{stem} now − {stem} then</source>
        <translation>{stem} jetzt − {stem} vorher</translation>
    </message>
    <message>
        <source>{stem} here − {stem} there</source>
        <translation>{stem} hier − {stem} dort</translation>
    </message>
</context>
<context>
    <name>EditText</name>
    <message>
        <source>{stem} shared out</source>
        <translation>{stem} aufgeteilt</translation>
    </message>
    <message>
        <source>{source} → {target} below {level} dB</source>
        <translation>{source} → {target} unter {level} dB</translation>
    </message>
    <message>
        <source>From {take}</source>
        <translation>Aus {take}</translation>
    </message>
    <message>
        <source>{target} filled from {source}</source>
        <translation>{target} aus {source} gefüllt</translation>
    </message>
</context>
<context>
    <name>EditsPanel</name>
    <message>
        <source>Repairs</source>
        <translation>Reparaturen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Amount of the chosen repair</source>
        <translation>Stärke der gewählten Reparatur</translation>
    </message>
    <message>
        <source>How much of the sound the chosen repair moves</source>
        <translation>Wie viel vom Klang die gewählte Reparatur verschiebt</translation>
    </message>
    <message>
        <source>Take the chosen repair from the list</source>
        <translation>Die gewählte Reparatur aus der Liste nehmen</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Stärke</translation>
    </message>
    <message>
        <source>Click to select it; the box says whether it is heard</source>
        <translation>Klicken wählt die Stelle aus; das Kästchen sagt, ob sie zu hören ist</translation>
    </message>
</context>
<context>
    <name>ErrorDialog</name>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Show details</source>
        <translation>Einzelheiten zeigen</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Einzelheiten kopieren</translation>
    </message>
    <message>
        <source>Open the log</source>
        <translation>Protokoll öffnen</translation>
    </message>
    <message>
        <source>What a report of this fault should hold</source>
        <translation>Was eine Meldung dieses Fehlers enthalten sollte</translation>
    </message>
    <message>
        <source>Copy what a report of this fault should hold</source>
        <translation>Kopieren, was eine Meldung dieses Fehlers enthalten sollte</translation>
    </message>
    <message>
        <source>Your work is safe; go on, or save under another name to be sure.</source>
        <translation>Ihre Arbeit ist sicher; machen Sie weiter oder speichern Sie zur Vorsicht unter anderem Namen.</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>Hide details</source>
        <translation>Einzelheiten verbergen</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Sound files</source>
        <translation>Tondateien</translation>
    </message>
    <message>
        <source>Movie with other sound</source>
        <translation>Film mit anderem Ton</translation>
    </message>
    <message>
        <source>Replace existing files</source>
        <translation>Vorhandene Dateien ersetzen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Stems, mixture or remix as WAV or FLAC</source>
        <translation>Stems, Original oder neue Mischung als WAV oder FLAC</translation>
    </message>
    <message>
        <source>A copy of the movie: the picture untouched, the chosen tracks as its sound</source>
        <translation>Eine Kopie des Films: das Bild unberührt, die gewählten Spuren als Ton</translation>
    </message>
    <message>
        <source>Replace the files that are listed</source>
        <translation>Die aufgeführten Dateien ersetzen</translation>
    </message>
    <message>
        <source>Write the files; you can go on working meanwhile</source>
        <translation>Die Dateien schreiben; Sie können solange weiterarbeiten</translation>
    </message>
    <message>
        <source>Close without exporting</source>
        <translation>Ohne Export schließen</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>Vorlage</translation>
    </message>
    <message>
        <source>Tracks</source>
        <translation>Spuren</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>Bereich</translation>
    </message>
    <message>
        <source>Start timecode</source>
        <translation>Start-Timecode</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Geschwindigkeit</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation>Lieferung</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>Sitzungen</translation>
    </message>
    <message>
        <source>Folder, name</source>
        <translation>Ordner, Name</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>{start} to {stop}, {length}</source>
        <translation>{start} bis {stop}, {length}</translation>
    </message>
</context>
<context>
    <name>ExportList</name>
    <message>
        <source>Exports</source>
        <translation>Exporte</translation>
    </message>
</context>
<context>
    <name>ExportPlanner</name>
    <message>
        <source>Allow the existing files to be replaced, or choose another name or folder.</source>
        <translation>Erlauben Sie, die vorhandenen Dateien zu ersetzen, oder wählen Sie einen anderen Namen oder Ordner.</translation>
    </message>
    <message>
        <source>Places are looked for only in a version that is separated to its end; leave out their markers, or separate the rest.</source>
        <translation>Stellen werden nur in einer Version gesucht, die bis zum Ende getrennt ist; lassen Sie ihre Marker weg, oder trennen Sie den Rest.</translation>
    </message>
    <message>
        <source>The sound is still being decoded; wait a moment.</source>
        <translation>Der Ton wird noch decodiert; warten Sie einen Moment.</translation>
    </message>
    <message>
        <source>Nothing of the sound could be decoded; open another file.</source>
        <translation>Vom Ton konnte nichts gelesen werden; öffnen Sie eine andere Datei.</translation>
    </message>
    <message>
        <source>Nothing is chosen; choose stems, the mixture or the remix.</source>
        <translation>Nichts ist gewählt; wählen Sie Stems, Original oder neue Mischung.</translation>
    </message>
    <message>
        <source>There is no picture; export the remix as a sound file.</source>
        <translation>Es gibt kein Bild; exportieren Sie die neue Mischung als Tondatei.</translation>
    </message>
    <message>
        <source>The folder needs a full path; choose one.</source>
        <translation>Der Ordner braucht einen vollständigen Pfad; wählen Sie einen.</translation>
    </message>
</context>
<context>
    <name>ExportProgressPanel</name>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>What to know about the export</source>
        <translation>Was über den Export zu wissen ist</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Ändern…</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Im Ordner zeigen</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Ausblenden</translation>
    </message>
    <message>
        <source>Progress of the export</source>
        <translation>Fortschritt des Exports</translation>
    </message>
    <message>
        <source>Stop the export; no file is left behind</source>
        <translation>Den Export anhalten; es bleibt keine Datei zurück</translation>
    </message>
    <message>
        <source>Export the same once more</source>
        <translation>Dasselbe noch einmal exportieren</translation>
    </message>
    <message>
        <source>Choose another folder, name or format</source>
        <translation>Anderen Ordner, Namen oder ein anderes Format wählen</translation>
    </message>
    <message>
        <source>Open the folder of the files</source>
        <translation>Den Ordner der Dateien öffnen</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Diese Meldung schließen</translation>
    </message>
    <message>
        <source>Looking for misplaced sounds</source>
        <translation>Falsch zugeordnete Töne werden gesucht</translation>
    </message>
    <message>
        <source>Measuring the peaks</source>
        <translation>Spitzen werden gemessen</translation>
    </message>
    <message>
        <source>Writing the files</source>
        <translation>Dateien werden geschrieben</translation>
    </message>
    <message>
        <source>Reading the files back</source>
        <translation>Dateien werden nachgelesen</translation>
    </message>
    <message>
        <source>Starting the export</source>
        <translation>Export beginnt</translation>
    </message>
    <message>
        <source>Waits for the export before it</source>
        <translation>Wartet auf den Export davor</translation>
    </message>
    <message>
        <source>Stopping the export</source>
        <translation>Export wird angehalten</translation>
    </message>
    <message>
        <source>The export was cancelled</source>
        <translation>Der Export wurde abgebrochen</translation>
    </message>
    <message>
        <source>Not exported</source>
        <translation>Nicht exportiert</translation>
    </message>
    <message>
        <source>1 file exported</source>
        <translation>1 Datei exportiert</translation>
    </message>
    <message>
        <source>{count} files exported</source>
        <translation>{count} Dateien exportiert</translation>
    </message>
    <message>
        <source> · stems sum bit for bit to the mixture</source>
        <translation> · die Stems ergeben bitgenau das Original</translation>
    </message>
</context>
<context>
    <name>ExportSentences</name>
    <message>
        <source>The remix has the gains that you hear.</source>
        <translation>Die neue Mischung hat die Pegel, die zu hören sind.</translation>
    </message>
    <message>
        <source>The remix holds only {stems}: mute and solo shape it, too.</source>
        <translation>Die neue Mischung enthält nur {stems}: auch Stumm und Solo formen sie.</translation>
    </message>
    <message>
        <source>silence</source>
        <translation>Stille</translation>
    </message>
    <message>
        <source>This version is not reviewed yet, so misplaced sounds are looked for first; their places become markers.</source>
        <translation>Diese Version ist noch nicht geprüft, deshalb werden zuerst falsch zugeordnete Töne gesucht; ihre Stellen werden zu Markern.</translation>
    </message>
    <message>
        <source>Open places of the review that become markers: {number}.</source>
        <translation>Offene Stellen der Prüfung, die zu Markern werden: {number}.</translation>
    </message>
</context>
<context>
    <name>FaceLayer</name>
    <message>
        <source>Face {number}, speaking</source>
        <translation>Gesicht {number}, spricht</translation>
    </message>
    <message>
        <source>Face {number}</source>
        <translation>Gesicht {number}</translation>
    </message>
</context>
<context>
    <name>Faults</name>
    <message>
        <source>The memory is full; close other programs and try again.</source>
        <translation>Der Arbeitsspeicher ist voll; schließen Sie andere Programme und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>no reason given</source>
        <translation>ohne Angabe von Gründen</translation>
    </message>
    <message>
        <source>A file</source>
        <translation>Eine Datei</translation>
    </message>
    <message>
        <source>{name} cannot be used ({reason}); check the disk and the rights of the folder.</source>
        <translation>{name} ist nicht benutzbar ({reason}); prüfen Sie den Datenträger und die Rechte des Ordners.</translation>
    </message>
    <message>
        <source>Something went wrong that should not have ({kind}); please report it together with {log}.</source>
        <translation>Etwas ist schiefgegangen, was nicht hätte geschehen dürfen ({kind}); bitte melden Sie es zusammen mit {log}.</translation>
    </message>
    <message>
        <source>The demo scene could not be made (code {code}); check that there is room on the disk, and open a movie of your own meanwhile.</source>
        <translation>Die Demoszene konnte nicht hergestellt werden (Code {code}); prüfen Sie, ob auf dem Datenträger Platz ist, und öffnen Sie inzwischen einen eigenen Film.</translation>
    </message>
    <message>
        <source>The separating process {ended}, perhaps because the memory was full; everything it had finished is kept, so close other programs and resume.</source>
        <translation>Der trennende Prozess {ended}, vielleicht weil der Arbeitsspeicher voll war; alles Fertige ist aufbewahrt, schließen Sie also andere Programme und setzen Sie fort.</translation>
    </message>
    <message>
        <source>was ended</source>
        <translation>wurde beendet</translation>
    </message>
    <message>
        <source>ended without a word (code {code})</source>
        <translation>endete ohne ein Wort (Code {code})</translation>
    </message>
    <message>
        <source>was ended from outside ({signal})</source>
        <translation>wurde von außen beendet ({signal})</translation>
    </message>
    <message>
        <source>The decoded sound that was kept of this movie was damaged and was made anew.</source>
        <translation>Der aufbewahrte dekodierte Ton dieses Films war beschädigt und wurde neu erzeugt.</translation>
    </message>
    <message>
        <source>{folder} cannot be written, but decoded sound has to go there: make room or check the folder's permissions.</source>
        <translation>{folder} kann nicht beschrieben werden, der dekodierte Ton muss aber dorthin: schaffen Sie Platz oder prüfen Sie die Rechte des Ordners.</translation>
    </message>
    <message>
        <source>the first {time} of {name} can be used</source>
        <translation>die ersten {time} von {name} sind benutzbar</translation>
    </message>
    <message>
        <source>nothing of {name} can be used</source>
        <translation>nichts von {name} ist benutzbar</translation>
    </message>
    <message>
        <source>The disk of {folder} is full; {usable}: make room and open the movie again.</source>
        <translation>Der Datenträger von {folder} ist voll; {usable}: schaffen Sie Platz und öffnen Sie den Film noch einmal.</translation>
    </message>
    <message>
        <source>{path} cannot be saved ({reason}); free some space, check its rights or save under another name.</source>
        <translation>{path} kann nicht gespeichert werden ({reason}); schaffen Sie Platz, prüfen Sie die Rechte oder speichern Sie unter einem anderen Namen.</translation>
    </message>
    <message>
        <source>it is a folder</source>
        <translation>es ist ein Ordner</translation>
    </message>
    <message>
        <source>it is write-protected</source>
        <translation>es ist schreibgeschützt</translation>
    </message>
    <message>
        <source>{path} is not a project of Cass Studio; choose another file.</source>
        <translation>{path} ist kein Projekt von Cass Studio; wählen Sie eine andere Datei.</translation>
    </message>
    <message>
        <source>{path} is no file; choose a project of Cass Studio.</source>
        <translation>{path} ist keine Datei; wählen Sie ein Projekt von Cass Studio.</translation>
    </message>
    <message>
        <source>{path} is too large for a project; choose another file.</source>
        <translation>{path} ist zu groß für ein Projekt; wählen Sie eine andere Datei.</translation>
    </message>
    <message>
        <source>{path} is not a project of Cass Studio, or it is damaged: it is not text; choose another file or an earlier copy.</source>
        <translation>{path} ist kein Projekt von Cass Studio oder beschädigt: es ist kein Text; wählen Sie eine andere Datei oder eine frühere Kopie.</translation>
    </message>
    <message>
        <source>{path} cannot be opened ({reason}); check its name and its rights.</source>
        <translation>{path} kann nicht geöffnet werden ({reason}); prüfen Sie den Namen und die Rechte.</translation>
    </message>
    <message>
        <source>{path} was saved by a newer Cass Studio (file version {version}, this program reads up to {known}); open it with that one.</source>
        <translation>{path} wurde von einem neueren Cass Studio gespeichert (Dateiversion {version}, dieses Programm liest bis {known}); öffnen Sie es mit jenem.</translation>
    </message>
    <message>
        <source>{path} is damaged: {clause}; open an earlier copy of it.</source>
        <translation>{path} ist beschädigt: {clause}; öffnen Sie eine frühere Kopie.</translation>
    </message>
    <message>
        <source>{path} was changed by another program since it was opened; save once more to replace it, or save under another name.</source>
        <translation>{path} wurde seit dem Öffnen von einem anderen Programm geändert; speichern Sie noch einmal, um die Datei zu ersetzen, oder unter einem anderen Namen.</translation>
    </message>
    <message>
        <source>{name} was recovered or removed by another window of Cass Studio; look for it there.</source>
        <translation>{name} wurde von einem anderen Fenster von Cass Studio wiederhergestellt oder entfernt; suchen Sie es dort.</translation>
    </message>
    <message>
        <source>it may not be written</source>
        <translation>er darf nicht beschrieben werden</translation>
    </message>
    <message>
        <source>The stems cannot be kept in {folder} ({reason}); choose another folder.</source>
        <translation>Die Stems können in {folder} nicht abgelegt werden ({reason}); wählen Sie einen anderen Ordner.</translation>
    </message>
</context>
<context>
    <name>FileControls</name>
    <message>
        <source>Save the project</source>
        <translation>Das Projekt speichern</translation>
    </message>
    <message>
        <source>A separation is running; cancel it or wait for its end, then try again.</source>
        <translation>Eine Trennung läuft; abbrechen oder ihr Ende abwarten, dann erneut versuchen.</translation>
    </message>
    <message>
        <source>Open a movie, a sound file or a project</source>
        <translation>Einen Film, eine Tondatei oder ein Projekt öffnen</translation>
    </message>
    <message>
        <source>Open a project</source>
        <translation>Projekt öffnen</translation>
    </message>
    <message>
        <source>Cass Studio projects (*{suffix})</source>
        <translation>Cass-Studio-Projekte (*{suffix})</translation>
    </message>
</context>
<context>
    <name>FilmstripCanvas</name>
    <message>
        <source>This file has no picture</source>
        <translation>Diese Datei hat kein Bild</translation>
    </message>
    <message>
        <source>a face speaks</source>
        <translation>ein Gesicht spricht</translation>
    </message>
    <message>
        <source>a face is silent</source>
        <translation>ein Gesicht schweigt</translation>
    </message>
    <message>
        <source>no face</source>
        <translation>kein Gesicht</translation>
    </message>
    <message>
        <source>Faces and cuts come with a separation</source>
        <translation>Gesichter und Schnitte kommen mit einer Trennung</translation>
    </message>
</context>
<context>
    <name>FilmstripHeader</name>
    <message>
        <source>Pictures of the movie; a white line is a cut</source>
        <translation>Bilder des Films; eine weiße Linie ist ein Schnitt</translation>
    </message>
    <message>
        <source>Pictures of the filmstrip</source>
        <translation>Bilder des Filmstreifens</translation>
    </message>
    <message>
        <source>As many as fit</source>
        <translation>So viele wie passen</translation>
    </message>
    <message>
        <source>One a shot</source>
        <translation>Eines je Einstellung</translation>
    </message>
    <message>
        <source>Every 1 s</source>
        <translation>Alle 1 s</translation>
    </message>
    <message>
        <source>Every 5 s</source>
        <translation>Alle 5 s</translation>
    </message>
    <message>
        <source>Every 30 s</source>
        <translation>Alle 30 s</translation>
    </message>
    <message>
        <source>speaks</source>
        <translation>spricht</translation>
    </message>
    <message>
        <source>face</source>
        <translation>Gesicht</translation>
    </message>
</context>
<context>
    <name>FirstRunPage</name>
    <message>
        <source>Start page</source>
        <translation>Startseite</translation>
    </message>
    <message>
        <source>What went wrong</source>
        <translation>Was schiefging</translation>
    </message>
    <message>
        <source>Dialogue, effects and music out of a movie’s mixed sound.</source>
        <translation>Dialog, Effekte und Musik aus dem gemischten Ton eines Films.</translation>
    </message>
    <message>
        <source>Drop a movie, a sound file or a project here</source>
        <translation>Einen Film, eine Tondatei oder ein Projekt hier ablegen</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Öffnen…</translation>
    </message>
    <message>
        <source>Open the demo scene</source>
        <translation>Demoszene öffnen</translation>
    </message>
    <message>
        <source>Models…</source>
        <translation>Modelle…</translation>
    </message>
    <message>
        <source>The picture helps: faces and cuts tell voices from effects.</source>
        <translation>Das Bild hilft: Gesichter und Schnitte unterscheiden Stimmen von Effekten.</translation>
    </message>
    <message>
        <source>The stems always sum to the original, sample for sample.</source>
        <translation>Die Stems ergeben zusammen stets das Original, Sample für Sample.</translation>
    </message>
    <message>
        <source>Everything stays on this computer and has a key: press F1.</source>
        <translation>Alles bleibt auf diesem Computer und hat eine Taste: drücken Sie F1.</translation>
    </message>
</context>
<context>
    <name>Forecast</name>
    <message>
        <source>Names of the files</source>
        <translation>Namen der Dateien</translation>
    </message>
    <message>
        <source>{name} (exists)</source>
        <translation>{name} (vorhanden)</translation>
    </message>
    <message>
        <source>and {number} more</source>
        <translation>und {number} weitere</translation>
    </message>
    <message>
        <source>Up to {size}</source>
        <translation>Bis zu {size}</translation>
    </message>
    <message>
        <source>About {size}</source>
        <translation>Etwa {size}</translation>
    </message>
    <message>
        <source>, {free} free</source>
        <translation>, {free} frei</translation>
    </message>
</context>
<context>
    <name>FormatBoxes</name>
    <message>
        <source>Dither the remix</source>
        <translation>Neue Mischung mit Dither</translation>
    </message>
    <message>
        <source>A mono track for each channel</source>
        <translation>Eine Mono-Spur je Kanal</translation>
    </message>
    <message>
        <source>If the remix passes full scale:</source>
        <translation>Wenn die neue Mischung übersteuert:</translation>
    </message>
    <message>
        <source>write 32-bit float instead</source>
        <translation>stattdessen 32 Bit Gleitkomma schreiben</translation>
    </message>
    <message>
        <source>export nothing and say so</source>
        <translation>nichts exportieren und es sagen</translation>
    </message>
    <message>
        <source>leave it so; players may clip it</source>
        <translation>so lassen; Abspieler können übersteuern</translation>
    </message>
    <message>
        <source>turn it down as a whole</source>
        <translation>im Ganzen leiser machen</translation>
    </message>
    <message>
        <source>its own rate</source>
        <translation>eigene Rate</translation>
    </message>
    <message>
        <source>32-bit float</source>
        <translation>32 Bit Gleitkomma</translation>
    </message>
    <message>
        <source>{bits}-bit</source>
        <translation>{bits} Bit</translation>
    </message>
    <message>
        <source>File type</source>
        <translation>Dateityp</translation>
    </message>
    <message>
        <source>Bit depth</source>
        <translation>Bittiefe</translation>
    </message>
    <message>
        <source>Sample rate</source>
        <translation>Abtastrate</translation>
    </message>
    <message>
        <source>Sample rate of the files; another than the programme's is converted (soxr VHQ)</source>
        <translation>Abtastrate der Dateien; eine andere als die des Programms wird umgerechnet (soxr VHQ)</translation>
    </message>
    <message>
        <source>Format of the movie; the picture stays untouched</source>
        <translation>Format des Films; das Bild bleibt unverändert</translation>
    </message>
    <message>
        <source>What happens to a remix that passes full scale</source>
        <translation>Was mit einer übersteuerten Mischung geschieht</translation>
    </message>
    <message>
        <source>Sound tracks of one channel each, as broadcasters want them in MXF</source>
        <translation>Tonspuren mit je einem Kanal, wie Sender sie in MXF wünschen</translation>
    </message>
    <message>
        <source>Noise of one step that hides the rounding to 16 bits</source>
        <translation>Rauschen von einer Stufe, das die Rundung auf 16 Bit verbirgt</translation>
    </message>
</context>
<context>
    <name>FormatCorner</name>
    <message>
        <source>How positions are written</source>
        <translation>Wie Positionen geschrieben werden</translation>
    </message>
</context>
<context>
    <name>GainField</name>
    <message>
        <source>Drag or turn the wheel to change, type a number, double-click for 0 dB.</source>
        <translation>Ziehen oder am Rad drehen, eine Zahl tippen, Doppelklick für 0 dB.</translation>
    </message>
    <message>
        <source>'{text}' is no gain; type a number up to +{highest}, or -inf.</source>
        <translation>„{text}“ ist kein Pegel; eine Zahl bis +{highest} eingeben, oder -inf.</translation>
    </message>
</context>
<context>
    <name>GeneralPage</name>
    <message>
        <source>General</source>
        <translation>Allgemein</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>Wie die Arbeitsfläche</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Thema</translation>
    </message>
    <message>
        <source>Colours of the window</source>
        <translation>Farben des Fensters</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Language of menus and sentences</source>
        <translation>Sprache von Menüs und Sätzen</translation>
    </message>
    <message>
        <source>Another language is spoken from the next start on.</source>
        <translation>Die andere Sprache gilt ab dem nächsten Start.</translation>
    </message>
    <message>
        <source>Edits are kept safe every 20 seconds, also in projects that were never saved:
{folder}</source>
        <translation>Änderungen werden alle 20 Sekunden gesichert, auch in nie gespeicherten Projekten:
{folder}</translation>
    </message>
</context>
<context>
    <name>GraphicsCardPage</name>
    <message>
        <source>Graphics card</source>
        <translation>Grafikkarte</translation>
    </message>
    <message>
        <source>What separates</source>
        <translation>Was trennt</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Was zu tun ist</translation>
    </message>
    <message>
        <source>Size of all packages</source>
        <translation>Größe aller Pakete</translation>
    </message>
    <message>
        <source>Show what is needed</source>
        <translation>Zeigen, was nötig ist</translation>
    </message>
    <message>
        <source>Fetch</source>
        <translation>Laden</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>What went wrong</source>
        <translation>Was schiefging</translation>
    </message>
    <message>
        <source>Ask the package index for versions and sizes</source>
        <translation>Den Paketindex nach Versionen und Größen fragen</translation>
    </message>
    <message>
        <source>Fetch the packages and check them; used after a restart</source>
        <translation>Die Pakete laden und prüfen; nach einem Neustart verwendet</translation>
    </message>
    <message>
        <source>Free the disk; the processor separates again</source>
        <translation>Die Platte freigeben; der Prozessor trennt wieder</translation>
    </message>
    <message>
        <source>Stop; what has come is kept for the next time</source>
        <translation>Anhalten; was gekommen ist, bleibt für das nächste Mal</translation>
    </message>
    <message>
        <source>How far it is fetched</source>
        <translation>Wie weit es geladen ist</translation>
    </message>
    <message>
        <source>Packages to fetch</source>
        <translation>Zu ladende Pakete</translation>
    </message>
    <message>
        <source>Exact versions; each is checked against its published checksum</source>
        <translation>Genaue Versionen; jede wird mit ihrer veröffentlichten Prüfsumme verglichen</translation>
    </message>
    <message>
        <source>Package</source>
        <translation>Paket</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Wird gesucht…</translation>
    </message>
</context>
<context>
    <name>IsolateControls</name>
    <message>
        <source>Looking and listening: {percent} %  (Esc ends it)</source>
        <translation>Sehen und Hören: {percent} %  (Esc beendet es)</translation>
    </message>
</context>
<context>
    <name>KeyMap</name>
    <message>
        <source>Cass Studio</source>
        <translation>Cass Studio</translation>
    </message>
    <message>
        <source>Pro Tools-like</source>
        <translation>Wie Pro Tools</translation>
    </message>
    <message>
        <source>Reaper-like</source>
        <translation>Wie Reaper</translation>
    </message>
</context>
<context>
    <name>LaneCanvas</name>
    <message>
        <source>Reading the sound…</source>
        <translation>Ton wird gelesen…</translation>
    </message>
    <message>
        <source>Not separated yet</source>
        <translation>Noch nicht getrennt</translation>
    </message>
</context>
<context>
    <name>LaneHeader</name>
    <message>
        <source>{lane}, {words}</source>
        <translation>{lane}, {words}</translation>
    </message>
    <message>
        <source>{lane} gain</source>
        <translation>Pegel {lane}</translation>
    </message>
    <message>
        <source>{lane} bleed and artefacts</source>
        <translation>{lane}: Übersprechen und Artefakte</translation>
    </message>
    <message>
        <source>{lane} level</source>
        <translation>Aussteuerung {lane}</translation>
    </message>
    <message>
        <source>Solo {lane}</source>
        <translation>Solo {lane}</translation>
    </message>
    <message>
        <source>Solo. With Ctrl: only this one.</source>
        <translation>Solo. Mit Strg: nur diese Spur.</translation>
    </message>
    <message>
        <source>Mute {lane}</source>
        <translation>{lane} stumm</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>Stumm</translation>
    </message>
    <message>
        <source>Hear the original mixture</source>
        <translation>Den Originalton hören</translation>
    </message>
    <message>
        <source>Peak {level} dB</source>
        <translation>Spitze {level} dB</translation>
    </message>
</context>
<context>
    <name>Lanes</name>
    <message>
        <source>Filmstrip</source>
        <translation>Filmstreifen</translation>
    </message>
    <message>
        <source>Mixture</source>
        <translation>Original</translation>
    </message>
    <message>
        <source>Mixture (MIX)</source>
        <translation>Original (MIX)</translation>
    </message>
    <message>
        <source>Dialogue</source>
        <translation>Dialog</translation>
    </message>
    <message>
        <source>Dialogue (DX)</source>
        <translation>Dialog (DX)</translation>
    </message>
    <message>
        <source>Press Separate to see and hear the dialogue alone</source>
        <translation>Drücken Sie Trennen, um den Dialog allein zu sehen und zu hören</translation>
    </message>
    <message>
        <source>Effects</source>
        <translation>Effekte</translation>
    </message>
    <message>
        <source>Effects (FX)</source>
        <translation>Effekte (FX)</translation>
    </message>
    <message>
        <source>Press Separate to see and hear the effects alone</source>
        <translation>Drücken Sie Trennen, um die Effekte allein zu sehen und zu hören</translation>
    </message>
    <message>
        <source>Music</source>
        <translation>Musik</translation>
    </message>
    <message>
        <source>Music (MX)</source>
        <translation>Musik (MX)</translation>
    </message>
    <message>
        <source>Press Separate to see and hear the music alone</source>
        <translation>Drücken Sie Trennen, um die Musik allein zu sehen und zu hören</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Differenz</translation>
    </message>
    <message>
        <source>Loudness</source>
        <translation>Lautheit</translation>
    </message>
    <message>
        <source>Wrong placement</source>
        <translation>Zuordnung</translation>
    </message>
</context>
<context>
    <name>Languages</name>
    <message>
        <source>Arabic</source>
        <translation>Arabisch</translation>
    </message>
    <message>
        <source>Basque</source>
        <translation>Baskisch</translation>
    </message>
    <message>
        <source>Bulgarian</source>
        <translation>Bulgarisch</translation>
    </message>
    <message>
        <source>Catalan</source>
        <translation>Katalanisch</translation>
    </message>
    <message>
        <source>Chinese</source>
        <translation>Chinesisch</translation>
    </message>
    <message>
        <source>Croatian</source>
        <translation>Kroatisch</translation>
    </message>
    <message>
        <source>Czech</source>
        <translation>Tschechisch</translation>
    </message>
    <message>
        <source>Danish</source>
        <translation>Dänisch</translation>
    </message>
    <message>
        <source>Dutch</source>
        <translation>Niederländisch</translation>
    </message>
    <message>
        <source>English</source>
        <translation>Englisch</translation>
    </message>
    <message>
        <source>Estonian</source>
        <translation>Estnisch</translation>
    </message>
    <message>
        <source>Finnish</source>
        <translation>Finnisch</translation>
    </message>
    <message>
        <source>French</source>
        <translation>Französisch</translation>
    </message>
    <message>
        <source>Galician</source>
        <translation>Galicisch</translation>
    </message>
    <message>
        <source>German</source>
        <translation>Deutsch</translation>
    </message>
    <message>
        <source>Greek</source>
        <translation>Griechisch</translation>
    </message>
    <message>
        <source>Hebrew</source>
        <translation>Hebräisch</translation>
    </message>
    <message>
        <source>Hindi</source>
        <translation>Hindi</translation>
    </message>
    <message>
        <source>Hungarian</source>
        <translation>Ungarisch</translation>
    </message>
    <message>
        <source>Icelandic</source>
        <translation>Isländisch</translation>
    </message>
    <message>
        <source>Indonesian</source>
        <translation>Indonesisch</translation>
    </message>
    <message>
        <source>Irish</source>
        <translation>Irisch</translation>
    </message>
    <message>
        <source>Italian</source>
        <translation>Italienisch</translation>
    </message>
    <message>
        <source>Japanese</source>
        <translation>Japanisch</translation>
    </message>
    <message>
        <source>Korean</source>
        <translation>Koreanisch</translation>
    </message>
    <message>
        <source>Latvian</source>
        <translation>Lettisch</translation>
    </message>
    <message>
        <source>Lithuanian</source>
        <translation>Litauisch</translation>
    </message>
    <message>
        <source>Malay</source>
        <translation>Malaiisch</translation>
    </message>
    <message>
        <source>Norwegian</source>
        <translation>Norwegisch</translation>
    </message>
    <message>
        <source>Norwegian Bokmål</source>
        <translation>Norwegisch (Bokmål)</translation>
    </message>
    <message>
        <source>Persian</source>
        <translation>Persisch</translation>
    </message>
    <message>
        <source>Polish</source>
        <translation>Polnisch</translation>
    </message>
    <message>
        <source>Portuguese</source>
        <translation>Portugiesisch</translation>
    </message>
    <message>
        <source>Romanian</source>
        <translation>Rumänisch</translation>
    </message>
    <message>
        <source>Russian</source>
        <translation>Russisch</translation>
    </message>
    <message>
        <source>Serbian</source>
        <translation>Serbisch</translation>
    </message>
    <message>
        <source>Slovak</source>
        <translation>Slowakisch</translation>
    </message>
    <message>
        <source>Slovenian</source>
        <translation>Slowenisch</translation>
    </message>
    <message>
        <source>Spanish</source>
        <translation>Spanisch</translation>
    </message>
    <message>
        <source>Swedish</source>
        <translation>Schwedisch</translation>
    </message>
    <message>
        <source>Tamil</source>
        <translation>Tamil</translation>
    </message>
    <message>
        <source>Telugu</source>
        <translation>Telugu</translation>
    </message>
    <message>
        <source>Thai</source>
        <translation>Thailändisch</translation>
    </message>
    <message>
        <source>Turkish</source>
        <translation>Türkisch</translation>
    </message>
    <message>
        <source>Ukrainian</source>
        <translation>Ukrainisch</translation>
    </message>
    <message>
        <source>Vietnamese</source>
        <translation>Vietnamesisch</translation>
    </message>
</context>
<context>
    <name>LevelMeter</name>
    <message>
        <source>Level and held peak. Click to put the clip lamp out.</source>
        <translation>Pegel und gehaltene Spitze. Klick löscht die Übersteuerungsanzeige.</translation>
    </message>
</context>
<context>
    <name>LibrarySentences</name>
    <message>
        <source> (process {0})</source>
        <translation> (Prozess {0})</translation>
    </message>
    <message>
        <source> and </source>
        <translation> und </translation>
    </message>
    <message>
        <source> to {0:n}</source>
        <translation> bis {0:n}</translation>
    </message>
    <message>
        <source>"name" is not that of a file</source>
        <translation>„name“ ist kein Dateiname</translation>
    </message>
    <message>
        <source>"position" does not lie within the span</source>
        <translation>„position“ liegt nicht im Bereich</translation>
    </message>
    <message>
        <source>"span" does not lie within the programme</source>
        <translation>„span“ liegt nicht im Programm</translation>
    </message>
    <message>
        <source>"state" is "{0}" at position {1}</source>
        <translation>„state“ ist „{0}“ an Position {1}</translation>
    </message>
    <message>
        <source>"{0}" has "{1}", which is none of {2}</source>
        <translation>„{0}“ enthält „{1}“, das keines von {2} ist</translation>
    </message>
    <message>
        <source>"{0}" is missing</source>
        <translation>„{0}“ fehlt</translation>
    </message>
    <message>
        <source>"{0}" is not a number from {1:n}{2}</source>
        <translation>„{0}“ ist keine Zahl ab {1:n}{2}</translation>
    </message>
    <message>
        <source>"{0}" is not a table</source>
        <translation>„{0}“ ist keine Tabelle</translation>
    </message>
    <message>
        <source>"{0}" is not known</source>
        <translation>„{0}“ ist unbekannt</translation>
    </message>
    <message>
        <source>"{0}" is not {1}</source>
        <translation>„{0}“ ist nicht: {1}</translation>
    </message>
    <message>
        <source>"{0}.{1}" is not known</source>
        <translation>„{0}.{1}“ ist unbekannt</translation>
    </message>
    <message>
        <source>'{0}' counts frames, but the file has no picture; write HH:MM:SS.mmm instead.</source>
        <translation>„{0}“ zählt Bilder, die Datei hat aber kein Bild; schreiben Sie stattdessen HH:MM:SS.mmm.</translation>
    </message>
    <message>
        <source>'{0}' does not exist in drop-frame timecode; use frame {1:n} instead.</source>
        <translation>„{0}“ gibt es im Drop-Frame-Timecode nicht; nehmen Sie stattdessen Bild {1:n}.</translation>
    </message>
    <message>
        <source>'{0}' is before the programme, which starts at {1}: give a later timecode, or a plain time from the start such as 12.5.</source>
        <translation>„{0}“ liegt vor dem Programm, das bei {1} beginnt: geben Sie einen späteren Timecode an oder eine einfache Zeit vom Anfang an wie 12.5.</translation>
    </message>
    <message>
        <source>'{0}' is no change of speed; choose one of {1}.</source>
        <translation>„{0}“ ist keine Änderung der Geschwindigkeit; wählen Sie eine von {1}.</translation>
    </message>
    <message>
        <source>'{0}' is no channel layout; use a name such as mono, stereo, 5.1 or 7.1.</source>
        <translation>„{0}“ ist keine Kanalanordnung; nehmen Sie einen Namen wie mono, stereo, 5.1 oder 7.1.</translation>
    </message>
    <message>
        <source>'{0}' is no file type for sound; choose {1}.</source>
        <translation>„{0}“ ist kein Dateityp für Ton; wählen Sie {1}.</translation>
    </message>
    <message>
        <source>'{0}' is no form of files; choose poly or mono.</source>
        <translation>„{0}“ ist keine Form von Dateien; wählen Sie poly oder mono.</translation>
    </message>
    <message>
        <source>'{0}' is no hint: {1}</source>
        <translation>„{0}“ ist kein Hinweis: {1}</translation>
    </message>
    <message>
        <source>'{0}' is no hint; write start, end and stem with commas between them, such as 12.5,14,FX, and a band in hertz where there is one, such as 12.5,14,FX,200,4000.</source>
        <translation>„{0}“ ist kein Hinweis; schreiben Sie Anfang, Ende und Stem mit Kommas dazwischen, etwa 12.5,14,FX, und ein Band in Hertz, wo es eines gibt, etwa 12.5,14,FX,200,4000.</translation>
    </message>
    <message>
        <source>'{0}' is no kind of session; choose some of {1}.</source>
        <translation>„{0}“ ist keine Art von Sitzung; wählen Sie einige von {1}.</translation>
    </message>
    <message>
        <source>'{0}' is no number from 0.</source>
        <translation>„{0}“ ist keine Zahl ab 0.</translation>
    </message>
    <message>
        <source>'{0}' is no order of channels; choose smpte or film.</source>
        <translation>„{0}“ ist keine Reihenfolge der Kanäle; wählen Sie smpte oder film.</translation>
    </message>
    <message>
        <source>'{0}' is no stem; choose {1}.</source>
        <translation>„{0}“ ist kein Stem; wählen Sie {1}.</translation>
    </message>
    <message>
        <source>'{0}' is no time: minutes and seconds go up to 59.</source>
        <translation>„{0}“ ist keine Zeit: Minuten und Sekunden gehen bis 59.</translation>
    </message>
    <message>
        <source>'{0}' is no time; write seconds (12.5), MM:SS, HH:MM:SS.mmm or HH:MM:SS:FF.</source>
        <translation>„{0}“ ist keine Zeit; schreiben Sie Sekunden (12.5), MM:SS, HH:MM:SS.mmm oder HH:MM:SS:FF.</translation>
    </message>
    <message>
        <source>'{0}' is no timecode rate; choose one of {1}.</source>
        <translation>„{0}“ ist keine Timecode-Rate; wählen Sie eine von {1}.</translation>
    </message>
    <message>
        <source>'{0}' is no timecode; write HH:MM:SS:FF, such as 01:00:00:00.</source>
        <translation>„{0}“ ist kein Timecode; schreiben Sie HH:MM:SS:FF, etwa 01:00:00:00.</translation>
    </message>
    <message>
        <source>'{0}' is out of range: a day has 24 hours and a second {1} frames (00 to {2:n}).</source>
        <translation>„{0}“ liegt außerhalb: ein Tag hat 24 Stunden und eine Sekunde {1} Bilder (00 bis {2:n}).</translation>
    </message>
    <message>
        <source>, compiled</source>
        <translation>, kompiliert</translation>
    </message>
    <message>
        <source>32-bit float WAV</source>
        <translation>WAV in 32-bit Float</translation>
    </message>
    <message>
        <source>A FLAC file cannot hold {0} channels at {1} Hz; choose WAV.</source>
        <translation>Eine FLAC-Datei fasst keine {0} Kanäle mit {1} Hz; wählen Sie WAV.</translation>
    </message>
    <message>
        <source>A WAV file cannot hold {0} channels; export fewer channels.</source>
        <translation>Eine WAV-Datei fasst keine {0} Kanäle; exportieren Sie weniger Kanäle.</translation>
    </message>
    <message>
        <source>A bracket in the name has no partner; write fields as {stem}.</source>
        <translation>Eine Klammer im Namen hat kein Gegenstück; schreiben Sie Felder wie {stem}.</translation>
    </message>
    <message>
        <source>A chunk of {0} has shapes {1} and {2}, which do not fit {3} channels; separate the movie again.</source>
        <translation>Ein Abschnitt von {0} hat die Formen {1} und {2}, die nicht zu {3} Kanälen passen; trennen Sie den Film noch einmal.</translation>
    </message>
    <message>
        <source>A chunk of {0} reaches past sample {1}; separate the movie again.</source>
        <translation>Ein Abschnitt von {0} reicht über Sample {1} hinaus; trennen Sie den Film noch einmal.</translation>
    </message>
    <message>
        <source>A chunk of {0} starts at sample {1} instead of {2}; resume the separation.</source>
        <translation>Ein Abschnitt von {0} beginnt bei Sample {1} statt {2}; setzen Sie die Trennung fort.</translation>
    </message>
    <message>
        <source>A frame rate must be above 0; give one such as 25 or 30000/1001.</source>
        <translation>Eine Bildrate muss über 0 liegen; geben Sie eine wie 25 oder 30000/1001 an.</translation>
    </message>
    <message>
        <source>A hint must lie in the programme, which runs from {0} to {1}.</source>
        <translation>Ein Hinweis muss im Programm liegen, das von {0} bis {1} läuft.</translation>
    </message>
    <message>
        <source>A hint needs an end behind its start.</source>
        <translation>Ein Hinweis braucht ein Ende nach seinem Anfang.</translation>
    </message>
    <message>
        <source>A repair needs the separation '{0}', which the project does not know; remove the repair or separate there again.</source>
        <translation>Eine Reparatur braucht die Trennung „{0}“, die das Projekt nicht kennt; entfernen Sie die Reparatur oder trennen Sie dort neu.</translation>
    </message>
    <message>
        <source>A repair needs the separation in {0}, which has another rate, length or number of channels; remove the repair or separate there again.</source>
        <translation>Eine Reparatur braucht die Trennung in {0}, die eine andere Abtastrate, Länge oder Kanalzahl hat; entfernen Sie die Reparatur oder trennen Sie dort neu.</translation>
    </message>
    <message>
        <source>A sound of {0} channels ({1}) has no fold-down to stereo; leave it out.</source>
        <translation>Ein Ton mit {0} Kanälen ({1}) hat keinen Downmix nach Stereo; lassen Sie ihn weg.</translation>
    </message>
    <message>
        <source>A stem passes full scale in {0} bits, so all four files were written as {1}.</source>
        <translation>Ein Stem übersteuert in {0} Bit, deshalb wurden alle vier Dateien als {1} geschrieben.</translation>
    </message>
    <message>
        <source>A track passes full scale in {0} bits, so stems and mixture were written as 32-bit float WAV.</source>
        <translation>Eine Spur übersteuert in {0} Bit, deshalb wurden Stems und Original als WAV in 32-bit Float geschrieben.</translation>
    </message>
    <message>
        <source>A track passes full scale, so the sound is 32-bit float.</source>
        <translation>Eine Spur überschreitet den Vollpegel, daher ist der Ton 32-Bit-Gleitkomma.</translation>
    </message>
    <message>
        <source>A track passes full scale, which {0} cannot hold; choose MOV.</source>
        <translation>Eine Spur überschreitet den Vollpegel, was {0} nicht fassen kann; wählen Sie MOV.</translation>
    </message>
    <message>
        <source>A track passes full scale; players may clip it.</source>
        <translation>Eine Spur überschreitet den Vollpegel; Abspielprogramme können sie begrenzen.</translation>
    </message>
    <message>
        <source>A version needs at least one separation; separate the movie first.</source>
        <translation>Eine Version braucht mindestens eine Trennung; trennen Sie zuerst den Film.</translation>
    </message>
    <message>
        <source>A window of {0} can last {1:n} to {2:n} s, not {3:n}.</source>
        <translation>Ein Fenster von {0} kann {1:n} bis {2:n} s dauern, nicht {3:n}.</translation>
    </message>
    <message>
        <source>AAF with linked files</source>
        <translation>AAF mit verknüpften Dateien</translation>
    </message>
    <message>
        <source>AAF with the sound inside</source>
        <translation>AAF mit enthaltenem Ton</translation>
    </message>
    <message>
        <source>ATSC A/85</source>
        <translation>ATSC A/85</translation>
    </message>
    <message>
        <source>AV-CASS, audio only</source>
        <translation>AV-CASS, nur mit Ton</translation>
    </message>
    <message>
        <source>All files would have the same name; add {stem} to it.</source>
        <translation>Alle Dateien hätten denselben Namen; fügen Sie {stem} hinzu.</translation>
    </message>
    <message>
        <source>All markers of {0} lie outside of the programme, the first at {1}; see whether list and movie start alike.</source>
        <translation>Alle Marker von {0} liegen außerhalb des Programms, der erste bei {1}; prüfen Sie, ob Liste und Film gleich beginnen.</translation>
    </message>
    <message>
        <source>An effect is heard in the dialogue and missing in the M&amp;E.</source>
        <translation>Ein Effekt ist im Dialog zu hören und fehlt im M&amp;E.</translation>
    </message>
    <message>
        <source>An effect is heard in the music.</source>
        <translation>Ein Effekt ist in der Musik zu hören.</translation>
    </message>
    <message>
        <source>Apple GPU</source>
        <translation>Grafikeinheit von Apple</translation>
    </message>
    <message>
        <source>Audio stream {0} of {1} holds no sound that can be decoded: choose another stream or export the file again.</source>
        <translation>Tonspur {0} von {1} enthält keinen Ton, der sich dekodieren lässt: wählen Sie eine andere Spur oder exportieren Sie die Datei noch einmal.</translation>
    </message>
    <message>
        <source>Audio stream {0} of {1} uses a codec that cannot be decoded here: convert it to PCM, AAC or FLAC first.</source>
        <translation>Tonspur {0} von {1} verwendet einen Codec, der hier nicht dekodiert werden kann: wandeln Sie sie zuerst in PCM, AAC oder FLAC um.</translation>
    </message>
    <message>
        <source>Bandit v2, many languages</source>
        <translation>Bandit v2, viele Sprachen</translation>
    </message>
    <message>
        <source>CPU (1 core)</source>
        <translation>CPU (1 Kern)</translation>
    </message>
    <message>
        <source>CPU ({0} cores)</source>
        <translation>CPU ({0} Kerne)</translation>
    </message>
    <message>
        <source>CUDA graphics card</source>
        <translation>CUDA-Grafikkarte</translation>
    </message>
    <message>
        <source>Cannot allocate memory</source>
        <translation>Speicher kann nicht belegt werden</translation>
    </message>
    <message>
        <source>Device or resource busy</source>
        <translation>Gerät oder Datei wird benutzt</translation>
    </message>
    <message>
        <source>Dialogue in many languages, and strong music; very slow without a graphics card.</source>
        <translation>Dialog in vielen Sprachen und starke Musik; ohne Grafikkarte sehr langsam.</translation>
    </message>
    <message>
        <source>Dialogue is heard in the effects; the M&amp;E would speak.</source>
        <translation>Dialog ist in den Effekten zu hören; das M&amp;E würde sprechen.</translation>
    </message>
    <message>
        <source>Dialogue is heard in the music; the M&amp;E would speak.</source>
        <translation>Dialog ist in der Musik zu hören; das M&amp;E würde sprechen.</translation>
    </message>
    <message>
        <source>Disk quota exceeded</source>
        <translation>zugeteilter Speicherplatz überschritten</translation>
    </message>
    <message>
        <source>Does not separate: finds by the picture how loud each stem should be (Balance by the picture).</source>
        <translation>Trennt nicht: findet nach dem Bild, wie laut jeder Stem sein soll (Nach dem Bild ausbalancieren).</translation>
    </message>
    <message>
        <source>Does not separate: selects the sound of something in the picture (Isolate by the picture). Put frame_best.pth beside its file.</source>
        <translation>Trennt nicht: wählt den Klang von etwas im Bild aus (Nach dem Bild isolieren). Legen Sie frame_best.pth neben seine Datei.</translation>
    </message>
    <message>
        <source>Drop-frame timecode does not exist at {0:n} frames a second: write the frames after a colon.</source>
        <translation>Drop-Frame-Timecode gibt es bei {0:n} Bildern je Sekunde nicht: schreiben Sie die Bilder nach einem Doppelpunkt.</translation>
    </message>
    <message>
        <source>EBU R 128</source>
        <translation>EBU R 128</translation>
    </message>
    <message>
        <source>EBU R 128 s1, short programmes</source>
        <translation>EBU R 128 s1, kurze Programme</translation>
    </message>
    <message>
        <source>End of file</source>
        <translation>Ende der Datei</translation>
    </message>
    <message>
        <source>Face crops were not asked for when the picture was analysed.</source>
        <translation>Als das Bild ausgewertet wurde, waren keine Ausschnitte der Gesichter verlangt.</translation>
    </message>
    <message>
        <source>Faces are not used: MediaPipe cannot be loaded ({0}).</source>
        <translation>Gesichter werden nicht genutzt: MediaPipe kann nicht geladen werden ({0}).</translation>
    </message>
    <message>
        <source>Faces followed at once must be 1 to {0}.</source>
        <translation>Zugleich können 1 bis {0} Gesichter verfolgt werden.</translation>
    </message>
    <message>
        <source>File exists</source>
        <translation>Datei existiert schon</translation>
    </message>
    <message>
        <source>File name too long</source>
        <translation>Dateiname zu lang</translation>
    </message>
    <message>
        <source>File too large</source>
        <translation>Datei zu groß</translation>
    </message>
    <message>
        <source>Final Cut Pro 7 XML</source>
        <translation>Final Cut Pro 7 XML</translation>
    </message>
    <message>
        <source>Final Cut Pro XML</source>
        <translation>Final Cut Pro XML</translation>
    </message>
    <message>
        <source>Gains and gain lines are left out of the stems' files, so that they sum to the mixture.</source>
        <translation>Pegel und Pegellinien sind in den Dateien der Stems nicht enthalten, damit sie das Original ergeben.</translation>
    </message>
    <message>
        <source>Gains and gain lines are left out of the stems' files; the sessions carry them.</source>
        <translation>Pegel und Pegellinien sind in den Dateien der Stems nicht enthalten; die Sitzungen tragen sie.</translation>
    </message>
    <message>
        <source>Generates each stem by sound alone, below 8 kHz. Needs a graphics card.</source>
        <translation>Erzeugt jeden Stem allein aus dem Ton, bis 8 kHz. Braucht eine Grafikkarte.</translation>
    </message>
    <message>
        <source>Generates each stem by sound and picture; the best effects, below 8 kHz. Needs a graphics card.</source>
        <translation>Erzeugt jeden Stem aus Ton und Bild; die besten Effekte, bis 8 kHz. Braucht eine Grafikkarte.</translation>
    </message>
    <message>
        <source>Good music and dialogue of stereo films, at moderate cost.</source>
        <translation>Gute Musik und guter Dialog aus Stereofilmen, bei mäßigem Aufwand.</translation>
    </message>
    <message>
        <source>HTTP {0}</source>
        <translation>HTTP {0}</translation>
    </message>
    <message>
        <source>Handles would sound where the leader is silent; choose one.</source>
        <translation>Überhänge würden dort klingen, wo das Vorspannband still ist; wählen Sie eines von beiden.</translation>
    </message>
    <message>
        <source>High scores on made mixtures; very slow without a graphics card.</source>
        <translation>Hohe Werte an gemachten Mischungen; ohne Grafikkarte sehr langsam.</translation>
    </message>
    <message>
        <source>Input/output error</source>
        <translation>Ein-/Ausgabefehler</translation>
    </message>
    <message>
        <source>Invalid argument</source>
        <translation>ungültiges Argument</translation>
    </message>
    <message>
        <source>Invalid data found when processing input</source>
        <translation>ungültige Daten in der Datei</translation>
    </message>
    <message>
        <source>Is a directory</source>
        <translation>ist ein Ordner</translation>
    </message>
    <message>
        <source>Its timecode counts as before.</source>
        <translation>Der Timecode zählt wie zuvor.</translation>
    </message>
    <message>
        <source>Left and right of {0} are the same sound.</source>
        <translation>Links und rechts von {0} sind derselbe Ton.</translation>
    </message>
    <message>
        <source>Left and right of {0} cancel each other in mono, first at {1}.</source>
        <translation>Links und rechts von {0} löschen sich in Mono aus, zuerst bei {1}.</translation>
    </message>
    <message>
        <source>Line {0} of {1} is no hint: {2}</source>
        <translation>Zeile {0} von {1} ist kein Hinweis: {2}</translation>
    </message>
    <message>
        <source>MRX, levels of films</source>
        <translation>MRX, Pegel von Filmen</translation>
    </message>
    <message>
        <source>MRX, spectra of films</source>
        <translation>MRX, Spektren von Filmen</translation>
    </message>
    <message>
        <source>MRX, trained further on the levels of real films.</source>
        <translation>MRX, weiter trainiert mit den Pegeln echter Filme.</translation>
    </message>
    <message>
        <source>MRX, trained further on the spectra of real films.</source>
        <translation>MRX, weiter trainiert mit den Spektren echter Filme.</translation>
    </message>
    <message>
        <source>MXF, 24-bit PCM</source>
        <translation>MXF, 24-bit-PCM</translation>
    </message>
    <message>
        <source>Markers as Audacity labels</source>
        <translation>Marker als Audacity-Labels</translation>
    </message>
    <message>
        <source>Markers as CSV</source>
        <translation>Marker als CSV</translation>
    </message>
    <message>
        <source>Markers as EDL</source>
        <translation>Marker als EDL</translation>
    </message>
    <message>
        <source>Markers as Pro Tools text</source>
        <translation>Marker als Pro-Tools-Text</translation>
    </message>
    <message>
        <source>Music is heard in the dialogue and missing in the M&amp;E.</source>
        <translation>Musik ist im Dialog zu hören und fehlt im M&amp;E.</translation>
    </message>
    <message>
        <source>Music is heard in the effects.</source>
        <translation>Musik ist in den Effekten zu hören.</translation>
    </message>
    <message>
        <source>Netflix M&amp;E</source>
        <translation>Netflix M&amp;E</translation>
    </message>
    <message>
        <source>No CUDA graphics card: using the CPU.</source>
        <translation>Keine CUDA-Grafikkarte: die CPU rechnet.</translation>
    </message>
    <message>
        <source>No face model was found, so faces are not used; put {0} into {1} (it is at {2}).</source>
        <translation>Es wurde kein Gesichtsmodell gefunden, deshalb werden Gesichter nicht genutzt; legen Sie {0} in {1} ab (es liegt unter {2}).</translation>
    </message>
    <message>
        <source>No model that finds the sound of what is seen is on this computer; get unet_best.pth and frame_best.pth of DAVIS-Flow from {0} into one folder and import unet_best.pth, in the window Models or by `cass models import`.</source>
        <translation>Auf diesem Computer ist kein Modell, das den Klang von Gesehenem findet; holen Sie unet_best.pth und frame_best.pth von DAVIS-Flow bei {0} in einen Ordner und importieren Sie unet_best.pth, im Fenster Modelle oder mit `cass models import`.</translation>
    </message>
    <message>
        <source>No space left on device</source>
        <translation>kein Platz mehr auf dem Datenträger</translation>
    </message>
    <message>
        <source>No such file or directory</source>
        <translation>Datei oder Ordner nicht gefunden</translation>
    </message>
    <message>
        <source>No tracks were delivered that sum to the mixture.</source>
        <translation>Es wurden keine Spuren geliefert, die das Original ergeben.</translation>
    </message>
    <message>
        <source>No {0} is usable by this PyTorch; use --device auto or cpu.</source>
        <translation>Dieses PyTorch kann nicht verwenden: {0}; nehmen Sie --device auto oder cpu.</translation>
    </message>
    <message>
        <source>Not a directory</source>
        <translation>kein Ordner</translation>
    </message>
    <message>
        <source>Nothing is chosen for export; choose stems, mixture or remix.</source>
        <translation>Für den Export ist nichts gewählt; wählen Sie Stems, Original oder neue Mischung.</translation>
    </message>
    <message>
        <source>Nothing lies between {0} and {1} of {2}, whose sound is {3:n} s long; choose other times.</source>
        <translation>Zwischen {0} und {1} liegt nichts von {2}, dessen Ton {3:n} s lang ist; wählen Sie andere Zeiten.</translation>
    </message>
    <message>
        <source>Nothing of {0} lies between samples {1} and {2}; choose another part.</source>
        <translation>Zwischen den Samples {1} und {2} liegt nichts von {0}; wählen Sie einen anderen Teil.</translation>
    </message>
    <message>
        <source>Nothing of {0} lies between {1} and {2}; choose other times.</source>
        <translation>Zwischen {1} und {2} liegt nichts von {0}; wählen Sie andere Zeiten.</translation>
    </message>
    <message>
        <source>On this processor a minute of sound takes about {0} with {1} steps and {2} with {3}: choose fewer steps, a selection or a graphics card.</source>
        <translation>Auf diesem Prozessor braucht eine Minute Ton mit {1} Schritten etwa {0} und mit {3} Schritten {2}: Wählen Sie weniger Schritte, eine Auswahl oder eine Grafikkarte.</translation>
    </message>
    <message>
        <source>Only a part of this is separated; separate the rest first, or choose a part.</source>
        <translation>Nur ein Teil davon ist getrennt; trennen Sie erst den Rest, oder wählen Sie einen Teil.</translation>
    </message>
    <message>
        <source>Operation not permitted</source>
        <translation>Vorgang nicht erlaubt</translation>
    </message>
    <message>
        <source>Part of a word is missing in the dialogue and lies in another stem.</source>
        <translation>Ein Teil eines Wortes fehlt im Dialog und liegt in einem anderen Stem.</translation>
    </message>
    <message>
        <source>Permission denied</source>
        <translation>keine Berechtigung</translation>
    </message>
    <message>
        <source>Podcast, -16 LUFS</source>
        <translation>Podcast, -16 LUFS</translation>
    </message>
    <message>
        <source>Read-only file system</source>
        <translation>Datenträger ist schreibgeschützt</translation>
    </message>
    <message>
        <source>Ships with the program; quick, follows the picture, for a first impression.</source>
        <translation>Liegt dem Programm bei; schnell, folgt dem Bild, für einen ersten Eindruck.</translation>
    </message>
    <message>
        <source>Some files would have the same name; add {layout} or {reel} to the preset's names.</source>
        <translation>Einige Dateien hießen gleich; fügen Sie den Namen der Vorlage {layout} oder {reel} hinzu.</translation>
    </message>
    <message>
        <source>Some files would have the same name; make {stem} stand out in it.</source>
        <translation>Manche Dateien hätten denselben Namen; heben Sie {stem} darin ab.</translation>
    </message>
    <message>
        <source>Something went wrong that should not have ({0}); please report it together with {1}.</source>
        <translation>Etwas ist schiefgegangen, was nicht hätte geschehen dürfen ({0}); bitte melden Sie es zusammen mit {1}.</translation>
    </message>
    <message>
        <source>Stale file handle</source>
        <translation>Verbindung zur Datei verloren</translation>
    </message>
    <message>
        <source>Stems and mixture passed full scale by {0:n} dB, so all files were turned down by {1:n} dB; they sum to the lowered mixture.</source>
        <translation>Stems und Original übersteuerten um {0:n} dB, deshalb wurden alle Dateien um {1:n} dB gesenkt; sie ergeben das abgesenkte Original.</translation>
    </message>
    <message>
        <source>Steps must be {0} to {1}, not {2}.</source>
        <translation>Schritte müssen {0} bis {1} sein, nicht {2}.</translation>
    </message>
    <message>
        <source>Steps must be {0} to {1}.</source>
        <translation>Die Zahl der Schritte muss {0} bis {1} sein.</translation>
    </message>
    <message>
        <source>Text file busy</source>
        <translation>Datei wird ausgeführt</translation>
    </message>
    <message>
        <source>The AAF cannot be written ({0}); export without it.</source>
        <translation>Das AAF lässt sich nicht schreiben ({0}); exportieren Sie ohne es.</translation>
    </message>
    <message>
        <source>The GPU</source>
        <translation>Der Grafikkarte</translation>
    </message>
    <message>
        <source>The band of a hint needs an upper edge above its lower one.</source>
        <translation>Das Band eines Hinweises braucht eine obere Grenze über seiner unteren.</translation>
    </message>
    <message>
        <source>The best separation of films under a free licence; slow without a graphics card.</source>
        <translation>Die beste Trennung von Filmen unter freier Lizenz; ohne Grafikkarte langsam.</translation>
    </message>
    <message>
        <source>The box must lie inside the picture and be at least a hundredth of it wide and high; draw another one.</source>
        <translation>Der Rahmen muss im Bild liegen und mindestens ein Hundertstel davon breit und hoch sein; ziehen Sie einen anderen.</translation>
    </message>
    <message>
        <source>The choice cannot be kept in {0} ({1}); check the disk.</source>
        <translation>Die Wahl kann nicht in {0} festgehalten werden ({1}); prüfen Sie die Festplatte.</translation>
    </message>
    <message>
        <source>The chosen model '{0}' is not here any more: {1} is used.</source>
        <translation>Das gewählte Modell „{0}“ ist nicht mehr da: {1} wird verwendet.</translation>
    </message>
    <message>
        <source>The chosen range lies outside the programme; choose another one.</source>
        <translation>Der gewählte Bereich liegt außerhalb des Programms; wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>The computer</source>
        <translation>Dem Computer</translation>
    </message>
    <message>
        <source>The decoded sound of the stopped run was damaged and was made anew.</source>
        <translation>Der dekodierte Ton des angehaltenen Laufs war beschädigt und wurde neu erzeugt.</translation>
    </message>
    <message>
        <source>The dialogue holds sound although nobody speaks.</source>
        <translation>Der Dialog enthält Ton, obwohl niemand spricht.</translation>
    </message>
    <message>
        <source>The disk of {0} is full; make room or choose a folder on another disk.</source>
        <translation>Der Datenträger von {0} ist voll; schaffen Sie Platz oder wählen Sie einen Ordner auf einem anderen.</translation>
    </message>
    <message>
        <source>The face model {0} cannot be used; replace it by a fresh copy.</source>
        <translation>Das Gesichtsmodell {0} kann nicht verwendet werden; ersetzen Sie es durch eine neue Kopie.</translation>
    </message>
    <message>
        <source>The face model {0} does not exist; looked for another one.</source>
        <translation>Das Gesichtsmodell {0} gibt es nicht; ein anderes wurde gesucht.</translation>
    </message>
    <message>
        <source>The files need a name; write one such as {movie}_{stem}.</source>
        <translation>Die Dateien brauchen einen Namen; schreiben Sie einen wie {movie}_{stem}.</translation>
    </message>
    <message>
        <source>The files written to {0} do not read back as they were written; check the disk and export again.</source>
        <translation>Die Dateien in {0} sind beim Zurücklesen nicht, wie sie geschrieben wurden; prüfen Sie den Datenträger und exportieren Sie noch einmal.</translation>
    </message>
    <message>
        <source>The first BandIt, for comparisons; very slow without a graphics card.</source>
        <translation>Das erste BandIt, für Vergleiche; ohne Grafikkarte sehr langsam.</translation>
    </message>
    <message>
        <source>The folder {0} cannot be made ({1}); choose another one.</source>
        <translation>Der Ordner {0} kann nicht angelegt werden ({1}); wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>The folder {0} cannot be made ({1}); choose another place for the stems.</source>
        <translation>Der Ordner {0} kann nicht angelegt werden ({1}); wählen Sie einen anderen Ort für die Stems.</translation>
    </message>
    <message>
        <source>The former run fell back on a level of memory that this program does not have; start over.</source>
        <translation>Der frühere Lauf wich auf eine Speicherstufe aus, die dieses Programm nicht hat; fangen Sie neu an.</translation>
    </message>
    <message>
        <source>The hints for the separation are damaged: {0}.</source>
        <translation>Die Hinweise für die Trennung sind beschädigt: {0}.</translation>
    </message>
    <message>
        <source>The list counts from {0}, which was taken for the programme's start.</source>
        <translation>Die Liste zählt ab {0}; das wurde als Anfang des Programms genommen.</translation>
    </message>
    <message>
        <source>The memory is full; close other programs and try again.</source>
        <translation>Der Arbeitsspeicher ist voll; schließen Sie andere Programme und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The mixture passes full scale by {0:n} dB and was cut off there; the stems sum to what is left.</source>
        <translation>Das Original übersteuert um {0:n} dB und wurde dort abgeschnitten; die Stems ergeben, was bleibt.</translation>
    </message>
    <message>
        <source>The model '{0}' does not balance by the picture; choose visah.</source>
        <translation>Das Modell „{0}“ balanciert nicht nach dem Bild aus; wählen Sie visah.</translation>
    </message>
    <message>
        <source>The model '{0}' does not find the sound of what is seen; choose a DAVIS-Flow.</source>
        <translation>Das Modell „{0}“ findet den Klang von Gesehenem nicht; wählen Sie ein DAVIS-Flow.</translation>
    </message>
    <message>
        <source>The model '{0}' has no encoder of pictures; get model.safetensors of CLIP ViT-L/14 from {1}, put it beside VContextEnc3.ckpt and import that again.</source>
        <translation>Das Modell „{0}“ hat keinen Bild-Encoder; holen Sie model.safetensors von CLIP ViT-L/14 unter {1}, legen Sie es neben VContextEnc3.ckpt, und importieren Sie dieses noch einmal.</translation>
    </message>
    <message>
        <source>The model '{0}' helps with something else and does not separate; choose another.</source>
        <translation>Das Modell „{0}“ hilft bei etwas anderem und trennt nicht; wählen Sie ein anderes.</translation>
    </message>
    <message>
        <source>The model '{0}' is not on this computer; get it with `cass models get {1}` or in the window Models.</source>
        <translation>Das Modell „{0}“ ist nicht auf diesem Computer; holen Sie es mit `cass models get {1}` oder im Fenster „Modelle“.</translation>
    </message>
    <message>
        <source>The model cannot be written to {0} ({1}); choose another folder.</source>
        <translation>Das Modell kann nicht in {0} geschrieben werden ({1}); wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>The model gave samples that are not numbers after sample {0}; separate the movie on another device or with another model.</source>
        <translation>Das Modell ergab nach Sample {0} Werte, die keine Zahlen sind; trennen Sie den Film auf einem anderen Gerät oder mit einem anderen Modell.</translation>
    </message>
    <message>
        <source>The model's description is damaged ({0}); fetch it again.</source>
        <translation>Die Beschreibung des Modells ist beschädigt ({0}); laden Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The model's description is damaged ({0}); import it again.</source>
        <translation>Die Beschreibung des Modells ist beschädigt ({0}); importieren Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The models '{0}' cannot be asked together; write names with commas between them, and for each stem a weight above 0 for one of them.</source>
        <translation>Die Modelle '{0}' können nicht gemeinsam befragt werden; schreiben Sie Namen mit Kommas dazwischen und für jede Spur bei einem davon ein Gewicht über 0.</translation>
    </message>
    <message>
        <source>The music in the M&amp;E has a gain of its own; most houses want it at its original level.</source>
        <translation>Die Musik im M&amp;E hat eine eigene Verstärkung; die meisten Häuser wollen sie mit ihrem ursprünglichen Pegel.</translation>
    </message>
    <message>
        <source>The name has no field {{0}}; it can have {1}.</source>
        <translation>Der Name kennt kein Feld {{0}}; er kann {1} haben.</translation>
    </message>
    <message>
        <source>The new sound holds only {0} {1} of the sound that it replaces.</source>
        <translation>Der neue Ton enthält vom Ton, den er ersetzt, nur {0} {1}.</translation>
    </message>
    <message>
        <source>The new sound stands in place of the tracks {0}.</source>
        <translation>Der neue Ton steht an der Stelle der Spuren {0}.</translation>
    </message>
    <message>
        <source>The picture goes unchanged from {0} into {1}.</source>
        <translation>Das Bild geht unverändert von {0} in {1}.</translation>
    </message>
    <message>
        <source>The picture of {0} cannot be decoded; convert it.</source>
        <translation>Das Bild von {0} kann nicht dekodiert werden; wandeln Sie es um.</translation>
    </message>
    <message>
        <source>The picture of {0} lasts {1:n} minutes longer than its sound and is not looked at that far.</source>
        <translation>Das Bild von {0} dauert {1:n} Minuten länger als der Ton und wird so weit nicht angesehen.</translation>
    </message>
    <message>
        <source>The picture's features cannot be written to {0}; free some space there or choose another cache folder.</source>
        <translation>Die Merkmale des Bildes können nicht in {0} geschrieben werden; schaffen Sie dort Platz oder wählen Sie einen anderen Ordner für den Zwischenspeicher.</translation>
    </message>
    <message>
        <source>The preset {0} is not usable: {1}.</source>
        <translation>Die Vorlage {0} ist nicht brauchbar: {1}.</translation>
    </message>
    <message>
        <source>The programme has no timecode; give the one of its first frame, too.</source>
        <translation>Das Programm hat keinen Timecode; geben Sie auch den seines ersten Bildes an.</translation>
    </message>
    <message>
        <source>The progress of the separation could not be written to {0} ({1}); free some space or choose another folder.</source>
        <translation>Der Stand der Trennung konnte nicht in {0} geschrieben werden ({1}); schaffen Sie Platz oder wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>The publisher gives {0} to people only; open {1}, download it there, and import the file.</source>
        <translation>Der Herausgeber gibt {0} nur an Menschen; öffnen Sie {1}, laden Sie die Datei dort herunter und importieren Sie sie.</translation>
    </message>
    <message>
        <source>The quick one for the whole band: clean dialogue, levels right.</source>
        <translation>Das schnelle für das ganze Band: sauberer Dialog, richtige Pegel.</translation>
    </message>
    <message>
        <source>The range is not separated from {0} to {1}; separate that part or choose a range without it.</source>
        <translation>Der Bereich ist von {0} bis {1} nicht getrennt; trennen Sie diesen Teil oder wählen Sie einen Bereich ohne ihn.</translation>
    </message>
    <message>
        <source>The remix passed full scale by {0:n} dB and was turned down to fit.</source>
        <translation>Die neue Mischung übersteuerte um {0:n} dB und wurde passend leiser gestellt.</translation>
    </message>
    <message>
        <source>The remix passed full scale by {0} and was turned down to fit.</source>
        <translation>Die neue Mischung übersteuerte um {0} und wurde passend leiser gestellt.</translation>
    </message>
    <message>
        <source>The remix passes full scale by {0:n} dB, so it was written as 32-bit float WAV.</source>
        <translation>Die neue Mischung übersteuert um {0:n} dB, deshalb wurde sie als WAV in 32-bit Float geschrieben.</translation>
    </message>
    <message>
        <source>The remix passes full scale by {0}, so its sound is 32-bit float.</source>
        <translation>Die neue Mischung übersteuert um {0}, deshalb ist ihr Ton 32-bit Float.</translation>
    </message>
    <message>
        <source>The remix passes full scale by {0}, which {1} cannot hold; lower the master or choose MOV.</source>
        <translation>Die neue Mischung übersteuert um {0}, was {1} nicht fasst; senken Sie den Master ab oder wählen Sie MOV.</translation>
    </message>
    <message>
        <source>The remix passes full scale by {0}; players may clip it.</source>
        <translation>Die neue Mischung übersteuert um {0}; Abspielgeräte können sie abschneiden.</translation>
    </message>
    <message>
        <source>The review cannot be kept in {0} ({1}); make room or move the stems to another disk.</source>
        <translation>Die Prüfung kann nicht in {0} abgelegt werden ({1}); schaffen Sie Platz oder verschieben Sie die Stems auf einen anderen Datenträger.</translation>
    </message>
    <message>
        <source>The review's places need a session or a list of markers to stand in; choose one, such as CSV.</source>
        <translation>Die Stellen der Prüfung brauchen eine Session oder eine Markerliste, in der sie stehen; wählen Sie eine, etwa CSV.</translation>
    </message>
    <message>
        <source>The seed must be a whole number from 0 to 2^63 - 1.</source>
        <translation>Der Startwert muss eine ganze Zahl von 0 bis 2^63 - 1 sein.</translation>
    </message>
    <message>
        <source>The separation in {0} cannot be resumed because it differs in {1}; start over or choose another folder.</source>
        <translation>Die Trennung in {0} kann nicht fortgesetzt werden, weil sich unterscheidet: {1}; fangen Sie neu an oder wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>The sound is pulled down by {0:n} % and its pitch falls by {1:n} cents.</source>
        <translation>Der Ton ist um {0:n} % verlangsamt, und seine Tonhöhe sinkt um {1:n} Cent.</translation>
    </message>
    <message>
        <source>The sound is pulled down by {0:n} % and keeps its pitch.</source>
        <translation>Der Ton ist um {0:n} % verlangsamt und behält seine Tonhöhe.</translation>
    </message>
    <message>
        <source>The sound is pulled up by {0:n} % and its pitch rises by {1:n} cents.</source>
        <translation>Der Ton ist um {0:n} % beschleunigt, und seine Tonhöhe steigt um {1:n} Cent.</translation>
    </message>
    <message>
        <source>The sound is pulled up by {0:n} % and keeps its pitch.</source>
        <translation>Der Ton ist um {0:n} % beschleunigt und behält seine Tonhöhe.</translation>
    </message>
    <message>
        <source>The sound of what is seen can be looked for in {0:n} to {1:n} s at once, not in {2:n} s; choose another span.</source>
        <translation>Der Klang von Gesehenem kann in {0:n} bis {1:n} s auf einmal gesucht werden, nicht in {2:n} s; wählen Sie einen anderen Bereich.</translation>
    </message>
    <message>
        <source>The sound of {0} carries range control, which makes it softer in many players; it is left out, so levels are those of the mix.</source>
        <translation>Der Ton von {0} trägt eine Dynamikregelung, die ihn in vielen Abspielgeräten leiser macht; sie bleibt weg, die Pegel sind also die der Mischung.</translation>
    </message>
    <message>
        <source>The sound of {0} changes from {1} channels at {2} Hz to {3} at {4} Hz at {5:n} s; convert it to one format.</source>
        <translation>Der Ton von {0} wechselt bei {5:n} s von {1} Kanälen mit {2} Hz zu {3} mit {4} Hz; wandeln Sie ihn in ein einziges Format um.</translation>
    </message>
    <message>
        <source>The sound of {0} claims {1} samples a second, which no sound has ({2} to {3}); export it again.</source>
        <translation>Der Ton von {0} gibt {1} Samples je Sekunde an, die kein Ton hat ({2} bis {3}); exportieren Sie ihn noch einmal.</translation>
    </message>
    <message>
        <source>The sound of {0} has {1}, so there is no channel {2}; choose others.</source>
        <translation>Der Ton von {0} hat {1}, es gibt also keinen Kanal {2}; wählen Sie andere.</translation>
    </message>
    <message>
        <source>The sound of {0} is coded data in PCM (SMPTE 337, such as Dolby E or AC-3); decode it to PCM first, or choose other channels.</source>
        <translation>Der Ton von {0} ist kodierter Ton in PCM (SMPTE 337, etwa Dolby E oder AC-3); dekodieren Sie ihn zuerst zu PCM oder wählen Sie andere Kanäle.</translation>
    </message>
    <message>
        <source>The sound of {0} starts {1:n} s {2} its picture; stems begin with the sound, so place them by their time stamp.</source>
        <translation>Der Ton von {0} beginnt {1:n} s {2} dem Bild; Stems beginnen mit dem Ton, legen Sie sie also nach ihrem Zeitstempel an.</translation>
    </message>
    <message>
        <source>The start timecode {0} of {1} does not exist at {2:n} frames a second, so times count from the start.</source>
        <translation>Den Anfangs-Timecode {0} von {1} gibt es bei {2:n} Bildern je Sekunde nicht, deshalb zählen Zeiten vom Anfang an.</translation>
    </message>
    <message>
        <source>The stems carry their gains, so they do not sum to the original mixture.</source>
        <translation>Die Stems tragen ihre Pegel, ergeben zusammen also nicht das Original.</translation>
    </message>
    <message>
        <source>The stems do not sum to the mixture near sample {0} (they miss it by {1:n} dBFS); separate the movie again.</source>
        <translation>Die Stems ergeben nahe Sample {0} nicht das Original (sie verfehlen es um {1:n} dBFS); trennen Sie den Film noch einmal.</translation>
    </message>
    <message>
        <source>The stems sum to the mixture to {0:n} dBFS only, because its samples reach {1:n} dBFS, where 32-bit float is that coarse; lower the movie's sound first if that matters.</source>
        <translation>Die Stems ergeben das Original nur bis auf {0:n} dBFS, weil seine Samples {1:n} dBFS erreichen, wo 32-bit Float so grob ist; senken Sie zuerst den Ton des Films ab, wenn es darauf ankommt.</translation>
    </message>
    <message>
        <source>The stems' files carry the settings and lines of bleed; they sum to the mixture.</source>
        <translation>Die Dateien der Stems tragen die Einstellungen und Linien des Übersprechens; sie ergeben das Original.</translation>
    </message>
    <message>
        <source>The time stamps of {0} put {1:n} hours of silence into {2:n} minutes of sound; export the file again.</source>
        <translation>Die Zeitstempel von {0} legen {1:n} Stunden Stille in {2:n} Minuten Ton; exportieren Sie die Datei noch einmal.</translation>
    </message>
    <message>
        <source>The timecode of {0} counts {1:n} frames a second and its picture has {2:n}.</source>
        <translation>Der Timecode von {0} zählt {1:n} Bilder je Sekunde, das Bild hat {2:n}.</translation>
    </message>
    <message>
        <source>The tracks of {0} have different rates ({1}); choose tracks of one rate.</source>
        <translation>Die Spuren von {0} haben verschiedene Raten ({1}); wählen Sie Spuren mit einer einzigen Rate.</translation>
    </message>
    <message>
        <source>The tracks sum to the mixture bit for bit.</source>
        <translation>Die Spuren ergeben bitgenau das Original.</translation>
    </message>
    <message>
        <source>The tracks sum to the mixture within {0:n} dBFS.</source>
        <translation>Die Spuren ergeben das Original bis auf {0:n} dBFS.</translation>
    </message>
    <message>
        <source>The weights '{0}' are not one number from 0 to {1}, or three with slashes between them, for dialogue, effects and music.</source>
        <translation>Die Gewichte '{0}' sind nicht eine Zahl von 0 bis {1} oder drei mit Schrägstrichen dazwischen, für Dialog, Effekte und Musik.</translation>
    </message>
    <message>
        <source>The {0} channels of {1} have no names, so all of them are heard alike; choose single channels if only some hold the sound.</source>
        <translation>Die {0} Kanäle von {1} haben keine Namen, deshalb werden alle gleich gehört; wählen Sie einzelne Kanäle, wenn nur manche den Ton enthalten.</translation>
    </message>
    <message>
        <source>The {0} of {1} does not come through {2} unchanged; choose another format.</source>
        <translation>Nicht alles von {1} kommt unverändert durch {2} ({0}); wählen Sie ein anderes Format.</translation>
    </message>
    <message>
        <source>Theatrical: measured, no target</source>
        <translation>Kino: gemessen, ohne Zielwert</translation>
    </message>
    <message>
        <source>There is a model '{0}' already; use it, or get it anew under another name.</source>
        <translation>Es gibt schon ein Modell „{0}“; benutzen Sie es, oder holen Sie es unter einem anderen Namen noch einmal.</translation>
    </message>
    <message>
        <source>There is no download '{0}'; known are {1}.</source>
        <translation>Es gibt keinen Download „{0}“; bekannt sind {1}.</translation>
    </message>
    <message>
        <source>There is no file {0}; install the program again.</source>
        <translation>Es gibt keine Datei {0}; installieren Sie das Programm neu.</translation>
    </message>
    <message>
        <source>There is no loudness target '{0}'; choose one of {1}.</source>
        <translation>Es gibt kein Lautheitsziel „{0}“; wählen Sie eines von {1}.</translation>
    </message>
    <message>
        <source>There is no model '{0}' on the shelf; choose one of {1}.</source>
        <translation>Es gibt kein Modell „{0}“ im Regal; wählen Sie eines von {1}.</translation>
    </message>
    <message>
        <source>There is no model '{0}'; at hand: {1}, or name a folder.</source>
        <translation>Es gibt kein Modell „{0}“; vorhanden: {1}, oder nennen Sie einen Ordner.</translation>
    </message>
    <message>
        <source>There is no model in {0}; choose another folder.</source>
        <translation>In {0} ist kein Modell; wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>There is no model size '{0}'; choose one of {1}.</source>
        <translation>Es gibt keine Modellgröße „{0}“; wählen Sie eine von {1}.</translation>
    </message>
    <message>
        <source>There is no preset '{0}'; choose one of {1}, or give a file that ends in {2}.</source>
        <translation>Es gibt keine Vorlage „{0}“; wählen Sie eine von {1}, oder geben Sie eine Datei an, die auf {2} endet.</translation>
    </message>
    <message>
        <source>There is no separator of the kind '{0}'; choose one of {1}.</source>
        <translation>Es gibt keinen Trenner der Art „{0}“; wählen Sie einen von {1}.</translation>
    </message>
    <message>
        <source>There is no {0} '{1}'; choose one of {2}.</source>
        <translation>Für „{0}“ gibt es „{1}“ nicht; wählen Sie eines von {2}.</translation>
    </message>
    <message>
        <source>There is not enough memory to separate even one window; close other programs and resume.</source>
        <translation>Der Arbeitsspeicher reicht nicht einmal für ein Fenster der Trennung; schließen Sie andere Programme und setzen Sie fort.</translation>
    </message>
    <message>
        <source>This model does not look at the picture.</source>
        <translation>Dieses Modell sieht nicht auf das Bild.</translation>
    </message>
    <message>
        <source>This model takes no hints about whose sound a selection is; choose one that takes steps, such as the one that comes with the program.</source>
        <translation>Diesem Modell kann man nicht sagen, wessen Ton eine Auswahl ist; wählen Sie eines, das Schritte macht, wie das mitgelieferte.</translation>
    </message>
    <message>
        <source>This model works in one pass: the number of steps is left out.</source>
        <translation>Dieses Modell arbeitet in einem Durchgang: die Zahl der Schritte bleibt weg.</translation>
    </message>
    <message>
        <source>Too many open files</source>
        <translation>zu viele offene Dateien</translation>
    </message>
    <message>
        <source>Track {0} of {1} has {2} channels; only tracks of one channel can be taken together.</source>
        <translation>Spur {0} von {1} hat {2} Kanäle; nur Spuren mit einem Kanal lassen sich zusammennehmen.</translation>
    </message>
    <message>
        <source>What came from {0} is not the published file: its size or checksum is another one; try again later.</source>
        <translation>Was von {0} kam, ist nicht die veröffentlichte Datei: Größe oder Prüfsumme ist eine andere; versuchen Sie es später noch einmal.</translation>
    </message>
    <message>
        <source>What was kept of the picture was damaged and is made anew.</source>
        <translation>Was vom Bild aufbewahrt war, war beschädigt und wird neu erzeugt.</translation>
    </message>
    <message>
        <source>Windows and their hops last {0:n} s at most.</source>
        <translation>Fenster und ihre Abstände dauern höchstens {0:n} s.</translation>
    </message>
    <message>
        <source>Windows of {0} are as long as in its training; leave --window out.</source>
        <translation>Die Fenster von {0} sind so lang wie im Training; lassen Sie --window weg.</translation>
    </message>
    <message>
        <source>Windows of {0} follow each other as it was trained; leave --hop out.</source>
        <translation>Die Fenster von {0} folgen einander wie im Training; lassen Sie --hop weg.</translation>
    </message>
    <message>
        <source>Windows of {0} last {1:n} s, so the way to the next must be {2:n} to {3:n} s, not {4:n}.</source>
        <translation>Die Fenster von {0} dauern {1:n} s, also muss der Abstand zum nächsten {2:n} bis {3:n} s sein, nicht {4:n}.</translation>
    </message>
    <message>
        <source>Your own: trained on this computer or imported from a file.</source>
        <translation>Ihr eigenes: auf diesem Computer trainiert oder aus einer Datei importiert.</translation>
    </message>
    <message>
        <source>a block of shape {0} does not fit {1}</source>
        <translation>ein Block der Form {0} passt nicht in {1}</translation>
    </message>
    <message>
        <source>a data track</source>
        <translation>eine Datenspur</translation>
    </message>
    <message>
        <source>a huge number</source>
        <translation>eine riesige Zahl</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>eine Liste</translation>
    </message>
    <message>
        <source>a list of lists</source>
        <translation>eine Liste von Listen</translation>
    </message>
    <message>
        <source>a list of texts</source>
        <translation>eine Liste von Texten</translation>
    </message>
    <message>
        <source>a list of {0} from 0</source>
        <translation>eine Liste ({0}) ab 0</translation>
    </message>
    <message>
        <source>a list of {0} numbers</source>
        <translation>eine Liste von {0} Zahlen</translation>
    </message>
    <message>
        <source>a sound track</source>
        <translation>eine Tonspur</translation>
    </message>
    <message>
        <source>a stem is there twice and another one is not</source>
        <translation>ein Stem ist doppelt da und ein anderer fehlt</translation>
    </message>
    <message>
        <source>a subtitle track</source>
        <translation>eine Untertitelspur</translation>
    </message>
    <message>
        <source>a table</source>
        <translation>eine Tabelle</translation>
    </message>
    <message>
        <source>a table of settings</source>
        <translation>eine Tabelle von Einstellungen</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>ein Text</translation>
    </message>
    <message>
        <source>a text or null</source>
        <translation>ein Text oder null</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>eine ganze Zahl</translation>
    </message>
    <message>
        <source>a whole number from {0}</source>
        <translation>eine ganze Zahl ab {0}</translation>
    </message>
    <message>
        <source>a width is {0}, no multiple of head_dim and groups</source>
        <translation>eine Breite ist {0}, kein Vielfaches von head_dim und groups</translation>
    </message>
    <message>
        <source>a width is {0}, not even or no multiple of head_dim</source>
        <translation>eine Breite ist {0}, ungerade oder kein Vielfaches von head_dim</translation>
    </message>
    <message>
        <source>a window is longer than {0} s</source>
        <translation>ein Fenster ist länger als {0} s</translation>
    </message>
    <message>
        <source>a window is {0:n} s, longer than {1} s</source>
        <translation>ein Fenster ist {0:n} s, länger als {1} s</translation>
    </message>
    <message>
        <source>after</source>
        <translation>nach</translation>
    </message>
    <message>
        <source>all</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>an attachment</source>
        <translation>ein Anhang</translation>
    </message>
    <message>
        <source>before</source>
        <translation>vor</translation>
    </message>
    <message>
        <source>cass delivery report</source>
        <translation>cass delivery report</translation>
    </message>
    <message>
        <source>cass project</source>
        <translation>cass project</translation>
    </message>
    <message>
        <source>channel</source>
        <translation>Kanal</translation>
    </message>
    <message>
        <source>channels</source>
        <translation>die Kanäle</translation>
    </message>
    <message>
        <source>choose {0}</source>
        <translation>wählen Sie {0}</translation>
    </message>
    <message>
        <source>dialogue range</source>
        <translation>Dialogumfang</translation>
    </message>
    <message>
        <source>dim is {0}, no multiple of groups and heads</source>
        <translation>dim ist {0}, kein Vielfaches von groups und heads</translation>
    </message>
    <message>
        <source>effect in DX</source>
        <translation>Effekt in DX</translation>
    </message>
    <message>
        <source>effect in MX</source>
        <translation>Effekt in MX</translation>
    </message>
    <message>
        <source>export it as WAV</source>
        <translation>exportieren Sie ihn als WAV</translation>
    </message>
    <message>
        <source>export the remix as a sound file, or convert the movie first</source>
        <translation>exportieren Sie die neue Mischung als Tondatei, oder wandeln Sie zuerst den Film um</translation>
    </message>
    <message>
        <source>fewer windows at once</source>
        <translation>weniger Fenster auf einmal</translation>
    </message>
    <message>
        <source>frames of {0} samples cannot be {1} apart</source>
        <translation>Abschnitte von {0} Samples können nicht {1} auseinander liegen</translation>
    </message>
    <message>
        <source>ghost in DX</source>
        <translation>Geisterton in DX</translation>
    </message>
    <message>
        <source>hop is {0}, more than the window of {1}</source>
        <translation>hop ist {0}, mehr als das Fenster von {1}</translation>
    </message>
    <message>
        <source>hop is {0}, not 1 to {1}</source>
        <translation>hop ist {0}, nicht 1 bis {1}</translation>
    </message>
    <message>
        <source>it ended after {0} of {1} bytes</source>
        <translation>nach {0} von {1} Byte war Schluss</translation>
    </message>
    <message>
        <source>it is no file</source>
        <translation>es ist keine Datei</translation>
    </message>
    <message>
        <source>it is no project that this program reads</source>
        <translation>dieses Programm liest solche Projekte nicht</translation>
    </message>
    <message>
        <source>it is not a table</source>
        <translation>es ist keine Tabelle</translation>
    </message>
    <message>
        <source>it is not text</source>
        <translation>es ist kein Text</translation>
    </message>
    <message>
        <source>it is not there any more</source>
        <translation>sie ist nicht mehr da</translation>
    </message>
    <message>
        <source>it is not whole JSON text</source>
        <translation>es ist kein vollständiger JSON-Text</translation>
    </message>
    <message>
        <source>it is too large</source>
        <translation>es ist zu groß</translation>
    </message>
    <message>
        <source>its publisher asks for an account</source>
        <translation>ihr Herausgeber verlangt ein Konto</translation>
    </message>
    <message>
        <source>its publisher does not give it to programs</source>
        <translation>ihr Herausgeber gibt sie nicht an Programme</translation>
    </message>
    <message>
        <source>its server is not found, this computer seems to be offline</source>
        <translation>der Server ist nicht zu finden, dieser Computer scheint offline zu sein</translation>
    </message>
    <message>
        <source>its sizes are not {0}</source>
        <translation>die Größen sind nicht {0}</translation>
    </message>
    <message>
        <source>its version is {0} and this program reads version {1}</source>
        <translation>die Version ist {0}, dieses Programm liest Version {1}</translation>
    </message>
    <message>
        <source>keeps the decoder busy without end</source>
        <translation>beschäftigt den Dekoder ohne Ende</translation>
    </message>
    <message>
        <source>makes the decoder fail</source>
        <translation>lässt den Dekoder scheitern</translation>
    </message>
    <message>
        <source>music in DX</source>
        <translation>Musik in DX</translation>
    </message>
    <message>
        <source>music in FX</source>
        <translation>Musik in FX</translation>
    </message>
    <message>
        <source>needs more memory than it may have</source>
        <translation>braucht mehr Speicher, als erlaubt ist</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>number of bins</source>
        <translation>Zahl der Frequenzen</translation>
    </message>
    <message>
        <source>one channel</source>
        <translation>einen Kanal</translation>
    </message>
    <message>
        <source>one channel at a time</source>
        <translation>ein Kanal nach dem anderen</translation>
    </message>
    <message>
        <source>one of {0}</source>
        <translation>eines von {0}</translation>
    </message>
    <message>
        <source>only audio stream 0</source>
        <translation>nur Tonspur 0</translation>
    </message>
    <message>
        <source>picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>side is {0}, no multiple of {1}</source>
        <translation>side ist {0}, kein Vielfaches von {1}</translation>
    </message>
    <message>
        <source>sound</source>
        <translation>Ton</translation>
    </message>
    <message>
        <source>speech in FX</source>
        <translation>Sprache in FX</translation>
    </message>
    <message>
        <source>speech in MX</source>
        <translation>Sprache in MX</translation>
    </message>
    <message>
        <source>steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>streams 0 to {0}</source>
        <translation>die Spuren 0 bis {0}</translation>
    </message>
    <message>
        <source>sync</source>
        <translation>Synchronität</translation>
    </message>
    <message>
        <source>the audio stream</source>
        <translation>die Tonspur</translation>
    </message>
    <message>
        <source>the channel layout</source>
        <translation>die Kanalanordnung</translation>
    </message>
    <message>
        <source>the channels</source>
        <translation>die Kanäle</translation>
    </message>
    <message>
        <source>the cover picture</source>
        <translation>das Titelbild</translation>
    </message>
    <message>
        <source>the end</source>
        <translation>dem Ende</translation>
    </message>
    <message>
        <source>the frame rate</source>
        <translation>die Bildrate</translation>
    </message>
    <message>
        <source>the hints (others than before)</source>
        <translation>die Hinweise (andere als vorher)</translation>
    </message>
    <message>
        <source>the kind of device</source>
        <translation>die Art des Geräts</translation>
    </message>
    <message>
        <source>the length in samples</source>
        <translation>die Länge in Samples</translation>
    </message>
    <message>
        <source>the model</source>
        <translation>das Modell</translation>
    </message>
    <message>
        <source>the model's weights</source>
        <translation>die Gewichte des Modells</translation>
    </message>
    <message>
        <source>the movie's content</source>
        <translation>der Inhalt des Films</translation>
    </message>
    <message>
        <source>the movie's file (written anew since)</source>
        <translation>die Datei des Films (seither neu geschrieben)</translation>
    </message>
    <message>
        <source>the number of channels</source>
        <translation>die Zahl der Kanäle</translation>
    </message>
    <message>
        <source>the sample rate</source>
        <translation>die Abtastrate</translation>
    </message>
    <message>
        <source>the seed</source>
        <translation>der Startwert</translation>
    </message>
    <message>
        <source>the separated span</source>
        <translation>der getrennte Bereich</translation>
    </message>
    <message>
        <source>the setting "{0}"</source>
        <translation>die Einstellung „{0}“</translation>
    </message>
    <message>
        <source>the start</source>
        <translation>dem Anfang</translation>
    </message>
    <message>
        <source>the start timecode</source>
        <translation>der Anfangs-Timecode</translation>
    </message>
    <message>
        <source>the {0} is {1}, no multiple of {2}</source>
        <translation>nicht Vielfaches von {2}: {0} ist {1}</translation>
    </message>
    <message>
        <source>timecode</source>
        <translation>Timecode</translation>
    </message>
    <message>
        <source>too many have asked for it just now</source>
        <translation>zu viele haben gerade danach gefragt</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>wahr oder falsch</translation>
    </message>
    <message>
        <source>true peak</source>
        <translation>True Peak</translation>
    </message>
    <message>
        <source>unknown reason</source>
        <translation>unbekannter Grund</translation>
    </message>
    <message>
        <source>vision_blocks names a block beyond {0}</source>
        <translation>vision_blocks nennt einen Block nach {0}</translation>
    </message>
    <message>
        <source>whole numbers</source>
        <translation>ganze Zahlen</translation>
    </message>
    <message>
        <source>window_hop is {0}, more than {1}</source>
        <translation>window_hop ist {0}, mehr als {1}</translation>
    </message>
    <message>
        <source>{0:n} GB</source>
        <translation>{0:n} GB</translation>
    </message>
    <message>
        <source>{0:n} MB</source>
        <translation>{0:n} MB</translation>
    </message>
    <message>
        <source>{0:n} dB</source>
        <translation>{0:n} dB</translation>
    </message>
    <message>
        <source>{0:n} kB</source>
        <translation>{0:n} kB</translation>
    </message>
    <message>
        <source>{0:n} min</source>
        <translation>{0:n} min</translation>
    </message>
    <message>
        <source>{0:n} to {1:n}</source>
        <translation>{0:n} bis {1:n}</translation>
    </message>
    <message>
        <source>{0} ({1} before, {2} now)</source>
        <translation>{0} (vorher {1}, jetzt {2})</translation>
    </message>
    <message>
        <source>{0} Faces are not used until then.</source>
        <translation>{0} Bis dahin werden Gesichter nicht genutzt.</translation>
    </message>
    <message>
        <source>{0} at least {1:n} {2}</source>
        <translation>{0} mindestens {1:n} {2}</translation>
    </message>
    <message>
        <source>{0} at most {1:n} {2}</source>
        <translation>{0} höchstens {1:n} {2}</translation>
    </message>
    <message>
        <source>{0} bands are more than {1} bins</source>
        <translation>{0} Bänder sind mehr als {1} Frequenzen</translation>
    </message>
    <message>
        <source>{0} blocks are not {1} levels</source>
        <translation>{0} Blöcke sind nicht {1} Stufen</translation>
    </message>
    <message>
        <source>{0} cannot be fetched from {1} ({2}); check the network and try again; what has come is kept.</source>
        <translation>{0} kann nicht von {1} geladen werden ({2}); prüfen Sie das Netz und versuchen Sie es noch einmal; was schon da ist, bleibt.</translation>
    </message>
    <message>
        <source>{0} cannot be fetched from {1} ({2}); look for it at {3}.</source>
        <translation>{0} kann nicht von {1} geholt werden ({2}); suchen Sie die Datei unter {3}.</translation>
    </message>
    <message>
        <source>{0} cannot be opened ({1}); check its name and its rights.</source>
        <translation>{0} kann nicht geöffnet werden ({1}); prüfen Sie Namen und Rechte.</translation>
    </message>
    <message>
        <source>{0} cannot be read ({1}); check the disk and its rights.</source>
        <translation>{0} kann nicht gelesen werden ({1}); prüfen Sie den Datenträger und seine Rechte.</translation>
    </message>
    <message>
        <source>{0} cannot be read ({1}); check the file.</source>
        <translation>{0} lässt sich nicht lesen ({1}); prüfen Sie die Datei.</translation>
    </message>
    <message>
        <source>{0} cannot be read any more; check the disk it is on.</source>
        <translation>{0} kann nicht mehr gelesen werden; prüfen Sie den Datenträger, auf dem es liegt.</translation>
    </message>
    <message>
        <source>{0} cannot be read any more; check the disk.</source>
        <translation>{0} kann nicht mehr gelesen werden; prüfen Sie den Datenträger.</translation>
    </message>
    <message>
        <source>{0} cannot be read to its end ({1}): what follows is missing.</source>
        <translation>{0} kann nicht bis zum Ende gelesen werden ({1}): was folgt, fehlt.</translation>
    </message>
    <message>
        <source>{0} cannot be read; check its name and permissions.</source>
        <translation>{0} kann nicht gelesen werden; prüfen Sie Name und Rechte.</translation>
    </message>
    <message>
        <source>{0} cannot be read; check that it is still there.</source>
        <translation>{0} kann nicht gelesen werden; prüfen Sie, ob es noch da ist.</translation>
    </message>
    <message>
        <source>{0} cannot be read; check the disk it is on.</source>
        <translation>{0} kann nicht gelesen werden; prüfen Sie den Datenträger, auf dem es liegt.</translation>
    </message>
    <message>
        <source>{0} cannot be replaced ({1}); close the programs that use it or choose another folder.</source>
        <translation>{0} kann nicht ersetzt werden ({1}); schließen Sie Programme, die es benutzen, oder wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>{0} cannot be used ({1}); check the disk and the rights of the folder.</source>
        <translation>{0} kann nicht verwendet werden ({1}); prüfen Sie den Datenträger und die Rechte des Ordners.</translation>
    </message>
    <message>
        <source>{0} cannot be used ({1}); choose another folder.</source>
        <translation>{0} kann nicht verwendet werden ({1}); wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>{0} cannot be written ({1}); close programs that use it.</source>
        <translation>{0} kann nicht geschrieben werden ({1}); schließen Sie Programme, die es benutzen.</translation>
    </message>
    <message>
        <source>{0} cannot be written ({1}); close the programs that use it or choose another folder.</source>
        <translation>{0} kann nicht geschrieben werden ({1}); schließen Sie Programme, die es benutzen, oder wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>{0} cannot be written ({1}); copy the recording to a folder that can be written.</source>
        <translation>{0} kann nicht geschrieben werden ({1}); kopieren Sie die Aufnahme in einen Ordner, in den geschrieben werden kann.</translation>
    </message>
    <message>
        <source>{0} cannot be written ({1}); free some space or choose another folder.</source>
        <translation>{0} kann nicht geschrieben werden ({1}); schaffen Sie Platz oder wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>{0} cannot be written ({1}); make room on the disk and resume.</source>
        <translation>{0} kann nicht geschrieben werden ({1}); schaffen Sie Platz auf dem Datenträger und setzen Sie fort.</translation>
    </message>
    <message>
        <source>{0} cannot be written ({1}); make room on the disk, or move the data folder with CASS_DATA.</source>
        <translation>{0} kann nicht geschrieben werden ({1}); schaffen Sie Platz auf dem Datenträger, oder verlegen Sie den Datenordner mit CASS_DATA.</translation>
    </message>
    <message>
        <source>{0} cannot be written ({1}); make room, check the folder's permissions or choose another place.</source>
        <translation>{0} kann nicht geschrieben werden ({1}); schaffen Sie Platz, prüfen Sie die Rechte des Ordners oder wählen Sie einen anderen Ort.</translation>
    </message>
    <message>
        <source>{0} cannot be written to ({1}); choose another folder.</source>
        <translation>In {0} kann nicht geschrieben werden ({1}); wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>{0} cannot be written; {1} is used until the program ends.</source>
        <translation>{0} kann nicht geschrieben werden; bis zum Ende des Programms wird {1} verwendet.</translation>
    </message>
    <message>
        <source>{0} cannot hold {1} sound at {2} Hz; {3}.</source>
        <translation>{0} fasst keinen Ton der Art {1} mit {2} Hz; {3}.</translation>
    </message>
    <message>
        <source>{0} channels</source>
        <translation>{0} Kanäle</translation>
    </message>
    <message>
        <source>{0} channels are no multiple of an even head_dim</source>
        <translation>{0} Kanäle sind kein Vielfaches eines geraden head_dim</translation>
    </message>
    <message>
        <source>{0} channels have no {1} equal heads</source>
        <translation>{0} Kanäle haben keine {1} gleichen Köpfe</translation>
    </message>
    <message>
        <source>{0} describes no network that can be built; fetch the model again.</source>
        <translation>{0} beschreibt kein Netz, das sich bauen lässt; laden Sie das Modell noch einmal.</translation>
    </message>
    <message>
        <source>{0} does not answer ({1}); check the network and try again.</source>
        <translation>{0} antwortet nicht ({1}); prüfen Sie das Netz und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>{0} does not exist; check the name and the folder.</source>
        <translation>{0} existiert nicht; prüfen Sie Name und Ordner.</translation>
    </message>
    <message>
        <source>{0} does not fit the model size '{1}'; fetch it again.</source>
        <translation>{0} passt nicht zur Modellgröße „{1}“; laden Sie es noch einmal.</translation>
    </message>
    <message>
        <source>{0} does not go up to {1} Hz; choose WAV.</source>
        <translation>{0} reicht nicht bis {1} Hz; wählen Sie WAV.</translation>
    </message>
    <message>
        <source>{0} does not have the checksum of its description; fetch it again.</source>
        <translation>{0} hat nicht die Prüfsumme seiner Beschreibung; laden Sie es noch einmal.</translation>
    </message>
    <message>
        <source>{0} does not have the rate, channels or length that its manifest says; separate the movie again without resuming.</source>
        <translation>{0} hat nicht die Rate, Kanäle oder Länge, die sein Manifest nennt; trennen Sie den Film von vorn.</translation>
    </message>
    <message>
        <source>{0} does not hold what the review has found; review the stems again.</source>
        <translation>{0} enthält nicht, was die Prüfung gefunden hat; prüfen Sie die Stems noch einmal.</translation>
    </message>
    <message>
        <source>{0} does not say how its timecode counts; {1:n} frames a second are taken.</source>
        <translation>{0} sagt nicht, wie sein Timecode zählt; {1:n} Bilder je Sekunde werden angenommen.</translation>
    </message>
    <message>
        <source>{0} exists already; {1}</source>
        <translation>{0} existiert schon; {1}</translation>
    </message>
    <message>
        <source>{0} features are no multiple of frame_heads</source>
        <translation>{0} Merkmale sind kein Vielfaches von frame_heads</translation>
    </message>
    <message>
        <source>{0} files cannot be written here; the picture goes unchanged into {1}.</source>
        <translation>{0}-Dateien können hier nicht geschrieben werden; das Bild geht unverändert in {1}.</translation>
    </message>
    <message>
        <source>{0} files cannot hold a picture of the kind {1}; {2}.</source>
        <translation>{0}-Dateien fassen kein Bild der Art {1}; {2}.</translation>
    </message>
    <message>
        <source>{0} files cannot hold all that was in the movie; left out: {1}.</source>
        <translation>{0}-Dateien fassen nicht alles, was im Film war; weggelassen: {1}.</translation>
    </message>
    <message>
        <source>{0} files cannot hold what is in the movie ({1}); choose another format.</source>
        <translation>{0}-Dateien fassen nicht, was im Film ist ({1}); wählen Sie ein anderes Format.</translation>
    </message>
    <message>
        <source>{0} files hold {1} bits, not {2}; choose one of them.</source>
        <translation>{0}-Dateien fassen {1} Bit, nicht {2}; wählen Sie eines davon.</translation>
    </message>
    <message>
        <source>{0} has a gap of silence at {1}.</source>
        <translation>{0} hat bei {1} eine Lücke aus Stille.</translation>
    </message>
    <message>
        <source>{0} has another rate, length or number of channels than {1}; separate the movie again.</source>
        <translation>{0} hat eine andere Rate, Länge oder Zahl von Kanälen als {1}; trennen Sie den Film noch einmal.</translation>
    </message>
    <message>
        <source>{0} has neither sound nor picture; choose another file.</source>
        <translation>{0} hat weder Ton noch Bild; wählen Sie eine andere Datei.</translation>
    </message>
    <message>
        <source>{0} has no audio stream {1}: it has {2}, choose one of them.</source>
        <translation>{0} hat keine Tonspur {1}: vorhanden: {2}, wählen Sie davon.</translation>
    </message>
    <message>
        <source>{0} has no picture to look at; open the movie itself.</source>
        <translation>{0} hat kein Bild, das angesehen werden kann; öffnen Sie den Film selbst.</translation>
    </message>
    <message>
        <source>{0} has no picture: work with its sound alone.</source>
        <translation>{0} hat kein Bild: arbeiten Sie mit dem Ton allein.</translation>
    </message>
    <message>
        <source>{0} has no picture; export the remix as WAV.</source>
        <translation>{0} hat kein Bild; exportieren Sie die neue Mischung als WAV.</translation>
    </message>
    <message>
        <source>{0} has no sound; choose a file with an audio stream.</source>
        <translation>{0} hat keinen Ton; wählen Sie eine Datei mit einer Tonspur.</translation>
    </message>
    <message>
        <source>{0} has no stems in {1}; name their folder, separate it with `cass separate`, or do all at once with `cass batch`.</source>
        <translation>{0} hat keine Stems in {1}; nennen Sie deren Ordner, trennen Sie den Film mit `cass separate`, oder tun Sie alles auf einmal mit `cass batch`.</translation>
    </message>
    <message>
        <source>{0} has no timecode; choose a movie with one or a Broadcast WAV, or type the start.</source>
        <translation>{0} hat keinen Timecode; wählen Sie einen Film mit Timecode oder ein Broadcast-WAV, oder geben Sie den Anfang ein.</translation>
    </message>
    <message>
        <source>{0} has no version '{1}'; it has {2}.</source>
        <translation>{0} hat keine Version „{1}“; vorhanden: {2}.</translation>
    </message>
    <message>
        <source>{0} has no {1} for this computer; install a newer Cass Studio, or separate with the processor.</source>
        <translation>{0} hat kein {1} für diesen Computer; installieren Sie ein neueres Cass Studio, oder trennen Sie mit dem Prozessor.</translation>
    </message>
    <message>
        <source>{0} has no {1} tracks of one channel there; choose other tracks or channels.</source>
        <translation>{0} hat dort keine {1} Spuren mit einem Kanal; wählen Sie andere Spuren oder Kanäle.</translation>
    </message>
    <message>
        <source>{0} has samples of the unknown form {1}; convert it to PCM.</source>
        <translation>{0} hat Samples der unbekannten Form {1}; wandeln Sie es in PCM um.</translation>
    </message>
    <message>
        <source>{0} has version {1} and this program reads version {2}; fetch the model again or update the program.</source>
        <translation>{0} hat Version {1}, dieses Programm liest Version {2}; laden Sie das Modell noch einmal oder aktualisieren Sie das Programm.</translation>
    </message>
    <message>
        <source>{0} has {1} gaps of silence, the first at {2}.</source>
        <translation>{0} hat {1} Lücken aus Stille, die erste bei {2}.</translation>
    </message>
    <message>
        <source>{0} has {1} sound tracks of one channel, of which this is number {2}; choose the others ({3}) one by one, or several together in the list of tracks or with --group, as in 1-6 or 1+2.</source>
        <translation>{0} hat {1} Tonspuren mit einem Kanal, diese ist Nummer {2}; wählen Sie die anderen ({3}) einzeln, oder mehrere zusammen in der Liste der Spuren oder mit --group, etwa 1-6 oder 1+2.</translation>
    </message>
    <message>
        <source>{0} has {1} sound tracks, so there is no track {2}; choose others.</source>
        <translation>{0} hat {1} Tonspuren, es gibt also keine Spur {2}; wählen Sie andere.</translation>
    </message>
    <message>
        <source>{0} holds at most {1} bits; choose fewer bits.</source>
        <translation>{0} fasst höchstens {1} Bit; wählen Sie weniger Bit.</translation>
    </message>
    <message>
        <source>{0} holds at most {1} channels and the programme has {2}; choose WAV.</source>
        <translation>{0} fasst höchstens {1} Kanäle und das Programm hat {2}; wählen Sie WAV.</translation>
    </message>
    <message>
        <source>{0} holds no hints; write a table with the columns start, end and stem, or begin the names of regions with DX, FX or MX.</source>
        <translation>{0} enthält keine Hinweise; schreiben Sie eine Tabelle mit den Spalten start, end und stem, oder lassen Sie die Namen von Bereichen mit DX, FX oder MX beginnen.</translation>
    </message>
    <message>
        <source>{0} holds no markers that can be read; export them as CSV, EDL, Audacity labels, Pro Tools text, SRT or VTT.</source>
        <translation>{0} enthält keine lesbaren Marker; exportieren Sie sie als CSV, EDL, Audacity-Labels, Pro-Tools-Text, SRT oder VTT.</translation>
    </message>
    <message>
        <source>{0} holds no {1}; choose a folder that Cass Studio wrote.</source>
        <translation>{0} enthält kein {1}; wählen Sie einen Ordner, den Cass Studio geschrieben hat.</translation>
    </message>
    <message>
        <source>{0} holds samples of {1:n} times full scale, which is no sound; lower its level or export it again.</source>
        <translation>{0} enthält Samples vom {1:n}-Fachen der Vollaussteuerung, das ist kein Ton; senken Sie den Pegel ab oder exportieren Sie es noch einmal.</translation>
    </message>
    <message>
        <source>{0} holds the stems of several movies; name one, {1}.</source>
        <translation>{0} enthält die Stems mehrerer Filme; nennen Sie einen, {1}.</translation>
    </message>
    <message>
        <source>{0} holds the work of an earlier run; use --resume to go on with it or --overwrite to start over.</source>
        <translation>{0} enthält die Arbeit eines früheren Laufs; mit --resume geht sie weiter, mit --overwrite fängt sie neu an.</translation>
    </message>
    <message>
        <source>{0} is a WAV with its bytes in the other order (RIFX), which cannot be read here; convert it to a usual WAV.</source>
        <translation>{0} ist ein WAV mit umgekehrten Bytes (RIFX), das hier nicht gelesen werden kann; wandeln Sie es in ein übliches WAV um.</translation>
    </message>
    <message>
        <source>{0} is a folder; choose a movie or sound file in it.</source>
        <translation>{0} ist ein Ordner; wählen Sie einen Film oder eine Tondatei darin.</translation>
    </message>
    <message>
        <source>{0} is a link to another place; start over or remove it.</source>
        <translation>{0} ist ein Verweis auf einen anderen Ort; fangen Sie neu an oder entfernen Sie ihn.</translation>
    </message>
    <message>
        <source>{0} is a list that names other files; choose one of those.</source>
        <translation>{0} ist eine Liste, die andere Dateien nennt; wählen Sie eine von diesen.</translation>
    </message>
    <message>
        <source>{0} is a pipe or a device; choose a movie or sound file.</source>
        <translation>{0} ist eine Pipe oder ein Gerät; wählen Sie einen Film oder eine Tondatei.</translation>
    </message>
    <message>
        <source>{0} is being written by another Cass Studio{1}; wait until that one is done or choose another folder.</source>
        <translation>{0} wird von einem anderen Cass Studio geschrieben{1}; warten Sie, bis dieses fertig ist, oder wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>{0} is clipped at {1} places, the first at {2}.</source>
        <translation>{0} ist an {1} Stellen abgeschnitten, zuerst bei {2}.</translation>
    </message>
    <message>
        <source>{0} is clipped at {1}.</source>
        <translation>{0} ist bei {1} abgeschnitten.</translation>
    </message>
    <message>
        <source>{0} is cut off or damaged and has no index; copy or export it again.</source>
        <translation>{0} ist abgeschnitten oder beschädigt und hat keinen Index; kopieren oder exportieren Sie es noch einmal.</translation>
    </message>
    <message>
        <source>{0} is cut off: {1:n} s of {2:n} s are there; copy or export it again.</source>
        <translation>{0} ist abgeschnitten: {1:n} s von {2:n} s sind da; kopieren oder exportieren Sie es noch einmal.</translation>
    </message>
    <message>
        <source>{0} is cut off; make it again.</source>
        <translation>{0} ist abgeschnitten; machen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>{0} is damaged ({1}); fetch the model again.</source>
        <translation>{0} ist beschädigt ({1}); laden Sie das Modell noch einmal.</translation>
    </message>
    <message>
        <source>{0} is damaged or cut off; fetch or make it again.</source>
        <translation>{0} ist beschädigt oder abgeschnitten; laden oder machen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>{0} is damaged: it is not what was written; open the movie again, which makes it anew.</source>
        <translation>{0} ist beschädigt: es ist nicht, was geschrieben wurde; öffnen Sie den Film noch einmal, das erzeugt es neu.</translation>
    </message>
    <message>
        <source>{0} is damaged: {1}; save the project again.</source>
        <translation>{0} ist beschädigt: {1}; speichern Sie das Projekt noch einmal.</translation>
    </message>
    <message>
        <source>{0} is damaged: {1}; separate the movie again.</source>
        <translation>{0} ist beschädigt: {1}; trennen Sie den Film noch einmal.</translation>
    </message>
    <message>
        <source>{0} is damaged; fetch it again.</source>
        <translation>{0} ist beschädigt; laden Sie es noch einmal.</translation>
    </message>
    <message>
        <source>{0} is damaged; install the program again.</source>
        <translation>{0} ist beschädigt; installieren Sie das Programm neu.</translation>
    </message>
    <message>
        <source>{0} is empty; copy or export it again.</source>
        <translation>{0} ist leer; kopieren oder exportieren Sie es noch einmal.</translation>
    </message>
    <message>
        <source>{0} is missing</source>
        <translation>{0} fehlt</translation>
    </message>
    <message>
        <source>{0} is missing or damaged; separate the movie again without resuming.</source>
        <translation>{0} fehlt oder ist beschädigt; trennen Sie den Film von vorn.</translation>
    </message>
    <message>
        <source>{0} is missing; fetch the model again.</source>
        <translation>{0} fehlt; laden Sie das Modell noch einmal.</translation>
    </message>
    <message>
        <source>{0} is neither a project of Cass Studio, a folder of stems nor a separated movie; give one of them.</source>
        <translation>{0} ist weder ein Projekt von Cass Studio noch ein Ordner mit Stems noch ein getrennter Film; nennen Sie eines davon.</translation>
    </message>
    <message>
        <source>{0} is no TOML text ({1}); correct it.</source>
        <translation>{0} ist kein TOML-Text ({1}); berichtigen Sie ihn.</translation>
    </message>
    <message>
        <source>{0} is no file</source>
        <translation>{0} ist keine Datei</translation>
    </message>
    <message>
        <source>{0} is no file; choose a list of markers.</source>
        <translation>{0} ist keine Datei; wählen Sie eine Markerliste.</translation>
    </message>
    <message>
        <source>{0} is no float wave file of Cass Studio; make it again.</source>
        <translation>{0} ist keine Float-WAV-Datei von Cass Studio; machen Sie sie noch einmal.</translation>
    </message>
    <message>
        <source>{0} is no list of markers; choose a text file.</source>
        <translation>{0} ist keine Markerliste; wählen Sie eine Textdatei.</translation>
    </message>
    <message>
        <source>{0} is no movie or sound file that can be read; choose another or convert it.</source>
        <translation>{0} ist kein Film und keine Tondatei, die sich lesen lässt; wählen Sie eine andere oder wandeln Sie sie um.</translation>
    </message>
    <message>
        <source>{0} is no table</source>
        <translation>{0} ist keine Tabelle</translation>
    </message>
    <message>
        <source>{0} is not at hand; run `cass fetch {1}`, or put the file from {2} into {3}.</source>
        <translation>{0} ist nicht vorhanden; rufen Sie `cass fetch {1}` auf, oder legen Sie die Datei von {2} in {3} ab.</translation>
    </message>
    <message>
        <source>{0} is not met: {1}; the report says where.</source>
        <translation>{0} ist nicht erfüllt: {1}; der Bericht sagt, wo.</translation>
    </message>
    <message>
        <source>{0} is not the sound of {1}; open the movie again.</source>
        <translation>{0} ist nicht der Ton von {1}; öffnen Sie den Film noch einmal.</translation>
    </message>
    <message>
        <source>{0} is not there and had no timecode; the files start at 0.</source>
        <translation>{0} fehlt und hatte keinen Timecode; die Dateien beginnen bei 0.</translation>
    </message>
    <message>
        <source>{0} is not there, and its stems do not say how its timecode counts; put it back.</source>
        <translation>{0} fehlt, und seine Stems sagen nicht, wie sein Timecode zählt; legen Sie die Datei zurück.</translation>
    </message>
    <message>
        <source>{0} is not there; the start is the one that its stems noted.</source>
        <translation>{0} fehlt; der Anfang ist der, den seine Stems notiert haben.</translation>
    </message>
    <message>
        <source>{0} is of another version of this program; get it again.</source>
        <translation>{0} gehört zu einer anderen Version dieses Programms; holen Sie die Datei neu.</translation>
    </message>
    <message>
        <source>{0} is silent.</source>
        <translation>{0} ist still.</translation>
    </message>
    <message>
        <source>{0} is the movie itself, which stays as it is; choose another name.</source>
        <translation>{0} ist der Film selbst, der bleibt, wie er ist; wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>{0} is {1}</source>
        <translation>{0} ist {1}</translation>
    </message>
    <message>
        <source>{0} is {1}, not {2}{3}</source>
        <translation>{0} ist {1}, nicht {2}{3}</translation>
    </message>
    <message>
        <source>{0} lacks {1} samples</source>
        <translation>{0} fehlen {1} Samples</translation>
    </message>
    <message>
        <source>{0} may not be read: change its permissions or copy it.</source>
        <translation>{0} darf nicht gelesen werden: ändern Sie die Rechte oder kopieren Sie es.</translation>
    </message>
    <message>
        <source>{0} may not be written; choose another folder.</source>
        <translation>{0} darf nicht beschrieben werden; wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>{0} names no chapters; open the first file of the recording again.</source>
        <translation>{0} nennt keine Teile; öffnen Sie die erste Datei der Aufnahme neu.</translation>
    </message>
    <message>
        <source>{0} needs {1:n} GB but {2:n} GB are free: make room or choose another disk.</source>
        <translation>{0} braucht {1:n} GB, frei sind {2:n} GB: schaffen Sie Platz oder wählen Sie einen anderen Datenträger.</translation>
    </message>
    <message>
        <source>{0} needs {1:n} MB in {2}, where {3:n} MB are free; make room, or move the data folder with CASS_DATA.</source>
        <translation>{0} braucht {1:n} MB in {2}, wo {3:n} MB frei sind; schaffen Sie Platz, oder verlegen Sie den Datenordner mit CASS_DATA.</translation>
    </message>
    <message>
        <source>{0} needs {1} but {2} are free; make room or choose another folder.</source>
        <translation>{0} braucht {1}, frei sind {2}; schaffen Sie Platz oder wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>{0} of {1} entries of {2} could not be read, the first in line {3}.</source>
        <translation>{0} von {1} Einträgen von {2} ließen sich nicht lesen, der erste in Zeile {3}.</translation>
    </message>
    <message>
        <source>{0} of {1} entries of {2} name no stem and are no hints.</source>
        <translation>{0} von {1} Einträgen von {2} nennen keinen Stem und sind keine Hinweise.</translation>
    </message>
    <message>
        <source>{0} of {1} markers lie outside of the programme and were left out.</source>
        <translation>{0} von {1} Markern liegen außerhalb des Programms und wurden weggelassen.</translation>
    </message>
    <message>
        <source>{0} parts of the range are not separated, the first from {1} to {2}; separate them or choose a range without them.</source>
        <translation>{0} Teile des Bereichs sind nicht getrennt, der erste von {1} bis {2}; trennen Sie sie oder wählen Sie einen Bereich ohne sie.</translation>
    </message>
    <message>
        <source>{0} ran out of memory: going on with the CPU.</source>
        <translation>{0} ging der Speicher aus: weiter mit der CPU.</translation>
    </message>
    <message>
        <source>{0} ran out of memory: shorter windows, a little less context.</source>
        <translation>{0} ging der Speicher aus: kürzere Fenster, etwas weniger Zusammenhang.</translation>
    </message>
    <message>
        <source>{0} ran out of memory: {1}.</source>
        <translation>{0} ging der Speicher aus: {1}.</translation>
    </message>
    <message>
        <source>{0} samples and {1} points are too few</source>
        <translation>{0} Abtastwerte und {1} Punkte sind zu wenige</translation>
    </message>
    <message>
        <source>{0} samples are no whole tenths of a second</source>
        <translation>{0} Samples sind keine ganzen Zehntelsekunden</translation>
    </message>
    <message>
        <source>{0} says by ADM where its sounds are in the room, which stems cannot keep; the files have its channels alone.</source>
        <translation>{0} sagt durch ADM, wo seine Töne im Raum sind, was Stems nicht behalten können; die Dateien haben nur seine Kanäle.</translation>
    </message>
    <message>
        <source>{0} sends {1} by a way that is not secure; open {2} in a browser, download the file there and import it.</source>
        <translation>{0} schickt {1} auf einem unsicheren Weg; öffnen Sie {2} im Browser, laden Sie die Datei dort herunter und importieren Sie sie.</translation>
    </message>
    <message>
        <source>{0} sent a page instead of {1}; open {2} in a browser, download the file there and import it.</source>
        <translation>{0} schickte eine Seite statt {1}; öffnen Sie {2} im Browser, laden Sie die Datei dort herunter und importieren Sie sie.</translation>
    </message>
    <message>
        <source>{0} ships with the program; there is nothing to get.</source>
        <translation>{0} liegt dem Programm bei; es gibt nichts zu holen.</translation>
    </message>
    <message>
        <source>{0} shows no picture in this span; choose another span.</source>
        <translation>{0} zeigt in diesem Bereich kein Bild; wählen Sie einen anderen Bereich.</translation>
    </message>
    <message>
        <source>{0} starts within a group of pictures, which MKV cannot keep; choose MOV or MP4.</source>
        <translation>{0} beginnt mitten in einer Bildgruppe, was MKV nicht erhalten kann; wählen Sie MOV oder MP4.</translation>
    </message>
    <message>
        <source>{0} takes no {1} files; choose WAV.</source>
        <translation>{0} nimmt keine {1}-Dateien; wählen Sie WAV.</translation>
    </message>
    <message>
        <source>{0} uses a form of {1} that cannot be decoded here; convert it to another codec first.</source>
        <translation>{0} verwendet eine Form von {1}, die hier nicht dekodiert werden kann; wandeln Sie es zuerst in einen anderen Codec um.</translation>
    </message>
    <message>
        <source>{0} was left out: the files became 32-bit float.</source>
        <translation>{0} wurde weggelassen: die Dateien wurden 32-Bit-Gleitkomma.</translation>
    </message>
    <message>
        <source>{0} was not written by Cass Studio; choose another folder or move it away.</source>
        <translation>{0} wurde nicht von Cass Studio geschrieben; wählen Sie einen anderen Ordner oder legen Sie es woanders hin.</translation>
    </message>
    <message>
        <source>{0} whole numbers</source>
        <translation>{0} ganze Zahlen</translation>
    </message>
    <message>
        <source>{0} {1:n} to {2:n} {3}</source>
        <translation>{0} {1:n} bis {2:n} {3}</translation>
    </message>
    <message>
        <source>{0} {1}; convert it with another program first.</source>
        <translation>{0} {1}; wandeln Sie es zuerst mit einem anderen Programm um.</translation>
    </message>
    <message>
        <source>{0}, a chapter of {1}, is not there; put it back beside the others.</source>
        <translation>{0}, ein Teil von {1}, ist nicht da; legen Sie die Datei wieder neben die anderen.</translation>
    </message>
    <message>
        <source>{0}: a block of {1} channels does not fit into it.</source>
        <translation>{0}: ein Block mit {1} Kanälen passt nicht hinein.</translation>
    </message>
    <message>
        <source>{0}: channels {1:n} and {2:n} have opposite polarity ({3:n} dB are left in mono); they are separated as if one were turned round, and the stems keep them as they are.</source>
        <translation>{0}: die Kanäle {1:n} und {2:n} haben entgegengesetzte Polarität ({3:n} dB bleiben in Mono); sie werden getrennt, als wäre einer umgedreht, und die Stems behalten sie, wie sie sind.</translation>
    </message>
    <message>
        <source>{0}: sample {1} lies behind the end of the file.</source>
        <translation>{0}: Sample {1} liegt hinter dem Ende der Datei.</translation>
    </message>
    <message>
        <source>{0}: the picture's clock starts anew {1:n} times.</source>
        <translation>{0}: die Uhr des Bildes beginnt {1:n} Mal von neuem.</translation>
    </message>
    <message>
        <source>{0}: the sound ends after {1:n} s, {2:n} s before its declared end.</source>
        <translation>{0}: der Ton endet nach {1:n} s, {2:n} s vor seinem angegebenen Ende.</translation>
    </message>
    <message>
        <source>{0}: the sound's clock starts anew {1:n} times.</source>
        <translation>{0}: die Uhr des Tons beginnt {1:n} Mal von neuem.</translation>
    </message>
    <message>
        <source>{0}: the sound's timestamps leave gaps ({1:n}, {2:n} s in all, now silent) or overlap ({3:n} times, now trimmed).</source>
        <translation>{0}: die Zeitstempel des Tons lassen Lücken ({1:n}, zusammen {2:n} s, jetzt still) oder überlappen sich ({3:n} Mal, jetzt beschnitten).</translation>
    </message>
    <message>
        <source>{0}: {1:n} damaged packets of the {2} were skipped.</source>
        <translation>{0}: {1:n} beschädigte Pakete wurden übersprungen ({2}).</translation>
    </message>
    <message>
        <source>{0}: {1:n} samples were no numbers and became silence.</source>
        <translation>{0}: {1:n} Samples waren keine Zahlen und wurden zu Stille.</translation>
    </message>
</context>
<context>
    <name>LoudnessHeader</name>
    <message>
        <source>Loudness of the last 3 seconds in LUFS (EBU Tech 3341)</source>
        <translation>Lautheit der letzten 3 Sekunden in LUFS (EBU Tech 3341)</translation>
    </message>
</context>
<context>
    <name>LoudnessPanel</name>
    <message>
        <source>Loudness in LUFS of the last {time}</source>
        <translation>Lautheit in LUFS der letzten {time}</translation>
    </message>
    <message>
        <source>Momentary loudness</source>
        <translation>Momentane Lautheit</translation>
    </message>
    <message>
        <source>Short-term loudness</source>
        <translation>Kurzzeitige Lautheit</translation>
    </message>
    <message>
        <source>Integrated loudness</source>
        <translation>Integrierte Lautheit</translation>
    </message>
    <message>
        <source>Loudness in LUFS since playing began</source>
        <translation>Lautheit in LUFS seit Beginn der Wiedergabe</translation>
    </message>
    <message>
        <source>True peak</source>
        <translation>True Peak</translation>
    </message>
    <message>
        <source>Highest true peak in dBTP since playing began</source>
        <translation>Höchster True Peak in dBTP seit Beginn der Wiedergabe</translation>
    </message>
    <message>
        <source>Measure loudness anew</source>
        <translation>Lautheit neu messen</translation>
    </message>
    <message>
        <source>Measure integrated loudness and true peak anew</source>
        <translation>Integrierte Lautheit und True Peak neu messen</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Versions</source>
        <translation>Versionen</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>Versions and review</source>
        <translation>Versionen und Prüfung</translation>
    </message>
    <message>
        <source>Making the demo scene…</source>
        <translation>Demoszene wird hergestellt…</translation>
    </message>
    <message>
        <source>Opening {name}…</source>
        <translation>{name} wird geöffnet…</translation>
    </message>
    <message>
        <source>{rate} kHz, {layout}</source>
        <translation>{rate} kHz, {layout}</translation>
    </message>
    <message>
        <source>Sample rate and channels</source>
        <translation>Abtastrate und Kanäle</translation>
    </message>
    <message>
        <source>Saved {name}.</source>
        <translation>{name} gespeichert.</translation>
    </message>
</context>
<context>
    <name>MarkerControls</name>
    <message>
        <source>{count} markers were taken in from {name}.</source>
        <translation>{count} Marker wurden aus {name} übernommen.</translation>
    </message>
    <message>
        <source>Saved {name}.</source>
        <translation>{name} gespeichert.</translation>
    </message>
    <message>
        <source>Lists of markers and subtitles</source>
        <translation>Markerlisten und Untertitel</translation>
    </message>
    <message>
        <source>Import markers</source>
        <translation>Marker importieren</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Alle Dateien</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>Tabelle (*.csv)</translation>
    </message>
    <message>
        <source>Edit decision list, for Resolve and Avid (*.edl)</source>
        <translation>Schnittliste (EDL) für Resolve und Avid (*.edl)</translation>
    </message>
    <message>
        <source>Pro Tools text (*.txt)</source>
        <translation>Pro-Tools-Text (*.txt)</translation>
    </message>
    <message>
        <source>Audacity labels (*.txt)</source>
        <translation>Audacity-Labels (*.txt)</translation>
    </message>
    <message>
        <source>Export markers</source>
        <translation>Marker exportieren</translation>
    </message>
</context>
<context>
    <name>MarkerEditor</name>
    <message>
        <source>Name of the marker</source>
        <translation>Name des Markers</translation>
    </message>
</context>
<context>
    <name>MisplacedCanvas</name>
    <message>
        <source>Find misplaced sounds (Review) fills this lane</source>
        <translation>Prüfung › Falsch zugeordnete Töne finden füllt diese Spur</translation>
    </message>
</context>
<context>
    <name>MisplacedHeader</name>
    <message>
        <source>How much of what is heard in each stem seems to belong to another</source>
        <translation>Wie viel von dem, was in jedem Stem zu hören ist, zu einem anderen zu gehören scheint</translation>
    </message>
</context>
<context>
    <name>MixCommands</name>
    <message>
        <source>{stem} gain</source>
        <translation>Pegel {stem}</translation>
    </message>
    <message>
        <source>Master gain</source>
        <translation>Gesamtpegel</translation>
    </message>
    <message>
        <source>Mute {stem}</source>
        <translation>{stem} stummschalten</translation>
    </message>
    <message>
        <source>Unmute {stem}</source>
        <translation>{stem} hörbar schalten</translation>
    </message>
    <message>
        <source>Solo {stem}</source>
        <translation>Solo {stem}</translation>
    </message>
    <message>
        <source>End solo of {stem}</source>
        <translation>Solo {stem} beenden</translation>
    </message>
    <message>
        <source>{stem} gain line</source>
        <translation>Pegellinie {stem}</translation>
    </message>
    <message>
        <source>{stem} clip gain</source>
        <translation>Abschnittspegel {stem}</translation>
    </message>
    <message>
        <source>Balance by the picture</source>
        <translation>Nach dem Bild ausbalancieren</translation>
    </message>
    <message>
        <source>Reset mix</source>
        <translation>Mischung zurücksetzen</translation>
    </message>
</context>
<context>
    <name>MixControls</name>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Undo: {what}</source>
        <translation>&amp;Rückgängig: {what}</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>&amp;Redo: {what}</source>
        <translation>&amp;Wiederholen: {what}</translation>
    </message>
</context>
<context>
    <name>ModelsDialog</name>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Use for new separations</source>
        <translation>Für neue Trennungen nehmen</translation>
    </message>
    <message>
        <source>Ask as a second opinion</source>
        <translation>Als zweite Meinung fragen</translation>
    </message>
    <message>
        <source>Open its page</source>
        <translation>Seite öffnen</translation>
    </message>
    <message>
        <source>Import a file…</source>
        <translation>Datei importieren…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>What went wrong</source>
        <translation>Was schiefging</translation>
    </message>
    <message>
        <source>Open the publisher’s page in the browser</source>
        <translation>Die Seite des Herausgebers im Browser öffnen</translation>
    </message>
    <message>
        <source>Take in a model’s file that you have downloaded</source>
        <translation>Die heruntergeladene Datei eines Modells aufnehmen</translation>
    </message>
    <message>
        <source>Remembered until you choose another one</source>
        <translation>Bleibt, bis Sie ein anderes wählen</translation>
    </message>
    <message>
        <source>Average the masks of all chosen models; it takes as long as all together</source>
        <translation>Die Masken aller gewählten Modelle mitteln; das dauert so lange wie alle zusammen</translation>
    </message>
    <message>
        <source>Stop; what has come is kept for the next time</source>
        <translation>Anhalten; was gekommen ist, bleibt für das nächste Mal</translation>
    </message>
    <message>
        <source>How far the model is fetched</source>
        <translation>Wie weit das Modell geholt ist</translation>
    </message>
    <message>
        <source>Models separate the sound. Nothing is fetched before you ask for it; a file that you have downloaded can be dropped here.</source>
        <translation>Modelle trennen den Ton. Nichts wird geholt, bevor Sie es wünschen; eine heruntergeladene Datei kann hier abgelegt werden.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Get{size}</source>
        <translation>Holen{size}</translation>
    </message>
    <message>
        <source>Its publisher gives {file} to people only: download it from its page and drop it here.</source>
        <translation>Der Herausgeber gibt {file} nur an Menschen: laden Sie die Datei von seiner Seite herunter und legen Sie sie hier ab.</translation>
    </message>
    <message>
        <source>Import a model</source>
        <translation>Modell importieren</translation>
    </message>
</context>
<context>
    <name>MonitorSwitch</name>
    <message>
        <source>Mix</source>
        <translation>Mischung</translation>
    </message>
    <message>
        <source>Hear the mix of the stems</source>
        <translation>Die Mischung der Stems hören</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>Original</translation>
    </message>
    <message>
        <source>Hear the original sound</source>
        <translation>Den Originalton hören</translation>
    </message>
</context>
<context>
    <name>Numbers</name>
    <message>
        <source>{number}%</source>
        <translation>{number} %</translation>
    </message>
</context>
<context>
    <name>ObjectFinder</name>
    <message>
        <source>At most {seconds} seconds can be looked through at once; select less.</source>
        <translation>Höchstens {seconds} Sekunden können auf einmal durchgesehen werden; wählen Sie weniger aus.</translation>
    </message>
    <message>
        <source>Draw a box around what you want to hear, move it and drag its edges; Return or a double click finds its sound.</source>
        <translation>Ziehen Sie einen Rahmen um das, was Sie hören möchten, verschieben Sie ihn oder seine Kanten; Eingabetaste oder Doppelklick sucht den Ton dazu.</translation>
    </message>
    <message>
        <source>Nothing of what is in the box is heard there.</source>
        <translation>Von dem, was im Rahmen ist, ist dort nichts zu hören.</translation>
    </message>
    <message>
        <source>What sounds there is selected in the effects: hear it alone, or move it.</source>
        <translation>Was dort klingt, ist in den Effekten ausgewählt: Hören Sie es allein oder verschieben Sie es.</translation>
    </message>
</context>
<context>
    <name>OutputDeviceChoice</name>
    <message>
        <source>The sound device</source>
        <translation>Das Tongerät</translation>
    </message>
    <message>
        <source>{device} is gone; playback has stopped, play again on another device.</source>
        <translation>{device} ist weg; die Wiedergabe hat angehalten, spielen Sie auf einem anderen Gerät weiter.</translation>
    </message>
    <message>
        <source>No sound device could be opened; picture and playhead run in silence.</source>
        <translation>Kein Tongerät ließ sich öffnen; Bild und Abspielkopf laufen ohne Ton.</translation>
    </message>
    <message>
        <source>{device} could not be opened; the default device is used.</source>
        <translation>{device} ließ sich nicht öffnen; das Standardgerät wird benutzt.</translation>
    </message>
</context>
<context>
    <name>OverviewStrip</name>
    <message>
        <source>Overview</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>Drag the box to scroll, its edges to zoom; below, what is separated, and in another colour the parts that were separated again</source>
        <translation>Den Rahmen ziehen, um zu rollen, seine Ränder, um zu zoomen; unten, was getrennt ist, und in anderer Farbe die noch einmal getrennten Teile</translation>
    </message>
</context>
<context>
    <name>PictureState</name>
    <message>
        <source>No movie is open</source>
        <translation>Kein Film ist geöffnet</translation>
    </message>
    <message>
        <source>Open a movie, or drop one on the window.</source>
        <translation>Öffnen Sie einen Film oder legen Sie ihn im Fenster ab.</translation>
    </message>
    <message>
        <source>No picture</source>
        <translation>Kein Bild</translation>
    </message>
    <message>
        <source>This file is sound alone; it can be separated all the same.</source>
        <translation>Diese Datei ist nur Ton; getrennt werden kann sie trotzdem.</translation>
    </message>
    <message>
        <source>Opening the picture…</source>
        <translation>Bild wird geöffnet…</translation>
    </message>
    <message>
        <source>The picture cannot be shown</source>
        <translation>Das Bild kann nicht gezeigt werden</translation>
    </message>
    <message>
        <source>The picture of what is heard</source>
        <translation>Das Bild zu dem, was zu hören ist</translation>
    </message>
</context>
<context>
    <name>PlaceFields</name>
    <message>
        <source>Choose…</source>
        <translation>Wählen…</translation>
    </message>
    <message>
        <source>Insert</source>
        <translation>Einfügen</translation>
    </message>
    <message>
        <source>Folder of the files; it is made when it is missing</source>
        <translation>Ordner der Dateien; er wird angelegt, wenn er fehlt</translation>
    </message>
    <message>
        <source>Name of the files; words in braces are filled in</source>
        <translation>Name der Dateien; Wörter in Klammern werden ersetzt</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>Ordner wählen</translation>
    </message>
    <message>
        <source>Insert a field into the name</source>
        <translation>Ein Feld in den Namen einfügen</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Projekt</translation>
    </message>
    <message>
        <source>Movie</source>
        <translation>Film</translation>
    </message>
    <message>
        <source>Stem</source>
        <translation>Stem</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Start timecode</source>
        <translation>Start-Timecode</translation>
    </message>
    <message>
        <source>Sample rate</source>
        <translation>Abtastrate</translation>
    </message>
    <message>
        <source>Bit depth</source>
        <translation>Bittiefe</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>Kanäle</translation>
    </message>
    <message>
        <source>Timecode rate</source>
        <translation>Timecode-Rate</translation>
    </message>
    <message>
        <source>Reel</source>
        <translation>Akt</translation>
    </message>
    <message>
        <source>Folder for the files</source>
        <translation>Ordner für die Dateien</translation>
    </message>
</context>
<context>
    <name>PlaybackPage</name>
    <message>
        <source>Playback</source>
        <translation>Wiedergabe</translation>
    </message>
    <message>
        <source>Output device</source>
        <translation>Ausgabegerät</translation>
    </message>
    <message>
        <source>Sound device that is played on</source>
        <translation>Tongerät für die Wiedergabe</translation>
    </message>
    <message>
        <source>Delay of the sound</source>
        <translation>Verzögerung des Tons</translation>
    </message>
    <message>
        <source>Short for quick faders, long where the sound has gaps; it grows by itself</source>
        <translation>Kurz für schnelle Regler, lang, wo der Ton Lücken hat; sie wächst von selbst</translation>
    </message>
    <message>
        <source>Return to the start when stopped</source>
        <translation>Beim Anhalten zum Anfang zurückkehren</translation>
    </message>
    <message>
        <source>The playhead goes back to where playing began</source>
        <translation>Der Abspielkopf kehrt dorthin zurück, wo die Wiedergabe begann</translation>
    </message>
    <message>
        <source>Compare equally loud</source>
        <translation>Gleich laut vergleichen</translation>
    </message>
    <message>
        <source>The original is played as loud as the mix</source>
        <translation>Das Original wird so laut gespielt wie die Mischung</translation>
    </message>
</context>
<context>
    <name>PositionField</name>
    <message>
        <source>Position</source>
        <translation>Position</translation>
    </message>
    <message>
        <source>Where the playhead is; type where to go, or how far, such as +10 or -1:00</source>
        <translation>Wo der Abspielkopf ist; eingeben, wohin oder wie weit, etwa +10 oder -1:00</translation>
    </message>
    <message>
        <source>'{text}' is no position; type it as it is shown, or how far to go, such as +10 or -1:00.</source>
        <translation>„{text}“ ist keine Position; wie angezeigt eingeben, oder wie weit, etwa +10 oder -1:00.</translation>
    </message>
    <message>
        <source>'{text}' is outside of the programme; it goes from {first} to {last}.</source>
        <translation>„{text}“ liegt außerhalb des Programms; es geht von {first} bis {last}.</translation>
    </message>
</context>
<context>
    <name>PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>What to change</source>
        <translation>Was zu ändern ist</translation>
    </message>
</context>
<context>
    <name>PresetBox</name>
    <message>
        <source>By hand</source>
        <translation>Von Hand</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>Vorlage</translation>
    </message>
    <message>
        <source>What a house wants: tracks, files, names and loudness in one choice</source>
        <translation>Was ein Haus will: Spuren, Dateien, Namen und Lautheit in einer Wahl</translation>
    </message>
</context>
<context>
    <name>Presets</name>
    <message>
        <source>Advertising and trailers, EBU R 128 s1</source>
        <translation>Werbung und Trailer, EBU R 128 s1</translation>
    </message>
    <message>
        <source>Broadcast, ATSC A/85</source>
        <translation>Rundfunk, ATSC A/85</translation>
    </message>
    <message>
        <source>Broadcast, EBU R 128</source>
        <translation>Rundfunk, EBU R 128</translation>
    </message>
    <message>
        <source>Mono files and an AAF for Pro Tools and other DAWs</source>
        <translation>Monodateien und ein AAF für Pro Tools und andere DAWs</translation>
    </message>
    <message>
        <source>Netflix M&amp;E</source>
        <translation>Netflix M&amp;E</translation>
    </message>
    <message>
        <source>Netflix stems</source>
        <translation>Netflix-Stems</translation>
    </message>
    <message>
        <source>Podcast</source>
        <translation>Podcast</translation>
    </message>
    <message>
        <source>Reaper session</source>
        <translation>Reaper-Session</translation>
    </message>
    <message>
        <source>Reaper session with the review's places</source>
        <translation>Reaper-Session mit den Stellen der Prüfung</translation>
    </message>
    <message>
        <source>Stems and M&amp;E</source>
        <translation>Stems und M&amp;E</translation>
    </message>
    <message>
        <source>Theatrical reels with pops, film order</source>
        <translation>Kino-Akte mit Pops, Filmfolge</translation>
    </message>
</context>
<context>
    <name>Program</name>
    <message>
        <source>Your settings were damaged and are as at the first start; the old ones are in {path}.</source>
        <translation>Ihre Einstellungen waren beschädigt und sind wie beim ersten Start; die alten liegen in {path}.</translation>
    </message>
</context>
<context>
    <name>ProjectReading</name>
    <message>
        <source>This project was separated with models that are not on this computer: {names}. Its stems can be used; to go on in the same way, get them with “Models…”.</source>
        <translation>Dieses Projekt wurde mit Modellen getrennt, die nicht auf diesem Computer sind: {names}. Seine Stems lassen sich benutzen; um ebenso weiterzuarbeiten, holen Sie sie mit „Modelle…“.</translation>
    </message>
    <message>
        <source>{number} of the project's separations were made of another movie or sound track (the first is in {folder}) and left out; open that one to see them.</source>
        <translation>{number} Trennungen des Projekts gehören zu einem anderen Film oder einer anderen Tonspur (die erste liegt in {folder}) und wurden ausgelassen; öffnen Sie diesen, um sie zu sehen.</translation>
    </message>
    <message>
        <source>{number} of the project's separations cannot be found (the first was in {folder}) and left out; bring the folder back and open the project again before you save it.</source>
        <translation>{number} Trennungen des Projekts sind nicht zu finden (die erste lag in {folder}) und wurden ausgelassen; bringen Sie den Ordner zurück und öffnen Sie das Projekt erneut, bevor Sie es speichern.</translation>
    </message>
</context>
<context>
    <name>ProjectSaver</name>
    <message>
        <source>{path} exists already; choose it by its whole name to replace it.</source>
        <translation>{path} gibt es schon; wählen Sie den ganzen Namen, um die Datei zu ersetzen.</translation>
    </message>
</context>
<context>
    <name>QualityScale</name>
    <message>
        <source>1 step</source>
        <translation>1 Schritt</translation>
    </message>
    <message>
        <source>{n} steps</source>
        <translation>{n} Schritte</translation>
    </message>
    <message>
        <source>{steps} · recommended</source>
        <translation>{steps} · empfohlen</translation>
    </message>
</context>
<context>
    <name>QualitySlider</name>
    <message>
        <source>&amp;Quality</source>
        <translation>&amp;Qualität</translation>
    </message>
    <message>
        <source>Fast</source>
        <translation>Schnell</translation>
    </message>
    <message>
        <source>Takes longest</source>
        <translation>Dauert am längsten</translation>
    </message>
    <message>
        <source>One pass</source>
        <translation>Ein Durchgang</translation>
    </message>
    <message>
        <source>Quality: {label}</source>
        <translation>Qualität: {label}</translation>
    </message>
    <message>
        <source>More steps take longer and are not always better; {steps} recommended for this model.</source>
        <translation>Mehr Schritte dauern länger und sind nicht immer besser; {steps} für dieses Modell empfohlen.</translation>
    </message>
</context>
<context>
    <name>Questions</name>
    <message>
        <source>Save the changes to “{name}”?</source>
        <translation>Die Änderungen an „{name}“ speichern?</translation>
    </message>
    <message>
        <source>Without saving, the mix, the markers and the list of versions go back to what they were. Finished stems stay on disk.</source>
        <translation>Ohne Speichern werden Mischung, Marker und Versionsliste wieder wie zuvor. Fertige Stems bleiben auf der Platte.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Don’t save</source>
        <translation>Nicht speichern</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Stop the separation and close?</source>
        <translation>Die Trennung anhalten und schließen?</translation>
    </message>
    <message>
        <source>What is finished is kept; the run can be resumed later.</source>
        <translation>Was fertig ist, bleibt; der Lauf kann später fortgesetzt werden.</translation>
    </message>
    <message>
        <source>Stop the export and close?</source>
        <translation>Export beenden und schließen?</translation>
    </message>
    <message>
        <source>No half-written file is left; export again to have the files.</source>
        <translation>Es bleibt keine halb geschriebene Datei zurück; für die Dateien erneut exportieren.</translation>
    </message>
    <message>
        <source>Stop and close</source>
        <translation>Anhalten und schließen</translation>
    </message>
    <message>
        <source>Open the other sound without the versions?</source>
        <translation>Den anderen Ton ohne die Versionen öffnen?</translation>
    </message>
    <message>
        <source>The versions belong to the sound that is open now. The other one is opened as a new project; finished stems stay on disk.</source>
        <translation>Die Versionen gehören zu dem Ton, der jetzt geöffnet ist. Der andere wird als neues Projekt geöffnet; fertige Stems bleiben auf der Festplatte.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Open all {number} files of the recording?</source>
        <translation>Alle {number} Dateien der Aufnahme öffnen?</translation>
    </message>
    <message>
        <source>The camera or the recorder split it: {first} to {last}. Together they are one programme, joined to the sample; a small list is written beside them.</source>
        <translation>Die Kamera oder der Recorder hat sie geteilt: {first} bis {last}. Zusammen sind sie ein Programm, auf das Sample genau verbunden; eine kleine Liste wird daneben geschrieben.</translation>
    </message>
    <message>
        <source>Open all as one</source>
        <translation>Alle als eine öffnen</translation>
    </message>
    <message>
        <source>This file alone</source>
        <translation>Nur diese Datei</translation>
    </message>
    <message>
        <source>Discard the changes to “{name}”?</source>
        <translation>Die Änderungen an „{name}“ verwerfen?</translation>
    </message>
    <message>
        <source>They cannot be brought back. The project’s own file and finished stems stay on disk.</source>
        <translation>Sie lassen sich nicht zurückholen. Die Projektdatei und fertige Stems bleiben auf der Platte.</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
</context>
<context>
    <name>RangeButtons</name>
    <message>
        <source>Whole programme</source>
        <translation>Ganzes Programm</translation>
    </message>
    <message>
        <source>Selection</source>
        <translation>Auswahl</translation>
    </message>
    <message>
        <source>Loop</source>
        <translation>Schleife</translation>
    </message>
    <message>
        <source>Separated part</source>
        <translation>Getrennter Teil</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} s</translation>
    </message>
    <message>
        <source>{minutes}:{seconds} min</source>
        <translation>{minutes}:{seconds} min</translation>
    </message>
</context>
<context>
    <name>Readout</name>
    <message>
        <source>{samples} samples: {ms} ms, {hz} Hz</source>
        <translation>{samples} Samples: {ms} ms, {hz} Hz</translation>
    </message>
</context>
<context>
    <name>RecentList</name>
    <message>
        <source>Opened before</source>
        <translation>Vorher geöffnet</translation>
    </message>
    <message>
        <source>Open {file}</source>
        <translation>{file} öffnen</translation>
    </message>
</context>
<context>
    <name>RecoveryDialog</name>
    <message>
        <source>Recover</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>Discard…</source>
        <translation>Verwerfen…</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Später</translation>
    </message>
    <message>
        <source>Unsaved changes were found</source>
        <translation>Ungespeicherte Änderungen gefunden</translation>
    </message>
    <message>
        <source>never saved, movie {name}</source>
        <translation>nie gespeichert, Film {name}</translation>
    </message>
    <message>
        <source>Projects with unsaved changes</source>
        <translation>Projekte mit ungespeicherten Änderungen</translation>
    </message>
    <message>
        <source>Open the project with the changes that were not saved</source>
        <translation>Das Projekt mit den ungespeicherten Änderungen öffnen</translation>
    </message>
    <message>
        <source>Give these changes up for good</source>
        <translation>Diese Änderungen endgültig aufgeben</translation>
    </message>
    <message>
        <source>Keep the changes and ask again at the next start</source>
        <translation>Die Änderungen behalten und beim nächsten Start wieder fragen</translation>
    </message>
    <message>
        <source>Cass Studio ended before these projects were saved. Recover one to go on where it was; saving it stays your choice.</source>
        <translation>Cass Studio endete, bevor diese Projekte gespeichert waren. Stellen Sie eines wieder her, um dort weiterzumachen; ob Sie es speichern, bleibt Ihnen überlassen.</translation>
    </message>
</context>
<context>
    <name>RelinkDialog</name>
    <message>
        <source>Locate…</source>
        <translation>Suchen…</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Locate the movie</source>
        <translation>Den Film suchen</translation>
    </message>
    <message>
        <source>Comparing the file with the movie of the project…</source>
        <translation>Die Datei wird mit dem Film des Projekts verglichen…</translation>
    </message>
    <message>
        <source>Where the movie was</source>
        <translation>Wo der Film war</translation>
    </message>
    <message>
        <source>Where the movie is now</source>
        <translation>Wo der Film jetzt ist</translation>
    </message>
    <message>
        <source>not located yet</source>
        <translation>noch nicht gefunden</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>Vergleich</translation>
    </message>
    <message>
        <source>Choose the file that the project was made with</source>
        <translation>Die Datei wählen, mit der das Projekt gemacht wurde</translation>
    </message>
    <message>
        <source>Open the project with this file</source>
        <translation>Das Projekt mit dieser Datei öffnen</translation>
    </message>
    <message>
        <source>Leave the project closed</source>
        <translation>Das Projekt geschlossen lassen</translation>
    </message>
    <message>
        <source>The movie “{movie}” of the project “{name}” is missing or was moved.</source>
        <translation>Der Film „{movie}“ des Projekts „{name}“ fehlt oder wurde verschoben.</translation>
    </message>
    <message>
        <source>It was here</source>
        <translation>Er war hier</translation>
    </message>
    <message>
        <source>It is here now</source>
        <translation>Er ist jetzt hier</translation>
    </message>
    <message>
        <source>Use anyway</source>
        <translation>Trotzdem verwenden</translation>
    </message>
    <message>
        <source>This is the movie that the project was made with.</source>
        <translation>Das ist der Film, mit dem das Projekt gemacht wurde.</translation>
    </message>
    <message>
        <source>The content differs from the movie that the project was made with. Positions, gain lines and separations may not fit; locate another file, or use this one anyway.</source>
        <translation>Der Inhalt weicht vom Film des Projekts ab. Positionen, Pegellinien und Trennungen passen womöglich nicht; suchen Sie eine andere Datei oder verwenden Sie diese trotzdem.</translation>
    </message>
</context>
<context>
    <name>RepairCommands</name>
    <message>
        <source>Remove a repair</source>
        <translation>Reparatur entfernen</translation>
    </message>
    <message>
        <source>Switch a repair on</source>
        <translation>Reparatur einschalten</translation>
    </message>
    <message>
        <source>Switch a repair off</source>
        <translation>Reparatur ausschalten</translation>
    </message>
    <message>
        <source>Amount of a repair</source>
        <translation>Stärke einer Reparatur</translation>
    </message>
</context>
<context>
    <name>RepairOffer</name>
    <message>
        <source>Repairs that are not needed</source>
        <translation>Reparaturen, die nicht nötig sind</translation>
    </message>
    <message>
        <source>Keep all</source>
        <translation>Alle behalten</translation>
    </message>
    <message>
        <source>Remove these</source>
        <translation>Diese entfernen</translation>
    </message>
    <message>
        <source>All repairs stay over the new version</source>
        <translation>Alle Reparaturen bleiben über der neuen Version</translation>
    </message>
    <message>
        <source>Remove the repairs that the new version does not need</source>
        <translation>Die Reparaturen entfernen, die die neue Version nicht braucht</translation>
    </message>
    <message>
        <source>The new version does not need {count} of your {total} repairs: the sound is in the right stem already.</source>
        <translation>Die neue Version braucht {count} von Ihren {total} Reparaturen nicht: Der Ton ist schon im richtigen Stem.</translation>
    </message>
</context>
<context>
    <name>RepairReview</name>
    <message>
        <source>{gone} of {all} repairs are not needed any more.</source>
        <translation>{gone} von {all} Reparaturen sind nicht mehr nötig.</translation>
    </message>
    <message>
        <source>Your repairs lie over the new version, too.</source>
        <translation>Ihre Reparaturen liegen auch über der neuen Version.</translation>
    </message>
</context>
<context>
    <name>Repairer</name>
    <message>
        <source>Move to {stem}</source>
        <translation>Zu {stem} verschieben</translation>
    </message>
    <message>
        <source>Share out {stem}</source>
        <translation>{stem} aufteilen</translation>
    </message>
    <message>
        <source>Gate {stem}</source>
        <translation>{stem} gaten</translation>
    </message>
    <message>
        <source>Fill the hole</source>
        <translation>Loch füllen</translation>
    </message>
</context>
<context>
    <name>ReportDialog</name>
    <message>
        <source>Report a problem</source>
        <translation>Ein Problem melden</translation>
    </message>
    <message>
        <source>Include names of files and folders</source>
        <translation>Namen von Dateien und Ordnern mit aufnehmen</translation>
    </message>
    <message>
        <source>Looking at this computer…</source>
        <translation>Dieser Computer wird untersucht…</translation>
    </message>
    <message>
        <source>Show the report</source>
        <translation>Bericht zeigen</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Speichern…</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Was geschehen ist</translation>
    </message>
    <message>
        <source>What you did, what happened, and what you had expected</source>
        <translation>Was Sie getan haben, was geschehen ist und was Sie erwartet hatten</translation>
    </message>
    <message>
        <source>The report</source>
        <translation>Der Bericht</translation>
    </message>
    <message>
        <source>Otherwise the names of your movies, projects and folders are taken out</source>
        <translation>Sonst werden die Namen Ihrer Filme, Projekte und Ordner entfernt</translation>
    </message>
    <message>
        <source>All that the file will hold</source>
        <translation>Alles, was in der Datei stehen wird</translation>
    </message>
    <message>
        <source>Copy the report, to paste it into a message</source>
        <translation>Den Bericht kopieren, um ihn in eine Nachricht einzufügen</translation>
    </message>
    <message>
        <source>Write the report into a text file</source>
        <translation>Den Bericht in eine Textdatei schreiben</translation>
    </message>
    <message>
        <source>Describe what happened. The report adds versions, devices, settings and the last lines of the log. Nothing is sent: save the file and send it yourself.</source>
        <translation>Beschreiben Sie, was geschehen ist. Der Bericht fügt Versionen, Geräte, Einstellungen und die letzten Zeilen des Protokolls hinzu. Nichts wird verschickt: Speichern Sie die Datei und verschicken Sie sie selbst.</translation>
    </message>
    <message>
        <source>This computer was looked at.</source>
        <translation>Dieser Computer wurde untersucht.</translation>
    </message>
    <message>
        <source>Hide the report</source>
        <translation>Bericht verbergen</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>Den Bericht speichern</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Saved as {name}</source>
        <translation>Gespeichert als {name}</translation>
    </message>
</context>
<context>
    <name>ReviewCommands</name>
    <message>
        <source>Look at a place again</source>
        <translation>Stelle wieder öffnen</translation>
    </message>
    <message>
        <source>Move where it belongs</source>
        <translation>Verschieben, wohin es gehört</translation>
    </message>
    <message>
        <source>Dismiss a place</source>
        <translation>Stelle verwerfen</translation>
    </message>
    <message>
        <source>Comment on a place</source>
        <translation>Stelle kommentieren</translation>
    </message>
</context>
<context>
    <name>ReviewPanel</name>
    <message>
        <source>Speech in FX</source>
        <translation>Sprache in FX</translation>
    </message>
    <message>
        <source>Speech in MX</source>
        <translation>Sprache in MX</translation>
    </message>
    <message>
        <source>Word with a missing part</source>
        <translation>Wort, dem ein Teil fehlt</translation>
    </message>
    <message>
        <source>Ghost in DX</source>
        <translation>Geisterton in DX</translation>
    </message>
    <message>
        <source>Music in DX</source>
        <translation>Musik in DX</translation>
    </message>
    <message>
        <source>Effect in DX</source>
        <translation>Effekt in DX</translation>
    </message>
    <message>
        <source>Music in FX</source>
        <translation>Musik in FX</translation>
    </message>
    <message>
        <source>Effect in MX</source>
        <translation>Effekt in MX</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>Find misplaced sounds</source>
        <translation>Falsch zugeordnete Töne finden</translation>
    </message>
    <message>
        <source>Listen</source>
        <translation>Anhören</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Verschieben</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Ausblenden</translation>
    </message>
    <message>
        <source>Kinds that are shown</source>
        <translation>Gezeigte Arten</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>Alle Arten</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>Sure</source>
        <translation>Sicher</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Stellen</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Kommentar</translation>
    </message>
    <message>
        <source>{done} of {all} done</source>
        <translation>{done} von {all} erledigt</translation>
    </message>
    <message>
        <source>Move to {stem}</source>
        <translation>Zu {stem} verschieben</translation>
    </message>
</context>
<context>
    <name>ReviewRunner</name>
    <message>
        <source>Listen to a place</source>
        <translation>Stelle anhören</translation>
    </message>
    <message>
        <source>Move to {stem}</source>
        <translation>Zu {stem} verschieben</translation>
    </message>
</context>
<context>
    <name>RunProgress</name>
    <message>
        <source>Progress of the separation</source>
        <translation>Fortschritt der Trennung</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>Keep the stems in my folder</source>
        <translation>Stems in meinem Ordner ablegen</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>Notices</source>
        <translation>Hinweise</translation>
    </message>
    <message>
        <source>Stand still and free the processor, or go on</source>
        <translation>Ruhen und den Prozessor freigeben oder weitermachen</translation>
    </message>
    <message>
        <source>End the separation; what is finished is kept</source>
        <translation>Die Trennung beenden; was fertig ist, bleibt</translation>
    </message>
    <message>
        <source>Go on where it failed</source>
        <translation>Weitermachen, wo es scheiterte</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Pausing</source>
        <translation>Wird angehalten</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>Wird beendet</translation>
    </message>
</context>
<context>
    <name>RunWords</name>
    <message>
        <source>Loading the model</source>
        <translation>Modell wird geladen</translation>
    </message>
    <message>
        <source>Decoding the sound</source>
        <translation>Ton wird decodiert</translation>
    </message>
    <message>
        <source>Looking at the picture</source>
        <translation>Bild wird angesehen</translation>
    </message>
    <message>
        <source>Separating</source>
        <translation>Wird getrennt</translation>
    </message>
    <message>
        <source>No CUDA graphics card was found, so the processor does the work.</source>
        <translation>Es wurde keine CUDA-Grafikkarte gefunden; deshalb rechnet der Prozessor.</translation>
    </message>
    <message>
        <source>This program's PyTorch is built without CUDA, so the processor does the work.</source>
        <translation>Das PyTorch dieses Programms ist ohne CUDA gebaut; deshalb rechnet der Prozessor.</translation>
    </message>
    <message>
        <source>The separation is paused; press Resume</source>
        <translation>Die Trennung steht still; „Fortsetzen“ drücken</translation>
    </message>
    <message>
        <source>The separation is being stopped</source>
        <translation>Die Trennung wird beendet</translation>
    </message>
    <message>
        <source>It is being separated and appears part by part</source>
        <translation>Es wird getrennt und erscheint Stück für Stück</translation>
    </message>
    <message>
        <source>Press Resume to go on separating</source>
        <translation>„Fortsetzen“ trennt weiter</translation>
    </message>
    <message>
        <source>{n} s</source>
        <translation>{n} s</translation>
    </message>
    <message>
        <source>{n} min</source>
        <translation>{n} min</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation>{hours} h {minutes} min</translation>
    </message>
    <message>
        <source>a few seconds left</source>
        <translation>noch einige Sekunden</translation>
    </message>
    <message>
        <source>about {time} left</source>
        <translation>noch etwa {time}</translation>
    </message>
    <message>
        <source>about {time}</source>
        <translation>etwa {time}</translation>
    </message>
    <message>
        <source>{words}, plus a first look at the picture</source>
        <translation>{words}, dazu ein erster Blick auf das Bild</translation>
    </message>
</context>
<context>
    <name>SelectionBar</name>
    <message>
        <source>Start</source>
        <translation>Anfang</translation>
    </message>
    <message>
        <source>Where the selection begins</source>
        <translation>Wo die Auswahl beginnt</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Ende</translation>
    </message>
    <message>
        <source>Where the selection ends</source>
        <translation>Wo die Auswahl endet</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Länge</translation>
    </message>
    <message>
        <source>How long it is; a longer one ends later</source>
        <translation>Wie lang sie ist; eine längere endet später</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Lowest frequency in Hz; empty for all</source>
        <translation>Tiefste Frequenz in Hz; leer für alle</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>Highest frequency in Hz; empty for all</source>
        <translation>Höchste Frequenz in Hz; leer für alle</translation>
    </message>
    <message>
        <source>Feather in time</source>
        <translation>Weiche Kante in der Zeit</translation>
    </message>
    <message>
        <source>Width of its soft edge in ms</source>
        <translation>Breite der weichen Kante in ms</translation>
    </message>
    <message>
        <source>Feather in frequency</source>
        <translation>Weiche Kante in der Frequenz</translation>
    </message>
    <message>
        <source>Width of its soft edge in Hz</source>
        <translation>Breite der weichen Kante in Hz</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Stärke</translation>
    </message>
    <message>
        <source>How much of it a repair moves, in percent</source>
        <translation>Wie viel davon eine Reparatur verschiebt, in Prozent</translation>
    </message>
    <message>
        <source>Gate</source>
        <translation>Gate</translation>
    </message>
    <message>
        <source>What is quieter than this, in dBFS, a gate moves</source>
        <translation>Was leiser ist als das, in dBFS, verschiebt ein Gate</translation>
    </message>
    <message>
        <source>Brush size</source>
        <translation>Pinselgröße</translation>
    </message>
    <message>
        <source>Width of the brush on screen, in pixels</source>
        <translation>Breite des Pinsels auf dem Bildschirm, in Pixeln</translation>
    </message>
    <message>
        <source>Hardness</source>
        <translation>Härte</translation>
    </message>
    <message>
        <source>How much of the brush covers wholly, in percent</source>
        <translation>Wie viel des Pinsels ganz deckt, in Prozent</translation>
    </message>
    <message>
        <source>Brush px</source>
        <translation>Pinsel px</translation>
    </message>
    <message>
        <source>Hard %</source>
        <translation>Härte %</translation>
    </message>
    <message>
        <source>Soft</source>
        <translation>Weich</translation>
    </message>
    <message>
        <source>Amount %</source>
        <translation>Stärke %</translation>
    </message>
    <message>
        <source>Gate dB</source>
        <translation>Gate dB</translation>
    </message>
    <message>
        <source>'{text}' is not a number from {lowest} to {highest}; type one.</source>
        <translation>„{text}“ ist keine Zahl von {lowest} bis {highest}; eine solche eingeben.</translation>
    </message>
</context>
<context>
    <name>SensitivityCommands</name>
    <message>
        <source>{stem} bleed and artefacts</source>
        <translation>{stem}: Übersprechen und Artefakte</translation>
    </message>
    <message>
        <source>{stem} bleed line</source>
        <translation>{stem}: Linie des Übersprechens</translation>
    </message>
    <message>
        <source>{stem} bleed of a part</source>
        <translation>{stem}: Übersprechen eines Teils</translation>
    </message>
</context>
<context>
    <name>SeparationHere</name>
    <message>
        <source>Again here</source>
        <translation>Hier neu</translation>
    </message>
    <message>
        <source>Guided: {stem}</source>
        <translation>Gesagt: {stem}</translation>
    </message>
</context>
<context>
    <name>SeparationPage</name>
    <message>
        <source>Separation and disk</source>
        <translation>Trennung und Platte</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen…</translation>
    </message>
    <message>
        <source>Beside the movie</source>
        <translation>Neben dem Film</translation>
    </message>
    <message>
        <source>Clear the cache</source>
        <translation>Zwischenspeicher leeren</translation>
    </message>
    <message>
        <source>Where the stems of movies that are opened from now on are kept</source>
        <translation>Wo die Stems von ab jetzt geöffneten Filmen liegen</translation>
    </message>
    <message>
        <source>Folder for takes</source>
        <translation>Ordner für Trennungen</translation>
    </message>
    <message>
        <source>Keep stems in a folder beside each movie</source>
        <translation>Stems in einem Ordner neben jedem Film ablegen</translation>
    </message>
    <message>
        <source>Largest cache</source>
        <translation>Größe des Zwischenspeichers</translation>
    </message>
    <message>
        <source>Decoded sound and drawn spectrograms; the oldest go first</source>
        <translation>Decodierter Ton und gezeichnete Spektrogramme; die ältesten gehen zuerst</translation>
    </message>
    <message>
        <source>Remove all that can be made again; stems and projects stay</source>
        <translation>Alles entfernen, was neu gemacht werden kann; Stems und Projekte bleiben</translation>
    </message>
    <message>
        <source>Measuring the cache…</source>
        <translation>Zwischenspeicher wird gemessen…</translation>
    </message>
    <message>
        <source>The cache takes {size} GB in {count} files.</source>
        <translation>Der Zwischenspeicher belegt {size} GB in {count} Dateien.</translation>
    </message>
</context>
<context>
    <name>SeparationPanel</name>
    <message>
        <source>Separation</source>
        <translation>Trennung</translation>
    </message>
    <message>
        <source>Separate</source>
        <translation>Trennen</translation>
    </message>
    <message>
        <source>Separate selection</source>
        <translation>Auswahl trennen</translation>
    </message>
    <message>
        <source>Stopped run</source>
        <translation>Angehaltener Lauf</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Separate the whole programme</source>
        <translation>Das ganze Programm trennen</translation>
    </message>
    <message>
        <source>Open a movie first</source>
        <translation>Öffnen Sie zuerst einen Film</translation>
    </message>
    <message>
        <source>{how}: stopped at {share}. Resume goes on where it was.</source>
        <translation>{how}: bei {share} angehalten. Fortsetzen macht dort weiter.</translation>
    </message>
    <message>
        <source>{how}: stopped before the first part; Resume begins with it.</source>
        <translation>{how}: vor dem ersten Stück beendet; „Fortsetzen“ beginnt damit.</translation>
    </message>
    <message>
        <source>Separate the selected part before the rest</source>
        <translation>Den ausgewählten Teil vor dem Rest trennen</translation>
    </message>
    <message>
        <source>Select a part of the time axis first</source>
        <translation>Wählen Sie zuerst einen Teil der Zeitachse aus</translation>
    </message>
</context>
<context>
    <name>SeparationRunner</name>
    <message>
        <source>Nothing of the sound could be decoded; open another file.</source>
        <translation>Vom Ton konnte nichts gelesen werden; öffnen Sie eine andere Datei.</translation>
    </message>
</context>
<context>
    <name>SessionMenu</name>
    <message>
        <source>Open places of the review as markers</source>
        <translation>Offene Stellen der Prüfung als Marker</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keiner</translation>
    </message>
    <message>
        <source>Sessions for editing programs</source>
        <translation>Sitzungen für Schnitt- und Tonprogramme</translation>
    </message>
    <message>
        <source>Sessions with tracks, timecode, markers and levels beside the files; Pro Tools takes an AAF with the sound inside</source>
        <translation>Sitzungen mit Spuren, Timecode, Markern und Pegeln neben den Dateien; Pro Tools nimmt ein AAF mit enthaltenem Ton</translation>
    </message>
</context>
<context>
    <name>ShelfTable</name>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Hears</source>
        <translation>Hört</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Commercial use</source>
        <translation>Gewerblich</translation>
    </message>
    <message>
        <source>A minute of film</source>
        <translation>Eine Minute Film</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
</context>
<context>
    <name>ShelfWords</name>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nein</translation>
    </message>
    <message>
        <source>Not stated</source>
        <translation>Nicht genannt</translation>
    </message>
    <message>
        <source>Its weights stand under {licence}, which allows commercial use.</source>
        <translation>Seine Gewichte stehen unter {licence}, die gewerbliche Nutzung erlaubt.</translation>
    </message>
    <message>
        <source>Its weights stand under {licence}, which forbids commercial use.</source>
        <translation>Seine Gewichte stehen unter {licence}, die gewerbliche Nutzung verbietet.</translation>
    </message>
    <message>
        <source>Licence of its weights: {licence}. Ask the publisher before you use it commercially.</source>
        <translation>Lizenz seiner Gewichte: {licence}. Fragen Sie den Herausgeber, bevor Sie es gewerblich nutzen.</translation>
    </message>
    <message>
        <source>Full band</source>
        <translation>Ganzes Band</translation>
    </message>
    <message>
        <source>To {khz} kHz</source>
        <translation>Bis {khz} kHz</translation>
    </message>
    <message>
        <source>Looks at it</source>
        <translation>Sieht hin</translation>
    </message>
    <message>
        <source>Listens only</source>
        <translation>Hört nur</translation>
    </message>
    <message>
        <source>none stated by the publisher</source>
        <translation>vom Herausgeber nicht genannt</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>Chosen</source>
        <translation>Gewählt</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>Da</translation>
    </message>
    <message>
        <source>To get</source>
        <translation>Zu holen</translation>
    </message>
    <message>
        <source>{times} × the starter</source>
        <translation>{times} × Starter</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} s</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} min</translation>
    </message>
    <message>
        <source>about {time}</source>
        <translation>etwa {time}</translation>
    </message>
    <message>
        <source>Checking and importing {model}…</source>
        <translation>{model} wird geprüft und importiert…</translation>
    </message>
    <message>
        <source>Fetching {model}: {have} MB</source>
        <translation>{model} wird geholt: {have} MB</translation>
    </message>
    <message>
        <source>Fetching {model}: {have} of {whole} MB</source>
        <translation>{model} wird geholt: {have} von {whole} MB</translation>
    </message>
</context>
<context>
    <name>ShortcutEditor</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>Setzen</translation>
    </message>
    <message>
        <source>No key</source>
        <translation>Keine Taste</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>Alle zurücksetzen</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>Vorlage</translation>
    </message>
    <message>
        <source>Keys as in another program; your own changes go</source>
        <translation>Tasten wie in einem anderen Programm; eigene Änderungen gehen verloren</translation>
    </message>
    <message>
        <source>Search actions, menus and keys</source>
        <translation>Befehle, Menüs und Tasten durchsuchen</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>New key</source>
        <translation>Neue Taste</translation>
    </message>
    <message>
        <source>Click here and press the key</source>
        <translation>Hier klicken und die Taste drücken</translation>
    </message>
    <message>
        <source>Give the action this key instead of its former ones</source>
        <translation>Dem Befehl diese Taste statt der bisherigen geben</translation>
    </message>
    <message>
        <source>Take the keys away from the action</source>
        <translation>Dem Befehl die Tasten wegnehmen</translation>
    </message>
    <message>
        <source>Give the action the preset's keys again</source>
        <translation>Dem Befehl wieder die Tasten der Vorlage geben</translation>
    </message>
    <message>
        <source>Give all actions the preset's keys again</source>
        <translation>Allen Befehlen wieder die Tasten der Vorlage geben</translation>
    </message>
    <message>
        <source>Move here</source>
        <translation>Hierher nehmen</translation>
    </message>
    <message>
        <source>“{key}” belongs to “{action}” now; it will lose the key.</source>
        <translation>„{key}“ gehört jetzt zu „{action}“; dort geht die Taste verloren.</translation>
    </message>
    <message>
        <source>“{action}” is on “{key}”.</source>
        <translation>„{action}“ liegt auf „{key}“.</translation>
    </message>
</context>
<context>
    <name>ShortcutTable</name>
    <message>
        <source>Actions and their keys</source>
        <translation>Befehle und ihre Tasten</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menü</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
</context>
<context>
    <name>SoundChoice</name>
    <message>
        <source>Track</source>
        <translation>Spur</translation>
    </message>
    <message>
        <source>Channels…</source>
        <translation>Kanäle…</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>Kanäle</translation>
    </message>
    <message>
        <source>Sound track</source>
        <translation>Tonspur</translation>
    </message>
    <message>
        <source>Both channels</source>
        <translation>Beide Kanäle</translation>
    </message>
    <message>
        <source>Left only</source>
        <translation>Nur links</translation>
    </message>
    <message>
        <source>Right only</source>
        <translation>Nur rechts</translation>
    </message>
    <message>
        <source>Wait until the separation has ended</source>
        <translation>Das Ende der Trennung abwarten</translation>
    </message>
    <message>
        <source>Which sound of the movie is opened and separated</source>
        <translation>Welcher Ton des Films geöffnet und getrennt wird</translation>
    </message>
    <message>
        <source>Which channels are opened and separated</source>
        <translation>Welche Kanäle geöffnet und getrennt werden</translation>
    </message>
    <message>
        <source>Choose which channels are opened and separated</source>
        <translation>Wählen, welche Kanäle geöffnet und getrennt werden</translation>
    </message>
</context>
<context>
    <name>SoundWords</name>
    <message>
        <source>{tracks} together, {layout}</source>
        <translation>{tracks} zusammen, {layout}</translation>
    </message>
    <message>
        <source>{number} channels</source>
        <translation>{number} Kanäle</translation>
    </message>
    <message>
        <source>Mono</source>
        <translation>Mono</translation>
    </message>
    <message>
        <source>Stereo</source>
        <translation>Stereo</translation>
    </message>
    <message>
        <source>{chosen} of {all}</source>
        <translation>{chosen} von {all}</translation>
    </message>
    <message>
        <source>{number} bit</source>
        <translation>{number} Bit</translation>
    </message>
</context>
<context>
    <name>SpectrogramPage</name>
    <message>
        <source>Spectrogram</source>
        <translation>Spektrogramm</translation>
    </message>
    <message>
        <source>Mel</source>
        <translation>Mel</translation>
    </message>
    <message>
        <source>Logarithmic</source>
        <translation>Logarithmisch</translation>
    </message>
    <message>
        <source>Linear</source>
        <translation>Linear</translation>
    </message>
    <message>
        <source>Draw the waveform over it</source>
        <translation>Die Wellenform darüber zeichnen</translation>
    </message>
    <message>
        <source>Timecode</source>
        <translation>Timecode</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>Samples</translation>
    </message>
    <message>
        <source>Minutes and seconds</source>
        <translation>Minuten und Sekunden</translation>
    </message>
    <message>
        <source>Frequency axis</source>
        <translation>Frequenzachse</translation>
    </message>
    <message>
        <source>How frequencies share the height</source>
        <translation>Wie sich Frequenzen die Höhe teilen</translation>
    </message>
    <message>
        <source>Transform length</source>
        <translation>FFT-Länge</translation>
    </message>
    <message>
        <source>Samples of a spectrum: few for fine time, many for fine pitch</source>
        <translation>Samples eines Spektrums: wenige für feine Zeit, viele für feine Tonhöhe</translation>
    </message>
    <message>
        <source>Floor</source>
        <translation>Untergrenze</translation>
    </message>
    <message>
        <source>Level that is drawn darkest, in dBFS</source>
        <translation>Pegel, der am dunkelsten gezeichnet wird, in dBFS</translation>
    </message>
    <message>
        <source>Ceiling</source>
        <translation>Obergrenze</translation>
    </message>
    <message>
        <source>Level that is drawn brightest, in dBFS</source>
        <translation>Pegel, der am hellsten gezeichnet wird, in dBFS</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>From silent to loud; cividis for all eyes</source>
        <translation>Von leise bis laut; Cividis für alle Augen</translation>
    </message>
    <message>
        <source>The outline of the sound lies over its colours</source>
        <translation>Der Umriss des Tons liegt über seinen Farben</translation>
    </message>
    <message>
        <source>Time format</source>
        <translation>Zeitformat</translation>
    </message>
    <message>
        <source>How positions are written</source>
        <translation>Wie Positionen geschrieben werden</translation>
    </message>
    <message>
        <source>Inferno</source>
        <translation>Inferno</translation>
    </message>
    <message>
        <source>Viridis</source>
        <translation>Viridis</translation>
    </message>
    <message>
        <source>Cividis (colour-blind safe)</source>
        <translation>Cividis (bei Farbenblindheit)</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>Grau</translation>
    </message>
</context>
<context>
    <name>SpeechGate</name>
    <message>
        <source>Listening for speech in the selection…</source>
        <translation>Sucht Sprache in der Auswahl …</translation>
    </message>
    <message>
        <source>Somebody speaks all the time there: all stays.</source>
        <translation>Dort spricht immer jemand: Alles bleibt.</translation>
    </message>
    <message>
        <source>Gate {stem} while nobody speaks</source>
        <translation>{stem}-Gate, solange niemand spricht</translation>
    </message>
    <message>
        <source>{source} → {target} while nobody speaks</source>
        <translation>{source} → {target}, solange niemand spricht</translation>
    </message>
</context>
<context>
    <name>SpeedFields</name>
    <message>
        <source>Keep the pitch</source>
        <translation>Tonhöhe behalten</translation>
    </message>
    <message>
        <source>as it is</source>
        <translation>wie sie ist</translation>
    </message>
    <message>
        <source>pulled down 0.1 % (24 to 23.976, 30 to 29.97)</source>
        <translation>um 0,1 % verlangsamt (24 zu 23,976, 30 zu 29,97)</translation>
    </message>
    <message>
        <source>pulled up 0.1 % (23.976 to 24, 29.97 to 30)</source>
        <translation>um 0,1 % beschleunigt (23,976 zu 24, 29,97 zu 30)</translation>
    </message>
    <message>
        <source>from 24 to 25 frames a second</source>
        <translation>von 24 auf 25 Bilder je Sekunde</translation>
    </message>
    <message>
        <source>from 25 to 24 frames a second</source>
        <translation>von 25 auf 24 Bilder je Sekunde</translation>
    </message>
    <message>
        <source>from 23.976 to 25 frames a second</source>
        <translation>von 23,976 auf 25 Bilder je Sekunde</translation>
    </message>
    <message>
        <source>from 25 to 23.976 frames a second</source>
        <translation>von 25 auf 23,976 Bilder je Sekunde</translation>
    </message>
    <message>
        <source>Speed of the sound</source>
        <translation>Geschwindigkeit des Tons</translation>
    </message>
    <message>
        <source>For a picture that runs at another speed; report and files say it</source>
        <translation>Für ein Bild, das mit anderer Geschwindigkeit läuft; Bericht und Dateien sagen es</translation>
    </message>
    <message>
        <source>Stretch the sound in time; else its pitch follows the speed, without a loss</source>
        <translation>Den Ton in der Zeit dehnen; sonst folgt seine Tonhöhe der Geschwindigkeit, ohne Verlust</translation>
    </message>
</context>
<context>
    <name>Strictness</name>
    <message>
        <source>As separated</source>
        <translation>Wie getrennt</translation>
    </message>
    <message>
        <source>Bleed −{number}</source>
        <translation>Übersprechen −{number}</translation>
    </message>
    <message>
        <source>Artefacts −{number}</source>
        <translation>Artefakte −{number}</translation>
    </message>
</context>
<context>
    <name>StrictnessField</name>
    <message>
        <source>Up for less bleed of the other stems, down for fewer artefacts. Double-click for stems as they were separated.</source>
        <translation>Nach oben für weniger Übersprechen der anderen Stems, nach unten für weniger Artefakte. Doppelklick für die Stems, wie sie getrennt wurden.</translation>
    </message>
    <message>
        <source>'{text}' is none; type a number from -100 (fewest artefacts) to 100 (least bleed).</source>
        <translation>„{text}“ ist keine Zahl dafür; geben Sie eine von -100 (wenigste Artefakte) bis 100 (wenigstes Übersprechen) ein.</translation>
    </message>
</context>
<context>
    <name>TimeCanvas</name>
    <message>
        <source>{lane} lane</source>
        <translation>Spur {lane}</translation>
    </message>
</context>
<context>
    <name>TimeRuler</name>
    <message>
        <source>Marker {number}</source>
        <translation>Marker {number}</translation>
    </message>
    <message>
        <source>Add marker here</source>
        <translation>Marker hier setzen</translation>
    </message>
    <message>
        <source>Timecode</source>
        <translation>Timecode</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>Samples</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>Minuten</translation>
    </message>
    <message>
        <source>Go to {name}</source>
        <translation>Zu {name} gehen</translation>
    </message>
    <message>
        <source>Rename marker</source>
        <translation>Marker umbenennen</translation>
    </message>
    <message>
        <source>Remove marker</source>
        <translation>Marker entfernen</translation>
    </message>
    <message>
        <source>Loop the selection</source>
        <translation>Auswahl als Schleife</translation>
    </message>
    <message>
        <source>Stop looping</source>
        <translation>Schleife ausschalten</translation>
    </message>
    <message>
        <source>Start looping</source>
        <translation>Schleife einschalten</translation>
    </message>
    <message>
        <source>Clear loop</source>
        <translation>Schleife löschen</translation>
    </message>
    <message>
        <source>Time ruler</source>
        <translation>Zeitlineal</translation>
    </message>
    <message>
        <source>Click to go there, drag to loop a range, right-click for markers</source>
        <translation>Klick geht dorthin, Ziehen setzt eine Schleife, Rechtsklick für Marker</translation>
    </message>
</context>
<context>
    <name>TimecodeFields</name>
    <message>
        <source>First frame</source>
        <translation>Erstes Bild</translation>
    </message>
    <message>
        <source>Frame at the playhead</source>
        <translation>Bild am Abspielkopf</translation>
    </message>
    <message>
        <source>As another file…</source>
        <translation>Wie eine andere Datei …</translation>
    </message>
    <message>
        <source>Where the timecode is said</source>
        <translation>Wo der Timecode gilt</translation>
    </message>
    <message>
        <source>Type the timecode of the first frame, or of the frame at the playhead, such as a clap or the start of LTC; or start where another movie or Broadcast WAV does</source>
        <translation>Geben Sie den Timecode des ersten Bildes ein, oder den des Bildes am Abspielkopf, etwa einer Klappe oder des Beginns von LTC; oder beginnen Sie dort, wo ein anderer Film oder ein Broadcast-WAV beginnt</translation>
    </message>
    <message>
        <source>as the movie counts</source>
        <translation>wie der Film zählt</translation>
    </message>
    <message>
        <source>Rate of the timecode</source>
        <translation>Rate des Timecodes</translation>
    </message>
    <message>
        <source>How frames are counted; the sound is not pulled up or down by it</source>
        <translation>Wie Bilder gezählt werden; der Ton wird dadurch weder schneller noch langsamer</translation>
    </message>
    <message>
        <source>File with the timecode</source>
        <translation>Datei mit dem Timecode</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Timecode of the first frame</source>
        <translation>Timecode des ersten Bildes</translation>
    </message>
    <message>
        <source>Timecode of the frame at the playhead</source>
        <translation>Timecode des Bildes am Abspielkopf</translation>
    </message>
    <message>
        <source>File whose start is taken</source>
        <translation>Datei, deren Anfang übernommen wird</translation>
    </message>
    <message>
        <source>Timecode of the first frame, HH:MM:SS:FF; empty for that of the movie</source>
        <translation>Timecode des ersten Bildes, HH:MM:SS:FF; leer für den des Films</translation>
    </message>
    <message>
        <source>Timecode of the frame at the playhead, HH:MM:SS:FF; empty for that of the movie</source>
        <translation>Timecode des Bildes am Abspielkopf, HH:MM:SS:FF; leer für den des Films</translation>
    </message>
    <message>
        <source>The files start where this one does</source>
        <translation>Die Dateien beginnen dort, wo diese beginnt</translation>
    </message>
</context>
<context>
    <name>TimelineCommands</name>
    <message>
        <source>Add marker</source>
        <translation>Marker setzen</translation>
    </message>
    <message>
        <source>Import markers</source>
        <translation>Marker importieren</translation>
    </message>
    <message>
        <source>Move marker</source>
        <translation>Marker verschieben</translation>
    </message>
    <message>
        <source>Rename marker</source>
        <translation>Marker umbenennen</translation>
    </message>
    <message>
        <source>Remove marker</source>
        <translation>Marker entfernen</translation>
    </message>
    <message>
        <source>Loop</source>
        <translation>Schleife</translation>
    </message>
</context>
<context>
    <name>ToolBox</name>
    <message>
        <source>Tool</source>
        <translation>Werkzeug</translation>
    </message>
    <message>
        <source>What the mouse selects with</source>
        <translation>Womit die Maus auswählt</translation>
    </message>
    <message>
        <source>Box</source>
        <translation>Kasten</translation>
    </message>
    <message>
        <source>Lasso</source>
        <translation>Lasso</translation>
    </message>
    <message>
        <source>Brush</source>
        <translation>Pinsel</translation>
    </message>
    <message>
        <source>Wand</source>
        <translation>Zauberstab</translation>
    </message>
    <message>
        <source>Partials</source>
        <translation>Teiltöne</translation>
    </message>
</context>
<context>
    <name>ToolCorner</name>
    <message>
        <source>Select</source>
        <translation>Auswahl</translation>
    </message>
    <message>
        <source>Select time and frequencies</source>
        <translation>Zeit und Frequenzen auswählen</translation>
    </message>
    <message>
        <source>Gain line</source>
        <translation>Pegel</translation>
    </message>
    <message>
        <source>Draw gain over time</source>
        <translation>Pegel über die Zeit zeichnen</translation>
    </message>
</context>
<context>
    <name>TrackBoxes</name>
    <message>
        <source>Music and effects (ME)</source>
        <translation>Musik und Effekte (ME)</translation>
    </message>
    <message>
        <source>Mixture without effects (MIX-FX)</source>
        <translation>Original ohne Effekte (MIX-FX)</translation>
    </message>
    <message>
        <source>Mixture without music (MIX-MX)</source>
        <translation>Original ohne Musik (MIX-MX)</translation>
    </message>
    <message>
        <source>Residual (RES)</source>
        <translation>Rest (RES)</translation>
    </message>
    <message>
        <source>Remix (REMIX)</source>
        <translation>Neue Mischung (REMIX)</translation>
    </message>
    <message>
        <source>The sound of the movie as it was</source>
        <translation>Der Ton des Films, wie er war</translation>
    </message>
    <message>
        <source>The sum of the stems with gain, mute, solo and gain lines, as you hear it</source>
        <translation>Die Summe der Stems mit Pegel, Stumm, Solo und Pegellinien, wie zu hören</translation>
    </message>
    <message>
        <source>This stem as a file of its own</source>
        <translation>Dieser Stem als eigene Datei</translation>
    </message>
    <message>
        <source>Further tracks</source>
        <translation>Weitere Spuren</translation>
    </message>
    <message>
        <source>Sums and differences of stems and mixture; in whole steps they null exactly</source>
        <translation>Summen und Differenzen von Stems und Original; in ganzen Schritten heben sie sich genau auf</translation>
    </message>
    <message>
        <source>Stems with their gains</source>
        <translation>Stems mit ihren Pegeln</translation>
    </message>
    <message>
        <source>Write stems as they are heard; they do not sum to the original mixture then</source>
        <translation>Stems schreiben, wie sie zu hören sind; sie ergeben dann nicht das Original</translation>
    </message>
</context>
<context>
    <name>TransportBar</name>
    <message>
        <source>Transport</source>
        <translation>Wiedergabe</translation>
    </message>
    <message>
        <source>Speed of playback</source>
        <translation>Tempo der Wiedergabe</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Wiedergabe</translation>
    </message>
    <message>
        <source>Speed {speed}</source>
        <translation>Tempo {speed}</translation>
    </message>
</context>
<context>
    <name>TransportControls</name>
    <message>
        <source>Marker {number}</source>
        <translation>Marker {number}</translation>
    </message>
</context>
<context>
    <name>VersionCommands</name>
    <message>
        <source>Separate</source>
        <translation>Trennen</translation>
    </message>
    <message>
        <source>Keep the trial</source>
        <translation>Versuch behalten</translation>
    </message>
    <message>
        <source>Discard the trial</source>
        <translation>Versuch verwerfen</translation>
    </message>
    <message>
        <source>Remove a version</source>
        <translation>Version entfernen</translation>
    </message>
    <message>
        <source>Rename a version</source>
        <translation>Version umbenennen</translation>
    </message>
</context>
<context>
    <name>VersionController</name>
    <message>
        <source>1 step</source>
        <translation>1 Schritt</translation>
    </message>
    <message>
        <source>{n} steps</source>
        <translation>{n} Schritte</translation>
    </message>
    <message>
        <source>no picture</source>
        <translation>ohne Bild</translation>
    </message>
    <message>
        <source>generated</source>
        <translation>erzeugt</translation>
    </message>
    <message>
        <source>Trial: {how}</source>
        <translation>Versuch: {how}</translation>
    </message>
</context>
<context>
    <name>VersionPanel</name>
    <message>
        <source>Versions</source>
        <translation>Versionen</translation>
    </message>
    <message>
        <source>Every separation is kept here, to compare and go back.</source>
        <translation>Jede Trennung bleibt hier, zum Vergleichen und Zurückkehren.</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Let the trial take the place of what it covers</source>
        <translation>Den Versuch an die Stelle dessen setzen, was er überdeckt</translation>
    </message>
    <message>
        <source>Go back to what was there before</source>
        <translation>Zu dem zurückkehren, was vorher da war</translation>
    </message>
    <message>
        <source>Is the trial better?</source>
        <translation>Ist der Versuch besser?</translation>
    </message>
    <message>
        <source>Change to {name}, and back</source>
        <translation>Zu {name} wechseln und zurück</translation>
    </message>
    <message>
        <source>There is no other version yet</source>
        <translation>Es gibt noch keine andere Version</translation>
    </message>
    <message>
        <source>on trial</source>
        <translation>auf Probe</translation>
    </message>
    <message>
        <source>heard now</source>
        <translation>jetzt zu hören</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Show the folder</source>
        <translation>Ordner zeigen</translation>
    </message>
</context>
<context>
    <name>VersionWords</name>
    <message>
        <source>empty</source>
        <translation>leer</translation>
    </message>
    <message>
        <source>rest: {how}</source>
        <translation>Rest: {how}</translation>
    </message>
    <message>
        <source>paused at {share}</source>
        <translation>steht bei {share}</translation>
    </message>
    <message>
        <source>stopping at {share}</source>
        <translation>endet bei {share}</translation>
    </message>
    <message>
        <source>separating {share}</source>
        <translation>Trennung {share}</translation>
    </message>
    <message>
        <source>stopped before the first part</source>
        <translation>vor dem ersten Stück beendet</translation>
    </message>
    <message>
        <source>stopped at {share}</source>
        <translation>bei {share} angehalten</translation>
    </message>
    <message>
        <source>made at {time}</source>
        <translation>erstellt um {time}</translation>
    </message>
    <message>
        <source>made on {date}</source>
        <translation>erstellt am {date}</translation>
    </message>
    <message>
        <source>1 step</source>
        <translation>1 Schritt</translation>
    </message>
    <message>
        <source>{n} steps</source>
        <translation>{n} Schritte</translation>
    </message>
    <message>
        <source>windows of {seconds} s</source>
        <translation>Fenster von {seconds} s</translation>
    </message>
    <message>
        <source>a window every {seconds} s</source>
        <translation>alle {seconds} s ein Fenster</translation>
    </message>
    <message>
        <source>with picture</source>
        <translation>mit Bild</translation>
    </message>
    <message>
        <source>no picture</source>
        <translation>ohne Bild</translation>
    </message>
    <message>
        <source>whole</source>
        <translation>ganz</translation>
    </message>
    <message>
        <source>{n} parts: {how}</source>
        <translation>{n} Teile: {how}</translation>
    </message>
    <message>
        <source>{part}: {how}</source>
        <translation>{part}: {how}</translation>
    </message>
</context>
<context>
    <name>VideoView</name>
    <message>
        <source>Show &amp;faces</source>
        <translation>&amp;Gesichter zeigen</translation>
    </message>
    <message>
        <source>Show &amp;timecode</source>
        <translation>&amp;Timecode zeigen</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Picture at {position}</source>
        <translation>Bild bei {position}</translation>
    </message>
    <message>
        <source>The picture of what is heard</source>
        <translation>Das Bild zu dem, was zu hören ist</translation>
    </message>
</context>
<context>
    <name>WindowRow</name>
    <message>
        <source>Window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>Seconds that the network hears at once</source>
        <translation>Sekunden, die das Netz auf einmal hört</translation>
    </message>
    <message>
        <source>Way to the next window</source>
        <translation>Abstand zum nächsten Fenster</translation>
    </message>
    <message>
        <source>Seconds from one window to the next: longer is faster, shorter is smoother</source>
        <translation>Sekunden von einem Fenster zum nächsten: länger ist schneller, kürzer ist glatter</translation>
    </message>
    <message>
        <source>every</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>Each second goes through the network {passes} times.</source>
        <translation>Jede Sekunde geht {passes}-mal durch das Netz.</translation>
    </message>
</context>
</TS>
