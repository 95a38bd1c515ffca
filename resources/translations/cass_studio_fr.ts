<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About Cass Studio</source>
        <translation>À propos de Cass Studio</translation>
    </message>
    <message>
        <source>Model card</source>
        <translation>Fiche du modèle</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programme</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modèle</translation>
    </message>
    <message>
        <source>Components</source>
        <translation>Composants</translation>
    </message>
    <message>
        <source>Version {version}</source>
        <translation>Version {version}</translation>
    </message>
    <message>
        <source>Separates the soundtrack of a movie into dialogue, effects and music, helped by what the picture shows. Nothing leaves this computer.</source>
        <translation>Sépare la bande sonore d’un film en dialogues, effets et musique en s’aidant de l’image. Rien ne quitte cet ordinateur.</translation>
    </message>
    <message>
        <source>The program is free software under {licence}.</source>
        <translation>Le programme est un logiciel libre sous {licence}.</translation>
    </message>
    <message>
        <source>The weights of the starter model are offered under {licence}; the stems that you make with them are yours.</source>
        <translation>Les poids du modèle de départ sont proposés sous {licence} ; les stems que vous en tirez vous appartiennent.</translation>
    </message>
    <message>
        <source>The packages of FFmpeg and Qt that it uses stand under the GPL and the LGPL; the page “Components” lists everything.</source>
        <translation>Les paquets FFmpeg et Qt utilisés sont sous GPL et LGPL ; la page « Composants » énumère tout.</translation>
    </message>
    <message>
        <source>Components and their licences</source>
        <translation>Composants et leurs licences</translation>
    </message>
    <message>
        <source>Component</source>
        <translation>Composant</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Licence</translation>
    </message>
    <message>
        <source>in {package}</source>
        <translation>dans {package}</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Fichier</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>É&amp;dition</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Affichage</translation>
    </message>
    <message>
        <source>&amp;Visible lanes</source>
        <translation>Pistes &amp;visibles</translation>
    </message>
    <message>
        <source>&amp;Frequency axis</source>
        <translation>A&amp;xe des fréquences</translation>
    </message>
    <message>
        <source>Transform length</source>
        <translation>Longueur de la FFT</translation>
    </message>
    <message>
        <source>&amp;Time format</source>
        <translation>&amp;Format du temps</translation>
    </message>
    <message>
        <source>T&amp;heme</source>
        <translation>T&amp;hème</translation>
    </message>
    <message>
        <source>&amp;Transport</source>
        <translation>&amp;Transport</translation>
    </message>
    <message>
        <source>&amp;Stems</source>
        <translation>&amp;Stems</translation>
    </message>
    <message>
        <source>&amp;Repair</source>
        <translation>&amp;Réparer</translation>
    </message>
    <message>
        <source>Rev&amp;iew</source>
        <translation>Vér&amp;ification</translation>
    </message>
    <message>
        <source>Se&amp;paration</source>
        <translation>Sé&amp;paration</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>Aid&amp;e</translation>
    </message>
    <message>
        <source>No files yet</source>
        <translation>Pas encore de fichiers</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>&amp;Ouvrir…</translation>
    </message>
    <message>
        <source>Open a movie, a sound file or a project</source>
        <translation>Ouvrir un film, un fichier son ou un projet</translation>
    </message>
    <message>
        <source>Open the &amp;demo scene</source>
        <translation>Ouvrir la scène de &amp;démonstration</translation>
    </message>
    <message>
        <source>Make a short scene with known stems and open it</source>
        <translation>Fabriquer une courte scène aux stems connus et l’ouvrir</translation>
    </message>
    <message>
        <source>Open pro&amp;ject…</source>
        <translation>Ouvrir un pro&amp;jet…</translation>
    </message>
    <message>
        <source>Open a saved project</source>
        <translation>Ouvrir un projet enregistré</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>Ouvrir un fichier &amp;récent</translation>
    </message>
    <message>
        <source>Files that were open before</source>
        <translation>Fichiers ouverts auparavant</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Enregistrer</translation>
    </message>
    <message>
        <source>Save the project</source>
        <translation>Enregistrer le projet</translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation>Enregistrer &amp;sous…</translation>
    </message>
    <message>
        <source>Save the project under another name</source>
        <translation>Enregistrer le projet sous un autre nom</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>E&amp;xporter…</translation>
    </message>
    <message>
        <source>Write the stems or the rebalanced mix to files</source>
        <translation>Écrire les stems ou le nouveau mixage dans des fichiers</translation>
    </message>
    <message>
        <source>Export &amp;beside the picture…</source>
        <translation>Exporter avec l’&amp;image…</translation>
    </message>
    <message>
        <source>Write the rebalanced mix into a copy of the movie; the picture stays untouched</source>
        <translation>Écrire le nouveau mixage dans une copie du film ; l’image reste intacte</translation>
    </message>
    <message>
        <source>Find the &amp;movie…</source>
        <translation>Retrouver le fil&amp;m…</translation>
    </message>
    <message>
        <source>Tell where the movie of this project lies now</source>
        <translation>Indiquer où se trouve maintenant le film de ce projet</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Fermer</translation>
    </message>
    <message>
        <source>Close the project</source>
        <translation>Fermer le projet</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Quitter</translation>
    </message>
    <message>
        <source>Close the project and the program</source>
        <translation>Fermer le projet et le programme</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Annuler</translation>
    </message>
    <message>
        <source>Take the last change back</source>
        <translation>Revenir sur la dernière modification</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Rétablir</translation>
    </message>
    <message>
        <source>Make the change again</source>
        <translation>Refaire la modification</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>&amp;Tout sélectionner</translation>
    </message>
    <message>
        <source>Select the whole programme</source>
        <translation>Sélectionner tout le programme</translation>
    </message>
    <message>
        <source>Select from &amp;in to out</source>
        <translation>Sélectionner de l’&amp;entrée à la sortie</translation>
    </message>
    <message>
        <source>Select the range of the loop on the time axis</source>
        <translation>Sélectionner la plage de la boucle sur l’axe du temps</translation>
    </message>
    <message>
        <source>Select &amp;nothing</source>
        <translation>&amp;Ne rien sélectionner</translation>
    </message>
    <message>
        <source>Drop the selection</source>
        <translation>Lever la sélection</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Supprimer</translation>
    </message>
    <message>
        <source>Remove the marker at the playhead, or the chosen point of a gain line</source>
        <translation>Supprimer le repère à la tête de lecture, ou le point choisi d’une courbe de gain</translation>
    </message>
    <message>
        <source>&amp;Find an action…</source>
        <translation>Trouver une &amp;commande…</translation>
    </message>
    <message>
        <source>Search all actions by name and run one</source>
        <translation>Chercher une commande par son nom et la lancer</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts…</source>
        <translation>Raccourcis c&amp;lavier…</translation>
    </message>
    <message>
        <source>Change the keys of all actions</source>
        <translation>Changer les touches de toutes les commandes</translation>
    </message>
    <message>
        <source>&amp;Models…</source>
        <translation>&amp;Modèles…</translation>
    </message>
    <message>
        <source>See what each model is good for, get others, choose one</source>
        <translation>Voir à quoi sert chaque modèle, en obtenir d’autres, en choisir un</translation>
    </message>
    <message>
        <source>&amp;Preferences…</source>
        <translation>&amp;Préférences…</translation>
    </message>
    <message>
        <source>Change how the program looks, sounds and works</source>
        <translation>Changer l’aspect, le son et le fonctionnement du programme</translation>
    </message>
    <message>
        <source>Show all &amp;keys</source>
        <translation>Montrer toutes les &amp;touches</translation>
    </message>
    <message>
        <source>List all actions with their keys</source>
        <translation>Énumérer toutes les commandes et leurs touches</translation>
    </message>
    <message>
        <source>&amp;Start page</source>
        <translation>Page d’&amp;accueil</translation>
    </message>
    <message>
        <source>Show the page that the program started with</source>
        <translation>Montrer la page affichée au démarrage</translation>
    </message>
    <message>
        <source>Open the &amp;log</source>
        <translation>Ouvrir le &amp;journal</translation>
    </message>
    <message>
        <source>Show the file that notes what went wrong</source>
        <translation>Montrer le fichier qui consigne les erreurs</translation>
    </message>
    <message>
        <source>&amp;Report a problem…</source>
        <translation>&amp;Signaler un problème…</translation>
    </message>
    <message>
        <source>Write a text file that tells what a helper needs to know</source>
        <translation>Écrire un fichier texte qui dit ce qu’il faut savoir pour aider</translation>
    </message>
    <message>
        <source>&amp;About Cass Studio</source>
        <translation>À &amp;propos de Cass Studio</translation>
    </message>
    <message>
        <source>Version, licences and the model card</source>
        <translation>Version, licences et fiche du modèle</translation>
    </message>
    <message>
        <source>&amp;Share out</source>
        <translation>&amp;Répartir</translation>
    </message>
    <message>
        <source>Share what is selected of the focused stem out among the other two</source>
        <translation>Répartir la sélection du stem choisi entre les deux autres</translation>
    </message>
    <message>
        <source>&amp;Gate</source>
        <translation>&amp;Gate</translation>
    </message>
    <message>
        <source>Give what is quiet in the selected part of the focused stem to another</source>
        <translation>Donner à un autre stem ce qui est faible dans la sélection du stem choisi</translation>
    </message>
    <message>
        <source>Gate while nobod&amp;y speaks</source>
        <translation>Porte quand personne ne p&amp;arle</translation>
    </message>
    <message>
        <source>Give what the focused stem has there while nobody speaks to another</source>
        <translation>Donner à un autre stem ce que le stem choisi y contient quand personne ne parle</translation>
    </message>
    <message>
        <source>&amp;Fill the hole</source>
        <translation>&amp;Combler le trou</translation>
    </message>
    <message>
        <source>Bring ambience back from dialogue to effects, as loud as around the part</source>
        <translation>Ramener l’ambiance des dialogues vers les effets, au niveau des alentours</translation>
    </message>
    <message>
        <source>Separate again &amp;here</source>
        <translation>Séparer à nouveau &amp;ici</translation>
    </message>
    <message>
        <source>Separate what is selected as the panel says, and lay it over the stems there</source>
        <translation>Séparer la sélection comme l’indique le panneau et la poser là sur les stems</translation>
    </message>
    <message>
        <source>Switch the &amp;last repair here</source>
        <translation>Basculer la dernière réparation &amp;ici</translation>
    </message>
    <message>
        <source>Hear the part with its last repair and without it</source>
        <translation>Écouter le passage avec et sans sa dernière réparation</translation>
    </message>
    <message>
        <source>Remove what &amp;is mended</source>
        <translation>Ret&amp;irer ce qui est réparé</translation>
    </message>
    <message>
        <source>Remove the repairs that this version needs no more than the one before</source>
        <translation>Retirer les réparations dont cette version, au contraire de la précédente, n’a plus besoin</translation>
    </message>
    <message>
        <source>Isolate by the pi&amp;cture</source>
        <translation>Isoler d’après l’&amp;image</translation>
    </message>
    <message>
        <source>Draw a box on the picture; what sounds there in the selected span is selected</source>
        <translation>Tracer un cadre sur l’image ; ce qui y sonne dans la plage choisie est sélectionné</translation>
    </message>
    <message>
        <source>&amp;Play the selection</source>
        <translation>&amp;Lire la sélection</translation>
    </message>
    <message>
        <source>Play the selection and what surrounds it</source>
        <translation>Lire la sélection et ce qui l’entoure</translation>
    </message>
    <message>
        <source>Play &amp;only what is selected</source>
        <translation>Lire &amp;seulement la sélection</translation>
    </message>
    <message>
        <source>Hear only what is selected of the focused lane</source>
        <translation>Écouter seulement la sélection de la piste choisie</translation>
    </message>
    <message>
        <source>Play all &amp;but what is selected</source>
        <translation>Lire tout sau&amp;f la sélection</translation>
    </message>
    <message>
        <source>Hear the focused lane without what is selected</source>
        <translation>Écouter la piste choisie sans la sélection</translation>
    </message>
    <message>
        <source>Selection one frame shorte&amp;r</source>
        <translation>Sélection plus courte d’une im&amp;age</translation>
    </message>
    <message>
        <source>Move the end of the selection one frame back</source>
        <translation>Reculer d’une image la fin de la sélection</translation>
    </message>
    <message>
        <source>Selection one frame lo&amp;nger</source>
        <translation>Sélection plus &amp;longue d’une image</translation>
    </message>
    <message>
        <source>Move the end of the selection one frame forward</source>
        <translation>Avancer d’une image la fin de la sélection</translation>
    </message>
    <message>
        <source>Selection one frame bac&amp;k</source>
        <translation>Sélection une image en a&amp;rrière</translation>
    </message>
    <message>
        <source>Move the selection one frame back</source>
        <translation>Reculer la sélection d’une image</translation>
    </message>
    <message>
        <source>Selection one frame for&amp;ward</source>
        <translation>Sélection une image en a&amp;vant</translation>
    </message>
    <message>
        <source>Move the selection one frame forward</source>
        <translation>Avancer la sélection d’une image</translation>
    </message>
    <message>
        <source>Selection to the pl&amp;ayhead</source>
        <translation>Sélection à la &amp;tête de lecture</translation>
    </message>
    <message>
        <source>Move the selection so that it begins at the playhead</source>
        <translation>Déplacer la sélection pour qu’elle commence à la tête de lecture</translation>
    </message>
    <message>
        <source>Snap &amp;to frames</source>
        <translation>Aimanter aux i&amp;mages</translation>
    </message>
    <message>
        <source>Edges of the selection stick to the borders of pictures</source>
        <translation>Les bords de la sélection s’alignent sur les images</translation>
    </message>
    <message>
        <source>&amp;Find misplaced sounds</source>
        <translation>&amp;Trouver les sons mal placés</translation>
    </message>
    <message>
        <source>Look through all stems for sounds that belong to another</source>
        <translation>Chercher dans tous les stems les sons qui appartiennent à un autre</translation>
    </message>
    <message>
        <source>&amp;Next place</source>
        <translation>Endroit &amp;suivant</translation>
    </message>
    <message>
        <source>Go to the next place that nothing was decided about</source>
        <translation>Aller au prochain endroit dont rien n’est décidé</translation>
    </message>
    <message>
        <source>&amp;Place before</source>
        <translation>Endroit &amp;précédent</translation>
    </message>
    <message>
        <source>Go to the last place that nothing was decided about</source>
        <translation>Aller à l’endroit précédent dont rien n’est décidé</translation>
    </message>
    <message>
        <source>&amp;Listen to the place</source>
        <translation>É&amp;couter l’endroit</translation>
    </message>
    <message>
        <source>Loop around the place with its stem alone; again to end that</source>
        <translation>Écouter l’endroit en boucle avec son stem seul ; une seconde fois pour arrêter</translation>
    </message>
    <message>
        <source>&amp;Move where it belongs</source>
        <translation>&amp;Déplacer à sa place</translation>
    </message>
    <message>
        <source>Move the sound to the stem where it belongs, and go on</source>
        <translation>Déplacer le son dans le stem auquel il appartient, et continuer</translation>
    </message>
    <message>
        <source>&amp;Dismiss the place</source>
        <translation>&amp;Ignorer l’endroit</translation>
    </message>
    <message>
        <source>Leave the sound where it is, and go on</source>
        <translation>Laisser le son où il est, et continuer</translation>
    </message>
    <message>
        <source>&amp;Mel</source>
        <translation>&amp;Mel</translation>
    </message>
    <message>
        <source>Frequencies as the ear tells them apart</source>
        <translation>Les fréquences comme l’oreille les distingue</translation>
    </message>
    <message>
        <source>&amp;Logarithmic</source>
        <translation>&amp;Logarithmique</translation>
    </message>
    <message>
        <source>Each octave takes the same height</source>
        <translation>Chaque octave a la même hauteur</translation>
    </message>
    <message>
        <source>L&amp;inear</source>
        <translation>L&amp;inéaire</translation>
    </message>
    <message>
        <source>Each hertz takes the same height</source>
        <translation>Chaque hertz a la même hauteur</translation>
    </message>
    <message>
        <source>Zoom in on &amp;frequencies</source>
        <translation>Agrandir les &amp;fréquences</translation>
    </message>
    <message>
        <source>See fewer frequencies, larger</source>
        <translation>Voir moins de fréquences, en plus grand</translation>
    </message>
    <message>
        <source>Zoom &amp;out of frequencies</source>
        <translation>&amp;Réduire les fréquences</translation>
    </message>
    <message>
        <source>See more frequencies</source>
        <translation>Voir plus de fréquences</translation>
    </message>
    <message>
        <source>Zoom to the selected &amp;band</source>
        <translation>Zoomer sur la &amp;bande sélectionnée</translation>
    </message>
    <message>
        <source>See the frequencies that are selected, or all of them again</source>
        <translation>Voir les fréquences sélectionnées, ou de nouveau toutes</translation>
    </message>
    <message>
        <source>More &amp;contrast</source>
        <translation>Plus de &amp;contraste</translation>
    </message>
    <message>
        <source>Draw what is quiet darker</source>
        <translation>Dessiner plus sombre ce qui est faible</translation>
    </message>
    <message>
        <source>Less con&amp;trast</source>
        <translation>Moins de con&amp;traste</translation>
    </message>
    <message>
        <source>Draw what is quiet brighter</source>
        <translation>Dessiner plus clair ce qui est faible</translation>
    </message>
    <message>
        <source>&amp;512 samples</source>
        <translation>&amp;512 échantillons</translation>
    </message>
    <message>
        <source>Finest time: clicks and syllables stand apart</source>
        <translation>Temps le plus fin : clics et syllabes se distinguent</translation>
    </message>
    <message>
        <source>&amp;1024 samples</source>
        <translation>&amp;1024 échantillons</translation>
    </message>
    <message>
        <source>Fine time</source>
        <translation>Temps fin</translation>
    </message>
    <message>
        <source>&amp;2048 samples</source>
        <translation>&amp;2048 échantillons</translation>
    </message>
    <message>
        <source>Time and pitch in balance</source>
        <translation>Temps et hauteur en équilibre</translation>
    </message>
    <message>
        <source>&amp;4096 samples</source>
        <translation>&amp;4096 échantillons</translation>
    </message>
    <message>
        <source>Fine pitch</source>
        <translation>Hauteur fine</translation>
    </message>
    <message>
        <source>&amp;8192 samples</source>
        <translation>&amp;8192 échantillons</translation>
    </message>
    <message>
        <source>Finest pitch: low tones and hum stand apart</source>
        <translation>Hauteur la plus fine : sons graves et ronflements se distinguent</translation>
    </message>
    <message>
        <source>S&amp;horter: finer time</source>
        <translation>Plus &amp;courte : temps plus fin</translation>
    </message>
    <message>
        <source>Draw spectra of half as many samples</source>
        <translation>Dessiner des spectres de deux fois moins d’échantillons</translation>
    </message>
    <message>
        <source>&amp;Longer: finer pitch</source>
        <translation>Plus &amp;longue : hauteur plus fine</translation>
    </message>
    <message>
        <source>Draw spectra of twice as many samples</source>
        <translation>Dessiner des spectres de deux fois plus d’échantillons</translation>
    </message>
    <message>
        <source>&amp;Solo</source>
        <translation>&amp;Solo</translation>
    </message>
    <message>
        <source>Hear the focused stem alone</source>
        <translation>Écouter seul le stem choisi</translation>
    </message>
    <message>
        <source>&amp;Mute</source>
        <translation>&amp;Muet</translation>
    </message>
    <message>
        <source>Silence the focused stem</source>
        <translation>Couper le stem choisi</translation>
    </message>
    <message>
        <source>&amp;Louder</source>
        <translation>&amp;Plus fort</translation>
    </message>
    <message>
        <source>Raise the gain of the focused lane by 1 dB</source>
        <translation>Monter la piste choisie de 1 dB</translation>
    </message>
    <message>
        <source>&amp;Quieter</source>
        <translation>Moins &amp;fort</translation>
    </message>
    <message>
        <source>Lower the gain of the focused lane by 1 dB</source>
        <translation>Baisser la piste choisie de 1 dB</translation>
    </message>
    <message>
        <source>Selection l&amp;ouder</source>
        <translation>Séle&amp;ction plus forte</translation>
    </message>
    <message>
        <source>Raise the selected part of the focused stem by 1 dB</source>
        <translation>Monter de 1 dB la partie sélectionnée du stem</translation>
    </message>
    <message>
        <source>Selection quie&amp;ter</source>
        <translation>Sélection m&amp;oins forte</translation>
    </message>
    <message>
        <source>Lower the selected part of the focused stem by 1 dB</source>
        <translation>Baisser de 1 dB la partie sélectionnée du stem</translation>
    </message>
    <message>
        <source>&amp;Balance by the picture</source>
        <translation>É&amp;quilibrer d’après l’image</translation>
    </message>
    <message>
        <source>Let the picture draw the gain lines of all stems, in the selection or all</source>
        <translation>Laisser l’image tracer les courbes de gain de tous les stems, dans la sélection ou partout</translation>
    </message>
    <message>
        <source>Less bleed</source>
        <translation>Moins de diaphonie</translation>
    </message>
    <message>
        <source>The focused stem gives up what is mostly another's</source>
        <translation>Le stem choisi cède ce qui appartient surtout à un autre</translation>
    </message>
    <message>
        <source>Fewer artefacts</source>
        <translation>Moins d’artefacts</translation>
    </message>
    <message>
        <source>The focused stem keeps more of what it shares with others</source>
        <translation>Le stem choisi garde davantage de ce qu’il partage avec d’autres</translation>
    </message>
    <message>
        <source>&amp;Reset the mix</source>
        <translation>&amp;Réinitialiser le mixage</translation>
    </message>
    <message>
        <source>All gains to 0 dB, no solo, no mute, no gain lines</source>
        <translation>Tous les gains à 0 dB, ni solo, ni muet, ni courbe de gain</translation>
    </message>
    <message>
        <source>&amp;Separate</source>
        <translation>&amp;Séparer</translation>
    </message>
    <message>
        <source>Separate the whole programme into dialogue, effects and music</source>
        <translation>Séparer tout le programme en dialogues, effets et musique</translation>
    </message>
    <message>
        <source>Separate se&amp;lection</source>
        <translation>Séparer la sé&amp;lection</translation>
    </message>
    <message>
        <source>Separate the selected part first, or again with other settings</source>
        <translation>Séparer d’abord la partie sélectionnée, ou la refaire avec d’autres réglages</translation>
    </message>
    <message>
        <source>&amp;Resume</source>
        <translation>&amp;Reprendre</translation>
    </message>
    <message>
        <source>Go on with a separation that was stopped</source>
        <translation>Reprendre une séparation interrompue</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Pause</translation>
    </message>
    <message>
        <source>Let the separation stand still and free the processor</source>
        <translation>Suspendre la séparation et libérer le processeur</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>A&amp;bandonner</translation>
    </message>
    <message>
        <source>End the separation; what is finished is kept</source>
        <translation>Arrêter la séparation ; ce qui est fini est gardé</translation>
    </message>
    <message>
        <source>&amp;Next version</source>
        <translation>Version sui&amp;vante</translation>
    </message>
    <message>
        <source>Hear and see the next version of the stems</source>
        <translation>Écouter et voir la version suivante des stems</translation>
    </message>
    <message>
        <source>C&amp;ompare versions</source>
        <translation>C&amp;omparer les versions</translation>
    </message>
    <message>
        <source>Change between this version and the last one, equally loud</source>
        <translation>Alterner entre cette version et la précédente, à niveau égal</translation>
    </message>
    <message>
        <source>&amp;Keep the new part</source>
        <translation>&amp;Garder la nouvelle partie</translation>
    </message>
    <message>
        <source>Keep the new separation of the part</source>
        <translation>Garder la nouvelle séparation de la partie</translation>
    </message>
    <message>
        <source>&amp;Discard the new part</source>
        <translation>&amp;Jeter la nouvelle partie</translation>
    </message>
    <message>
        <source>Go back to the earlier separation of the part</source>
        <translation>Revenir à la séparation précédente de la partie</translation>
    </message>
    <message>
        <source>&amp;Play</source>
        <translation>&amp;Lecture</translation>
    </message>
    <message>
        <source>Play or stop</source>
        <translation>Lire ou arrêter</translation>
    </message>
    <message>
        <source>Play at &amp;half speed</source>
        <translation>Lecture à &amp;demi-vitesse</translation>
    </message>
    <message>
        <source>Play slowly, to find a place</source>
        <translation>Lire lentement pour trouver un endroit</translation>
    </message>
    <message>
        <source>To the &amp;start</source>
        <translation>Au dé&amp;but</translation>
    </message>
    <message>
        <source>Move the playhead to the start</source>
        <translation>Placer la tête de lecture au début</translation>
    </message>
    <message>
        <source>To the &amp;end</source>
        <translation>À la &amp;fin</translation>
    </message>
    <message>
        <source>Move the playhead to the end</source>
        <translation>Placer la tête de lecture à la fin</translation>
    </message>
    <message>
        <source>&amp;Go to a time</source>
        <translation>&amp;Aller à un temps</translation>
    </message>
    <message>
        <source>Type where the playhead shall go</source>
        <translation>Saisir où doit aller la tête de lecture</translation>
    </message>
    <message>
        <source>Shuttle &amp;back</source>
        <translation>Navette ar&amp;rière</translation>
    </message>
    <message>
        <source>Play backwards; again for twice the speed</source>
        <translation>Lire à l’envers ; encore une fois pour doubler la vitesse</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>A&amp;rrêt</translation>
    </message>
    <message>
        <source>Stop where the playhead is</source>
        <translation>Arrêter là où est la tête de lecture</translation>
    </message>
    <message>
        <source>Shuttle &amp;forward</source>
        <translation>Navette a&amp;vant</translation>
    </message>
    <message>
        <source>Play forwards; again for twice the speed</source>
        <translation>Lire en avant ; encore une fois pour doubler la vitesse</translation>
    </message>
    <message>
        <source>One frame back</source>
        <translation>Une image en arrière</translation>
    </message>
    <message>
        <source>Move the playhead by a frame</source>
        <translation>Déplacer la tête de lecture d’une image</translation>
    </message>
    <message>
        <source>One frame forward</source>
        <translation>Une image en avant</translation>
    </message>
    <message>
        <source>Ten frames back</source>
        <translation>Dix images en arrière</translation>
    </message>
    <message>
        <source>Move the playhead by ten frames</source>
        <translation>Déplacer la tête de lecture de dix images</translation>
    </message>
    <message>
        <source>Ten frames forward</source>
        <translation>Dix images en avant</translation>
    </message>
    <message>
        <source>&amp;Loop</source>
        <translation>&amp;Boucle</translation>
    </message>
    <message>
        <source>Play the range between in and out again and again</source>
        <translation>Lire sans fin la plage entre les points d’entrée et de sortie</translation>
    </message>
    <message>
        <source>Set &amp;in point</source>
        <translation>Poser le point d’&amp;entrée</translation>
    </message>
    <message>
        <source>Selection and loop start at the playhead</source>
        <translation>La sélection et la boucle commencent à la tête de lecture</translation>
    </message>
    <message>
        <source>Set &amp;out point</source>
        <translation>Poser le point de &amp;sortie</translation>
    </message>
    <message>
        <source>Selection and loop end at the playhead</source>
        <translation>La sélection et la boucle finissent à la tête de lecture</translation>
    </message>
    <message>
        <source>&amp;Clear in and out</source>
        <translation>&amp;Effacer entrée et sortie</translation>
    </message>
    <message>
        <source>Forget the range of the loop</source>
        <translation>Oublier la plage de la boucle</translation>
    </message>
    <message>
        <source>Add &amp;marker</source>
        <translation>Poser un re&amp;père</translation>
    </message>
    <message>
        <source>Mark the place of the playhead</source>
        <translation>Marquer l’endroit de la tête de lecture</translation>
    </message>
    <message>
        <source>Import m&amp;arkers…</source>
        <translation>&amp;Importer des marqueurs…</translation>
    </message>
    <message>
        <source>Take in markers, regions or dialogue from CSV, EDL, labels or subtitles</source>
        <translation>Reprendre marqueurs, régions ou dialogues d'un CSV, d'une EDL, d'étiquettes ou de sous-titres</translation>
    </message>
    <message>
        <source>Export mar&amp;kers…</source>
        <translation>Exporter les mar&amp;queurs…</translation>
    </message>
    <message>
        <source>Write the markers as CSV, EDL, labels or Pro Tools text</source>
        <translation>Écrire les marqueurs en CSV, EDL, étiquettes ou texte Pro Tools</translation>
    </message>
    <message>
        <source>Pre&amp;vious marker</source>
        <translation>Repère &amp;précédent</translation>
    </message>
    <message>
        <source>Move the playhead to the marker before it</source>
        <translation>Aller au repère précédent</translation>
    </message>
    <message>
        <source>&amp;Next marker</source>
        <translation>Repère suiva&amp;nt</translation>
    </message>
    <message>
        <source>Move the playhead to the marker behind it</source>
        <translation>Aller au repère suivant</translation>
    </message>
    <message>
        <source>Hear the o&amp;riginal</source>
        <translation>Écouter l’ori&amp;ginal</translation>
    </message>
    <message>
        <source>Hear the original sound instead of the mix of the stems</source>
        <translation>Écouter le son original au lieu du mixage des stems</translation>
    </message>
    <message>
        <source>Return &amp;when stopped</source>
        <translation>Revenir à l’&amp;arrêt</translation>
    </message>
    <message>
        <source>The playhead goes back to where playing began</source>
        <translation>La tête de lecture revient là où la lecture a commencé</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>Zoom a&amp;vant</translation>
    </message>
    <message>
        <source>Show less time, around the playhead</source>
        <translation>Montrer moins de temps, autour de la tête de lecture</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>Zoom a&amp;rrière</translation>
    </message>
    <message>
        <source>Show more time</source>
        <translation>Montrer plus de temps</translation>
    </message>
    <message>
        <source>Zoom to &amp;selection</source>
        <translation>Zoom sur la &amp;sélection</translation>
    </message>
    <message>
        <source>Show what is selected, and nothing else</source>
        <translation>Ne montrer que la sélection</translation>
    </message>
    <message>
        <source>Zoom to &amp;all</source>
        <translation>Tout &amp;montrer</translation>
    </message>
    <message>
        <source>Show the whole programme</source>
        <translation>Montrer tout le programme</translation>
    </message>
    <message>
        <source>Zoom &amp;back</source>
        <translation>Zoom précé&amp;dent</translation>
    </message>
    <message>
        <source>Change between this and the last view</source>
        <translation>Alterner entre cette vue et la précédente</translation>
    </message>
    <message>
        <source>Fo&amp;llow the playhead</source>
        <translation>Suivre la &amp;tête de lecture</translation>
    </message>
    <message>
        <source>Turn the page when the playhead leaves it</source>
        <translation>Tourner la page quand la tête de lecture la quitte</translation>
    </message>
    <message>
        <source>&amp;Waveform</source>
        <translation>Forme d’&amp;onde</translation>
    </message>
    <message>
        <source>Draw the waveform over the spectrograms</source>
        <translation>Dessiner la forme d’onde sur les spectrogrammes</translation>
    </message>
    <message>
        <source>Mix in the colours of its stems</source>
        <translation>Mixage aux couleurs de ses stems</translation>
    </message>
    <message>
        <source>Draw each sound of the mix in the colour of its stem</source>
        <translation>Dessiner chaque son du mixage dans la couleur de son stem</translation>
    </message>
    <message>
        <source>&amp;Picture</source>
        <translation>&amp;Image</translation>
    </message>
    <message>
        <source>Show the picture</source>
        <translation>Montrer l’image</translation>
    </message>
    <message>
        <source>Select with the &amp;mouse</source>
        <translation>Sélectionner à la so&amp;uris</translation>
    </message>
    <message>
        <source>The mouse selects time and frequency</source>
        <translation>La souris sélectionne temps et fréquences</translation>
    </message>
    <message>
        <source>Draw &amp;gain with the mouse</source>
        <translation>Dessiner le &amp;gain à la souris</translation>
    </message>
    <message>
        <source>The mouse draws how loud a stem is over time</source>
        <translation>La souris dessine le niveau d’un stem au fil du temps</translation>
    </message>
    <message>
        <source>Draw bl&amp;eed with the mouse</source>
        <translation>Dessiner la diapho&amp;nie à la souris</translation>
    </message>
    <message>
        <source>The mouse draws where a stem has less bleed, or fewer artefacts</source>
        <translation>La souris dessine où un stem a moins de diaphonie, ou moins d’artefacts</translation>
    </message>
    <message>
        <source>Sele&amp;ct with a lasso</source>
        <translation>Sélectionner au l&amp;asso</translation>
    </message>
    <message>
        <source>The mouse draws around what is selected</source>
        <translation>La souris entoure ce qui est sélectionné</translation>
    </message>
    <message>
        <source>Select with a b&amp;rush</source>
        <translation>Sélectionner au pin&amp;ceau</translation>
    </message>
    <message>
        <source>The mouse paints what is selected; [ and ] change its size</source>
        <translation>La souris peint ce qui est sélectionné ; [ et ] changent sa taille</translation>
    </message>
    <message>
        <source>Select with a wan&amp;d</source>
        <translation>Sélectionner à la ba&amp;guette</translation>
    </message>
    <message>
        <source>A click selects the sound that hangs together there; [ and ] change how much</source>
        <translation>Un clic sélectionne le son qui se tient là ; [ et ] changent l’étendue</translation>
    </message>
    <message>
        <source>Select harmo&amp;nics</source>
        <translation>Sélectionner les &amp;harmoniques</translation>
    </message>
    <message>
        <source>The mouse follows a tone, whose partials are selected; [ and ] change how many</source>
        <translation>La souris suit un son, dont les partiels sont sélectionnés ; [ et ] changent leur nombre</translation>
    </message>
    <message>
        <source>&amp;Timecode</source>
        <translation>&amp;Timecode</translation>
    </message>
    <message>
        <source>Positions in hours, minutes, seconds and frames</source>
        <translation>Positions en heures, minutes, secondes et images</translation>
    </message>
    <message>
        <source>&amp;Samples</source>
        <translation>É&amp;chantillons</translation>
    </message>
    <message>
        <source>Positions in samples</source>
        <translation>Positions en échantillons</translation>
    </message>
    <message>
        <source>&amp;Minutes and seconds</source>
        <translation>&amp;Minutes et secondes</translation>
    </message>
    <message>
        <source>Positions in minutes, seconds and milliseconds</source>
        <translation>Positions en minutes, secondes et millisecondes</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Sombre</translation>
    </message>
    <message>
        <source>Dark colours</source>
        <translation>Couleurs sombres</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Clair</translation>
    </message>
    <message>
        <source>Light colours</source>
        <translation>Couleurs claires</translation>
    </message>
    <message>
        <source>As the des&amp;ktop</source>
        <translation>Comme le &amp;bureau</translation>
    </message>
    <message>
        <source>Dark or light as the desktop is</source>
        <translation>Sombre ou clair comme le bureau</translation>
    </message>
    <message>
        <source>F&amp;ull screen</source>
        <translation>&amp;Plein écran</translation>
    </message>
    <message>
        <source>Use the whole screen</source>
        <translation>Utiliser tout l’écran</translation>
    </message>
    <message>
        <source>&amp;Filmstrip</source>
        <translation>Bande d’ima&amp;ges</translation>
    </message>
    <message>
        <source>Show pictures, cuts and faces above the sound</source>
        <translation>Afficher images, coupes et visages au-dessus du son</translation>
    </message>
    <message>
        <source>Mix lane</source>
        <translation>Piste mixage</translation>
    </message>
    <message>
        <source>Keys act on the mix</source>
        <translation>Les touches agissent sur le mixage</translation>
    </message>
    <message>
        <source>Dialogue lane (DX)</source>
        <translation>Piste dialogues (DX)</translation>
    </message>
    <message>
        <source>Keys act on dialogue</source>
        <translation>Les touches agissent sur les dialogues</translation>
    </message>
    <message>
        <source>Solo &amp;dialogue</source>
        <translation>Solo &amp;dialogues</translation>
    </message>
    <message>
        <source>Hear dialogue alone</source>
        <translation>Écouter seulement les dialogues</translation>
    </message>
    <message>
        <source>Move to &amp;dialogue</source>
        <translation>Déplacer vers les &amp;dialogues</translation>
    </message>
    <message>
        <source>Move what is selected from the focused stem to dialogue</source>
        <translation>Déplacer la sélection du stem choisi vers les dialogues</translation>
    </message>
    <message>
        <source>This is dialogue</source>
        <translation>C’est du dialogue</translation>
    </message>
    <message>
        <source>Say that what is selected is dialogue, and separate what lies around it anew</source>
        <translation>Dire que la sélection est du dialogue et séparer de nouveau ce qui l’entoure</translation>
    </message>
    <message>
        <source>Effects lane (FX)</source>
        <translation>Piste effets (FX)</translation>
    </message>
    <message>
        <source>Keys act on effects</source>
        <translation>Les touches agissent sur les effets</translation>
    </message>
    <message>
        <source>Solo &amp;effects</source>
        <translation>Solo &amp;effets</translation>
    </message>
    <message>
        <source>Hear effects alone</source>
        <translation>Écouter seulement les effets</translation>
    </message>
    <message>
        <source>Move to &amp;effects</source>
        <translation>Déplacer vers les &amp;effets</translation>
    </message>
    <message>
        <source>Move what is selected from the focused stem to effects</source>
        <translation>Déplacer la sélection du stem choisi vers les effets</translation>
    </message>
    <message>
        <source>This is effects</source>
        <translation>Ce sont des effets</translation>
    </message>
    <message>
        <source>Say that what is selected is effects, and separate what lies around it anew</source>
        <translation>Dire que la sélection est des effets et séparer de nouveau ce qui l’entoure</translation>
    </message>
    <message>
        <source>Music lane (MX)</source>
        <translation>Piste musique (MX)</translation>
    </message>
    <message>
        <source>Keys act on music</source>
        <translation>Les touches agissent sur la musique</translation>
    </message>
    <message>
        <source>Solo m&amp;usic</source>
        <translation>Solo m&amp;usique</translation>
    </message>
    <message>
        <source>Hear music alone</source>
        <translation>Écouter seulement la musique</translation>
    </message>
    <message>
        <source>Move to &amp;music</source>
        <translation>Déplacer vers la m&amp;usique</translation>
    </message>
    <message>
        <source>Move what is selected from the focused stem to music</source>
        <translation>Déplacer la sélection du stem choisi vers la musique</translation>
    </message>
    <message>
        <source>This is music</source>
        <translation>C’est de la musique</translation>
    </message>
    <message>
        <source>Say that what is selected is music, and separate what lies around it anew</source>
        <translation>Dire que la sélection est de la musique et séparer de nouveau ce qui l’entoure</translation>
    </message>
    <message>
        <source>&amp;Difference</source>
        <translation>&amp;Différence</translation>
    </message>
    <message>
        <source>Show what repairs or another version change in a stem</source>
        <translation>Afficher ce que des réparations ou une autre version changent dans un stem</translation>
    </message>
    <message>
        <source>Loudn&amp;ess</source>
        <translation>Soni&amp;e</translation>
    </message>
    <message>
        <source>Show how loud mixture and stems are over time</source>
        <translation>Afficher la sonie de l’original et des stems au fil du temps</translation>
    </message>
    <message>
        <source>&amp;Wrong placement</source>
        <translation>Mauvais &amp;placement</translation>
    </message>
    <message>
        <source>Show how much of each stem seems to belong elsewhere</source>
        <translation>Afficher la part de chaque stem qui semble appartenir à un autre</translation>
    </message>
</context>
<context>
    <name>Autosave</name>
    <message>
        <source>Changes cannot be kept for the case of a crash, save often: {reason}</source>
        <translation>Les modifications ne peuvent pas être mises à l’abri d’un plantage, enregistrez souvent : {reason}</translation>
    </message>
</context>
<context>
    <name>BalancePanel</name>
    <message>
        <source>Balance by the picture</source>
        <translation>Équilibrer d’après l’image</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Masquer</translation>
    </message>
    <message>
        <source>Progress of balancing</source>
        <translation>Progression de l’équilibrage</translation>
    </message>
    <message>
        <source>Stop; the gain lines stay as they are</source>
        <translation>Arrêter ; les courbes de gain restent telles quelles</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Fermer ce message</translation>
    </message>
    <message>
        <source>Balancing by the picture</source>
        <translation>Équilibrage d’après l’image</translation>
    </message>
    <message>
        <source>Balanced by the picture · fit error {error} dB, without the gain lines {before} dB</source>
        <translation>Équilibré d’après l’image · erreur d’ajustement {error} dB, sans les courbes de gain {before} dB</translation>
    </message>
    <message>
        <source> · the network changes more than gains can follow</source>
        <translation> · le réseau change plus que des gains ne peuvent suivre</translation>
    </message>
</context>
<context>
    <name>BoxTool</name>
    <message>
        <source>Return or a double click finds its sound</source>
        <translation>Entrée ou un double clic en cherche le son</translation>
    </message>
</context>
<context>
    <name>CardWords</name>
    <message>
        <source>Found: {card}, {memory} GiB, driver {driver}.</source>
        <translation>Trouvée : {card}, {memory} Gio, pilote {driver}.</translation>
    </message>
    <message>
        <source>This computer has an Apple GPU or processor.</source>
        <translation>Cet ordinateur a un GPU ou un processeur Apple.</translation>
    </message>
    <message>
        <source>A driver of NVIDIA is installed, but no card answers; install it again.</source>
        <translation>Un pilote NVIDIA est installé, mais aucune carte ne répond ; réinstallez-le.</translation>
    </message>
    <message>
        <source>No NVIDIA graphics card was found.</source>
        <translation>Aucune carte graphique NVIDIA n’a été trouvée.</translation>
    </message>
    <message>
        <source>Separations run with the fetched PyTorch {version}.</source>
        <translation>Les séparations utilisent le PyTorch {version} téléchargé.</translation>
    </message>
    <message>
        <source>Separations run with PyTorch {version} of this program.</source>
        <translation>Les séparations utilisent le PyTorch {version} de ce programme.</translation>
    </message>
    <message>
        <source>PyTorch for it is part of the program.</source>
        <translation>PyTorch pour celui-ci fait partie du programme.</translation>
    </message>
    <message>
        <source>The fetched PyTorch {version} belongs to another version of this program and is not used; remove it, and fetch the new one.</source>
        <translation>Le PyTorch {version} téléchargé appartient à une autre version de ce programme et n’est pas utilisé ; supprimez-le et téléchargez le nouveau.</translation>
    </message>
    <message>
        <source>Start Cass Studio again for it to be used.</source>
        <translation>Redémarrez Cass Studio pour que ce changement prenne effet.</translation>
    </message>
    <message>
        <source>PyTorch {version} for the graphics card is here.</source>
        <translation>PyTorch {version} pour la carte graphique est là.</translation>
    </message>
    <message>
        <source>This program runs with the PyTorch of its Python environment: install the build for CUDA there, as pytorch.org says under Get started.</source>
        <translation>Ce programme utilise le PyTorch de son environnement Python : installez-y la version pour CUDA, comme l’indique pytorch.org sous « Get started ».</translation>
    </message>
    <message>
        <source>A graphics card of NVIDIA and its driver make separations much faster. Without one there is nothing to fetch.</source>
        <translation>Une carte graphique NVIDIA et son pilote rendent les séparations bien plus rapides. Sans elle, il n’y a rien à télécharger.</translation>
    </message>
    <message>
        <source>This driver runs CUDA {old}, and PyTorch needs CUDA {new}: install a newer driver from nvidia.com first.</source>
        <translation>Ce pilote gère CUDA {old}, et PyTorch a besoin de CUDA {new} : installez d’abord un pilote plus récent depuis nvidia.com.</translation>
    </message>
    <message>
        <source>PyTorch for it is fetched once, kept in your data folder, and used from the next start on; the processor's own stays as it is.</source>
        <translation>PyTorch pour celle-ci est téléchargé une seule fois, gardé dans votre dossier de données et utilisé dès le prochain démarrage ; celui du processeur reste tel quel.</translation>
    </message>
    <message>
        <source>{size} to fetch; {room} must be free on the disk meanwhile.</source>
        <translation>{size} à télécharger ; {room} doivent être libres sur le disque pendant ce temps.</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Inconnue</translation>
    </message>
</context>
<context>
    <name>ChannelDialog</name>
    <message>
        <source>Channels</source>
        <translation>Canaux</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Tous</translation>
    </message>
    <message>
        <source>L R</source>
        <translation>L R</translation>
    </message>
    <message>
        <source>Centre</source>
        <translation>Centre</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Aucun</translation>
    </message>
    <message>
        <source>Check these channels only</source>
        <translation>Ne cocher que ces canaux</translation>
    </message>
    <message>
        <source>Check no channel</source>
        <translation>Ne cocher aucun canal</translation>
    </message>
    <message>
        <source>Only the checked channels are heard, separated and exported.</source>
        <translation>Seuls les canaux cochés sont entendus, séparés et exportés.</translation>
    </message>
    <message>
        <source>Channel {number} of the file</source>
        <translation>Canal {number} du fichier</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Checked: {count} of {all}</source>
        <translation>Cochés : {count} sur {all}</translation>
    </message>
    <message>
        <source>Check at least one channel.</source>
        <translation>Cochez au moins un canal.</translation>
    </message>
</context>
<context>
    <name>ChoiceForm</name>
    <message>
        <source>Models…</source>
        <translation>Modèles…</translation>
    </message>
    <message>
        <source>Look at the picture</source>
        <translation>Regarder l’image</translation>
    </message>
    <message>
        <source>Faithful</source>
        <translation>Fidèle</translation>
    </message>
    <message>
        <source>Generated</source>
        <translation>Généré</translation>
    </message>
    <message>
        <source>Windows</source>
        <translation>Fenêtres</translation>
    </message>
    <message>
        <source>This model only listens</source>
        <translation>Ce modèle n’écoute que le son</translation>
    </message>
    <message>
        <source>It works in one pass, without steps</source>
        <translation>Il travaille en une seule passe, sans étapes</translation>
    </message>
    <message>
        <source>Faces and motion tell the model which sounds belong to the scene</source>
        <translation>Les visages et les mouvements disent au modèle quels sons appartiennent à la scène</translation>
    </message>
    <message>
        <source>Only a movie with a picture can be looked at</source>
        <translation>Seul un film avec image peut être regardé</translation>
    </message>
    <message>
        <source>There is no picture in this file</source>
        <translation>Ce fichier n’a pas d’image</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modèle</translation>
    </message>
    <message>
        <source>The network that separates</source>
        <translation>Le réseau qui sépare</translation>
    </message>
    <message>
        <source>See what each model is good for, and get others</source>
        <translation>Voir à quoi sert chaque modèle, et en obtenir d’autres</translation>
    </message>
    <message>
        <source>Every sample comes from the movie itself.</source>
        <translation>Chaque échantillon vient du film lui-même.</translation>
    </message>
    <message>
        <source>The model's own sound below 8 kHz: made up.</source>
        <translation>Sous 8 kHz, le son du modèle lui-même : inventé.</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Image</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Son</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Find an action</source>
        <translation>Trouver une commande</translation>
    </message>
    <message>
        <source>What do you want to do?</source>
        <translation>Que voulez-vous faire ?</translation>
    </message>
    <message>
        <source>No action fits; only what is possible now is listed.</source>
        <translation>Aucune commande ne convient ; seul ce qui est possible maintenant figure ici.</translation>
    </message>
    <message>
        <source>Actions that fit</source>
        <translation>Commandes qui conviennent</translation>
    </message>
</context>
<context>
    <name>CostLine</name>
    <message>
        <source>Why it is not a graphics card</source>
        <translation>Pourquoi ce n’est pas une carte graphique</translation>
    </message>
    <message>
        <source>Runs on {name}</source>
        <translation>Tourne sur {name}</translation>
    </message>
    <message>
        <source>Measuring · {share}</source>
        <translation>Mesure · {share}</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>End the measurement</source>
        <translation>Arrêter la mesure</translation>
    </message>
    <message>
        <source>Time is known after the first run</source>
        <translation>La durée sera connue après le premier passage</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>Mesurer</translation>
    </message>
    <message>
        <source>Separate a minute of noise to find out how long it takes</source>
        <translation>Séparer une minute de bruit pour mesurer la durée</translation>
    </message>
</context>
<context>
    <name>DeliveryBoxes</name>
    <message>
        <source>Report:</source>
        <translation>Rapport :</translation>
    </message>
    <message>
        <source>How the channels of a track become files</source>
        <translation>Comment les canaux d’une piste deviennent des fichiers</translation>
    </message>
    <message>
        <source>What happens to stems and mixture that pass full scale</source>
        <translation>Ce qui arrive aux stems et à l’original qui dépassent la pleine échelle</translation>
    </message>
    <message>
        <source>Sound of lossy movies often passes full scale; the stems sum to the mixture whatever you choose</source>
        <translation>Le son des films compressés dépasse souvent la pleine échelle ; la somme des stems est l’original quel que soit le choix</translation>
    </message>
    <message>
        <source>Loudness report</source>
        <translation>Rapport de sonie</translation>
    </message>
    <message>
        <source>Measure loudness, true peak and faults, and write a report as HTML and JSON beside the files</source>
        <translation>Mesurer la sonie, la crête vraie et les défauts, et écrire un rapport HTML et JSON à côté des fichiers</translation>
    </message>
    <message>
        <source>Channels:</source>
        <translation>Canaux :</translation>
    </message>
    <message>
        <source>If stems pass full scale:</source>
        <translation>Si des stems dépassent la pleine échelle :</translation>
    </message>
    <message>
        <source>One file a track</source>
        <translation>Un fichier par piste</translation>
    </message>
    <message>
        <source>One file a track, film order (L C R Ls Rs Lfe)</source>
        <translation>Un fichier par piste, ordre cinéma (L C R Ls Rs Lfe)</translation>
    </message>
    <message>
        <source>One mono file a channel (.L .R .C …)</source>
        <translation>Un fichier mono par canal (.L .R .C …)</translation>
    </message>
    <message>
        <source>write 32-bit float instead</source>
        <translation>écrire en 32 bits flottants</translation>
    </message>
    <message>
        <source>turn all of them down by one gain</source>
        <translation>les baisser tous du même gain</translation>
    </message>
    <message>
        <source>leave the mixture cut off there</source>
        <translation>laisser l’original écrêté à cet endroit</translation>
    </message>
    <message>
        <source>No report</source>
        <translation>Pas de rapport</translation>
    </message>
</context>
<context>
    <name>DeviceCombo</name>
    <message>
        <source>Output device</source>
        <translation>Sortie audio</translation>
    </message>
    <message>
        <source>Sound device that is played on</source>
        <translation>Périphérique de lecture</translation>
    </message>
    <message>
        <source>{device} (not connected)</source>
        <translation>{device} (non connecté)</translation>
    </message>
    <message>
        <source>No sound device</source>
        <translation>Aucun périphérique audio</translation>
    </message>
    <message>
        <source>Desktop’s device</source>
        <translation>Celui du système</translation>
    </message>
</context>
<context>
    <name>DifferenceCanvas</name>
    <message>
        <source>There is nothing to compare yet</source>
        <translation>Il n’y a encore rien à comparer</translation>
    </message>
</context>
<context>
    <name>DifferenceHeader</name>
    <message>
        <source>What the stem that keys act on has and the other one has not</source>
        <translation>Ce que le stem des touches contient et que l’autre n’a pas</translation>
    </message>
    <message>
        <source>Compared with</source>
        <translation>Comparé avec</translation>
    </message>
    <message>
        <source>Before repairs</source>
        <translation>Avant réparations</translation>
    </message>
    <message>
        <source>{stem} now − {stem} then</source>
        <translation>{stem} après − {stem} avant</translation>
    </message>
    <message>
        <source>{stem} here − {stem} there</source>
        <translation>{stem} ici − {stem} là</translation>
    </message>
</context>
<context>
    <name>EditText</name>
    <message>
        <source>{stem} shared out</source>
        <translation>{stem} réparti</translation>
    </message>
    <message>
        <source>{source} → {target} below {level} dB</source>
        <translation>{source} → {target} sous {level} dB</translation>
    </message>
    <message>
        <source>From {take}</source>
        <translation>De {take}</translation>
    </message>
    <message>
        <source>{target} filled from {source}</source>
        <translation>{target} comblé par {source}</translation>
    </message>
</context>
<context>
    <name>EditsPanel</name>
    <message>
        <source>Repairs</source>
        <translation>Réparations</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Amount of the chosen repair</source>
        <translation>Quantité de la réparation choisie</translation>
    </message>
    <message>
        <source>How much of the sound the chosen repair moves</source>
        <translation>La part du son que déplace la réparation choisie</translation>
    </message>
    <message>
        <source>Take the chosen repair from the list</source>
        <translation>Retirer de la liste la réparation choisie</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Quantité</translation>
    </message>
    <message>
        <source>Click to select it; the box says whether it is heard</source>
        <translation>Un clic la sélectionne ; la case dit si on l’entend</translation>
    </message>
</context>
<context>
    <name>ErrorDialog</name>
    <message>
        <source>Details</source>
        <translation>Détails</translation>
    </message>
    <message>
        <source>Show details</source>
        <translation>Montrer les détails</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Copier les détails</translation>
    </message>
    <message>
        <source>Open the log</source>
        <translation>Ouvrir le journal</translation>
    </message>
    <message>
        <source>What a report of this fault should hold</source>
        <translation>Ce qu’un rapport sur cette erreur devrait contenir</translation>
    </message>
    <message>
        <source>Copy what a report of this fault should hold</source>
        <translation>Copier ce qu’un rapport sur cette erreur devrait contenir</translation>
    </message>
    <message>
        <source>Your work is safe; go on, or save under another name to be sure.</source>
        <translation>Votre travail est en sécurité ; continuez, ou enregistrez sous un autre nom par précaution.</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copié</translation>
    </message>
    <message>
        <source>Hide details</source>
        <translation>Masquer les détails</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export</source>
        <translation>Exporter</translation>
    </message>
    <message>
        <source>Sound files</source>
        <translation>Fichiers son</translation>
    </message>
    <message>
        <source>Movie with other sound</source>
        <translation>Film avec un autre son</translation>
    </message>
    <message>
        <source>Replace existing files</source>
        <translation>Remplacer les fichiers existants</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Stems, mixture or remix as WAV or FLAC</source>
        <translation>Stems, original ou nouveau mixage en WAV ou FLAC</translation>
    </message>
    <message>
        <source>A copy of the movie: the picture untouched, the chosen tracks as its sound</source>
        <translation>Une copie du film : l'image intacte, les pistes choisies comme son</translation>
    </message>
    <message>
        <source>Replace the files that are listed</source>
        <translation>Remplacer les fichiers énumérés</translation>
    </message>
    <message>
        <source>Write the files; you can go on working meanwhile</source>
        <translation>Écrire les fichiers ; vous pouvez continuer à travailler</translation>
    </message>
    <message>
        <source>Close without exporting</source>
        <translation>Fermer sans exporter</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>Préréglage</translation>
    </message>
    <message>
        <source>Tracks</source>
        <translation>Pistes</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>Plage</translation>
    </message>
    <message>
        <source>Start timecode</source>
        <translation>Timecode de début</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Vitesse</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation>Livraison</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>Sessions</translation>
    </message>
    <message>
        <source>Folder, name</source>
        <translation>Dossier, nom</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Fichiers</translation>
    </message>
    <message>
        <source>{start} to {stop}, {length}</source>
        <translation>{start} à {stop}, {length}</translation>
    </message>
</context>
<context>
    <name>ExportList</name>
    <message>
        <source>Exports</source>
        <translation>Exportations</translation>
    </message>
</context>
<context>
    <name>ExportPlanner</name>
    <message>
        <source>Allow the existing files to be replaced, or choose another name or folder.</source>
        <translation>Permettez de remplacer les fichiers existants, ou choisissez un autre nom ou dossier.</translation>
    </message>
    <message>
        <source>Places are looked for only in a version that is separated to its end; leave out their markers, or separate the rest.</source>
        <translation>Les passages ne sont recherchés que dans une version séparée jusqu’au bout ; renoncez à leurs marqueurs, ou séparez le reste.</translation>
    </message>
    <message>
        <source>The sound is still being decoded; wait a moment.</source>
        <translation>Le son est encore en cours de décodage ; patientez un instant.</translation>
    </message>
    <message>
        <source>Nothing of the sound could be decoded; open another file.</source>
        <translation>Rien du son n'a pu être lu ; ouvrez un autre fichier.</translation>
    </message>
    <message>
        <source>Nothing is chosen; choose stems, the mixture or the remix.</source>
        <translation>Rien n’est choisi ; choisissez des stems, l’original ou le nouveau mixage.</translation>
    </message>
    <message>
        <source>There is no picture; export the remix as a sound file.</source>
        <translation>Il n’y a pas d’image ; exportez le nouveau mixage comme fichier son.</translation>
    </message>
    <message>
        <source>The folder needs a full path; choose one.</source>
        <translation>Le dossier doit avoir un chemin complet ; choisissez-en un.</translation>
    </message>
</context>
<context>
    <name>ExportProgressPanel</name>
    <message>
        <source>Export</source>
        <translation>Exporter</translation>
    </message>
    <message>
        <source>What to know about the export</source>
        <translation>À savoir sur l’exportation</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Modifier…</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Montrer dans le dossier</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Masquer</translation>
    </message>
    <message>
        <source>Progress of the export</source>
        <translation>Avancement de l’exportation</translation>
    </message>
    <message>
        <source>Stop the export; no file is left behind</source>
        <translation>Arrêter l’exportation ; aucun fichier ne reste</translation>
    </message>
    <message>
        <source>Export the same once more</source>
        <translation>Exporter encore une fois la même chose</translation>
    </message>
    <message>
        <source>Choose another folder, name or format</source>
        <translation>Choisir un autre dossier, nom ou format</translation>
    </message>
    <message>
        <source>Open the folder of the files</source>
        <translation>Ouvrir le dossier des fichiers</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Fermer ce message</translation>
    </message>
    <message>
        <source>Looking for misplaced sounds</source>
        <translation>Recherche des sons mal placés</translation>
    </message>
    <message>
        <source>Measuring the peaks</source>
        <translation>Mesure des crêtes</translation>
    </message>
    <message>
        <source>Writing the files</source>
        <translation>Écriture des fichiers</translation>
    </message>
    <message>
        <source>Reading the files back</source>
        <translation>Relecture des fichiers</translation>
    </message>
    <message>
        <source>Starting the export</source>
        <translation>L’exportation commence</translation>
    </message>
    <message>
        <source>Waits for the export before it</source>
        <translation>Attend l’exportation précédente</translation>
    </message>
    <message>
        <source>Stopping the export</source>
        <translation>L’exportation s’arrête</translation>
    </message>
    <message>
        <source>The export was cancelled</source>
        <translation>L’exportation a été abandonnée</translation>
    </message>
    <message>
        <source>Not exported</source>
        <translation>Non exporté</translation>
    </message>
    <message>
        <source>1 file exported</source>
        <translation>1 fichier exporté</translation>
    </message>
    <message>
        <source>{count} files exported</source>
        <translation>{count} fichiers exportés</translation>
    </message>
    <message>
        <source> · stems sum bit for bit to the mixture</source>
        <translation> · la somme des stems est l’original bit pour bit</translation>
    </message>
</context>
<context>
    <name>ExportSentences</name>
    <message>
        <source>The remix has the gains that you hear.</source>
        <translation>Le remix a les gains que vous entendez.</translation>
    </message>
    <message>
        <source>The remix holds only {stems}: mute and solo shape it, too.</source>
        <translation>Le remix ne contient que {stems} : muet et solo le façonnent aussi.</translation>
    </message>
    <message>
        <source>silence</source>
        <translation>du silence</translation>
    </message>
    <message>
        <source>This version is not reviewed yet, so misplaced sounds are looked for first; their places become markers.</source>
        <translation>Cette version n’est pas encore vérifiée : les sons mal placés sont d’abord recherchés, et leurs passages deviennent des marqueurs.</translation>
    </message>
    <message>
        <source>Open places of the review that become markers: {number}.</source>
        <translation>Passages à revoir qui deviennent des marqueurs : {number}.</translation>
    </message>
</context>
<context>
    <name>FaceLayer</name>
    <message>
        <source>Face {number}, speaking</source>
        <translation>Visage {number}, parle</translation>
    </message>
    <message>
        <source>Face {number}</source>
        <translation>Visage {number}</translation>
    </message>
</context>
<context>
    <name>Faults</name>
    <message>
        <source>The memory is full; close other programs and try again.</source>
        <translation>La mémoire est pleine ; fermez d’autres programmes et réessayez.</translation>
    </message>
    <message>
        <source>no reason given</source>
        <translation>sans raison donnée</translation>
    </message>
    <message>
        <source>A file</source>
        <translation>Un fichier</translation>
    </message>
    <message>
        <source>{name} cannot be used ({reason}); check the disk and the rights of the folder.</source>
        <translation>{name} est inutilisable ({reason}) ; vérifiez le disque et les droits du dossier.</translation>
    </message>
    <message>
        <source>Something went wrong that should not have ({kind}); please report it together with {log}.</source>
        <translation>Un incident qui n’aurait pas dû se produire est survenu ({kind}) ; signalez-le avec {log}.</translation>
    </message>
    <message>
        <source>The demo scene could not be made (code {code}); check that there is room on the disk, and open a movie of your own meanwhile.</source>
        <translation>La scène de démonstration n’a pas pu être faite (code {code}) ; vérifiez qu’il y a de la place sur le disque, et ouvrez en attendant un film à vous.</translation>
    </message>
    <message>
        <source>The separating process {ended}, perhaps because the memory was full; everything it had finished is kept, so close other programs and resume.</source>
        <translation>Le processus de séparation {ended}, peut-être parce que la mémoire était pleine ; tout ce qui était fini est gardé, fermez donc d’autres programmes et reprenez.</translation>
    </message>
    <message>
        <source>was ended</source>
        <translation>a été arrêté</translation>
    </message>
    <message>
        <source>ended without a word (code {code})</source>
        <translation>s’est terminé sans un mot (code {code})</translation>
    </message>
    <message>
        <source>was ended from outside ({signal})</source>
        <translation>a été arrêté de l’extérieur ({signal})</translation>
    </message>
    <message>
        <source>The decoded sound that was kept of this movie was damaged and was made anew.</source>
        <translation>Le son décodé conservé de ce film était endommagé et a été refait.</translation>
    </message>
    <message>
        <source>{folder} cannot be written, but decoded sound has to go there: make room or check the folder's permissions.</source>
        <translation>{folder} n’est pas accessible en écriture, mais le son décodé doit y aller : faites de la place ou vérifiez les droits du dossier.</translation>
    </message>
    <message>
        <source>the first {time} of {name} can be used</source>
        <translation>les premières {time} de {name} sont utilisables</translation>
    </message>
    <message>
        <source>nothing of {name} can be used</source>
        <translation>rien de {name} n’est utilisable</translation>
    </message>
    <message>
        <source>The disk of {folder} is full; {usable}: make room and open the movie again.</source>
        <translation>Le disque de {folder} est plein ; {usable} : faites de la place et rouvrez le film.</translation>
    </message>
    <message>
        <source>{path} cannot be saved ({reason}); free some space, check its rights or save under another name.</source>
        <translation>{path} ne peut pas être enregistré ({reason}) ; libérez de la place, vérifiez les droits ou enregistrez sous un autre nom.</translation>
    </message>
    <message>
        <source>it is a folder</source>
        <translation>c’est un dossier</translation>
    </message>
    <message>
        <source>it is write-protected</source>
        <translation>il est protégé en écriture</translation>
    </message>
    <message>
        <source>{path} is not a project of Cass Studio; choose another file.</source>
        <translation>{path} n’est pas un projet de Cass Studio ; choisissez un autre fichier.</translation>
    </message>
    <message>
        <source>{path} is no file; choose a project of Cass Studio.</source>
        <translation>{path} n’est pas un fichier ; choisissez un projet de Cass Studio.</translation>
    </message>
    <message>
        <source>{path} is too large for a project; choose another file.</source>
        <translation>{path} est trop grand pour un projet ; choisissez un autre fichier.</translation>
    </message>
    <message>
        <source>{path} is not a project of Cass Studio, or it is damaged: it is not text; choose another file or an earlier copy.</source>
        <translation>{path} n’est pas un projet de Cass Studio, ou il est endommagé : ce n’est pas du texte ; choisissez un autre fichier ou une copie antérieure.</translation>
    </message>
    <message>
        <source>{path} cannot be opened ({reason}); check its name and its rights.</source>
        <translation>{path} ne peut pas être ouvert ({reason}) ; vérifiez son nom et ses droits.</translation>
    </message>
    <message>
        <source>{path} was saved by a newer Cass Studio (file version {version}, this program reads up to {known}); open it with that one.</source>
        <translation>{path} a été enregistré par un Cass Studio plus récent (version de fichier {version}, ce programme lit jusqu’à {known}) ; ouvrez-le avec celui-ci.</translation>
    </message>
    <message>
        <source>{path} is damaged: {clause}; open an earlier copy of it.</source>
        <translation>{path} est endommagé : {clause} ; ouvrez une copie antérieure.</translation>
    </message>
    <message>
        <source>{path} was changed by another program since it was opened; save once more to replace it, or save under another name.</source>
        <translation>{path} a été modifié par un autre programme depuis son ouverture ; enregistrez encore une fois pour le remplacer, ou sous un autre nom.</translation>
    </message>
    <message>
        <source>{name} was recovered or removed by another window of Cass Studio; look for it there.</source>
        <translation>{name} a été récupéré ou supprimé par une autre fenêtre de Cass Studio ; cherchez-le là.</translation>
    </message>
    <message>
        <source>it may not be written</source>
        <translation>il est protégé en écriture</translation>
    </message>
    <message>
        <source>The stems cannot be kept in {folder} ({reason}); choose another folder.</source>
        <translation>Les stems ne peuvent pas être conservés dans {folder} ({reason}) ; choisissez un autre dossier.</translation>
    </message>
</context>
<context>
    <name>FileControls</name>
    <message>
        <source>Save the project</source>
        <translation>Enregistrer le projet</translation>
    </message>
    <message>
        <source>A separation is running; cancel it or wait for its end, then try again.</source>
        <translation>Une séparation est en cours ; annulez-la ou attendez sa fin, puis réessayez.</translation>
    </message>
    <message>
        <source>Open a movie, a sound file or a project</source>
        <translation>Ouvrir un film, un fichier son ou un projet</translation>
    </message>
    <message>
        <source>Open a project</source>
        <translation>Ouvrir un projet</translation>
    </message>
    <message>
        <source>Cass Studio projects (*{suffix})</source>
        <translation>Projets Cass Studio (*{suffix})</translation>
    </message>
</context>
<context>
    <name>FilmstripCanvas</name>
    <message>
        <source>This file has no picture</source>
        <translation>Ce fichier n’a pas d’image</translation>
    </message>
    <message>
        <source>a face speaks</source>
        <translation>un visage parle</translation>
    </message>
    <message>
        <source>a face is silent</source>
        <translation>un visage se tait</translation>
    </message>
    <message>
        <source>no face</source>
        <translation>aucun visage</translation>
    </message>
    <message>
        <source>Faces and cuts come with a separation</source>
        <translation>Visages et coupes viennent avec une séparation</translation>
    </message>
</context>
<context>
    <name>FilmstripHeader</name>
    <message>
        <source>Pictures of the movie; a white line is a cut</source>
        <translation>Images du film ; une ligne blanche est une coupe</translation>
    </message>
    <message>
        <source>Pictures of the filmstrip</source>
        <translation>Images de la bande</translation>
    </message>
    <message>
        <source>As many as fit</source>
        <translation>Autant que place</translation>
    </message>
    <message>
        <source>One a shot</source>
        <translation>Une par plan</translation>
    </message>
    <message>
        <source>Every 1 s</source>
        <translation>Toutes les 1 s</translation>
    </message>
    <message>
        <source>Every 5 s</source>
        <translation>Toutes les 5 s</translation>
    </message>
    <message>
        <source>Every 30 s</source>
        <translation>Toutes les 30 s</translation>
    </message>
    <message>
        <source>speaks</source>
        <translation>parle</translation>
    </message>
    <message>
        <source>face</source>
        <translation>visage</translation>
    </message>
</context>
<context>
    <name>FirstRunPage</name>
    <message>
        <source>Start page</source>
        <translation>Page d’accueil</translation>
    </message>
    <message>
        <source>What went wrong</source>
        <translation>Ce qui a échoué</translation>
    </message>
    <message>
        <source>Dialogue, effects and music out of a movie’s mixed sound.</source>
        <translation>Dialogues, effets et musique à partir du son mixé d’un film.</translation>
    </message>
    <message>
        <source>Drop a movie, a sound file or a project here</source>
        <translation>Déposez ici un film, un fichier son ou un projet</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Ouvrir…</translation>
    </message>
    <message>
        <source>Open the demo scene</source>
        <translation>Ouvrir la scène de démonstration</translation>
    </message>
    <message>
        <source>Models…</source>
        <translation>Modèles…</translation>
    </message>
    <message>
        <source>The picture helps: faces and cuts tell voices from effects.</source>
        <translation>L’image aide : visages et coupes distinguent les voix des effets.</translation>
    </message>
    <message>
        <source>The stems always sum to the original, sample for sample.</source>
        <translation>La somme des stems est toujours l’original, échantillon par échantillon.</translation>
    </message>
    <message>
        <source>Everything stays on this computer and has a key: press F1.</source>
        <translation>Tout reste sur cet ordinateur et a une touche : appuyez sur F1.</translation>
    </message>
</context>
<context>
    <name>Forecast</name>
    <message>
        <source>Names of the files</source>
        <translation>Noms des fichiers</translation>
    </message>
    <message>
        <source>{name} (exists)</source>
        <translation>{name} (existe)</translation>
    </message>
    <message>
        <source>and {number} more</source>
        <translation>et {number} autres</translation>
    </message>
    <message>
        <source>Up to {size}</source>
        <translation>Jusqu’à {size}</translation>
    </message>
    <message>
        <source>About {size}</source>
        <translation>Environ {size}</translation>
    </message>
    <message>
        <source>, {free} free</source>
        <translation>, {free} libres</translation>
    </message>
</context>
<context>
    <name>FormatBoxes</name>
    <message>
        <source>Dither the remix</source>
        <translation>Dither sur le nouveau mixage</translation>
    </message>
    <message>
        <source>A mono track for each channel</source>
        <translation>Une piste mono par canal</translation>
    </message>
    <message>
        <source>If the remix passes full scale:</source>
        <translation>Si le nouveau mixage dépasse le maximum :</translation>
    </message>
    <message>
        <source>write 32-bit float instead</source>
        <translation>écrire en 32 bits flottants</translation>
    </message>
    <message>
        <source>export nothing and say so</source>
        <translation>ne rien exporter et le dire</translation>
    </message>
    <message>
        <source>leave it so; players may clip it</source>
        <translation>le laisser ainsi ; les lecteurs peuvent saturer</translation>
    </message>
    <message>
        <source>turn it down as a whole</source>
        <translation>baisser l’ensemble</translation>
    </message>
    <message>
        <source>its own rate</source>
        <translation>sa propre fréquence</translation>
    </message>
    <message>
        <source>32-bit float</source>
        <translation>32 bits flottants</translation>
    </message>
    <message>
        <source>{bits}-bit</source>
        <translation>{bits} bits</translation>
    </message>
    <message>
        <source>File type</source>
        <translation>Type de fichier</translation>
    </message>
    <message>
        <source>Bit depth</source>
        <translation>Résolution</translation>
    </message>
    <message>
        <source>Sample rate</source>
        <translation>Fréquence d’échantillonnage</translation>
    </message>
    <message>
        <source>Sample rate of the files; another than the programme's is converted (soxr VHQ)</source>
        <translation>Fréquence d’échantillonnage des fichiers ; une autre que celle du programme est convertie (soxr VHQ)</translation>
    </message>
    <message>
        <source>Format of the movie; the picture stays untouched</source>
        <translation>Format du film ; l’image reste intacte</translation>
    </message>
    <message>
        <source>What happens to a remix that passes full scale</source>
        <translation>Que faire d’un mixage qui dépasse le maximum</translation>
    </message>
    <message>
        <source>Sound tracks of one channel each, as broadcasters want them in MXF</source>
        <translation>Des pistes son d’un seul canal chacune, comme les diffuseurs les veulent en MXF</translation>
    </message>
    <message>
        <source>Noise of one step that hides the rounding to 16 bits</source>
        <translation>Bruit d’un pas qui cache l’arrondi à 16 bits</translation>
    </message>
</context>
<context>
    <name>FormatCorner</name>
    <message>
        <source>How positions are written</source>
        <translation>Façon d’écrire les positions</translation>
    </message>
</context>
<context>
    <name>GainField</name>
    <message>
        <source>Drag or turn the wheel to change, type a number, double-click for 0 dB.</source>
        <translation>Glisser ou tourner la molette, taper un nombre, double-cliquer pour 0 dB.</translation>
    </message>
    <message>
        <source>'{text}' is no gain; type a number up to +{highest}, or -inf.</source>
        <translation>« {text} » n’est pas un gain ; saisissez un nombre jusqu’à +{highest}, ou -inf.</translation>
    </message>
</context>
<context>
    <name>GeneralPage</name>
    <message>
        <source>General</source>
        <translation>Général</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Sombre</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Clair</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>Comme le bureau</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Thème</translation>
    </message>
    <message>
        <source>Colours of the window</source>
        <translation>Couleurs de la fenêtre</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Language of menus and sentences</source>
        <translation>Langue des menus et des phrases</translation>
    </message>
    <message>
        <source>Another language is spoken from the next start on.</source>
        <translation>L’autre langue vaut à partir du prochain démarrage.</translation>
    </message>
    <message>
        <source>Edits are kept safe every 20 seconds, also in projects that were never saved:
{folder}</source>
        <translation>Les modifications sont mises en sécurité toutes les 20 secondes, même dans les projets jamais enregistrés :
{folder}</translation>
    </message>
</context>
<context>
    <name>GraphicsCardPage</name>
    <message>
        <source>Graphics card</source>
        <translation>Carte graphique</translation>
    </message>
    <message>
        <source>What separates</source>
        <translation>Ce qui sépare</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Que faire</translation>
    </message>
    <message>
        <source>Size of all packages</source>
        <translation>Taille de tous les paquets</translation>
    </message>
    <message>
        <source>Show what is needed</source>
        <translation>Montrer ce qu’il faut</translation>
    </message>
    <message>
        <source>Fetch</source>
        <translation>Télécharger</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>What went wrong</source>
        <translation>Ce qui a échoué</translation>
    </message>
    <message>
        <source>Ask the package index for versions and sizes</source>
        <translation>Demander les versions et les tailles à l’index des paquets</translation>
    </message>
    <message>
        <source>Fetch the packages and check them; used after a restart</source>
        <translation>Télécharger et vérifier les paquets ; utilisés après un redémarrage</translation>
    </message>
    <message>
        <source>Free the disk; the processor separates again</source>
        <translation>Libérer le disque ; le processeur sépare de nouveau</translation>
    </message>
    <message>
        <source>Stop; what has come is kept for the next time</source>
        <translation>Arrêter ; ce qui est arrivé est gardé pour la prochaine fois</translation>
    </message>
    <message>
        <source>How far it is fetched</source>
        <translation>Avancement du téléchargement</translation>
    </message>
    <message>
        <source>Packages to fetch</source>
        <translation>Paquets à télécharger</translation>
    </message>
    <message>
        <source>Exact versions; each is checked against its published checksum</source>
        <translation>Versions exactes ; chacune est comparée à sa somme de contrôle publiée</translation>
    </message>
    <message>
        <source>Package</source>
        <translation>Paquet</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Taille</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Recherche…</translation>
    </message>
</context>
<context>
    <name>IsolateControls</name>
    <message>
        <source>Looking and listening: {percent} %  (Esc ends it)</source>
        <translation>Regard et écoute : {percent} %  (Échap arrête)</translation>
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
        <translation>Comme Pro Tools</translation>
    </message>
    <message>
        <source>Reaper-like</source>
        <translation>Comme Reaper</translation>
    </message>
</context>
<context>
    <name>LaneCanvas</name>
    <message>
        <source>Reading the sound…</source>
        <translation>Lecture du son…</translation>
    </message>
    <message>
        <source>Not separated yet</source>
        <translation>Pas encore séparé</translation>
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
        <translation>Gain {lane}</translation>
    </message>
    <message>
        <source>{lane} bleed and artefacts</source>
        <translation>{lane} : diaphonie et artefacts</translation>
    </message>
    <message>
        <source>{lane} level</source>
        <translation>Niveau {lane}</translation>
    </message>
    <message>
        <source>Solo {lane}</source>
        <translation>Solo {lane}</translation>
    </message>
    <message>
        <source>Solo. With Ctrl: only this one.</source>
        <translation>Solo. Avec Ctrl : seulement celle-ci.</translation>
    </message>
    <message>
        <source>Mute {lane}</source>
        <translation>{lane} muet</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>Muet</translation>
    </message>
    <message>
        <source>Hear the original mixture</source>
        <translation>Écouter le son original</translation>
    </message>
    <message>
        <source>Peak {level} dB</source>
        <translation>Crête {level} dB</translation>
    </message>
</context>
<context>
    <name>Lanes</name>
    <message>
        <source>Filmstrip</source>
        <translation>Bande d’images</translation>
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
        <translation>Dialogue</translation>
    </message>
    <message>
        <source>Dialogue (DX)</source>
        <translation>Dialogues (DX)</translation>
    </message>
    <message>
        <source>Press Separate to see and hear the dialogue alone</source>
        <translation>Appuyez sur Séparer pour voir et entendre le dialogue seul</translation>
    </message>
    <message>
        <source>Effects</source>
        <translation>Effets</translation>
    </message>
    <message>
        <source>Effects (FX)</source>
        <translation>Effets (FX)</translation>
    </message>
    <message>
        <source>Press Separate to see and hear the effects alone</source>
        <translation>Appuyez sur Séparer pour voir et entendre les effets seuls</translation>
    </message>
    <message>
        <source>Music</source>
        <translation>Musique</translation>
    </message>
    <message>
        <source>Music (MX)</source>
        <translation>Musique (MX)</translation>
    </message>
    <message>
        <source>Press Separate to see and hear the music alone</source>
        <translation>Appuyez sur Séparer pour voir et entendre la musique seule</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Différence</translation>
    </message>
    <message>
        <source>Loudness</source>
        <translation>Sonie</translation>
    </message>
    <message>
        <source>Wrong placement</source>
        <translation>Placement</translation>
    </message>
</context>
<context>
    <name>Languages</name>
    <message>
        <source>Arabic</source>
        <translation>arabe</translation>
    </message>
    <message>
        <source>Basque</source>
        <translation>basque</translation>
    </message>
    <message>
        <source>Bulgarian</source>
        <translation>bulgare</translation>
    </message>
    <message>
        <source>Catalan</source>
        <translation>catalan</translation>
    </message>
    <message>
        <source>Chinese</source>
        <translation>chinois</translation>
    </message>
    <message>
        <source>Croatian</source>
        <translation>croate</translation>
    </message>
    <message>
        <source>Czech</source>
        <translation>tchèque</translation>
    </message>
    <message>
        <source>Danish</source>
        <translation>danois</translation>
    </message>
    <message>
        <source>Dutch</source>
        <translation>néerlandais</translation>
    </message>
    <message>
        <source>English</source>
        <translation>anglais</translation>
    </message>
    <message>
        <source>Estonian</source>
        <translation>estonien</translation>
    </message>
    <message>
        <source>Finnish</source>
        <translation>finnois</translation>
    </message>
    <message>
        <source>French</source>
        <translation>français</translation>
    </message>
    <message>
        <source>Galician</source>
        <translation>galicien</translation>
    </message>
    <message>
        <source>German</source>
        <translation>allemand</translation>
    </message>
    <message>
        <source>Greek</source>
        <translation>grec</translation>
    </message>
    <message>
        <source>Hebrew</source>
        <translation>hébreu</translation>
    </message>
    <message>
        <source>Hindi</source>
        <translation>hindi</translation>
    </message>
    <message>
        <source>Hungarian</source>
        <translation>hongrois</translation>
    </message>
    <message>
        <source>Icelandic</source>
        <translation>islandais</translation>
    </message>
    <message>
        <source>Indonesian</source>
        <translation>indonésien</translation>
    </message>
    <message>
        <source>Irish</source>
        <translation>irlandais</translation>
    </message>
    <message>
        <source>Italian</source>
        <translation>italien</translation>
    </message>
    <message>
        <source>Japanese</source>
        <translation>japonais</translation>
    </message>
    <message>
        <source>Korean</source>
        <translation>coréen</translation>
    </message>
    <message>
        <source>Latvian</source>
        <translation>letton</translation>
    </message>
    <message>
        <source>Lithuanian</source>
        <translation>lituanien</translation>
    </message>
    <message>
        <source>Malay</source>
        <translation>malais</translation>
    </message>
    <message>
        <source>Norwegian</source>
        <translation>norvégien</translation>
    </message>
    <message>
        <source>Norwegian Bokmål</source>
        <translation>norvégien (bokmål)</translation>
    </message>
    <message>
        <source>Persian</source>
        <translation>persan</translation>
    </message>
    <message>
        <source>Polish</source>
        <translation>polonais</translation>
    </message>
    <message>
        <source>Portuguese</source>
        <translation>portugais</translation>
    </message>
    <message>
        <source>Romanian</source>
        <translation>roumain</translation>
    </message>
    <message>
        <source>Russian</source>
        <translation>russe</translation>
    </message>
    <message>
        <source>Serbian</source>
        <translation>serbe</translation>
    </message>
    <message>
        <source>Slovak</source>
        <translation>slovaque</translation>
    </message>
    <message>
        <source>Slovenian</source>
        <translation>slovène</translation>
    </message>
    <message>
        <source>Spanish</source>
        <translation>espagnol</translation>
    </message>
    <message>
        <source>Swedish</source>
        <translation>suédois</translation>
    </message>
    <message>
        <source>Tamil</source>
        <translation>tamoul</translation>
    </message>
    <message>
        <source>Telugu</source>
        <translation>télougou</translation>
    </message>
    <message>
        <source>Thai</source>
        <translation>thaï</translation>
    </message>
    <message>
        <source>Turkish</source>
        <translation>turc</translation>
    </message>
    <message>
        <source>Ukrainian</source>
        <translation>ukrainien</translation>
    </message>
    <message>
        <source>Vietnamese</source>
        <translation>vietnamien</translation>
    </message>
</context>
<context>
    <name>LevelMeter</name>
    <message>
        <source>Level and held peak. Click to put the clip lamp out.</source>
        <translation>Niveau et crête maintenue. Cliquer éteint le voyant de saturation.</translation>
    </message>
</context>
<context>
    <name>LibrarySentences</name>
    <message>
        <source> (process {0})</source>
        <translation> (processus {0})</translation>
    </message>
    <message>
        <source> and </source>
        <translation> et </translation>
    </message>
    <message>
        <source> to {0:n}</source>
        <translation> à {0:n}</translation>
    </message>
    <message>
        <source>"name" is not that of a file</source>
        <translation>« name » n’est pas un nom de fichier</translation>
    </message>
    <message>
        <source>"position" does not lie within the span</source>
        <translation>« position » n’est pas dans la plage</translation>
    </message>
    <message>
        <source>"span" does not lie within the programme</source>
        <translation>« span » n’est pas dans le programme</translation>
    </message>
    <message>
        <source>"state" is "{0}" at position {1}</source>
        <translation>« state » est « {0} » à la position {1}</translation>
    </message>
    <message>
        <source>"{0}" has "{1}", which is none of {2}</source>
        <translation>« {0} » contient « {1} », qui n’est aucun de {2}</translation>
    </message>
    <message>
        <source>"{0}" is missing</source>
        <translation>« {0} » manque</translation>
    </message>
    <message>
        <source>"{0}" is not a number from {1:n}{2}</source>
        <translation>« {0} » n’est pas un nombre à partir de {1:n}{2}</translation>
    </message>
    <message>
        <source>"{0}" is not a table</source>
        <translation>« {0} » n’est pas une table</translation>
    </message>
    <message>
        <source>"{0}" is not known</source>
        <translation>« {0} » est inconnu</translation>
    </message>
    <message>
        <source>"{0}" is not {1}</source>
        <translation>« {0} » n’est pas : {1}</translation>
    </message>
    <message>
        <source>"{0}.{1}" is not known</source>
        <translation>« {0}.{1} » est inconnu</translation>
    </message>
    <message>
        <source>'{0}' counts frames, but the file has no picture; write HH:MM:SS.mmm instead.</source>
        <translation>« {0} » compte des images, mais le fichier n’a pas d’image ; écrivez plutôt HH:MM:SS.mmm.</translation>
    </message>
    <message>
        <source>'{0}' does not exist in drop-frame timecode; use frame {1:n} instead.</source>
        <translation>« {0} » n’existe pas en timecode drop-frame ; prenez plutôt l’image {1:n}.</translation>
    </message>
    <message>
        <source>'{0}' is before the programme, which starts at {1}: give a later timecode, or a plain time from the start such as 12.5.</source>
        <translation>« {0} » précède le programme, qui commence à {1} : donnez un timecode plus tardif, ou un simple temps depuis le début comme 12.5.</translation>
    </message>
    <message>
        <source>'{0}' is no change of speed; choose one of {1}.</source>
        <translation>« {0} » n’est pas un changement de vitesse ; choisissez parmi {1}.</translation>
    </message>
    <message>
        <source>'{0}' is no channel layout; use a name such as mono, stereo, 5.1 or 7.1.</source>
        <translation>« {0} » n’est pas une disposition de canaux ; prenez un nom comme mono, stereo, 5.1 ou 7.1.</translation>
    </message>
    <message>
        <source>'{0}' is no file type for sound; choose {1}.</source>
        <translation>« {0} » n’est pas un type de fichier son ; choisissez {1}.</translation>
    </message>
    <message>
        <source>'{0}' is no form of files; choose poly or mono.</source>
        <translation>« {0} » n’est pas une forme de fichiers ; choisissez poly ou mono.</translation>
    </message>
    <message>
        <source>'{0}' is no hint: {1}</source>
        <translation>« {0} » n’est pas une indication : {1}</translation>
    </message>
    <message>
        <source>'{0}' is no hint; write start, end and stem with commas between them, such as 12.5,14,FX, and a band in hertz where there is one, such as 12.5,14,FX,200,4000.</source>
        <translation>« {0} » n’est pas une indication ; écrivez début, fin et stem séparés par des virgules, par exemple 12.5,14,FX, et une bande en hertz s’il y en a une, par exemple 12.5,14,FX,200,4000.</translation>
    </message>
    <message>
        <source>'{0}' is no kind of session; choose some of {1}.</source>
        <translation>« {0} » n'est pas un type de session ; choisissez parmi {1}.</translation>
    </message>
    <message>
        <source>'{0}' is no number from 0.</source>
        <translation>« {0} » n’est pas un nombre à partir de 0.</translation>
    </message>
    <message>
        <source>'{0}' is no order of channels; choose smpte or film.</source>
        <translation>« {0} » n’est pas un ordre de canaux ; choisissez smpte ou film.</translation>
    </message>
    <message>
        <source>'{0}' is no stem; choose {1}.</source>
        <translation>« {0} » n’est pas un stem ; choisissez {1}.</translation>
    </message>
    <message>
        <source>'{0}' is no time: minutes and seconds go up to 59.</source>
        <translation>« {0} » n’est pas un temps : minutes et secondes vont jusqu’à 59.</translation>
    </message>
    <message>
        <source>'{0}' is no time; write seconds (12.5), MM:SS, HH:MM:SS.mmm or HH:MM:SS:FF.</source>
        <translation>« {0} » n’est pas un temps ; écrivez des secondes (12.5), MM:SS, HH:MM:SS.mmm ou HH:MM:SS:FF.</translation>
    </message>
    <message>
        <source>'{0}' is no timecode rate; choose one of {1}.</source>
        <translation>« {0} » n’est pas une cadence de timecode ; choisissez parmi {1}.</translation>
    </message>
    <message>
        <source>'{0}' is no timecode; write HH:MM:SS:FF, such as 01:00:00:00.</source>
        <translation>« {0} » n’est pas un timecode ; écrivez HH:MM:SS:FF, par exemple 01:00:00:00.</translation>
    </message>
    <message>
        <source>'{0}' is out of range: a day has 24 hours and a second {1} frames (00 to {2:n}).</source>
        <translation>« {0} » est hors limites : un jour a 24 heures et une seconde {1} images (00 à {2:n}).</translation>
    </message>
    <message>
        <source>, compiled</source>
        <translation>, compilé</translation>
    </message>
    <message>
        <source>32-bit float WAV</source>
        <translation>WAV 32 bits flottant</translation>
    </message>
    <message>
        <source>A FLAC file cannot hold {0} channels at {1} Hz; choose WAV.</source>
        <translation>Un fichier FLAC ne peut pas contenir {0} canaux à {1} Hz ; choisissez WAV.</translation>
    </message>
    <message>
        <source>A WAV file cannot hold {0} channels; export fewer channels.</source>
        <translation>Un fichier WAV ne peut pas contenir {0} canaux ; exportez moins de canaux.</translation>
    </message>
    <message>
        <source>A bracket in the name has no partner; write fields as {stem}.</source>
        <translation>Une accolade du nom n’a pas de pendant ; écrivez les champs comme {stem}.</translation>
    </message>
    <message>
        <source>A chunk of {0} has shapes {1} and {2}, which do not fit {3} channels; separate the movie again.</source>
        <translation>Un segment de {0} a les formes {1} et {2}, qui ne vont pas avec {3} canaux ; séparez de nouveau le film.</translation>
    </message>
    <message>
        <source>A chunk of {0} reaches past sample {1}; separate the movie again.</source>
        <translation>Un segment de {0} dépasse l’échantillon {1} ; séparez de nouveau le film.</translation>
    </message>
    <message>
        <source>A chunk of {0} starts at sample {1} instead of {2}; resume the separation.</source>
        <translation>Un segment de {0} commence à l’échantillon {1} au lieu de {2} ; reprenez la séparation.</translation>
    </message>
    <message>
        <source>A frame rate must be above 0; give one such as 25 or 30000/1001.</source>
        <translation>Une cadence d’images doit dépasser 0 ; donnez-en une comme 25 ou 30000/1001.</translation>
    </message>
    <message>
        <source>A hint must lie in the programme, which runs from {0} to {1}.</source>
        <translation>Une indication doit se trouver dans le programme, qui va de {0} à {1}.</translation>
    </message>
    <message>
        <source>A hint needs an end behind its start.</source>
        <translation>Une indication a besoin d’une fin après son début.</translation>
    </message>
    <message>
        <source>A repair needs the separation '{0}', which the project does not know; remove the repair or separate there again.</source>
        <translation>Une réparation a besoin de la séparation « {0} », que le projet ne connaît pas ; supprimez la réparation ou séparez de nouveau à cet endroit.</translation>
    </message>
    <message>
        <source>A repair needs the separation in {0}, which has another rate, length or number of channels; remove the repair or separate there again.</source>
        <translation>Une réparation a besoin de la séparation dans {0}, dont la fréquence, la durée ou le nombre de canaux diffère ; supprimez la réparation ou séparez de nouveau à cet endroit.</translation>
    </message>
    <message>
        <source>A sound of {0} channels ({1}) has no fold-down to stereo; leave it out.</source>
        <translation>Un son de {0} canaux ({1}) n’a pas de réduction stéréo ; retirez-la.</translation>
    </message>
    <message>
        <source>A stem passes full scale in {0} bits, so all four files were written as {1}.</source>
        <translation>Un stem dépasse le maximum en {0} bits ; les quatre fichiers ont donc été écrits en {1}.</translation>
    </message>
    <message>
        <source>A track passes full scale in {0} bits, so stems and mixture were written as 32-bit float WAV.</source>
        <translation>Une piste dépasse le maximum en {0} bits ; les stems et l’original ont donc été écrits en WAV 32 bits flottant.</translation>
    </message>
    <message>
        <source>A track passes full scale, so the sound is 32-bit float.</source>
        <translation>Une piste dépasse le plein niveau, le son est donc en 32 bits flottants.</translation>
    </message>
    <message>
        <source>A track passes full scale, which {0} cannot hold; choose MOV.</source>
        <translation>Une piste dépasse le plein niveau, ce que {0} ne peut contenir ; choisissez MOV.</translation>
    </message>
    <message>
        <source>A track passes full scale; players may clip it.</source>
        <translation>Une piste dépasse le plein niveau ; les lecteurs peuvent l'écrêter.</translation>
    </message>
    <message>
        <source>A version needs at least one separation; separate the movie first.</source>
        <translation>Une version demande au moins une séparation ; séparez d’abord le film.</translation>
    </message>
    <message>
        <source>A window of {0} can last {1:n} to {2:n} s, not {3:n}.</source>
        <translation>Une fenêtre de {0} peut durer de {1:n} à {2:n} s, pas {3:n}.</translation>
    </message>
    <message>
        <source>AAF with linked files</source>
        <translation>AAF avec fichiers liés</translation>
    </message>
    <message>
        <source>AAF with the sound inside</source>
        <translation>AAF avec le son inclus</translation>
    </message>
    <message>
        <source>ATSC A/85</source>
        <translation>ATSC A/85</translation>
    </message>
    <message>
        <source>AV-CASS, audio only</source>
        <translation>AV-CASS, audio seul</translation>
    </message>
    <message>
        <source>All files would have the same name; add {stem} to it.</source>
        <translation>Tous les fichiers auraient le même nom ; ajoutez-y {stem}.</translation>
    </message>
    <message>
        <source>All markers of {0} lie outside of the programme, the first at {1}; see whether list and movie start alike.</source>
        <translation>Tous les marqueurs de {0} sont hors du programme, le premier à {1} ; vérifiez que la liste et le film commencent au même point.</translation>
    </message>
    <message>
        <source>An effect is heard in the dialogue and missing in the M&amp;E.</source>
        <translation>Un effet s’entend dans les dialogues et manque dans le M&amp;E.</translation>
    </message>
    <message>
        <source>An effect is heard in the music.</source>
        <translation>Un effet s’entend dans la musique.</translation>
    </message>
    <message>
        <source>Apple GPU</source>
        <translation>GPU Apple</translation>
    </message>
    <message>
        <source>Audio stream {0} of {1} holds no sound that can be decoded: choose another stream or export the file again.</source>
        <translation>La piste son {0} de {1} ne contient pas de son décodable : choisissez une autre piste ou exportez de nouveau le fichier.</translation>
    </message>
    <message>
        <source>Audio stream {0} of {1} uses a codec that cannot be decoded here: convert it to PCM, AAC or FLAC first.</source>
        <translation>La piste son {0} de {1} utilise un codec qui ne peut pas être décodé ici : convertissez-la d’abord en PCM, AAC ou FLAC.</translation>
    </message>
    <message>
        <source>Bandit v2, many languages</source>
        <translation>Bandit v2, de nombreuses langues</translation>
    </message>
    <message>
        <source>CPU (1 core)</source>
        <translation>CPU (1 cœur)</translation>
    </message>
    <message>
        <source>CPU ({0} cores)</source>
        <translation>CPU ({0} cœurs)</translation>
    </message>
    <message>
        <source>CUDA graphics card</source>
        <translation>carte graphique CUDA</translation>
    </message>
    <message>
        <source>Cannot allocate memory</source>
        <translation>impossible d’allouer de la mémoire</translation>
    </message>
    <message>
        <source>Device or resource busy</source>
        <translation>périphérique ou ressource occupé</translation>
    </message>
    <message>
        <source>Dialogue in many languages, and strong music; very slow without a graphics card.</source>
        <translation>Dialogues en de nombreuses langues, et musique solide ; très lent sans carte graphique.</translation>
    </message>
    <message>
        <source>Dialogue is heard in the effects; the M&amp;E would speak.</source>
        <translation>Un dialogue s’entend dans les effets ; le M&amp;E parlerait.</translation>
    </message>
    <message>
        <source>Dialogue is heard in the music; the M&amp;E would speak.</source>
        <translation>Un dialogue s’entend dans la musique ; le M&amp;E parlerait.</translation>
    </message>
    <message>
        <source>Disk quota exceeded</source>
        <translation>quota du disque dépassé</translation>
    </message>
    <message>
        <source>Does not separate: finds by the picture how loud each stem should be (Balance by the picture).</source>
        <translation>Ne sépare pas : trouve d’après l’image le niveau que chaque stem doit avoir (Équilibrer d’après l’image).</translation>
    </message>
    <message>
        <source>Does not separate: selects the sound of something in the picture (Isolate by the picture). Put frame_best.pth beside its file.</source>
        <translation>Ne sépare pas : sélectionne le son de quelque chose dans l’image (Isoler d’après l’image). Placez frame_best.pth à côté de son fichier.</translation>
    </message>
    <message>
        <source>Drop-frame timecode does not exist at {0:n} frames a second: write the frames after a colon.</source>
        <translation>Le timecode drop-frame n’existe pas à {0:n} images par seconde : écrivez les images après un deux-points.</translation>
    </message>
    <message>
        <source>EBU R 128</source>
        <translation>UER R 128</translation>
    </message>
    <message>
        <source>EBU R 128 s1, short programmes</source>
        <translation>UER R 128 s1, programmes courts</translation>
    </message>
    <message>
        <source>End of file</source>
        <translation>fin du fichier</translation>
    </message>
    <message>
        <source>Face crops were not asked for when the picture was analysed.</source>
        <translation>Les extraits de visages n’ont pas été demandés lors de l’analyse de l’image.</translation>
    </message>
    <message>
        <source>Faces are not used: MediaPipe cannot be loaded ({0}).</source>
        <translation>Les visages ne sont pas utilisés : MediaPipe ne peut pas être chargé ({0}).</translation>
    </message>
    <message>
        <source>Faces followed at once must be 1 to {0}.</source>
        <translation>Le nombre de visages suivis à la fois doit aller de 1 à {0}.</translation>
    </message>
    <message>
        <source>File exists</source>
        <translation>le fichier existe déjà</translation>
    </message>
    <message>
        <source>File name too long</source>
        <translation>nom de fichier trop long</translation>
    </message>
    <message>
        <source>File too large</source>
        <translation>fichier trop grand</translation>
    </message>
    <message>
        <source>Final Cut Pro 7 XML</source>
        <translation>XML Final Cut Pro 7</translation>
    </message>
    <message>
        <source>Final Cut Pro XML</source>
        <translation>XML Final Cut Pro</translation>
    </message>
    <message>
        <source>Gains and gain lines are left out of the stems' files, so that they sum to the mixture.</source>
        <translation>Les gains et les courbes de gain ne figurent pas dans les fichiers des stems, afin que leur somme soit l’original.</translation>
    </message>
    <message>
        <source>Gains and gain lines are left out of the stems' files; the sessions carry them.</source>
        <translation>Les gains et les courbes de gain ne figurent pas dans les fichiers des stems ; les sessions les portent.</translation>
    </message>
    <message>
        <source>Generates each stem by sound alone, below 8 kHz. Needs a graphics card.</source>
        <translation>Génère chaque stem à partir du seul son, jusqu’à 8 kHz. Demande une carte graphique.</translation>
    </message>
    <message>
        <source>Generates each stem by sound and picture; the best effects, below 8 kHz. Needs a graphics card.</source>
        <translation>Génère chaque stem à partir du son et de l’image ; les meilleurs effets, jusqu’à 8 kHz. Demande une carte graphique.</translation>
    </message>
    <message>
        <source>Good music and dialogue of stereo films, at moderate cost.</source>
        <translation>Bonne musique et bons dialogues des films stéréo, pour un coût modéré.</translation>
    </message>
    <message>
        <source>HTTP {0}</source>
        <translation>HTTP {0}</translation>
    </message>
    <message>
        <source>Handles would sound where the leader is silent; choose one.</source>
        <translation>Les poignées s’entendraient là où l’amorce est muette ; choisissez l’une ou l’autre.</translation>
    </message>
    <message>
        <source>High scores on made mixtures; very slow without a graphics card.</source>
        <translation>Scores élevés sur des mélanges fabriqués ; très lent sans carte graphique.</translation>
    </message>
    <message>
        <source>Input/output error</source>
        <translation>erreur d’entrée/sortie</translation>
    </message>
    <message>
        <source>Invalid argument</source>
        <translation>argument non valide</translation>
    </message>
    <message>
        <source>Invalid data found when processing input</source>
        <translation>données non valides dans le fichier</translation>
    </message>
    <message>
        <source>Is a directory</source>
        <translation>est un dossier</translation>
    </message>
    <message>
        <source>Its timecode counts as before.</source>
        <translation>Son timecode compte comme avant.</translation>
    </message>
    <message>
        <source>Left and right of {0} are the same sound.</source>
        <translation>La gauche et la droite de {0} sont le même son.</translation>
    </message>
    <message>
        <source>Left and right of {0} cancel each other in mono, first at {1}.</source>
        <translation>La gauche et la droite de {0} s’annulent en mono, d’abord à {1}.</translation>
    </message>
    <message>
        <source>Line {0} of {1} is no hint: {2}</source>
        <translation>La ligne {0} de {1} n’est pas une indication : {2}</translation>
    </message>
    <message>
        <source>MRX, levels of films</source>
        <translation>MRX, niveaux de films</translation>
    </message>
    <message>
        <source>MRX, spectra of films</source>
        <translation>MRX, spectres de films</translation>
    </message>
    <message>
        <source>MRX, trained further on the levels of real films.</source>
        <translation>MRX, entraîné davantage sur les niveaux de vrais films.</translation>
    </message>
    <message>
        <source>MRX, trained further on the spectra of real films.</source>
        <translation>MRX, entraîné davantage sur les spectres de vrais films.</translation>
    </message>
    <message>
        <source>MXF, 24-bit PCM</source>
        <translation>MXF, PCM 24 bits</translation>
    </message>
    <message>
        <source>Markers as Audacity labels</source>
        <translation>Marqueurs en étiquettes Audacity</translation>
    </message>
    <message>
        <source>Markers as CSV</source>
        <translation>Marqueurs en CSV</translation>
    </message>
    <message>
        <source>Markers as EDL</source>
        <translation>Marqueurs en EDL</translation>
    </message>
    <message>
        <source>Markers as Pro Tools text</source>
        <translation>Marqueurs en texte Pro Tools</translation>
    </message>
    <message>
        <source>Music is heard in the dialogue and missing in the M&amp;E.</source>
        <translation>De la musique s’entend dans les dialogues et manque dans le M&amp;E.</translation>
    </message>
    <message>
        <source>Music is heard in the effects.</source>
        <translation>De la musique s’entend dans les effets.</translation>
    </message>
    <message>
        <source>Netflix M&amp;E</source>
        <translation>Netflix M&amp;E</translation>
    </message>
    <message>
        <source>No CUDA graphics card: using the CPU.</source>
        <translation>Pas de carte graphique CUDA : le CPU calcule.</translation>
    </message>
    <message>
        <source>No face model was found, so faces are not used; put {0} into {1} (it is at {2}).</source>
        <translation>Aucun modèle de visage n’a été trouvé, les visages ne sont donc pas utilisés ; placez {0} dans {1} (il se trouve à {2}).</translation>
    </message>
    <message>
        <source>No model that finds the sound of what is seen is on this computer; get unet_best.pth and frame_best.pth of DAVIS-Flow from {0} into one folder and import unet_best.pth, in the window Models or by `cass models import`.</source>
        <translation>Aucun modèle qui trouve le son de ce qui se voit n’est sur cet ordinateur ; prenez unet_best.pth et frame_best.pth de DAVIS-Flow sur {0} dans un même dossier et importez unet_best.pth, dans la fenêtre Modèles ou par `cass models import`.</translation>
    </message>
    <message>
        <source>No space left on device</source>
        <translation>plus de place sur le disque</translation>
    </message>
    <message>
        <source>No such file or directory</source>
        <translation>fichier ou dossier introuvable</translation>
    </message>
    <message>
        <source>No tracks were delivered that sum to the mixture.</source>
        <translation>Aucune piste livrée n’a l’original pour somme.</translation>
    </message>
    <message>
        <source>No {0} is usable by this PyTorch; use --device auto or cpu.</source>
        <translation>Ce PyTorch ne peut pas utiliser : {0} ; prenez --device auto ou cpu.</translation>
    </message>
    <message>
        <source>Not a directory</source>
        <translation>n’est pas un dossier</translation>
    </message>
    <message>
        <source>Nothing is chosen for export; choose stems, mixture or remix.</source>
        <translation>Rien n’est choisi pour l’export ; choisissez des stems, l’original ou le nouveau mixage.</translation>
    </message>
    <message>
        <source>Nothing lies between {0} and {1} of {2}, whose sound is {3:n} s long; choose other times.</source>
        <translation>Il n’y a rien entre {0} et {1} de {2}, dont le son dure {3:n} s ; choisissez d’autres temps.</translation>
    </message>
    <message>
        <source>Nothing of {0} lies between samples {1} and {2}; choose another part.</source>
        <translation>Rien de {0} ne se trouve entre les échantillons {1} et {2} ; choisissez une autre partie.</translation>
    </message>
    <message>
        <source>Nothing of {0} lies between {1} and {2}; choose other times.</source>
        <translation>Rien de {0} ne se trouve entre {1} et {2} ; choisissez d’autres temps.</translation>
    </message>
    <message>
        <source>On this processor a minute of sound takes about {0} with {1} steps and {2} with {3}: choose fewer steps, a selection or a graphics card.</source>
        <translation>Sur ce processeur, une minute de son prend environ {0} avec {1} étapes et {2} avec {3} : choisissez moins d’étapes, une sélection ou une carte graphique.</translation>
    </message>
    <message>
        <source>Only a part of this is separated; separate the rest first, or choose a part.</source>
        <translation>Seule une partie de ceci est séparée ; séparez d’abord le reste ou choisissez une partie.</translation>
    </message>
    <message>
        <source>Operation not permitted</source>
        <translation>opération non permise</translation>
    </message>
    <message>
        <source>Part of a word is missing in the dialogue and lies in another stem.</source>
        <translation>Une partie d’un mot manque dans les dialogues et se trouve dans un autre stem.</translation>
    </message>
    <message>
        <source>Permission denied</source>
        <translation>permission refusée</translation>
    </message>
    <message>
        <source>Podcast, -16 LUFS</source>
        <translation>Podcast, -16 LUFS</translation>
    </message>
    <message>
        <source>Read-only file system</source>
        <translation>système de fichiers en lecture seule</translation>
    </message>
    <message>
        <source>Ships with the program; quick, follows the picture, for a first impression.</source>
        <translation>Fourni avec le programme ; rapide, suit l’image, pour une première impression.</translation>
    </message>
    <message>
        <source>Some files would have the same name; add {layout} or {reel} to the preset's names.</source>
        <translation>Des fichiers auraient le même nom ; ajoutez {layout} ou {reel} aux noms du préréglage.</translation>
    </message>
    <message>
        <source>Some files would have the same name; make {stem} stand out in it.</source>
        <translation>Certains fichiers auraient le même nom ; détachez-y {stem}.</translation>
    </message>
    <message>
        <source>Something went wrong that should not have ({0}); please report it together with {1}.</source>
        <translation>Une chose qui n’aurait pas dû arriver a échoué ({0}) ; merci de la signaler avec {1}.</translation>
    </message>
    <message>
        <source>Stale file handle</source>
        <translation>lien avec le fichier perdu</translation>
    </message>
    <message>
        <source>Stems and mixture passed full scale by {0:n} dB, so all files were turned down by {1:n} dB; they sum to the lowered mixture.</source>
        <translation>Les stems et l’original dépassaient la pleine échelle de {0:n} dB : tous les fichiers ont été baissés de {1:n} dB ; leur somme est l’original ainsi baissé.</translation>
    </message>
    <message>
        <source>Steps must be {0} to {1}, not {2}.</source>
        <translation>Les pas doivent aller de {0} à {1}, pas {2}.</translation>
    </message>
    <message>
        <source>Steps must be {0} to {1}.</source>
        <translation>Le nombre de pas doit être de {0} à {1}.</translation>
    </message>
    <message>
        <source>Text file busy</source>
        <translation>fichier en cours d’exécution</translation>
    </message>
    <message>
        <source>The AAF cannot be written ({0}); export without it.</source>
        <translation>L'AAF ne peut pas être écrit ({0}) ; exportez sans lui.</translation>
    </message>
    <message>
        <source>The GPU</source>
        <translation>La carte graphique</translation>
    </message>
    <message>
        <source>The band of a hint needs an upper edge above its lower one.</source>
        <translation>La bande d’une indication a besoin d’une limite supérieure au-dessus de l’inférieure.</translation>
    </message>
    <message>
        <source>The best separation of films under a free licence; slow without a graphics card.</source>
        <translation>La meilleure séparation de films sous licence libre ; lent sans carte graphique.</translation>
    </message>
    <message>
        <source>The box must lie inside the picture and be at least a hundredth of it wide and high; draw another one.</source>
        <translation>Le cadre doit se trouver dans l’image et en couvrir au moins un centième en largeur et en hauteur ; tracez-en un autre.</translation>
    </message>
    <message>
        <source>The choice cannot be kept in {0} ({1}); check the disk.</source>
        <translation>Le choix ne peut pas être conservé dans {0} ({1}) ; vérifiez le disque.</translation>
    </message>
    <message>
        <source>The chosen model '{0}' is not here any more: {1} is used.</source>
        <translation>Le modèle choisi « {0} » n’est plus là : {1} est utilisé.</translation>
    </message>
    <message>
        <source>The chosen range lies outside the programme; choose another one.</source>
        <translation>La plage choisie est hors du programme ; choisissez-en une autre.</translation>
    </message>
    <message>
        <source>The computer</source>
        <translation>L’ordinateur</translation>
    </message>
    <message>
        <source>The decoded sound of the stopped run was damaged and was made anew.</source>
        <translation>Le son décodé de la séparation arrêtée était endommagé et a été refait.</translation>
    </message>
    <message>
        <source>The dialogue holds sound although nobody speaks.</source>
        <translation>Les dialogues contiennent du son alors que personne ne parle.</translation>
    </message>
    <message>
        <source>The disk of {0} is full; make room or choose a folder on another disk.</source>
        <translation>Le disque de {0} est plein ; faites de la place ou choisissez un dossier sur un autre disque.</translation>
    </message>
    <message>
        <source>The face model {0} cannot be used; replace it by a fresh copy.</source>
        <translation>Le modèle de visage {0} ne peut pas être utilisé ; remplacez-le par une nouvelle copie.</translation>
    </message>
    <message>
        <source>The face model {0} does not exist; looked for another one.</source>
        <translation>Le modèle de visage {0} n’existe pas ; un autre a été cherché.</translation>
    </message>
    <message>
        <source>The files need a name; write one such as {movie}_{stem}.</source>
        <translation>Les fichiers ont besoin d’un nom ; écrivez-en un comme {movie}_{stem}.</translation>
    </message>
    <message>
        <source>The files written to {0} do not read back as they were written; check the disk and export again.</source>
        <translation>Les fichiers écrits dans {0} ne se relisent pas tels qu’ils ont été écrits ; vérifiez le disque et exportez de nouveau.</translation>
    </message>
    <message>
        <source>The first BandIt, for comparisons; very slow without a graphics card.</source>
        <translation>Le premier BandIt, pour comparer ; très lent sans carte graphique.</translation>
    </message>
    <message>
        <source>The folder {0} cannot be made ({1}); choose another one.</source>
        <translation>Le dossier {0} ne peut pas être créé ({1}) ; choisissez-en un autre.</translation>
    </message>
    <message>
        <source>The folder {0} cannot be made ({1}); choose another place for the stems.</source>
        <translation>Le dossier {0} ne peut pas être créé ({1}) ; choisissez un autre endroit pour les stems.</translation>
    </message>
    <message>
        <source>The former run fell back on a level of memory that this program does not have; start over.</source>
        <translation>La séparation précédente s’est repliée sur un niveau de mémoire que ce programme n’a pas ; recommencez.</translation>
    </message>
    <message>
        <source>The hints for the separation are damaged: {0}.</source>
        <translation>Les indications pour la séparation sont endommagées : {0}.</translation>
    </message>
    <message>
        <source>The list counts from {0}, which was taken for the programme's start.</source>
        <translation>La liste compte à partir de {0}, pris comme début du programme.</translation>
    </message>
    <message>
        <source>The memory is full; close other programs and try again.</source>
        <translation>La mémoire est pleine ; fermez d’autres programmes et réessayez.</translation>
    </message>
    <message>
        <source>The mixture passes full scale by {0:n} dB and was cut off there; the stems sum to what is left.</source>
        <translation>L’original dépasse la pleine échelle de {0:n} dB et y a été écrêté ; la somme des stems est ce qui reste.</translation>
    </message>
    <message>
        <source>The model '{0}' does not balance by the picture; choose visah.</source>
        <translation>Le modèle « {0} » n’équilibre pas d’après l’image ; choisissez visah.</translation>
    </message>
    <message>
        <source>The model '{0}' does not find the sound of what is seen; choose a DAVIS-Flow.</source>
        <translation>Le modèle « {0} » ne trouve pas le son de ce qui se voit ; choisissez un DAVIS-Flow.</translation>
    </message>
    <message>
        <source>The model '{0}' has no encoder of pictures; get model.safetensors of CLIP ViT-L/14 from {1}, put it beside VContextEnc3.ckpt and import that again.</source>
        <translation>Le modèle « {0} » n’a pas d’encodeur d’images ; procurez-vous model.safetensors de CLIP ViT-L/14 sur {1}, placez-le à côté de VContextEnc3.ckpt et importez de nouveau celui-ci.</translation>
    </message>
    <message>
        <source>The model '{0}' helps with something else and does not separate; choose another.</source>
        <translation>Le modèle « {0} » sert à autre chose et ne sépare pas ; choisissez-en un autre.</translation>
    </message>
    <message>
        <source>The model '{0}' is not on this computer; get it with `cass models get {1}` or in the window Models.</source>
        <translation>Le modèle « {0} » n’est pas sur cet ordinateur ; obtenez-le avec `cass models get {1}` ou dans la fenêtre « Modèles ».</translation>
    </message>
    <message>
        <source>The model cannot be written to {0} ({1}); choose another folder.</source>
        <translation>Le modèle ne peut pas être écrit dans {0} ({1}) ; choisissez un autre dossier.</translation>
    </message>
    <message>
        <source>The model gave samples that are not numbers after sample {0}; separate the movie on another device or with another model.</source>
        <translation>Le modèle a donné après l’échantillon {0} des valeurs qui ne sont pas des nombres ; séparez le film sur un autre appareil ou avec un autre modèle.</translation>
    </message>
    <message>
        <source>The model's description is damaged ({0}); fetch it again.</source>
        <translation>La description du modèle est endommagée ({0}) ; téléchargez-le de nouveau.</translation>
    </message>
    <message>
        <source>The model's description is damaged ({0}); import it again.</source>
        <translation>La description du modèle est endommagée ({0}) ; importez-le de nouveau.</translation>
    </message>
    <message>
        <source>The models '{0}' cannot be asked together; write names with commas between them, and for each stem a weight above 0 for one of them.</source>
        <translation>Les modèles '{0}' ne peuvent pas être interrogés ensemble ; écrivez les noms séparés par des virgules et, pour chaque stem, un poids supérieur à 0 pour l’un d’eux.</translation>
    </message>
    <message>
        <source>The music in the M&amp;E has a gain of its own; most houses want it at its original level.</source>
        <translation>La musique du M&amp;E a un gain propre ; la plupart des maisons la veulent à son niveau d’origine.</translation>
    </message>
    <message>
        <source>The name has no field {{0}}; it can have {1}.</source>
        <translation>Le nom n’a pas de champ {{0}} ; il peut avoir {1}.</translation>
    </message>
    <message>
        <source>The new sound holds only {0} {1} of the sound that it replaces.</source>
        <translation>Le nouveau son ne contient du son qu’il remplace que : {0} {1}.</translation>
    </message>
    <message>
        <source>The new sound stands in place of the tracks {0}.</source>
        <translation>Le nouveau son remplace les pistes {0}.</translation>
    </message>
    <message>
        <source>The picture goes unchanged from {0} into {1}.</source>
        <translation>L'image passe inchangée de {0} à {1}.</translation>
    </message>
    <message>
        <source>The picture of {0} cannot be decoded; convert it.</source>
        <translation>L’image de {0} ne peut pas être décodée ; convertissez-la.</translation>
    </message>
    <message>
        <source>The picture of {0} lasts {1:n} minutes longer than its sound and is not looked at that far.</source>
        <translation>L’image de {0} dure {1:n} minutes de plus que le son et n’est pas regardée si loin.</translation>
    </message>
    <message>
        <source>The picture's features cannot be written to {0}; free some space there or choose another cache folder.</source>
        <translation>Les caractéristiques de l’image ne peuvent pas être écrites dans {0} ; libérez-y de la place ou choisissez un autre dossier de cache.</translation>
    </message>
    <message>
        <source>The preset {0} is not usable: {1}.</source>
        <translation>Le préréglage {0} n’est pas utilisable : {1}.</translation>
    </message>
    <message>
        <source>The programme has no timecode; give the one of its first frame, too.</source>
        <translation>Le programme n’a pas de timecode ; donnez aussi celui de sa première image.</translation>
    </message>
    <message>
        <source>The progress of the separation could not be written to {0} ({1}); free some space or choose another folder.</source>
        <translation>L’avancement de la séparation n’a pas pu être écrit dans {0} ({1}) ; libérez de la place ou choisissez un autre dossier.</translation>
    </message>
    <message>
        <source>The publisher gives {0} to people only; open {1}, download it there, and import the file.</source>
        <translation>L’éditeur ne donne {0} qu’aux personnes ; ouvrez {1}, téléchargez le fichier et importez-le.</translation>
    </message>
    <message>
        <source>The quick one for the whole band: clean dialogue, levels right.</source>
        <translation>Le rapide pour toute la bande : dialogues propres, niveaux justes.</translation>
    </message>
    <message>
        <source>The range is not separated from {0} to {1}; separate that part or choose a range without it.</source>
        <translation>La plage n’est pas séparée de {0} à {1} ; séparez cette partie ou choisissez une plage sans elle.</translation>
    </message>
    <message>
        <source>The remix passed full scale by {0:n} dB and was turned down to fit.</source>
        <translation>Le nouveau mixage dépassait le maximum de {0:n} dB et a été baissé d’autant.</translation>
    </message>
    <message>
        <source>The remix passed full scale by {0} and was turned down to fit.</source>
        <translation>Le nouveau mixage dépassait le maximum de {0} et a été baissé d’autant.</translation>
    </message>
    <message>
        <source>The remix passes full scale by {0:n} dB, so it was written as 32-bit float WAV.</source>
        <translation>Le nouveau mixage dépasse le maximum de {0:n} dB ; il a donc été écrit en WAV 32 bits flottant.</translation>
    </message>
    <message>
        <source>The remix passes full scale by {0}, so its sound is 32-bit float.</source>
        <translation>Le nouveau mixage dépasse le maximum de {0} ; son son est donc en 32 bits flottant.</translation>
    </message>
    <message>
        <source>The remix passes full scale by {0}, which {1} cannot hold; lower the master or choose MOV.</source>
        <translation>Le nouveau mixage dépasse le maximum de {0}, ce que {1} ne peut pas contenir ; baissez le master ou choisissez MOV.</translation>
    </message>
    <message>
        <source>The remix passes full scale by {0}; players may clip it.</source>
        <translation>Le nouveau mixage dépasse le maximum de {0} ; des lecteurs peuvent l’écrêter.</translation>
    </message>
    <message>
        <source>The review cannot be kept in {0} ({1}); make room or move the stems to another disk.</source>
        <translation>La vérification ne peut pas être conservée dans {0} ({1}) ; libérez de la place ou déplacez les stems sur un autre disque.</translation>
    </message>
    <message>
        <source>The review's places need a session or a list of markers to stand in; choose one, such as CSV.</source>
        <translation>Les passages à revoir demandent une session ou une liste de marqueurs où figurer ; choisissez-en une, par exemple CSV.</translation>
    </message>
    <message>
        <source>The seed must be a whole number from 0 to 2^63 - 1.</source>
        <translation>La graine doit être un nombre entier de 0 à 2^63 - 1.</translation>
    </message>
    <message>
        <source>The separation in {0} cannot be resumed because it differs in {1}; start over or choose another folder.</source>
        <translation>La séparation dans {0} ne peut pas être reprise, car ceci diffère : {1} ; recommencez ou choisissez un autre dossier.</translation>
    </message>
    <message>
        <source>The sound is pulled down by {0:n} % and its pitch falls by {1:n} cents.</source>
        <translation>Le son est ralenti de {0:n} % et sa hauteur descend de {1:n} cents.</translation>
    </message>
    <message>
        <source>The sound is pulled down by {0:n} % and keeps its pitch.</source>
        <translation>Le son est ralenti de {0:n} % et garde sa hauteur.</translation>
    </message>
    <message>
        <source>The sound is pulled up by {0:n} % and its pitch rises by {1:n} cents.</source>
        <translation>Le son est accéléré de {0:n} % et sa hauteur monte de {1:n} cents.</translation>
    </message>
    <message>
        <source>The sound is pulled up by {0:n} % and keeps its pitch.</source>
        <translation>Le son est accéléré de {0:n} % et garde sa hauteur.</translation>
    </message>
    <message>
        <source>The sound of what is seen can be looked for in {0:n} to {1:n} s at once, not in {2:n} s; choose another span.</source>
        <translation>Le son de ce qui se voit se cherche dans {0:n} à {1:n} s à la fois, pas dans {2:n} s ; choisissez une autre plage.</translation>
    </message>
    <message>
        <source>The sound of {0} carries range control, which makes it softer in many players; it is left out, so levels are those of the mix.</source>
        <translation>Le son de {0} porte une réduction de dynamique qui l’affaiblit dans bien des lecteurs ; elle est laissée de côté, les niveaux sont donc ceux du mixage.</translation>
    </message>
    <message>
        <source>The sound of {0} changes from {1} channels at {2} Hz to {3} at {4} Hz at {5:n} s; convert it to one format.</source>
        <translation>Le son de {0} passe à {5:n} s de {1} canaux à {2} Hz à {3} à {4} Hz ; convertissez-le en un seul format.</translation>
    </message>
    <message>
        <source>The sound of {0} claims {1} samples a second, which no sound has ({2} to {3}); export it again.</source>
        <translation>Le son de {0} annonce {1} échantillons par seconde, ce qu’aucun son n’a ({2} à {3}) ; exportez-le de nouveau.</translation>
    </message>
    <message>
        <source>The sound of {0} has {1}, so there is no channel {2}; choose others.</source>
        <translation>Le son de {0} a {1}, il n’y a donc pas de canal {2} ; choisissez-en d’autres.</translation>
    </message>
    <message>
        <source>The sound of {0} is coded data in PCM (SMPTE 337, such as Dolby E or AC-3); decode it to PCM first, or choose other channels.</source>
        <translation>Le son de {0} est du son codé dans du PCM (SMPTE 337, tel que Dolby E ou AC-3) ; décodez-le d’abord en PCM, ou choisissez d’autres canaux.</translation>
    </message>
    <message>
        <source>The sound of {0} starts {1:n} s {2} its picture; stems begin with the sound, so place them by their time stamp.</source>
        <translation>Le son de {0} commence {1:n} s {2} l’image ; les stems commencent avec le son, placez-les donc d’après leur horodatage.</translation>
    </message>
    <message>
        <source>The start timecode {0} of {1} does not exist at {2:n} frames a second, so times count from the start.</source>
        <translation>Le timecode de début {0} de {1} n’existe pas à {2:n} images par seconde ; les temps se comptent donc depuis le début.</translation>
    </message>
    <message>
        <source>The stems carry their gains, so they do not sum to the original mixture.</source>
        <translation>Les stems portent leurs gains, leur somme n’est donc pas l’original.</translation>
    </message>
    <message>
        <source>The stems do not sum to the mixture near sample {0} (they miss it by {1:n} dBFS); separate the movie again.</source>
        <translation>La somme des stems n’est pas l’original près de l’échantillon {0} (écart de {1:n} dBFS) ; séparez de nouveau le film.</translation>
    </message>
    <message>
        <source>The stems sum to the mixture to {0:n} dBFS only, because its samples reach {1:n} dBFS, where 32-bit float is that coarse; lower the movie's sound first if that matters.</source>
        <translation>La somme des stems n’est l’original qu’à {0:n} dBFS près, car ses échantillons atteignent {1:n} dBFS, où le 32 bits flottant est aussi grossier ; baissez d’abord le son du film si cela compte.</translation>
    </message>
    <message>
        <source>The stems' files carry the settings and lines of bleed; they sum to the mixture.</source>
        <translation>Les fichiers des stems portent les réglages et les courbes de diaphonie ; leur somme est l’original.</translation>
    </message>
    <message>
        <source>The time stamps of {0} put {1:n} hours of silence into {2:n} minutes of sound; export the file again.</source>
        <translation>Les horodatages de {0} mettent {1:n} heures de silence dans {2:n} minutes de son ; exportez de nouveau le fichier.</translation>
    </message>
    <message>
        <source>The timecode of {0} counts {1:n} frames a second and its picture has {2:n}.</source>
        <translation>Le timecode de {0} compte {1:n} images par seconde et l’image en a {2:n}.</translation>
    </message>
    <message>
        <source>The tracks of {0} have different rates ({1}); choose tracks of one rate.</source>
        <translation>Les pistes de {0} ont des fréquences différentes ({1}) ; choisissez des pistes de même fréquence.</translation>
    </message>
    <message>
        <source>The tracks sum to the mixture bit for bit.</source>
        <translation>La somme des pistes est l’original au bit près.</translation>
    </message>
    <message>
        <source>The tracks sum to the mixture within {0:n} dBFS.</source>
        <translation>La somme des pistes est l’original à {0:n} dBFS près.</translation>
    </message>
    <message>
        <source>The weights '{0}' are not one number from 0 to {1}, or three with slashes between them, for dialogue, effects and music.</source>
        <translation>Les poids '{0}' ne sont pas un nombre de 0 à {1}, ni trois séparés par des barres obliques, pour dialogues, effets et musique.</translation>
    </message>
    <message>
        <source>The {0} channels of {1} have no names, so all of them are heard alike; choose single channels if only some hold the sound.</source>
        <translation>Les {0} canaux de {1} n’ont pas de noms, tous sont donc entendus de même ; choisissez des canaux si seuls certains portent le son.</translation>
    </message>
    <message>
        <source>The {0} of {1} does not come through {2} unchanged; choose another format.</source>
        <translation>Tout de {1} ne passe pas inchangé par {2} ({0}) ; choisissez un autre format.</translation>
    </message>
    <message>
        <source>Theatrical: measured, no target</source>
        <translation>Cinéma : mesuré, sans cible</translation>
    </message>
    <message>
        <source>There is a model '{0}' already; use it, or get it anew under another name.</source>
        <translation>Il y a déjà un modèle « {0} » ; utilisez-le, ou obtenez-le à nouveau sous un autre nom.</translation>
    </message>
    <message>
        <source>There is no download '{0}'; known are {1}.</source>
        <translation>Il n’y a pas de téléchargement « {0} » ; connus : {1}.</translation>
    </message>
    <message>
        <source>There is no file {0}; install the program again.</source>
        <translation>Il n’y a pas de fichier {0} ; réinstallez le programme.</translation>
    </message>
    <message>
        <source>There is no loudness target '{0}'; choose one of {1}.</source>
        <translation>Il n’y a pas de cible de sonie « {0} » ; choisissez parmi {1}.</translation>
    </message>
    <message>
        <source>There is no model '{0}' on the shelf; choose one of {1}.</source>
        <translation>Il n’y a pas de modèle « {0} » au catalogue ; choisissez parmi {1}.</translation>
    </message>
    <message>
        <source>There is no model '{0}'; at hand: {1}, or name a folder.</source>
        <translation>Il n’y a pas de modèle « {0} » ; disponibles : {1}, ou nommez un dossier.</translation>
    </message>
    <message>
        <source>There is no model in {0}; choose another folder.</source>
        <translation>Il n’y a pas de modèle dans {0} ; choisissez un autre dossier.</translation>
    </message>
    <message>
        <source>There is no model size '{0}'; choose one of {1}.</source>
        <translation>Il n’y a pas de taille de modèle « {0} » ; choisissez parmi {1}.</translation>
    </message>
    <message>
        <source>There is no preset '{0}'; choose one of {1}, or give a file that ends in {2}.</source>
        <translation>Il n’y a pas de préréglage « {0} » ; choisissez parmi {1}, ou donnez un fichier qui finit par {2}.</translation>
    </message>
    <message>
        <source>There is no separator of the kind '{0}'; choose one of {1}.</source>
        <translation>Il n’y a pas de séparateur du genre « {0} » ; choisissez parmi {1}.</translation>
    </message>
    <message>
        <source>There is no {0} '{1}'; choose one of {2}.</source>
        <translation>Pour « {0} », « {1} » n’existe pas ; choisissez parmi {2}.</translation>
    </message>
    <message>
        <source>There is not enough memory to separate even one window; close other programs and resume.</source>
        <translation>La mémoire ne suffit pas pour séparer une seule fenêtre ; fermez d’autres programmes et reprenez.</translation>
    </message>
    <message>
        <source>This model does not look at the picture.</source>
        <translation>Ce modèle ne regarde pas l’image.</translation>
    </message>
    <message>
        <source>This model takes no hints about whose sound a selection is; choose one that takes steps, such as the one that comes with the program.</source>
        <translation>Ce modèle n’accepte pas d’indication sur la sélection ; choisissez un modèle à pas, comme celui qui est fourni.</translation>
    </message>
    <message>
        <source>This model works in one pass: the number of steps is left out.</source>
        <translation>Ce modèle travaille en une passe : le nombre de pas est ignoré.</translation>
    </message>
    <message>
        <source>Too many open files</source>
        <translation>trop de fichiers ouverts</translation>
    </message>
    <message>
        <source>Track {0} of {1} has {2} channels; only tracks of one channel can be taken together.</source>
        <translation>La piste {0} de {1} a {2} canaux ; seules des pistes d’un canal peuvent être prises ensemble.</translation>
    </message>
    <message>
        <source>What came from {0} is not the published file: its size or checksum is another one; try again later.</source>
        <translation>Ce qui est venu de {0} n’est pas le fichier publié : sa taille ou sa somme de contrôle diffère ; réessayez plus tard.</translation>
    </message>
    <message>
        <source>What was kept of the picture was damaged and is made anew.</source>
        <translation>Ce qui était conservé de l’image était endommagé et est refait.</translation>
    </message>
    <message>
        <source>Windows and their hops last {0:n} s at most.</source>
        <translation>Les fenêtres et leurs écarts durent {0:n} s au plus.</translation>
    </message>
    <message>
        <source>Windows of {0} are as long as in its training; leave --window out.</source>
        <translation>Les fenêtres de {0} sont aussi longues qu’à l’entraînement ; omettez --window.</translation>
    </message>
    <message>
        <source>Windows of {0} follow each other as it was trained; leave --hop out.</source>
        <translation>Les fenêtres de {0} se suivent comme à l’entraînement ; omettez --hop.</translation>
    </message>
    <message>
        <source>Windows of {0} last {1:n} s, so the way to the next must be {2:n} to {3:n} s, not {4:n}.</source>
        <translation>Les fenêtres de {0} durent {1:n} s, l’écart jusqu’à la suivante doit donc être de {2:n} à {3:n} s, pas {4:n}.</translation>
    </message>
    <message>
        <source>Your own: trained on this computer or imported from a file.</source>
        <translation>Le vôtre : entraîné sur cet ordinateur ou importé d’un fichier.</translation>
    </message>
    <message>
        <source>a block of shape {0} does not fit {1}</source>
        <translation>un bloc de forme {0} ne va pas dans {1}</translation>
    </message>
    <message>
        <source>a data track</source>
        <translation>une piste de données</translation>
    </message>
    <message>
        <source>a huge number</source>
        <translation>un nombre énorme</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>une liste</translation>
    </message>
    <message>
        <source>a list of lists</source>
        <translation>une liste de listes</translation>
    </message>
    <message>
        <source>a list of texts</source>
        <translation>une liste de textes</translation>
    </message>
    <message>
        <source>a list of {0} from 0</source>
        <translation>une liste ({0}) à partir de 0</translation>
    </message>
    <message>
        <source>a list of {0} numbers</source>
        <translation>une liste de {0} nombres</translation>
    </message>
    <message>
        <source>a sound track</source>
        <translation>une piste son</translation>
    </message>
    <message>
        <source>a stem is there twice and another one is not</source>
        <translation>un stem est là deux fois et un autre manque</translation>
    </message>
    <message>
        <source>a subtitle track</source>
        <translation>une piste de sous-titres</translation>
    </message>
    <message>
        <source>a table</source>
        <translation>une table</translation>
    </message>
    <message>
        <source>a table of settings</source>
        <translation>une table de réglages</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>un texte</translation>
    </message>
    <message>
        <source>a text or null</source>
        <translation>un texte ou null</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>un nombre entier</translation>
    </message>
    <message>
        <source>a whole number from {0}</source>
        <translation>un nombre entier à partir de {0}</translation>
    </message>
    <message>
        <source>a width is {0}, no multiple of head_dim and groups</source>
        <translation>une largeur est {0}, ni multiple de head_dim ni de groups</translation>
    </message>
    <message>
        <source>a width is {0}, not even or no multiple of head_dim</source>
        <translation>une largeur est {0}, impaire ou pas un multiple de head_dim</translation>
    </message>
    <message>
        <source>a window is longer than {0} s</source>
        <translation>une fenêtre dure plus de {0} s</translation>
    </message>
    <message>
        <source>a window is {0:n} s, longer than {1} s</source>
        <translation>une fenêtre dure {0:n} s, plus de {1} s</translation>
    </message>
    <message>
        <source>after</source>
        <translation>après</translation>
    </message>
    <message>
        <source>all</source>
        <translation>tous</translation>
    </message>
    <message>
        <source>an attachment</source>
        <translation>une pièce jointe</translation>
    </message>
    <message>
        <source>before</source>
        <translation>avant</translation>
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
        <translation>canal</translation>
    </message>
    <message>
        <source>channels</source>
        <translation>les canaux</translation>
    </message>
    <message>
        <source>choose {0}</source>
        <translation>choisissez {0}</translation>
    </message>
    <message>
        <source>dialogue range</source>
        <translation>étendue du dialogue</translation>
    </message>
    <message>
        <source>dim is {0}, no multiple of groups and heads</source>
        <translation>dim vaut {0}, ce n’est pas un multiple de groups et heads</translation>
    </message>
    <message>
        <source>effect in DX</source>
        <translation>effet dans DX</translation>
    </message>
    <message>
        <source>effect in MX</source>
        <translation>effet dans MX</translation>
    </message>
    <message>
        <source>export it as WAV</source>
        <translation>exportez-le en WAV</translation>
    </message>
    <message>
        <source>export the remix as a sound file, or convert the movie first</source>
        <translation>exportez le nouveau mixage comme fichier son, ou convertissez d’abord le film</translation>
    </message>
    <message>
        <source>fewer windows at once</source>
        <translation>moins de fenêtres à la fois</translation>
    </message>
    <message>
        <source>frames of {0} samples cannot be {1} apart</source>
        <translation>des trames de {0} échantillons ne peuvent pas être espacées de {1}</translation>
    </message>
    <message>
        <source>ghost in DX</source>
        <translation>son fantôme dans DX</translation>
    </message>
    <message>
        <source>hop is {0}, more than the window of {1}</source>
        <translation>hop vaut {0}, plus que la fenêtre de {1}</translation>
    </message>
    <message>
        <source>hop is {0}, not 1 to {1}</source>
        <translation>hop vaut {0}, pas de 1 à {1}</translation>
    </message>
    <message>
        <source>it ended after {0} of {1} bytes</source>
        <translation>fin après {0} octets sur {1}</translation>
    </message>
    <message>
        <source>it is no file</source>
        <translation>ce n’est pas un fichier</translation>
    </message>
    <message>
        <source>it is no project that this program reads</source>
        <translation>ce programme ne lit pas un tel projet</translation>
    </message>
    <message>
        <source>it is not a table</source>
        <translation>ce n’est pas une table</translation>
    </message>
    <message>
        <source>it is not text</source>
        <translation>ce n’est pas du texte</translation>
    </message>
    <message>
        <source>it is not there any more</source>
        <translation>il n’y est plus</translation>
    </message>
    <message>
        <source>it is not whole JSON text</source>
        <translation>ce n’est pas du texte JSON complet</translation>
    </message>
    <message>
        <source>it is too large</source>
        <translation>c’est trop grand</translation>
    </message>
    <message>
        <source>its publisher asks for an account</source>
        <translation>son éditeur demande un compte</translation>
    </message>
    <message>
        <source>its publisher does not give it to programs</source>
        <translation>son éditeur ne le donne pas aux programmes</translation>
    </message>
    <message>
        <source>its server is not found, this computer seems to be offline</source>
        <translation>son serveur est introuvable, cet ordinateur semble hors ligne</translation>
    </message>
    <message>
        <source>its sizes are not {0}</source>
        <translation>ses tailles ne sont pas {0}</translation>
    </message>
    <message>
        <source>its version is {0} and this program reads version {1}</source>
        <translation>sa version est {0} et ce programme lit la version {1}</translation>
    </message>
    <message>
        <source>keeps the decoder busy without end</source>
        <translation>occupe le décodeur sans fin</translation>
    </message>
    <message>
        <source>makes the decoder fail</source>
        <translation>fait échouer le décodeur</translation>
    </message>
    <message>
        <source>music in DX</source>
        <translation>musique dans DX</translation>
    </message>
    <message>
        <source>music in FX</source>
        <translation>musique dans FX</translation>
    </message>
    <message>
        <source>needs more memory than it may have</source>
        <translation>demande plus de mémoire que permis</translation>
    </message>
    <message>
        <source>none</source>
        <translation>aucun</translation>
    </message>
    <message>
        <source>number of bins</source>
        <translation>nombre de fréquences</translation>
    </message>
    <message>
        <source>one channel</source>
        <translation>un canal</translation>
    </message>
    <message>
        <source>one channel at a time</source>
        <translation>un canal à la fois</translation>
    </message>
    <message>
        <source>one of {0}</source>
        <translation>l’un de {0}</translation>
    </message>
    <message>
        <source>only audio stream 0</source>
        <translation>seulement la piste son 0</translation>
    </message>
    <message>
        <source>picture</source>
        <translation>image</translation>
    </message>
    <message>
        <source>side is {0}, no multiple of {1}</source>
        <translation>side vaut {0}, ce n’est pas un multiple de {1}</translation>
    </message>
    <message>
        <source>sound</source>
        <translation>son</translation>
    </message>
    <message>
        <source>speech in FX</source>
        <translation>parole dans FX</translation>
    </message>
    <message>
        <source>speech in MX</source>
        <translation>parole dans MX</translation>
    </message>
    <message>
        <source>steps</source>
        <translation>pas</translation>
    </message>
    <message>
        <source>streams 0 to {0}</source>
        <translation>les pistes 0 à {0}</translation>
    </message>
    <message>
        <source>sync</source>
        <translation>synchronisme</translation>
    </message>
    <message>
        <source>the audio stream</source>
        <translation>la piste son</translation>
    </message>
    <message>
        <source>the channel layout</source>
        <translation>la disposition des canaux</translation>
    </message>
    <message>
        <source>the channels</source>
        <translation>les canaux</translation>
    </message>
    <message>
        <source>the cover picture</source>
        <translation>l’image de couverture</translation>
    </message>
    <message>
        <source>the end</source>
        <translation>la fin</translation>
    </message>
    <message>
        <source>the frame rate</source>
        <translation>la cadence d’images</translation>
    </message>
    <message>
        <source>the hints (others than before)</source>
        <translation>les indications (autres qu’avant)</translation>
    </message>
    <message>
        <source>the kind of device</source>
        <translation>le genre d’appareil</translation>
    </message>
    <message>
        <source>the length in samples</source>
        <translation>la longueur en échantillons</translation>
    </message>
    <message>
        <source>the model</source>
        <translation>le modèle</translation>
    </message>
    <message>
        <source>the model's weights</source>
        <translation>les poids du modèle</translation>
    </message>
    <message>
        <source>the movie's content</source>
        <translation>le contenu du film</translation>
    </message>
    <message>
        <source>the movie's file (written anew since)</source>
        <translation>le fichier du film (réécrit depuis)</translation>
    </message>
    <message>
        <source>the number of channels</source>
        <translation>le nombre de canaux</translation>
    </message>
    <message>
        <source>the sample rate</source>
        <translation>la fréquence d’échantillonnage</translation>
    </message>
    <message>
        <source>the seed</source>
        <translation>la graine</translation>
    </message>
    <message>
        <source>the separated span</source>
        <translation>la plage séparée</translation>
    </message>
    <message>
        <source>the setting "{0}"</source>
        <translation>le réglage « {0} »</translation>
    </message>
    <message>
        <source>the start</source>
        <translation>le début</translation>
    </message>
    <message>
        <source>the start timecode</source>
        <translation>le timecode de début</translation>
    </message>
    <message>
        <source>the {0} is {1}, no multiple of {2}</source>
        <translation>pas un multiple de {2} : {0} vaut {1}</translation>
    </message>
    <message>
        <source>timecode</source>
        <translation>timecode</translation>
    </message>
    <message>
        <source>too many have asked for it just now</source>
        <translation>trop de demandes en ce moment</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>vrai ou faux</translation>
    </message>
    <message>
        <source>true peak</source>
        <translation>crête vraie</translation>
    </message>
    <message>
        <source>unknown reason</source>
        <translation>raison inconnue</translation>
    </message>
    <message>
        <source>vision_blocks names a block beyond {0}</source>
        <translation>vision_blocks nomme un bloc au-delà de {0}</translation>
    </message>
    <message>
        <source>whole numbers</source>
        <translation>nombres entiers</translation>
    </message>
    <message>
        <source>window_hop is {0}, more than {1}</source>
        <translation>window_hop est {0}, plus de {1}</translation>
    </message>
    <message>
        <source>{0:n} GB</source>
        <translation>{0:n} Go</translation>
    </message>
    <message>
        <source>{0:n} MB</source>
        <translation>{0:n} Mo</translation>
    </message>
    <message>
        <source>{0:n} dB</source>
        <translation>{0:n} dB</translation>
    </message>
    <message>
        <source>{0:n} kB</source>
        <translation>{0:n} ko</translation>
    </message>
    <message>
        <source>{0:n} min</source>
        <translation>{0:n} min</translation>
    </message>
    <message>
        <source>{0:n} to {1:n}</source>
        <translation>{0:n} à {1:n}</translation>
    </message>
    <message>
        <source>{0} ({1} before, {2} now)</source>
        <translation>{0} (avant {1}, maintenant {2})</translation>
    </message>
    <message>
        <source>{0} Faces are not used until then.</source>
        <translation>{0} D’ici là, les visages ne sont pas utilisés.</translation>
    </message>
    <message>
        <source>{0} at least {1:n} {2}</source>
        <translation>{0} au moins {1:n} {2}</translation>
    </message>
    <message>
        <source>{0} at most {1:n} {2}</source>
        <translation>{0} au plus {1:n} {2}</translation>
    </message>
    <message>
        <source>{0} bands are more than {1} bins</source>
        <translation>{0} bandes sont plus que {1} fréquences</translation>
    </message>
    <message>
        <source>{0} blocks are not {1} levels</source>
        <translation>{0} blocs ne sont pas {1} niveaux</translation>
    </message>
    <message>
        <source>{0} cannot be fetched from {1} ({2}); check the network and try again; what has come is kept.</source>
        <translation>{0} ne peut pas être téléchargé de {1} ({2}) ; vérifiez le réseau et réessayez ; ce qui est arrivé est gardé.</translation>
    </message>
    <message>
        <source>{0} cannot be fetched from {1} ({2}); look for it at {3}.</source>
        <translation>{0} ne peut pas être obtenu de {1} ({2}) ; cherchez-le à {3}.</translation>
    </message>
    <message>
        <source>{0} cannot be opened ({1}); check its name and its rights.</source>
        <translation>{0} ne peut pas être ouvert ({1}) ; vérifiez son nom et ses droits.</translation>
    </message>
    <message>
        <source>{0} cannot be read ({1}); check the disk and its rights.</source>
        <translation>{0} ne peut pas être lu ({1}) ; vérifiez le disque et ses droits.</translation>
    </message>
    <message>
        <source>{0} cannot be read ({1}); check the file.</source>
        <translation>{0} est illisible ({1}) ; vérifiez le fichier.</translation>
    </message>
    <message>
        <source>{0} cannot be read any more; check the disk it is on.</source>
        <translation>{0} ne peut plus être lu ; vérifiez le disque où il se trouve.</translation>
    </message>
    <message>
        <source>{0} cannot be read any more; check the disk.</source>
        <translation>{0} ne peut plus être lu ; vérifiez le disque.</translation>
    </message>
    <message>
        <source>{0} cannot be read to its end ({1}): what follows is missing.</source>
        <translation>{0} ne peut pas être lu jusqu’à la fin ({1}) : la suite manque.</translation>
    </message>
    <message>
        <source>{0} cannot be read; check its name and permissions.</source>
        <translation>{0} ne peut pas être lu ; vérifiez son nom et ses droits.</translation>
    </message>
    <message>
        <source>{0} cannot be read; check that it is still there.</source>
        <translation>{0} ne peut pas être lu ; vérifiez qu’il est encore là.</translation>
    </message>
    <message>
        <source>{0} cannot be read; check the disk it is on.</source>
        <translation>{0} ne peut pas être lu ; vérifiez le disque où il se trouve.</translation>
    </message>
    <message>
        <source>{0} cannot be replaced ({1}); close the programs that use it or choose another folder.</source>
        <translation>{0} ne peut pas être remplacé ({1}) ; fermez les programmes qui l’utilisent ou choisissez un autre dossier.</translation>
    </message>
    <message>
        <source>{0} cannot be used ({1}); check the disk and the rights of the folder.</source>
        <translation>{0} ne peut pas être utilisé ({1}) ; vérifiez le disque et les droits du dossier.</translation>
    </message>
    <message>
        <source>{0} cannot be used ({1}); choose another folder.</source>
        <translation>{0} ne peut pas être utilisé ({1}) ; choisissez un autre dossier.</translation>
    </message>
    <message>
        <source>{0} cannot be written ({1}); close programs that use it.</source>
        <translation>{0} ne peut pas être écrit ({1}) ; fermez les programmes qui l’utilisent.</translation>
    </message>
    <message>
        <source>{0} cannot be written ({1}); close the programs that use it or choose another folder.</source>
        <translation>{0} ne peut pas être écrit ({1}) ; fermez les programmes qui l’utilisent ou choisissez un autre dossier.</translation>
    </message>
    <message>
        <source>{0} cannot be written ({1}); copy the recording to a folder that can be written.</source>
        <translation>{0} ne peut pas être écrit ({1}) ; copiez l’enregistrement dans un dossier accessible en écriture.</translation>
    </message>
    <message>
        <source>{0} cannot be written ({1}); free some space or choose another folder.</source>
        <translation>{0} ne peut pas être écrit ({1}) ; libérez de la place ou choisissez un autre dossier.</translation>
    </message>
    <message>
        <source>{0} cannot be written ({1}); make room on the disk and resume.</source>
        <translation>{0} ne peut pas être écrit ({1}) ; libérez de l’espace sur le disque et reprenez.</translation>
    </message>
    <message>
        <source>{0} cannot be written ({1}); make room on the disk, or move the data folder with CASS_DATA.</source>
        <translation>{0} ne peut pas être écrit ({1}) ; faites de la place sur le disque, ou déplacez le dossier de données avec CASS_DATA.</translation>
    </message>
    <message>
        <source>{0} cannot be written ({1}); make room, check the folder's permissions or choose another place.</source>
        <translation>{0} ne peut pas être écrit ({1}) ; faites de la place, vérifiez les droits du dossier ou choisissez un autre endroit.</translation>
    </message>
    <message>
        <source>{0} cannot be written to ({1}); choose another folder.</source>
        <translation>Impossible d’écrire dans {0} ({1}) ; choisissez un autre dossier.</translation>
    </message>
    <message>
        <source>{0} cannot be written; {1} is used until the program ends.</source>
        <translation>{0} ne peut pas être écrit ; {1} est utilisé jusqu’à la fin du programme.</translation>
    </message>
    <message>
        <source>{0} cannot hold {1} sound at {2} Hz; {3}.</source>
        <translation>{0} ne peut pas contenir un son {1} à {2} Hz ; {3}.</translation>
    </message>
    <message>
        <source>{0} channels</source>
        <translation>{0} canaux</translation>
    </message>
    <message>
        <source>{0} channels are no multiple of an even head_dim</source>
        <translation>{0} canaux ne sont pas un multiple d’un head_dim pair</translation>
    </message>
    <message>
        <source>{0} channels have no {1} equal heads</source>
        <translation>{0} canaux n’ont pas {1} têtes égales</translation>
    </message>
    <message>
        <source>{0} describes no network that can be built; fetch the model again.</source>
        <translation>{0} ne décrit aucun réseau constructible ; téléchargez de nouveau le modèle.</translation>
    </message>
    <message>
        <source>{0} does not answer ({1}); check the network and try again.</source>
        <translation>{0} ne répond pas ({1}) ; vérifiez le réseau et réessayez.</translation>
    </message>
    <message>
        <source>{0} does not exist; check the name and the folder.</source>
        <translation>{0} n’existe pas ; vérifiez le nom et le dossier.</translation>
    </message>
    <message>
        <source>{0} does not fit the model size '{1}'; fetch it again.</source>
        <translation>{0} ne va pas avec la taille de modèle « {1} » ; téléchargez-le de nouveau.</translation>
    </message>
    <message>
        <source>{0} does not go up to {1} Hz; choose WAV.</source>
        <translation>{0} ne va pas jusqu’à {1} Hz ; choisissez WAV.</translation>
    </message>
    <message>
        <source>{0} does not have the checksum of its description; fetch it again.</source>
        <translation>{0} n’a pas la somme de contrôle de sa description ; téléchargez-le de nouveau.</translation>
    </message>
    <message>
        <source>{0} does not have the rate, channels or length that its manifest says; separate the movie again without resuming.</source>
        <translation>{0} n’a pas la fréquence, les canaux ou la longueur que dit son manifeste ; séparez de nouveau le film depuis le début.</translation>
    </message>
    <message>
        <source>{0} does not hold what the review has found; review the stems again.</source>
        <translation>{0} ne contient pas ce que la vérification a trouvé ; vérifiez les stems à nouveau.</translation>
    </message>
    <message>
        <source>{0} does not say how its timecode counts; {1:n} frames a second are taken.</source>
        <translation>{0} ne dit pas comment compte son timecode ; {1:n} images par seconde sont supposées.</translation>
    </message>
    <message>
        <source>{0} exists already; {1}</source>
        <translation>{0} existe déjà ; {1}</translation>
    </message>
    <message>
        <source>{0} features are no multiple of frame_heads</source>
        <translation>{0} caractéristiques ne sont pas un multiple de frame_heads</translation>
    </message>
    <message>
        <source>{0} files cannot be written here; the picture goes unchanged into {1}.</source>
        <translation>Les fichiers {0} ne peuvent pas être écrits ici ; l’image va inchangée dans {1}.</translation>
    </message>
    <message>
        <source>{0} files cannot hold a picture of the kind {1}; {2}.</source>
        <translation>Les fichiers {0} ne peuvent pas contenir une image du genre {1} ; {2}.</translation>
    </message>
    <message>
        <source>{0} files cannot hold all that was in the movie; left out: {1}.</source>
        <translation>Les fichiers {0} ne peuvent pas contenir tout ce qu’avait le film ; omis : {1}.</translation>
    </message>
    <message>
        <source>{0} files cannot hold what is in the movie ({1}); choose another format.</source>
        <translation>Les fichiers {0} ne peuvent pas contenir ce qu’a le film ({1}) ; choisissez un autre format.</translation>
    </message>
    <message>
        <source>{0} files hold {1} bits, not {2}; choose one of them.</source>
        <translation>Les fichiers {0} ont {1} bits, pas {2} ; choisissez parmi eux.</translation>
    </message>
    <message>
        <source>{0} has a gap of silence at {1}.</source>
        <translation>{0} a un trou de silence à {1}.</translation>
    </message>
    <message>
        <source>{0} has another rate, length or number of channels than {1}; separate the movie again.</source>
        <translation>{0} a une autre fréquence, longueur ou nombre de canaux que {1} ; séparez de nouveau le film.</translation>
    </message>
    <message>
        <source>{0} has neither sound nor picture; choose another file.</source>
        <translation>{0} n’a ni son ni image ; choisissez un autre fichier.</translation>
    </message>
    <message>
        <source>{0} has no audio stream {1}: it has {2}, choose one of them.</source>
        <translation>{0} n’a pas de piste son {1} : disponibles : {2}, choisissez-y.</translation>
    </message>
    <message>
        <source>{0} has no picture to look at; open the movie itself.</source>
        <translation>{0} n’a pas d’image à regarder ; ouvrez le film lui-même.</translation>
    </message>
    <message>
        <source>{0} has no picture: work with its sound alone.</source>
        <translation>{0} n’a pas d’image : travaillez avec le son seul.</translation>
    </message>
    <message>
        <source>{0} has no picture; export the remix as WAV.</source>
        <translation>{0} n’a pas d’image ; exportez le nouveau mixage en WAV.</translation>
    </message>
    <message>
        <source>{0} has no sound; choose a file with an audio stream.</source>
        <translation>{0} n’a pas de son ; choisissez un fichier avec une piste son.</translation>
    </message>
    <message>
        <source>{0} has no stems in {1}; name their folder, separate it with `cass separate`, or do all at once with `cass batch`.</source>
        <translation>{0} n’a pas de stems dans {1} ; nommez leur dossier, séparez le film avec `cass separate`, ou faites tout en une fois avec `cass batch`.</translation>
    </message>
    <message>
        <source>{0} has no timecode; choose a movie with one or a Broadcast WAV, or type the start.</source>
        <translation>{0} n’a pas de timecode ; choisissez un film qui en a un ou un Broadcast WAV, ou saisissez le début.</translation>
    </message>
    <message>
        <source>{0} has no version '{1}'; it has {2}.</source>
        <translation>{0} n’a pas de version « {1} » ; il a {2}.</translation>
    </message>
    <message>
        <source>{0} has no {1} for this computer; install a newer Cass Studio, or separate with the processor.</source>
        <translation>{0} n’a pas de {1} pour cet ordinateur ; installez une version plus récente de Cass Studio, ou séparez avec le processeur.</translation>
    </message>
    <message>
        <source>{0} has no {1} tracks of one channel there; choose other tracks or channels.</source>
        <translation>{0} n’a pas là {1} pistes d’un canal ; choisissez d’autres pistes ou canaux.</translation>
    </message>
    <message>
        <source>{0} has samples of the unknown form {1}; convert it to PCM.</source>
        <translation>{0} a des échantillons de la forme inconnue {1} ; convertissez-le en PCM.</translation>
    </message>
    <message>
        <source>{0} has version {1} and this program reads version {2}; fetch the model again or update the program.</source>
        <translation>{0} a la version {1} et ce programme lit la version {2} ; téléchargez de nouveau le modèle ou mettez à jour le programme.</translation>
    </message>
    <message>
        <source>{0} has {1} gaps of silence, the first at {2}.</source>
        <translation>{0} a {1} trous de silence, le premier à {2}.</translation>
    </message>
    <message>
        <source>{0} has {1} sound tracks of one channel, of which this is number {2}; choose the others ({3}) one by one, or several together in the list of tracks or with --group, as in 1-6 or 1+2.</source>
        <translation>{0} a {1} pistes son d’un canal, dont celle-ci est la numéro {2} ; choisissez les autres ({3}) une à une, ou plusieurs ensemble dans la liste des pistes ou avec --group, comme 1-6 ou 1+2.</translation>
    </message>
    <message>
        <source>{0} has {1} sound tracks, so there is no track {2}; choose others.</source>
        <translation>{0} a {1} pistes son, il n’y a donc pas de piste {2} ; choisissez-en d’autres.</translation>
    </message>
    <message>
        <source>{0} holds at most {1} bits; choose fewer bits.</source>
        <translation>{0} contient au plus {1} bits ; choisissez moins de bits.</translation>
    </message>
    <message>
        <source>{0} holds at most {1} channels and the programme has {2}; choose WAV.</source>
        <translation>{0} contient au plus {1} canaux et le programme en a {2} ; choisissez WAV.</translation>
    </message>
    <message>
        <source>{0} holds no hints; write a table with the columns start, end and stem, or begin the names of regions with DX, FX or MX.</source>
        <translation>{0} ne contient aucune indication ; écrivez un tableau avec les colonnes start, end et stem, ou faites commencer les noms de régions par DX, FX ou MX.</translation>
    </message>
    <message>
        <source>{0} holds no markers that can be read; export them as CSV, EDL, Audacity labels, Pro Tools text, SRT or VTT.</source>
        <translation>{0} ne contient aucun marqueur lisible ; exportez-les en CSV, EDL, étiquettes Audacity, texte Pro Tools, SRT ou VTT.</translation>
    </message>
    <message>
        <source>{0} holds no {1}; choose a folder that Cass Studio wrote.</source>
        <translation>{0} ne contient pas de {1} ; choisissez un dossier écrit par Cass Studio.</translation>
    </message>
    <message>
        <source>{0} holds samples of {1:n} times full scale, which is no sound; lower its level or export it again.</source>
        <translation>{0} contient des échantillons de {1:n} fois le maximum, ce qui n’est pas du son ; baissez son niveau ou exportez-le de nouveau.</translation>
    </message>
    <message>
        <source>{0} holds the stems of several movies; name one, {1}.</source>
        <translation>{0} contient les stems de plusieurs films ; nommez-en un, {1}.</translation>
    </message>
    <message>
        <source>{0} holds the work of an earlier run; use --resume to go on with it or --overwrite to start over.</source>
        <translation>{0} contient le travail d’une séparation antérieure ; --resume la continue, --overwrite la recommence.</translation>
    </message>
    <message>
        <source>{0} is a WAV with its bytes in the other order (RIFX), which cannot be read here; convert it to a usual WAV.</source>
        <translation>{0} est un WAV aux octets inversés (RIFX), qui ne peut pas être lu ici ; convertissez-le en WAV courant.</translation>
    </message>
    <message>
        <source>{0} is a folder; choose a movie or sound file in it.</source>
        <translation>{0} est un dossier ; choisissez-y un film ou un fichier son.</translation>
    </message>
    <message>
        <source>{0} is a link to another place; start over or remove it.</source>
        <translation>{0} est un lien vers un autre endroit ; recommencez ou supprimez-le.</translation>
    </message>
    <message>
        <source>{0} is a list that names other files; choose one of those.</source>
        <translation>{0} est une liste qui nomme d’autres fichiers ; choisissez l’un d’eux.</translation>
    </message>
    <message>
        <source>{0} is a pipe or a device; choose a movie or sound file.</source>
        <translation>{0} est un tube ou un périphérique ; choisissez un film ou un fichier son.</translation>
    </message>
    <message>
        <source>{0} is being written by another Cass Studio{1}; wait until that one is done or choose another folder.</source>
        <translation>{0} est en cours d’écriture par un autre Cass Studio{1} ; attendez qu’il ait fini ou choisissez un autre dossier.</translation>
    </message>
    <message>
        <source>{0} is clipped at {1} places, the first at {2}.</source>
        <translation>{0} est écrêté à {1} endroits, le premier à {2}.</translation>
    </message>
    <message>
        <source>{0} is clipped at {1}.</source>
        <translation>{0} est écrêté à {1}.</translation>
    </message>
    <message>
        <source>{0} is cut off or damaged and has no index; copy or export it again.</source>
        <translation>{0} est tronqué ou endommagé et n’a pas d’index ; copiez-le ou exportez-le de nouveau.</translation>
    </message>
    <message>
        <source>{0} is cut off: {1:n} s of {2:n} s are there; copy or export it again.</source>
        <translation>{0} est tronqué : {1:n} s sur {2:n} s sont là ; copiez-le ou exportez-le de nouveau.</translation>
    </message>
    <message>
        <source>{0} is cut off; make it again.</source>
        <translation>{0} est tronqué ; refaites-le.</translation>
    </message>
    <message>
        <source>{0} is damaged ({1}); fetch the model again.</source>
        <translation>{0} est endommagé ({1}) ; téléchargez de nouveau le modèle.</translation>
    </message>
    <message>
        <source>{0} is damaged or cut off; fetch or make it again.</source>
        <translation>{0} est endommagé ou tronqué ; téléchargez-le ou refaites-le.</translation>
    </message>
    <message>
        <source>{0} is damaged: it is not what was written; open the movie again, which makes it anew.</source>
        <translation>{0} est endommagé : ce n’est pas ce qui a été écrit ; rouvrez le film, ce qui le refait.</translation>
    </message>
    <message>
        <source>{0} is damaged: {1}; save the project again.</source>
        <translation>{0} est endommagé : {1} ; enregistrez de nouveau le projet.</translation>
    </message>
    <message>
        <source>{0} is damaged: {1}; separate the movie again.</source>
        <translation>{0} est endommagé : {1} ; séparez de nouveau le film.</translation>
    </message>
    <message>
        <source>{0} is damaged; fetch it again.</source>
        <translation>{0} est endommagé ; téléchargez-le à nouveau.</translation>
    </message>
    <message>
        <source>{0} is damaged; install the program again.</source>
        <translation>{0} est endommagé ; réinstallez le programme.</translation>
    </message>
    <message>
        <source>{0} is empty; copy or export it again.</source>
        <translation>{0} est vide ; copiez-le ou exportez-le de nouveau.</translation>
    </message>
    <message>
        <source>{0} is missing</source>
        <translation>{0} manque</translation>
    </message>
    <message>
        <source>{0} is missing or damaged; separate the movie again without resuming.</source>
        <translation>{0} manque ou est endommagé ; séparez de nouveau le film depuis le début.</translation>
    </message>
    <message>
        <source>{0} is missing; fetch the model again.</source>
        <translation>{0} manque ; téléchargez de nouveau le modèle.</translation>
    </message>
    <message>
        <source>{0} is neither a project of Cass Studio, a folder of stems nor a separated movie; give one of them.</source>
        <translation>{0} n’est ni un projet de Cass Studio, ni un dossier de stems, ni un film séparé ; indiquez l’un d’eux.</translation>
    </message>
    <message>
        <source>{0} is no TOML text ({1}); correct it.</source>
        <translation>{0} n’est pas un texte TOML ({1}) ; corrigez-le.</translation>
    </message>
    <message>
        <source>{0} is no file</source>
        <translation>{0} n’est pas un fichier</translation>
    </message>
    <message>
        <source>{0} is no file; choose a list of markers.</source>
        <translation>{0} n'est pas un fichier ; choisissez une liste de marqueurs.</translation>
    </message>
    <message>
        <source>{0} is no float wave file of Cass Studio; make it again.</source>
        <translation>{0} n’est pas un fichier WAV flottant de Cass Studio ; refaites-le.</translation>
    </message>
    <message>
        <source>{0} is no list of markers; choose a text file.</source>
        <translation>{0} n'est pas une liste de marqueurs ; choisissez un fichier texte.</translation>
    </message>
    <message>
        <source>{0} is no movie or sound file that can be read; choose another or convert it.</source>
        <translation>{0} n’est pas un film ou un fichier son lisible ; choisissez-en un autre ou convertissez-le.</translation>
    </message>
    <message>
        <source>{0} is no table</source>
        <translation>{0} n’est pas une table</translation>
    </message>
    <message>
        <source>{0} is not at hand; run `cass fetch {1}`, or put the file from {2} into {3}.</source>
        <translation>{0} n’est pas disponible ; lancez `cass fetch {1}`, ou placez le fichier de {2} dans {3}.</translation>
    </message>
    <message>
        <source>{0} is not met: {1}; the report says where.</source>
        <translation>{0} n’est pas respecté : {1} ; le rapport dit où.</translation>
    </message>
    <message>
        <source>{0} is not the sound of {1}; open the movie again.</source>
        <translation>{0} n’est pas le son de {1} ; rouvrez le film.</translation>
    </message>
    <message>
        <source>{0} is not there and had no timecode; the files start at 0.</source>
        <translation>{0} est absent et n’avait pas de timecode ; les fichiers commencent à 0.</translation>
    </message>
    <message>
        <source>{0} is not there, and its stems do not say how its timecode counts; put it back.</source>
        <translation>{0} est absent, et ses stems ne disent pas comment compte son timecode ; remettez-le.</translation>
    </message>
    <message>
        <source>{0} is not there; the start is the one that its stems noted.</source>
        <translation>{0} est absent ; le début est celui que ses stems ont noté.</translation>
    </message>
    <message>
        <source>{0} is of another version of this program; get it again.</source>
        <translation>{0} appartient à une autre version de ce programme ; récupérez-le.</translation>
    </message>
    <message>
        <source>{0} is silent.</source>
        <translation>{0} est silencieux.</translation>
    </message>
    <message>
        <source>{0} is the movie itself, which stays as it is; choose another name.</source>
        <translation>{0} est le film lui-même, qui reste tel quel ; choisissez un autre nom.</translation>
    </message>
    <message>
        <source>{0} is {1}</source>
        <translation>{0} vaut {1}</translation>
    </message>
    <message>
        <source>{0} is {1}, not {2}{3}</source>
        <translation>{0} vaut {1}, pas {2}{3}</translation>
    </message>
    <message>
        <source>{0} lacks {1} samples</source>
        <translation>il manque {1} échantillons à {0}</translation>
    </message>
    <message>
        <source>{0} may not be read: change its permissions or copy it.</source>
        <translation>{0} ne peut pas être lu faute de droits : changez-les ou copiez-le.</translation>
    </message>
    <message>
        <source>{0} may not be written; choose another folder.</source>
        <translation>{0} est protégé en écriture ; choisissez un autre dossier.</translation>
    </message>
    <message>
        <source>{0} names no chapters; open the first file of the recording again.</source>
        <translation>{0} ne nomme aucune partie ; ouvrez de nouveau le premier fichier de l’enregistrement.</translation>
    </message>
    <message>
        <source>{0} needs {1:n} GB but {2:n} GB are free: make room or choose another disk.</source>
        <translation>{0} demande {1:n} Go et {2:n} Go sont libres : faites de la place ou choisissez un autre disque.</translation>
    </message>
    <message>
        <source>{0} needs {1:n} MB in {2}, where {3:n} MB are free; make room, or move the data folder with CASS_DATA.</source>
        <translation>{0} demande {1:n} Mo dans {2}, où {3:n} Mo sont libres ; faites de la place, ou déplacez le dossier de données avec CASS_DATA.</translation>
    </message>
    <message>
        <source>{0} needs {1} but {2} are free; make room or choose another folder.</source>
        <translation>{0} demande {1} et {2} sont libres ; faites de la place ou choisissez un autre dossier.</translation>
    </message>
    <message>
        <source>{0} of {1} entries of {2} could not be read, the first in line {3}.</source>
        <translation>{0} entrées sur {1} de {2} sont illisibles, la première à la ligne {3}.</translation>
    </message>
    <message>
        <source>{0} of {1} entries of {2} name no stem and are no hints.</source>
        <translation>{0} entrées sur {1} de {2} ne nomment aucun stem et ne sont pas des indications.</translation>
    </message>
    <message>
        <source>{0} of {1} markers lie outside of the programme and were left out.</source>
        <translation>{0} marqueurs sur {1} sont hors du programme et ont été omis.</translation>
    </message>
    <message>
        <source>{0} parts of the range are not separated, the first from {1} to {2}; separate them or choose a range without them.</source>
        <translation>{0} parties de la plage ne sont pas séparées, la première de {1} à {2} ; séparez-les ou choisissez une plage sans elles.</translation>
    </message>
    <message>
        <source>{0} ran out of memory: going on with the CPU.</source>
        <translation>{0} manquait de mémoire : le CPU continue.</translation>
    </message>
    <message>
        <source>{0} ran out of memory: shorter windows, a little less context.</source>
        <translation>{0} manquait de mémoire : fenêtres plus courtes, un peu moins de contexte.</translation>
    </message>
    <message>
        <source>{0} ran out of memory: {1}.</source>
        <translation>{0} manquait de mémoire : {1}.</translation>
    </message>
    <message>
        <source>{0} samples and {1} points are too few</source>
        <translation>{0} échantillons et {1} points, c’est trop peu</translation>
    </message>
    <message>
        <source>{0} samples are no whole tenths of a second</source>
        <translation>{0} échantillons ne sont pas des dixièmes de seconde entiers</translation>
    </message>
    <message>
        <source>{0} says by ADM where its sounds are in the room, which stems cannot keep; the files have its channels alone.</source>
        <translation>{0} dit par ADM où ses sons sont dans l’espace, ce que des stems ne peuvent garder ; les fichiers n’ont que ses canaux.</translation>
    </message>
    <message>
        <source>{0} sends {1} by a way that is not secure; open {2} in a browser, download the file there and import it.</source>
        <translation>{0} envoie {1} par une voie non sécurisée ; ouvrez {2} dans un navigateur, téléchargez-y le fichier et importez-le.</translation>
    </message>
    <message>
        <source>{0} sent a page instead of {1}; open {2} in a browser, download the file there and import it.</source>
        <translation>{0} a envoyé une page au lieu de {1} ; ouvrez {2} dans un navigateur, téléchargez-y le fichier et importez-le.</translation>
    </message>
    <message>
        <source>{0} ships with the program; there is nothing to get.</source>
        <translation>{0} est fourni avec le programme ; il n’y a rien à obtenir.</translation>
    </message>
    <message>
        <source>{0} shows no picture in this span; choose another span.</source>
        <translation>{0} ne montre pas d’image dans cette plage ; choisissez une autre plage.</translation>
    </message>
    <message>
        <source>{0} starts within a group of pictures, which MKV cannot keep; choose MOV or MP4.</source>
        <translation>{0} commence au milieu d’un groupe d’images, ce que MKV ne peut pas garder ; choisissez MOV ou MP4.</translation>
    </message>
    <message>
        <source>{0} takes no {1} files; choose WAV.</source>
        <translation>{0} n'accepte pas les fichiers {1} ; choisissez WAV.</translation>
    </message>
    <message>
        <source>{0} uses a form of {1} that cannot be decoded here; convert it to another codec first.</source>
        <translation>{0} utilise une forme de {1} qui ne peut pas être décodée ici ; convertissez-le d’abord en un autre codec.</translation>
    </message>
    <message>
        <source>{0} was left out: the files became 32-bit float.</source>
        <translation>{0} a été omis : les fichiers sont devenus 32 bits flottants.</translation>
    </message>
    <message>
        <source>{0} was not written by Cass Studio; choose another folder or move it away.</source>
        <translation>{0} n’a pas été écrit par Cass Studio ; choisissez un autre dossier ou déplacez-le.</translation>
    </message>
    <message>
        <source>{0} whole numbers</source>
        <translation>{0} nombres entiers</translation>
    </message>
    <message>
        <source>{0} {1:n} to {2:n} {3}</source>
        <translation>{0} {1:n} à {2:n} {3}</translation>
    </message>
    <message>
        <source>{0} {1}; convert it with another program first.</source>
        <translation>{0} {1} ; convertissez-le d’abord avec un autre programme.</translation>
    </message>
    <message>
        <source>{0}, a chapter of {1}, is not there; put it back beside the others.</source>
        <translation>{0}, une partie de {1}, est introuvable ; remettez-la à côté des autres.</translation>
    </message>
    <message>
        <source>{0}: a block of {1} channels does not fit into it.</source>
        <translation>{0} : un bloc de {1} canaux n’y entre pas.</translation>
    </message>
    <message>
        <source>{0}: channels {1:n} and {2:n} have opposite polarity ({3:n} dB are left in mono); they are separated as if one were turned round, and the stems keep them as they are.</source>
        <translation>{0} : les canaux {1:n} et {2:n} sont de polarité opposée (il reste {3:n} dB en mono) ; ils sont séparés comme si l’un était inversé, et les stems les gardent tels quels.</translation>
    </message>
    <message>
        <source>{0}: sample {1} lies behind the end of the file.</source>
        <translation>{0} : l’échantillon {1} est après la fin du fichier.</translation>
    </message>
    <message>
        <source>{0}: the picture's clock starts anew {1:n} times.</source>
        <translation>{0} : l’horloge de l’image recommence {1:n} fois.</translation>
    </message>
    <message>
        <source>{0}: the sound ends after {1:n} s, {2:n} s before its declared end.</source>
        <translation>{0} : le son finit après {1:n} s, {2:n} s avant sa fin annoncée.</translation>
    </message>
    <message>
        <source>{0}: the sound's clock starts anew {1:n} times.</source>
        <translation>{0} : l’horloge du son recommence {1:n} fois.</translation>
    </message>
    <message>
        <source>{0}: the sound's timestamps leave gaps ({1:n}, {2:n} s in all, now silent) or overlap ({3:n} times, now trimmed).</source>
        <translation>{0} : les horodatages du son laissent des trous ({1:n}, en tout {2:n} s, maintenant muets) ou se chevauchent ({3:n} fois, maintenant coupés).</translation>
    </message>
    <message>
        <source>{0}: {1:n} damaged packets of the {2} were skipped.</source>
        <translation>{0} : {1:n} paquets endommagés ont été sautés ({2}).</translation>
    </message>
    <message>
        <source>{0}: {1:n} samples were no numbers and became silence.</source>
        <translation>{0} : {1:n} échantillons n’étaient pas des nombres et sont devenus du silence.</translation>
    </message>
</context>
<context>
    <name>LoudnessHeader</name>
    <message>
        <source>Loudness of the last 3 seconds in LUFS (EBU Tech 3341)</source>
        <translation>Sonie des 3 dernières secondes en LUFS (EBU Tech 3341)</translation>
    </message>
</context>
<context>
    <name>LoudnessPanel</name>
    <message>
        <source>Loudness in LUFS of the last {time}</source>
        <translation>Sonie en LUFS des derniers {time}</translation>
    </message>
    <message>
        <source>Momentary loudness</source>
        <translation>Sonie momentanée</translation>
    </message>
    <message>
        <source>Short-term loudness</source>
        <translation>Sonie à court terme</translation>
    </message>
    <message>
        <source>Integrated loudness</source>
        <translation>Sonie intégrée</translation>
    </message>
    <message>
        <source>Loudness in LUFS since playing began</source>
        <translation>Sonie en LUFS depuis le début de la lecture</translation>
    </message>
    <message>
        <source>True peak</source>
        <translation>True peak</translation>
    </message>
    <message>
        <source>Highest true peak in dBTP since playing began</source>
        <translation>True peak maximal en dBTP depuis le début de la lecture</translation>
    </message>
    <message>
        <source>Measure loudness anew</source>
        <translation>Mesurer à nouveau la sonie</translation>
    </message>
    <message>
        <source>Measure integrated loudness and true peak anew</source>
        <translation>Mesurer à nouveau la sonie intégrée et le true peak</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Versions</source>
        <translation>Versions</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Vérification</translation>
    </message>
    <message>
        <source>Versions and review</source>
        <translation>Versions et vérification</translation>
    </message>
    <message>
        <source>Making the demo scene…</source>
        <translation>Fabrication de la scène de démonstration…</translation>
    </message>
    <message>
        <source>Opening {name}…</source>
        <translation>Ouverture de {name}…</translation>
    </message>
    <message>
        <source>{rate} kHz, {layout}</source>
        <translation>{rate} kHz, {layout}</translation>
    </message>
    <message>
        <source>Sample rate and channels</source>
        <translation>Fréquence d’échantillonnage et canaux</translation>
    </message>
    <message>
        <source>Saved {name}.</source>
        <translation>{name} enregistré.</translation>
    </message>
</context>
<context>
    <name>MarkerControls</name>
    <message>
        <source>{count} markers were taken in from {name}.</source>
        <translation>{count} marqueurs ont été repris de {name}.</translation>
    </message>
    <message>
        <source>Saved {name}.</source>
        <translation>{name} enregistré.</translation>
    </message>
    <message>
        <source>Lists of markers and subtitles</source>
        <translation>Listes de marqueurs et sous-titres</translation>
    </message>
    <message>
        <source>Import markers</source>
        <translation>Importer des marqueurs</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Tous les fichiers</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>Tableau (*.csv)</translation>
    </message>
    <message>
        <source>Edit decision list, for Resolve and Avid (*.edl)</source>
        <translation>Liste de montage (EDL) pour Resolve et Avid (*.edl)</translation>
    </message>
    <message>
        <source>Pro Tools text (*.txt)</source>
        <translation>Texte Pro Tools (*.txt)</translation>
    </message>
    <message>
        <source>Audacity labels (*.txt)</source>
        <translation>Étiquettes Audacity (*.txt)</translation>
    </message>
    <message>
        <source>Export markers</source>
        <translation>Exporter les marqueurs</translation>
    </message>
</context>
<context>
    <name>MarkerEditor</name>
    <message>
        <source>Name of the marker</source>
        <translation>Nom du repère</translation>
    </message>
</context>
<context>
    <name>MisplacedCanvas</name>
    <message>
        <source>Find misplaced sounds (Review) fills this lane</source>
        <translation>Vérification › Trouver les sons mal placés remplit cette piste</translation>
    </message>
</context>
<context>
    <name>MisplacedHeader</name>
    <message>
        <source>How much of what is heard in each stem seems to belong to another</source>
        <translation>Quelle part de ce qu’on entend dans chaque stem semble appartenir à un autre</translation>
    </message>
</context>
<context>
    <name>MixCommands</name>
    <message>
        <source>{stem} gain</source>
        <translation>Gain {stem}</translation>
    </message>
    <message>
        <source>Master gain</source>
        <translation>Gain général</translation>
    </message>
    <message>
        <source>Mute {stem}</source>
        <translation>Couper {stem}</translation>
    </message>
    <message>
        <source>Unmute {stem}</source>
        <translation>Rétablir {stem}</translation>
    </message>
    <message>
        <source>Solo {stem}</source>
        <translation>Solo {stem}</translation>
    </message>
    <message>
        <source>End solo of {stem}</source>
        <translation>Fin du solo {stem}</translation>
    </message>
    <message>
        <source>{stem} gain line</source>
        <translation>Courbe de gain {stem}</translation>
    </message>
    <message>
        <source>{stem} clip gain</source>
        <translation>Gain de section {stem}</translation>
    </message>
    <message>
        <source>Balance by the picture</source>
        <translation>Équilibrer d’après l’image</translation>
    </message>
    <message>
        <source>Reset mix</source>
        <translation>Réinitialiser le mixage</translation>
    </message>
</context>
<context>
    <name>MixControls</name>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Annuler</translation>
    </message>
    <message>
        <source>&amp;Undo: {what}</source>
        <translation>&amp;Annuler : {what}</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Rétablir</translation>
    </message>
    <message>
        <source>&amp;Redo: {what}</source>
        <translation>&amp;Rétablir : {what}</translation>
    </message>
</context>
<context>
    <name>ModelsDialog</name>
    <message>
        <source>Models</source>
        <translation>Modèles</translation>
    </message>
    <message>
        <source>Use for new separations</source>
        <translation>Utiliser pour les nouvelles séparations</translation>
    </message>
    <message>
        <source>Ask as a second opinion</source>
        <translation>Demander un second avis</translation>
    </message>
    <message>
        <source>Open its page</source>
        <translation>Ouvrir sa page</translation>
    </message>
    <message>
        <source>Import a file…</source>
        <translation>Importer un fichier…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>What went wrong</source>
        <translation>Ce qui a échoué</translation>
    </message>
    <message>
        <source>Open the publisher’s page in the browser</source>
        <translation>Ouvrir la page de l’éditeur dans le navigateur</translation>
    </message>
    <message>
        <source>Take in a model’s file that you have downloaded</source>
        <translation>Ajouter le fichier d’un modèle que vous avez téléchargé</translation>
    </message>
    <message>
        <source>Remembered until you choose another one</source>
        <translation>Retenu jusqu’à ce que vous en choisissiez un autre</translation>
    </message>
    <message>
        <source>Average the masks of all chosen models; it takes as long as all together</source>
        <translation>Faire la moyenne des masques des modèles choisis ; cela prend le temps de tous réunis</translation>
    </message>
    <message>
        <source>Stop; what has come is kept for the next time</source>
        <translation>Arrêter ; ce qui est arrivé est gardé pour la prochaine fois</translation>
    </message>
    <message>
        <source>How far the model is fetched</source>
        <translation>Où en est le téléchargement du modèle</translation>
    </message>
    <message>
        <source>Models separate the sound. Nothing is fetched before you ask for it; a file that you have downloaded can be dropped here.</source>
        <translation>Les modèles séparent le son. Rien n’est téléchargé avant que vous ne le demandiez ; un fichier que vous avez téléchargé peut être déposé ici.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Get{size}</source>
        <translation>Obtenir{size}</translation>
    </message>
    <message>
        <source>Its publisher gives {file} to people only: download it from its page and drop it here.</source>
        <translation>Son éditeur ne donne {file} qu’aux personnes : téléchargez-le sur sa page et déposez-le ici.</translation>
    </message>
    <message>
        <source>Import a model</source>
        <translation>Importer un modèle</translation>
    </message>
</context>
<context>
    <name>MonitorSwitch</name>
    <message>
        <source>Mix</source>
        <translation>Mixage</translation>
    </message>
    <message>
        <source>Hear the mix of the stems</source>
        <translation>Écouter le mixage des stems</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>Original</translation>
    </message>
    <message>
        <source>Hear the original sound</source>
        <translation>Écouter le son original</translation>
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
        <translation>On peut parcourir au plus {seconds} secondes à la fois ; sélectionnez moins.</translation>
    </message>
    <message>
        <source>Draw a box around what you want to hear, move it and drag its edges; Return or a double click finds its sound.</source>
        <translation>Dessinez un cadre autour de ce que vous voulez entendre, déplacez-le ou tirez ses bords ; Entrée ou un double clic en cherche le son.</translation>
    </message>
    <message>
        <source>Nothing of what is in the box is heard there.</source>
        <translation>Rien de ce qui est dans le cadre ne s’y entend.</translation>
    </message>
    <message>
        <source>What sounds there is selected in the effects: hear it alone, or move it.</source>
        <translation>Ce qui y sonne est sélectionné dans les effets : écoutez-le seul, ou déplacez-le.</translation>
    </message>
</context>
<context>
    <name>OutputDeviceChoice</name>
    <message>
        <source>The sound device</source>
        <translation>Le périphérique audio</translation>
    </message>
    <message>
        <source>{device} is gone; playback has stopped, play again on another device.</source>
        <translation>{device} n’est plus là ; la lecture s’est arrêtée, reprenez-la sur un autre périphérique.</translation>
    </message>
    <message>
        <source>No sound device could be opened; picture and playhead run in silence.</source>
        <translation>Aucun périphérique audio n’a pu être ouvert ; image et tête de lecture avancent en silence.</translation>
    </message>
    <message>
        <source>{device} could not be opened; the default device is used.</source>
        <translation>{device} n’a pas pu être ouvert ; le périphérique par défaut est utilisé.</translation>
    </message>
</context>
<context>
    <name>OverviewStrip</name>
    <message>
        <source>Overview</source>
        <translation>Vue d’ensemble</translation>
    </message>
    <message>
        <source>Drag the box to scroll, its edges to zoom; below, what is separated, and in another colour the parts that were separated again</source>
        <translation>Faites glisser le cadre pour défiler, ses bords pour zoomer ; en bas, ce qui est séparé, et d’une autre couleur les parties séparées à nouveau</translation>
    </message>
</context>
<context>
    <name>PictureState</name>
    <message>
        <source>No movie is open</source>
        <translation>Aucun film n’est ouvert</translation>
    </message>
    <message>
        <source>Open a movie, or drop one on the window.</source>
        <translation>Ouvrez un film, ou déposez-en un dans la fenêtre.</translation>
    </message>
    <message>
        <source>No picture</source>
        <translation>Pas d’image</translation>
    </message>
    <message>
        <source>This file is sound alone; it can be separated all the same.</source>
        <translation>Ce fichier n’est que du son ; il peut tout de même être séparé.</translation>
    </message>
    <message>
        <source>Opening the picture…</source>
        <translation>Ouverture de l’image…</translation>
    </message>
    <message>
        <source>The picture cannot be shown</source>
        <translation>L’image ne peut pas être montrée</translation>
    </message>
    <message>
        <source>The picture of what is heard</source>
        <translation>L’image de ce qu’on entend</translation>
    </message>
</context>
<context>
    <name>PlaceFields</name>
    <message>
        <source>Choose…</source>
        <translation>Choisir…</translation>
    </message>
    <message>
        <source>Insert</source>
        <translation>Insérer</translation>
    </message>
    <message>
        <source>Folder of the files; it is made when it is missing</source>
        <translation>Dossier des fichiers ; il est créé s’il manque</translation>
    </message>
    <message>
        <source>Name of the files; words in braces are filled in</source>
        <translation>Nom des fichiers ; les mots entre accolades sont remplacés</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>Choisir un dossier</translation>
    </message>
    <message>
        <source>Insert a field into the name</source>
        <translation>Insérer un champ dans le nom</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Projet</translation>
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
        <translation>Date</translation>
    </message>
    <message>
        <source>Start timecode</source>
        <translation>Timecode de début</translation>
    </message>
    <message>
        <source>Sample rate</source>
        <translation>Fréquence d’échantillonnage</translation>
    </message>
    <message>
        <source>Bit depth</source>
        <translation>Résolution</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>Canaux</translation>
    </message>
    <message>
        <source>Timecode rate</source>
        <translation>Cadence du timecode</translation>
    </message>
    <message>
        <source>Reel</source>
        <translation>Bobine</translation>
    </message>
    <message>
        <source>Folder for the files</source>
        <translation>Dossier pour les fichiers</translation>
    </message>
</context>
<context>
    <name>PlaybackPage</name>
    <message>
        <source>Playback</source>
        <translation>Lecture</translation>
    </message>
    <message>
        <source>Output device</source>
        <translation>Sortie audio</translation>
    </message>
    <message>
        <source>Sound device that is played on</source>
        <translation>Périphérique de lecture</translation>
    </message>
    <message>
        <source>Delay of the sound</source>
        <translation>Retard du son</translation>
    </message>
    <message>
        <source>Short for quick faders, long where the sound has gaps; it grows by itself</source>
        <translation>Court pour des curseurs rapides, long si le son a des trous ; il augmente tout seul</translation>
    </message>
    <message>
        <source>Return to the start when stopped</source>
        <translation>Revenir au point de départ à l’arrêt</translation>
    </message>
    <message>
        <source>The playhead goes back to where playing began</source>
        <translation>La tête de lecture revient là où la lecture a commencé</translation>
    </message>
    <message>
        <source>Compare equally loud</source>
        <translation>Comparer à niveau égal</translation>
    </message>
    <message>
        <source>The original is played as loud as the mix</source>
        <translation>L’original est lu aussi fort que le mixage</translation>
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
        <translation>Où est la tête de lecture ; saisissez où aller, ou de combien, par exemple +10 ou -1:00</translation>
    </message>
    <message>
        <source>'{text}' is no position; type it as it is shown, or how far to go, such as +10 or -1:00.</source>
        <translation>« {text} » n’est pas une position ; saisissez-la comme affichée, ou de combien avancer, par exemple +10 ou -1:00.</translation>
    </message>
    <message>
        <source>'{text}' is outside of the programme; it goes from {first} to {last}.</source>
        <translation>« {text} » est hors du programme ; il va de {first} à {last}.</translation>
    </message>
</context>
<context>
    <name>PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation>Préférences</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>What to change</source>
        <translation>Que changer</translation>
    </message>
</context>
<context>
    <name>PresetBox</name>
    <message>
        <source>By hand</source>
        <translation>À la main</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>Préréglage</translation>
    </message>
    <message>
        <source>What a house wants: tracks, files, names and loudness in one choice</source>
        <translation>Ce que veut une maison : pistes, fichiers, noms et sonie en un choix</translation>
    </message>
</context>
<context>
    <name>Presets</name>
    <message>
        <source>Advertising and trailers, EBU R 128 s1</source>
        <translation>Publicité et bandes-annonces, UER R 128 s1</translation>
    </message>
    <message>
        <source>Broadcast, ATSC A/85</source>
        <translation>Diffusion, ATSC A/85</translation>
    </message>
    <message>
        <source>Broadcast, EBU R 128</source>
        <translation>Diffusion, UER R 128</translation>
    </message>
    <message>
        <source>Mono files and an AAF for Pro Tools and other DAWs</source>
        <translation>Fichiers mono et un AAF pour Pro Tools et d’autres DAW</translation>
    </message>
    <message>
        <source>Netflix M&amp;E</source>
        <translation>Netflix M&amp;E</translation>
    </message>
    <message>
        <source>Netflix stems</source>
        <translation>Stems Netflix</translation>
    </message>
    <message>
        <source>Podcast</source>
        <translation>Podcast</translation>
    </message>
    <message>
        <source>Reaper session</source>
        <translation>Session Reaper</translation>
    </message>
    <message>
        <source>Reaper session with the review's places</source>
        <translation>Session Reaper avec les passages à revoir</translation>
    </message>
    <message>
        <source>Stems and M&amp;E</source>
        <translation>Stems et M&amp;E</translation>
    </message>
    <message>
        <source>Theatrical reels with pops, film order</source>
        <translation>Bobines de cinéma avec pops, ordre film</translation>
    </message>
</context>
<context>
    <name>Program</name>
    <message>
        <source>Your settings were damaged and are as at the first start; the old ones are in {path}.</source>
        <translation>Vos réglages étaient endommagés et sont comme au premier démarrage ; les anciens sont dans {path}.</translation>
    </message>
</context>
<context>
    <name>ProjectReading</name>
    <message>
        <source>This project was separated with models that are not on this computer: {names}. Its stems can be used; to go on in the same way, get them with “Models…”.</source>
        <translation>Ce projet a été séparé avec des modèles absents de cet ordinateur : {names}. Ses stems sont utilisables ; pour continuer de même, obtenez-les avec « Modèles… ».</translation>
    </message>
    <message>
        <source>{number} of the project's separations were made of another movie or sound track (the first is in {folder}) and left out; open that one to see them.</source>
        <translation>{number} séparations du projet proviennent d’un autre film ou d’une autre piste son (la première est dans {folder}) et ont été omises ; ouvrez celui-ci pour les voir.</translation>
    </message>
    <message>
        <source>{number} of the project's separations cannot be found (the first was in {folder}) and left out; bring the folder back and open the project again before you save it.</source>
        <translation>{number} séparations du projet sont introuvables (la première était dans {folder}) et ont été omises ; remettez le dossier en place et rouvrez le projet avant de l’enregistrer.</translation>
    </message>
</context>
<context>
    <name>ProjectSaver</name>
    <message>
        <source>{path} exists already; choose it by its whole name to replace it.</source>
        <translation>{path} existe déjà ; choisissez-le par son nom complet pour le remplacer.</translation>
    </message>
</context>
<context>
    <name>QualityScale</name>
    <message>
        <source>1 step</source>
        <translation>1 pas</translation>
    </message>
    <message>
        <source>{n} steps</source>
        <translation>{n} pas</translation>
    </message>
    <message>
        <source>{steps} · recommended</source>
        <translation>{steps} · recommandé</translation>
    </message>
</context>
<context>
    <name>QualitySlider</name>
    <message>
        <source>&amp;Quality</source>
        <translation>&amp;Qualité</translation>
    </message>
    <message>
        <source>Fast</source>
        <translation>Rapide</translation>
    </message>
    <message>
        <source>Takes longest</source>
        <translation>Le plus long</translation>
    </message>
    <message>
        <source>One pass</source>
        <translation>Une passe</translation>
    </message>
    <message>
        <source>Quality: {label}</source>
        <translation>Qualité : {label}</translation>
    </message>
    <message>
        <source>More steps take longer and are not always better; {steps} recommended for this model.</source>
        <translation>Plus de pas prennent plus de temps et ne sont pas toujours meilleurs ; {steps} recommandé pour ce modèle.</translation>
    </message>
</context>
<context>
    <name>Questions</name>
    <message>
        <source>Save the changes to “{name}”?</source>
        <translation>Enregistrer les modifications de « {name} » ?</translation>
    </message>
    <message>
        <source>Without saving, the mix, the markers and the list of versions go back to what they were. Finished stems stay on disk.</source>
        <translation>Sans enregistrement, le mixage, les repères et la liste des versions redeviennent ce qu’ils étaient. Les stems finis restent sur le disque.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Don’t save</source>
        <translation>Ne pas enregistrer</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Stop the separation and close?</source>
        <translation>Arrêter la séparation et fermer ?</translation>
    </message>
    <message>
        <source>What is finished is kept; the run can be resumed later.</source>
        <translation>Ce qui est fini est gardé ; la séparation peut être reprise plus tard.</translation>
    </message>
    <message>
        <source>Stop the export and close?</source>
        <translation>Arrêter l’export et fermer ?</translation>
    </message>
    <message>
        <source>No half-written file is left; export again to have the files.</source>
        <translation>Aucun fichier à moitié écrit ne reste ; relancez l’export pour obtenir les fichiers.</translation>
    </message>
    <message>
        <source>Stop and close</source>
        <translation>Arrêter et fermer</translation>
    </message>
    <message>
        <source>Open the other sound without the versions?</source>
        <translation>Ouvrir l’autre son sans les versions ?</translation>
    </message>
    <message>
        <source>The versions belong to the sound that is open now. The other one is opened as a new project; finished stems stay on disk.</source>
        <translation>Les versions appartiennent au son ouvert actuellement. L’autre s’ouvre comme un nouveau projet ; les stems terminés restent sur le disque.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Open all {number} files of the recording?</source>
        <translation>Ouvrir les {number} fichiers de l’enregistrement ?</translation>
    </message>
    <message>
        <source>The camera or the recorder split it: {first} to {last}. Together they are one programme, joined to the sample; a small list is written beside them.</source>
        <translation>La caméra ou l’enregistreur l’a divisé : {first} à {last}. Ensemble, ils forment un seul programme, raccordé à l’échantillon près ; une petite liste est écrite à côté.</translation>
    </message>
    <message>
        <source>Open all as one</source>
        <translation>Tout ouvrir en un</translation>
    </message>
    <message>
        <source>This file alone</source>
        <translation>Ce fichier seul</translation>
    </message>
    <message>
        <source>Discard the changes to “{name}”?</source>
        <translation>Abandonner les modifications de « {name} » ?</translation>
    </message>
    <message>
        <source>They cannot be brought back. The project’s own file and finished stems stay on disk.</source>
        <translation>Elles ne pourront pas être récupérées. Le fichier du projet et les stems finis restent sur le disque.</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Abandonner</translation>
    </message>
</context>
<context>
    <name>RangeButtons</name>
    <message>
        <source>Whole programme</source>
        <translation>Tout le programme</translation>
    </message>
    <message>
        <source>Selection</source>
        <translation>Sélection</translation>
    </message>
    <message>
        <source>Loop</source>
        <translation>Boucle</translation>
    </message>
    <message>
        <source>Separated part</source>
        <translation>Partie séparée</translation>
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
        <translation>{samples} échantillons : {ms} ms, {hz} Hz</translation>
    </message>
</context>
<context>
    <name>RecentList</name>
    <message>
        <source>Opened before</source>
        <translation>Ouverts auparavant</translation>
    </message>
    <message>
        <source>Open {file}</source>
        <translation>Ouvrir {file}</translation>
    </message>
</context>
<context>
    <name>RecoveryDialog</name>
    <message>
        <source>Recover</source>
        <translation>Récupérer</translation>
    </message>
    <message>
        <source>Discard…</source>
        <translation>Abandonner…</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Plus tard</translation>
    </message>
    <message>
        <source>Unsaved changes were found</source>
        <translation>Des modifications non enregistrées ont été trouvées</translation>
    </message>
    <message>
        <source>never saved, movie {name}</source>
        <translation>jamais enregistré, film {name}</translation>
    </message>
    <message>
        <source>Projects with unsaved changes</source>
        <translation>Projets aux modifications non enregistrées</translation>
    </message>
    <message>
        <source>Open the project with the changes that were not saved</source>
        <translation>Ouvrir le projet avec les modifications non enregistrées</translation>
    </message>
    <message>
        <source>Give these changes up for good</source>
        <translation>Renoncer définitivement à ces modifications</translation>
    </message>
    <message>
        <source>Keep the changes and ask again at the next start</source>
        <translation>Garder les modifications et redemander au prochain démarrage</translation>
    </message>
    <message>
        <source>Cass Studio ended before these projects were saved. Recover one to go on where it was; saving it stays your choice.</source>
        <translation>Cass Studio s’est terminé avant l’enregistrement de ces projets. Récupérez-en un pour continuer là où il en était ; l’enregistrer reste votre choix.</translation>
    </message>
</context>
<context>
    <name>RelinkDialog</name>
    <message>
        <source>Locate…</source>
        <translation>Localiser…</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Locate the movie</source>
        <translation>Localiser le film</translation>
    </message>
    <message>
        <source>Comparing the file with the movie of the project…</source>
        <translation>Comparaison du fichier avec le film du projet…</translation>
    </message>
    <message>
        <source>Where the movie was</source>
        <translation>Où était le film</translation>
    </message>
    <message>
        <source>Where the movie is now</source>
        <translation>Où est le film maintenant</translation>
    </message>
    <message>
        <source>not located yet</source>
        <translation>pas encore localisé</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>Comparaison</translation>
    </message>
    <message>
        <source>Choose the file that the project was made with</source>
        <translation>Choisir le fichier avec lequel le projet a été fait</translation>
    </message>
    <message>
        <source>Open the project with this file</source>
        <translation>Ouvrir le projet avec ce fichier</translation>
    </message>
    <message>
        <source>Leave the project closed</source>
        <translation>Laisser le projet fermé</translation>
    </message>
    <message>
        <source>The movie “{movie}” of the project “{name}” is missing or was moved.</source>
        <translation>Le film « {movie} » du projet « {name} » manque ou a été déplacé.</translation>
    </message>
    <message>
        <source>It was here</source>
        <translation>Il était ici</translation>
    </message>
    <message>
        <source>It is here now</source>
        <translation>Il est maintenant ici</translation>
    </message>
    <message>
        <source>Use anyway</source>
        <translation>Utiliser quand même</translation>
    </message>
    <message>
        <source>This is the movie that the project was made with.</source>
        <translation>C’est le film avec lequel le projet a été fait.</translation>
    </message>
    <message>
        <source>The content differs from the movie that the project was made with. Positions, gain lines and separations may not fit; locate another file, or use this one anyway.</source>
        <translation>Le contenu diffère du film avec lequel le projet a été fait. Positions, courbes de gain et séparations peuvent ne pas convenir ; localisez un autre fichier, ou utilisez celui-ci quand même.</translation>
    </message>
</context>
<context>
    <name>RepairCommands</name>
    <message>
        <source>Remove a repair</source>
        <translation>Retirer une réparation</translation>
    </message>
    <message>
        <source>Switch a repair on</source>
        <translation>Activer une réparation</translation>
    </message>
    <message>
        <source>Switch a repair off</source>
        <translation>Désactiver une réparation</translation>
    </message>
    <message>
        <source>Amount of a repair</source>
        <translation>Quantité d’une réparation</translation>
    </message>
</context>
<context>
    <name>RepairOffer</name>
    <message>
        <source>Repairs that are not needed</source>
        <translation>Réparations inutiles</translation>
    </message>
    <message>
        <source>Keep all</source>
        <translation>Tout garder</translation>
    </message>
    <message>
        <source>Remove these</source>
        <translation>Les supprimer</translation>
    </message>
    <message>
        <source>All repairs stay over the new version</source>
        <translation>Toutes les réparations restent sur la nouvelle version</translation>
    </message>
    <message>
        <source>Remove the repairs that the new version does not need</source>
        <translation>Supprimer les réparations dont la nouvelle version n’a pas besoin</translation>
    </message>
    <message>
        <source>The new version does not need {count} of your {total} repairs: the sound is in the right stem already.</source>
        <translation>La nouvelle version n’a pas besoin de {count} de vos {total} réparations : le son est déjà dans le bon stem.</translation>
    </message>
</context>
<context>
    <name>RepairReview</name>
    <message>
        <source>{gone} of {all} repairs are not needed any more.</source>
        <translation>{gone} réparations sur {all} ne sont plus nécessaires.</translation>
    </message>
    <message>
        <source>Your repairs lie over the new version, too.</source>
        <translation>Vos réparations s’appliquent aussi à la nouvelle version.</translation>
    </message>
</context>
<context>
    <name>Repairer</name>
    <message>
        <source>Move to {stem}</source>
        <translation>Déplacer vers {stem}</translation>
    </message>
    <message>
        <source>Share out {stem}</source>
        <translation>Répartir {stem}</translation>
    </message>
    <message>
        <source>Gate {stem}</source>
        <translation>Gate sur {stem}</translation>
    </message>
    <message>
        <source>Fill the hole</source>
        <translation>Combler le trou</translation>
    </message>
</context>
<context>
    <name>ReportDialog</name>
    <message>
        <source>Report a problem</source>
        <translation>Signaler un problème</translation>
    </message>
    <message>
        <source>Include names of files and folders</source>
        <translation>Inclure les noms de fichiers et de dossiers</translation>
    </message>
    <message>
        <source>Looking at this computer…</source>
        <translation>Examen de cet ordinateur…</translation>
    </message>
    <message>
        <source>Show the report</source>
        <translation>Afficher le rapport</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Enregistrer…</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Ce qui s’est passé</translation>
    </message>
    <message>
        <source>What you did, what happened, and what you had expected</source>
        <translation>Ce que vous avez fait, ce qui s’est passé et ce que vous attendiez</translation>
    </message>
    <message>
        <source>The report</source>
        <translation>Le rapport</translation>
    </message>
    <message>
        <source>Otherwise the names of your movies, projects and folders are taken out</source>
        <translation>Sinon, les noms de vos films, projets et dossiers sont retirés</translation>
    </message>
    <message>
        <source>All that the file will hold</source>
        <translation>Tout ce que contiendra le fichier</translation>
    </message>
    <message>
        <source>Copy the report, to paste it into a message</source>
        <translation>Copier le rapport pour le coller dans un message</translation>
    </message>
    <message>
        <source>Write the report into a text file</source>
        <translation>Écrire le rapport dans un fichier texte</translation>
    </message>
    <message>
        <source>Describe what happened. The report adds versions, devices, settings and the last lines of the log. Nothing is sent: save the file and send it yourself.</source>
        <translation>Décrivez ce qui s’est passé. Le rapport ajoute les versions, les périphériques, les réglages et les dernières lignes du journal. Rien n’est envoyé : enregistrez le fichier et envoyez-le vous-même.</translation>
    </message>
    <message>
        <source>This computer was looked at.</source>
        <translation>Cet ordinateur a été examiné.</translation>
    </message>
    <message>
        <source>Hide the report</source>
        <translation>Masquer le rapport</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copié</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>Enregistrer le rapport</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>Saved as {name}</source>
        <translation>Enregistré sous {name}</translation>
    </message>
</context>
<context>
    <name>ReviewCommands</name>
    <message>
        <source>Look at a place again</source>
        <translation>Rouvrir un endroit</translation>
    </message>
    <message>
        <source>Move where it belongs</source>
        <translation>Déplacer à sa place</translation>
    </message>
    <message>
        <source>Dismiss a place</source>
        <translation>Ignorer un endroit</translation>
    </message>
    <message>
        <source>Comment on a place</source>
        <translation>Commenter un endroit</translation>
    </message>
</context>
<context>
    <name>ReviewPanel</name>
    <message>
        <source>Speech in FX</source>
        <translation>Parole dans FX</translation>
    </message>
    <message>
        <source>Speech in MX</source>
        <translation>Parole dans MX</translation>
    </message>
    <message>
        <source>Word with a missing part</source>
        <translation>Mot incomplet</translation>
    </message>
    <message>
        <source>Ghost in DX</source>
        <translation>Son fantôme dans DX</translation>
    </message>
    <message>
        <source>Music in DX</source>
        <translation>Musique dans DX</translation>
    </message>
    <message>
        <source>Effect in DX</source>
        <translation>Effet dans DX</translation>
    </message>
    <message>
        <source>Music in FX</source>
        <translation>Musique dans FX</translation>
    </message>
    <message>
        <source>Effect in MX</source>
        <translation>Effet dans MX</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Vérification</translation>
    </message>
    <message>
        <source>Find misplaced sounds</source>
        <translation>Trouver les sons mal placés</translation>
    </message>
    <message>
        <source>Listen</source>
        <translation>Écouter</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Déplacer</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Masquer</translation>
    </message>
    <message>
        <source>Kinds that are shown</source>
        <translation>Genres affichés</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>Tous les genres</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Où</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Quoi</translation>
    </message>
    <message>
        <source>To</source>
        <translation>À</translation>
    </message>
    <message>
        <source>Sure</source>
        <translation>Sûr</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Endroits</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Commentaire</translation>
    </message>
    <message>
        <source>{done} of {all} done</source>
        <translation>{done} sur {all} traités</translation>
    </message>
    <message>
        <source>Move to {stem}</source>
        <translation>Déplacer vers {stem}</translation>
    </message>
</context>
<context>
    <name>ReviewRunner</name>
    <message>
        <source>Listen to a place</source>
        <translation>Écouter un endroit</translation>
    </message>
    <message>
        <source>Move to {stem}</source>
        <translation>Déplacer vers {stem}</translation>
    </message>
</context>
<context>
    <name>RunProgress</name>
    <message>
        <source>Progress of the separation</source>
        <translation>Avancement de la séparation</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Keep the stems in my folder</source>
        <translation>Garder les stems dans mon dossier</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problème</translation>
    </message>
    <message>
        <source>Notices</source>
        <translation>Remarques</translation>
    </message>
    <message>
        <source>Stand still and free the processor, or go on</source>
        <translation>Suspendre et libérer le processeur, ou reprendre</translation>
    </message>
    <message>
        <source>End the separation; what is finished is kept</source>
        <translation>Arrêter la séparation ; ce qui est fini est gardé</translation>
    </message>
    <message>
        <source>Go on where it failed</source>
        <translation>Reprendre là où cela a échoué</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Reprendre</translation>
    </message>
    <message>
        <source>Pausing</source>
        <translation>Mise en pause</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>En pause</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>Arrêt en cours</translation>
    </message>
</context>
<context>
    <name>RunWords</name>
    <message>
        <source>Loading the model</source>
        <translation>Chargement du modèle</translation>
    </message>
    <message>
        <source>Decoding the sound</source>
        <translation>Décodage du son</translation>
    </message>
    <message>
        <source>Looking at the picture</source>
        <translation>Examen de l’image</translation>
    </message>
    <message>
        <source>Separating</source>
        <translation>Séparation</translation>
    </message>
    <message>
        <source>No CUDA graphics card was found, so the processor does the work.</source>
        <translation>Aucune carte graphique CUDA n’a été trouvée ; le processeur fait donc le travail.</translation>
    </message>
    <message>
        <source>This program's PyTorch is built without CUDA, so the processor does the work.</source>
        <translation>Le PyTorch de ce programme est compilé sans CUDA ; le processeur fait donc le travail.</translation>
    </message>
    <message>
        <source>The separation is paused; press Resume</source>
        <translation>La séparation est en pause ; cliquez sur Reprendre</translation>
    </message>
    <message>
        <source>The separation is being stopped</source>
        <translation>La séparation s’arrête</translation>
    </message>
    <message>
        <source>It is being separated and appears part by part</source>
        <translation>Séparation en cours ; le résultat apparaît partie par partie</translation>
    </message>
    <message>
        <source>Press Resume to go on separating</source>
        <translation>Reprendre continue la séparation</translation>
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
        <translation>encore quelques secondes</translation>
    </message>
    <message>
        <source>about {time} left</source>
        <translation>encore {time} environ</translation>
    </message>
    <message>
        <source>about {time}</source>
        <translation>environ {time}</translation>
    </message>
    <message>
        <source>{words}, plus a first look at the picture</source>
        <translation>{words}, plus un premier examen de l’image</translation>
    </message>
</context>
<context>
    <name>SelectionBar</name>
    <message>
        <source>Start</source>
        <translation>Début</translation>
    </message>
    <message>
        <source>Where the selection begins</source>
        <translation>Où commence la sélection</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Fin</translation>
    </message>
    <message>
        <source>Where the selection ends</source>
        <translation>Où finit la sélection</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Durée</translation>
    </message>
    <message>
        <source>How long it is; a longer one ends later</source>
        <translation>Sa durée ; plus longue, elle finit plus tard</translation>
    </message>
    <message>
        <source>From</source>
        <translation>De</translation>
    </message>
    <message>
        <source>Lowest frequency in Hz; empty for all</source>
        <translation>Fréquence la plus basse en Hz ; vide pour toutes</translation>
    </message>
    <message>
        <source>To</source>
        <translation>À</translation>
    </message>
    <message>
        <source>Highest frequency in Hz; empty for all</source>
        <translation>Fréquence la plus haute en Hz ; vide pour toutes</translation>
    </message>
    <message>
        <source>Feather in time</source>
        <translation>Contour progressif en temps</translation>
    </message>
    <message>
        <source>Width of its soft edge in ms</source>
        <translation>Largeur du contour progressif en ms</translation>
    </message>
    <message>
        <source>Feather in frequency</source>
        <translation>Contour progressif en fréquence</translation>
    </message>
    <message>
        <source>Width of its soft edge in Hz</source>
        <translation>Largeur du contour progressif en Hz</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Quantité</translation>
    </message>
    <message>
        <source>How much of it a repair moves, in percent</source>
        <translation>La part que déplace une réparation, en pour cent</translation>
    </message>
    <message>
        <source>Gate</source>
        <translation>Gate</translation>
    </message>
    <message>
        <source>What is quieter than this, in dBFS, a gate moves</source>
        <translation>Un gate déplace ce qui est plus faible, en dBFS</translation>
    </message>
    <message>
        <source>Brush size</source>
        <translation>Taille du pinceau</translation>
    </message>
    <message>
        <source>Width of the brush on screen, in pixels</source>
        <translation>Largeur du pinceau à l’écran, en pixels</translation>
    </message>
    <message>
        <source>Hardness</source>
        <translation>Dureté</translation>
    </message>
    <message>
        <source>How much of the brush covers wholly, in percent</source>
        <translation>Part du pinceau qui couvre entièrement, en pour cent</translation>
    </message>
    <message>
        <source>Brush px</source>
        <translation>Pinceau px</translation>
    </message>
    <message>
        <source>Hard %</source>
        <translation>Dureté %</translation>
    </message>
    <message>
        <source>Soft</source>
        <translation>Contour</translation>
    </message>
    <message>
        <source>Amount %</source>
        <translation>Quantité %</translation>
    </message>
    <message>
        <source>Gate dB</source>
        <translation>Gate dB</translation>
    </message>
    <message>
        <source>'{text}' is not a number from {lowest} to {highest}; type one.</source>
        <translation>« {text} » n’est pas un nombre de {lowest} à {highest} ; saisissez-en un.</translation>
    </message>
</context>
<context>
    <name>SensitivityCommands</name>
    <message>
        <source>{stem} bleed and artefacts</source>
        <translation>{stem} : diaphonie et artefacts</translation>
    </message>
    <message>
        <source>{stem} bleed line</source>
        <translation>{stem} : ligne de diaphonie</translation>
    </message>
    <message>
        <source>{stem} bleed of a part</source>
        <translation>{stem} : diaphonie d’une partie</translation>
    </message>
</context>
<context>
    <name>SeparationHere</name>
    <message>
        <source>Again here</source>
        <translation>À nouveau ici</translation>
    </message>
    <message>
        <source>Guided: {stem}</source>
        <translation>Indiqué : {stem}</translation>
    </message>
</context>
<context>
    <name>SeparationPage</name>
    <message>
        <source>Separation and disk</source>
        <translation>Séparation et disque</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Choisir…</translation>
    </message>
    <message>
        <source>Beside the movie</source>
        <translation>À côté du film</translation>
    </message>
    <message>
        <source>Clear the cache</source>
        <translation>Vider le cache</translation>
    </message>
    <message>
        <source>Where the stems of movies that are opened from now on are kept</source>
        <translation>Où sont gardés les stems des films ouverts désormais</translation>
    </message>
    <message>
        <source>Folder for takes</source>
        <translation>Dossier des séparations</translation>
    </message>
    <message>
        <source>Keep stems in a folder beside each movie</source>
        <translation>Garder les stems dans un dossier à côté de chaque film</translation>
    </message>
    <message>
        <source>Largest cache</source>
        <translation>Taille maximale du cache</translation>
    </message>
    <message>
        <source>Decoded sound and drawn spectrograms; the oldest go first</source>
        <translation>Son décodé et spectrogrammes dessinés ; les plus anciens partent d’abord</translation>
    </message>
    <message>
        <source>Remove all that can be made again; stems and projects stay</source>
        <translation>Supprimer tout ce qui peut être refait ; stems et projets restent</translation>
    </message>
    <message>
        <source>Measuring the cache…</source>
        <translation>Mesure du cache…</translation>
    </message>
    <message>
        <source>The cache takes {size} GB in {count} files.</source>
        <translation>Le cache occupe {size} Go dans {count} fichiers.</translation>
    </message>
</context>
<context>
    <name>SeparationPanel</name>
    <message>
        <source>Separation</source>
        <translation>Séparation</translation>
    </message>
    <message>
        <source>Separate</source>
        <translation>Séparer</translation>
    </message>
    <message>
        <source>Separate selection</source>
        <translation>Séparer la sélection</translation>
    </message>
    <message>
        <source>Stopped run</source>
        <translation>Séparation interrompue</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Reprendre</translation>
    </message>
    <message>
        <source>Separate the whole programme</source>
        <translation>Séparer tout le programme</translation>
    </message>
    <message>
        <source>Open a movie first</source>
        <translation>Ouvrez d’abord un film</translation>
    </message>
    <message>
        <source>{how}: stopped at {share}. Resume goes on where it was.</source>
        <translation>{how} : interrompu à {share}. Reprendre continue au même endroit.</translation>
    </message>
    <message>
        <source>{how}: stopped before the first part; Resume begins with it.</source>
        <translation>{how} : arrêtée avant la première partie ; Reprendre commence par elle.</translation>
    </message>
    <message>
        <source>Separate the selected part before the rest</source>
        <translation>Séparer la partie sélectionnée avant le reste</translation>
    </message>
    <message>
        <source>Select a part of the time axis first</source>
        <translation>Sélectionnez d’abord une partie de l’axe du temps</translation>
    </message>
</context>
<context>
    <name>SeparationRunner</name>
    <message>
        <source>Nothing of the sound could be decoded; open another file.</source>
        <translation>Rien du son n'a pu être lu ; ouvrez un autre fichier.</translation>
    </message>
</context>
<context>
    <name>SessionMenu</name>
    <message>
        <source>Open places of the review as markers</source>
        <translation>Passages à revoir comme marqueurs</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Aucun</translation>
    </message>
    <message>
        <source>Sessions for editing programs</source>
        <translation>Sessions pour logiciels de montage et de son</translation>
    </message>
    <message>
        <source>Sessions with tracks, timecode, markers and levels beside the files; Pro Tools takes an AAF with the sound inside</source>
        <translation>Sessions avec pistes, timecode, marqueurs et niveaux à côté des fichiers ; Pro Tools prend un AAF avec le son inclus</translation>
    </message>
</context>
<context>
    <name>ShelfTable</name>
    <message>
        <source>Models</source>
        <translation>Modèles</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modèle</translation>
    </message>
    <message>
        <source>Hears</source>
        <translation>Entend</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Image</translation>
    </message>
    <message>
        <source>Commercial use</source>
        <translation>Usage commercial</translation>
    </message>
    <message>
        <source>A minute of film</source>
        <translation>Une minute de film</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Taille</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Où</translation>
    </message>
</context>
<context>
    <name>ShelfWords</name>
    <message>
        <source>Yes</source>
        <translation>Oui</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Non</translation>
    </message>
    <message>
        <source>Not stated</source>
        <translation>Non indiqué</translation>
    </message>
    <message>
        <source>Its weights stand under {licence}, which allows commercial use.</source>
        <translation>Ses poids sont sous {licence}, qui autorise l’usage commercial.</translation>
    </message>
    <message>
        <source>Its weights stand under {licence}, which forbids commercial use.</source>
        <translation>Ses poids sont sous {licence}, qui interdit l’usage commercial.</translation>
    </message>
    <message>
        <source>Licence of its weights: {licence}. Ask the publisher before you use it commercially.</source>
        <translation>Licence de ses poids : {licence}. Demandez à l’éditeur avant un usage commercial.</translation>
    </message>
    <message>
        <source>Full band</source>
        <translation>Toute la bande</translation>
    </message>
    <message>
        <source>To {khz} kHz</source>
        <translation>Jusqu’à {khz} kHz</translation>
    </message>
    <message>
        <source>Looks at it</source>
        <translation>La regarde</translation>
    </message>
    <message>
        <source>Listens only</source>
        <translation>Écoute seulement</translation>
    </message>
    <message>
        <source>none stated by the publisher</source>
        <translation>non indiquée par l’éditeur</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Inconnue</translation>
    </message>
    <message>
        <source>Chosen</source>
        <translation>Choisi</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>Ici</translation>
    </message>
    <message>
        <source>To get</source>
        <translation>À obtenir</translation>
    </message>
    <message>
        <source>{times} × the starter</source>
        <translation>{times} × le starter</translation>
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
        <translation>environ {time}</translation>
    </message>
    <message>
        <source>Checking and importing {model}…</source>
        <translation>Vérification et importation de {model}…</translation>
    </message>
    <message>
        <source>Fetching {model}: {have} MB</source>
        <translation>Téléchargement de {model} : {have} Mo</translation>
    </message>
    <message>
        <source>Fetching {model}: {have} of {whole} MB</source>
        <translation>Téléchargement de {model} : {have} sur {whole} Mo</translation>
    </message>
</context>
<context>
    <name>ShortcutEditor</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Raccourcis clavier</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>Affecter</translation>
    </message>
    <message>
        <source>No key</source>
        <translation>Aucune touche</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Réinitialiser</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>Tout réinitialiser</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>Préréglage</translation>
    </message>
    <message>
        <source>Keys as in another program; your own changes go</source>
        <translation>Les touches d’un autre programme ; vos changements disparaissent</translation>
    </message>
    <message>
        <source>Search actions, menus and keys</source>
        <translation>Chercher commandes, menus et touches</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Chercher</translation>
    </message>
    <message>
        <source>New key</source>
        <translation>Nouvelle touche</translation>
    </message>
    <message>
        <source>Click here and press the key</source>
        <translation>Cliquez ici et appuyez sur la touche</translation>
    </message>
    <message>
        <source>Give the action this key instead of its former ones</source>
        <translation>Donner cette touche à la commande au lieu des précédentes</translation>
    </message>
    <message>
        <source>Take the keys away from the action</source>
        <translation>Retirer ses touches à la commande</translation>
    </message>
    <message>
        <source>Give the action the preset's keys again</source>
        <translation>Rendre à la commande les touches du préréglage</translation>
    </message>
    <message>
        <source>Give all actions the preset's keys again</source>
        <translation>Rendre à toutes les commandes les touches du préréglage</translation>
    </message>
    <message>
        <source>Move here</source>
        <translation>Prendre ici</translation>
    </message>
    <message>
        <source>“{key}” belongs to “{action}” now; it will lose the key.</source>
        <translation>« {key} » appartient à « {action} », qui perdra cette touche.</translation>
    </message>
    <message>
        <source>“{action}” is on “{key}”.</source>
        <translation>« {action} » est sur « {key} ».</translation>
    </message>
</context>
<context>
    <name>ShortcutTable</name>
    <message>
        <source>Actions and their keys</source>
        <translation>Commandes et leurs touches</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Commande</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menu</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Touches</translation>
    </message>
</context>
<context>
    <name>SoundChoice</name>
    <message>
        <source>Track</source>
        <translation>Piste</translation>
    </message>
    <message>
        <source>Channels…</source>
        <translation>Canaux…</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>Canaux</translation>
    </message>
    <message>
        <source>Sound track</source>
        <translation>Piste sonore</translation>
    </message>
    <message>
        <source>Both channels</source>
        <translation>Les deux canaux</translation>
    </message>
    <message>
        <source>Left only</source>
        <translation>Gauche seul</translation>
    </message>
    <message>
        <source>Right only</source>
        <translation>Droite seul</translation>
    </message>
    <message>
        <source>Wait until the separation has ended</source>
        <translation>Attendez la fin de la séparation</translation>
    </message>
    <message>
        <source>Which sound of the movie is opened and separated</source>
        <translation>Quel son du film est ouvert et séparé</translation>
    </message>
    <message>
        <source>Which channels are opened and separated</source>
        <translation>Quels canaux sont ouverts et séparés</translation>
    </message>
    <message>
        <source>Choose which channels are opened and separated</source>
        <translation>Choisir les canaux à ouvrir et à séparer</translation>
    </message>
</context>
<context>
    <name>SoundWords</name>
    <message>
        <source>{tracks} together, {layout}</source>
        <translation>{tracks} ensemble, {layout}</translation>
    </message>
    <message>
        <source>{number} channels</source>
        <translation>{number} canaux</translation>
    </message>
    <message>
        <source>Mono</source>
        <translation>Mono</translation>
    </message>
    <message>
        <source>Stereo</source>
        <translation>Stéréo</translation>
    </message>
    <message>
        <source>{chosen} of {all}</source>
        <translation>{chosen} sur {all}</translation>
    </message>
    <message>
        <source>{number} bit</source>
        <translation>{number} bits</translation>
    </message>
</context>
<context>
    <name>SpectrogramPage</name>
    <message>
        <source>Spectrogram</source>
        <translation>Spectrogramme</translation>
    </message>
    <message>
        <source>Mel</source>
        <translation>Mel</translation>
    </message>
    <message>
        <source>Logarithmic</source>
        <translation>Logarithmique</translation>
    </message>
    <message>
        <source>Linear</source>
        <translation>Linéaire</translation>
    </message>
    <message>
        <source>Draw the waveform over it</source>
        <translation>Dessiner la forme d’onde par-dessus</translation>
    </message>
    <message>
        <source>Timecode</source>
        <translation>Timecode</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>Échantillons</translation>
    </message>
    <message>
        <source>Minutes and seconds</source>
        <translation>Minutes et secondes</translation>
    </message>
    <message>
        <source>Frequency axis</source>
        <translation>Axe des fréquences</translation>
    </message>
    <message>
        <source>How frequencies share the height</source>
        <translation>Comment les fréquences se partagent la hauteur</translation>
    </message>
    <message>
        <source>Transform length</source>
        <translation>Longueur de la FFT</translation>
    </message>
    <message>
        <source>Samples of a spectrum: few for fine time, many for fine pitch</source>
        <translation>Échantillons d’un spectre : peu pour un temps fin, beaucoup pour une hauteur fine</translation>
    </message>
    <message>
        <source>Floor</source>
        <translation>Plancher</translation>
    </message>
    <message>
        <source>Level that is drawn darkest, in dBFS</source>
        <translation>Niveau le plus sombre, en dBFS</translation>
    </message>
    <message>
        <source>Ceiling</source>
        <translation>Plafond</translation>
    </message>
    <message>
        <source>Level that is drawn brightest, in dBFS</source>
        <translation>Niveau le plus clair, en dBFS</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Couleurs</translation>
    </message>
    <message>
        <source>From silent to loud; cividis for all eyes</source>
        <translation>Du silence au plus fort ; cividis pour tous les yeux</translation>
    </message>
    <message>
        <source>The outline of the sound lies over its colours</source>
        <translation>Le contour du son recouvre ses couleurs</translation>
    </message>
    <message>
        <source>Time format</source>
        <translation>Format du temps</translation>
    </message>
    <message>
        <source>How positions are written</source>
        <translation>Façon d’écrire les positions</translation>
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
        <translation>Cividis (pour daltoniens)</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>Gris</translation>
    </message>
</context>
<context>
    <name>SpeechGate</name>
    <message>
        <source>Listening for speech in the selection…</source>
        <translation>Recherche de parole dans la sélection…</translation>
    </message>
    <message>
        <source>Somebody speaks all the time there: all stays.</source>
        <translation>Quelqu’un y parle tout le temps : rien ne change.</translation>
    </message>
    <message>
        <source>Gate {stem} while nobody speaks</source>
        <translation>Porte {stem} quand personne ne parle</translation>
    </message>
    <message>
        <source>{source} → {target} while nobody speaks</source>
        <translation>{source} → {target} quand personne ne parle</translation>
    </message>
</context>
<context>
    <name>SpeedFields</name>
    <message>
        <source>Keep the pitch</source>
        <translation>Garder la hauteur</translation>
    </message>
    <message>
        <source>as it is</source>
        <translation>telle quelle</translation>
    </message>
    <message>
        <source>pulled down 0.1 % (24 to 23.976, 30 to 29.97)</source>
        <translation>ralenti de 0,1 % (24 vers 23,976, 30 vers 29,97)</translation>
    </message>
    <message>
        <source>pulled up 0.1 % (23.976 to 24, 29.97 to 30)</source>
        <translation>accéléré de 0,1 % (23,976 vers 24, 29,97 vers 30)</translation>
    </message>
    <message>
        <source>from 24 to 25 frames a second</source>
        <translation>de 24 à 25 images par seconde</translation>
    </message>
    <message>
        <source>from 25 to 24 frames a second</source>
        <translation>de 25 à 24 images par seconde</translation>
    </message>
    <message>
        <source>from 23.976 to 25 frames a second</source>
        <translation>de 23,976 à 25 images par seconde</translation>
    </message>
    <message>
        <source>from 25 to 23.976 frames a second</source>
        <translation>de 25 à 23,976 images par seconde</translation>
    </message>
    <message>
        <source>Speed of the sound</source>
        <translation>Vitesse du son</translation>
    </message>
    <message>
        <source>For a picture that runs at another speed; report and files say it</source>
        <translation>Pour une image qui défile à une autre vitesse ; le rapport et les fichiers le disent</translation>
    </message>
    <message>
        <source>Stretch the sound in time; else its pitch follows the speed, without a loss</source>
        <translation>Étirer le son dans le temps ; sinon sa hauteur suit la vitesse, sans perte</translation>
    </message>
</context>
<context>
    <name>Strictness</name>
    <message>
        <source>As separated</source>
        <translation>Tel que séparé</translation>
    </message>
    <message>
        <source>Bleed −{number}</source>
        <translation>Diaphonie −{number}</translation>
    </message>
    <message>
        <source>Artefacts −{number}</source>
        <translation>Artefacts −{number}</translation>
    </message>
</context>
<context>
    <name>StrictnessField</name>
    <message>
        <source>Up for less bleed of the other stems, down for fewer artefacts. Double-click for stems as they were separated.</source>
        <translation>Vers le haut pour moins de diaphonie des autres stems, vers le bas pour moins d’artefacts. Double clic pour les stems tels qu'ils ont été séparés.</translation>
    </message>
    <message>
        <source>'{text}' is none; type a number from -100 (fewest artefacts) to 100 (least bleed).</source>
        <translation>« {text} » ne convient pas ; saisissez un nombre de -100 (le moins d’artefacts) à 100 (le moins de diaphonie).</translation>
    </message>
</context>
<context>
    <name>TimeCanvas</name>
    <message>
        <source>{lane} lane</source>
        <translation>Piste {lane}</translation>
    </message>
</context>
<context>
    <name>TimeRuler</name>
    <message>
        <source>Marker {number}</source>
        <translation>Repère {number}</translation>
    </message>
    <message>
        <source>Add marker here</source>
        <translation>Ajouter un marqueur ici</translation>
    </message>
    <message>
        <source>Timecode</source>
        <translation>Timecode</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>Échantillons</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>Minutes</translation>
    </message>
    <message>
        <source>Go to {name}</source>
        <translation>Aller à {name}</translation>
    </message>
    <message>
        <source>Rename marker</source>
        <translation>Renommer le repère</translation>
    </message>
    <message>
        <source>Remove marker</source>
        <translation>Supprimer le repère</translation>
    </message>
    <message>
        <source>Loop the selection</source>
        <translation>Boucler la sélection</translation>
    </message>
    <message>
        <source>Stop looping</source>
        <translation>Arrêter la boucle</translation>
    </message>
    <message>
        <source>Start looping</source>
        <translation>Activer la boucle</translation>
    </message>
    <message>
        <source>Clear loop</source>
        <translation>Effacer la boucle</translation>
    </message>
    <message>
        <source>Time ruler</source>
        <translation>Règle du temps</translation>
    </message>
    <message>
        <source>Click to go there, drag to loop a range, right-click for markers</source>
        <translation>Cliquer pour y aller, glisser pour une boucle, clic droit pour les repères</translation>
    </message>
</context>
<context>
    <name>TimecodeFields</name>
    <message>
        <source>First frame</source>
        <translation>Première image</translation>
    </message>
    <message>
        <source>Frame at the playhead</source>
        <translation>Image à la tête de lecture</translation>
    </message>
    <message>
        <source>As another file…</source>
        <translation>Comme un autre fichier…</translation>
    </message>
    <message>
        <source>Where the timecode is said</source>
        <translation>Où le timecode est donné</translation>
    </message>
    <message>
        <source>Type the timecode of the first frame, or of the frame at the playhead, such as a clap or the start of LTC; or start where another movie or Broadcast WAV does</source>
        <translation>Saisissez le timecode de la première image, ou celui de l’image à la tête de lecture, par exemple un clap ou le début du LTC ; ou commencez là où commence un autre film ou un Broadcast WAV</translation>
    </message>
    <message>
        <source>as the movie counts</source>
        <translation>comme compte le film</translation>
    </message>
    <message>
        <source>Rate of the timecode</source>
        <translation>Cadence du timecode</translation>
    </message>
    <message>
        <source>How frames are counted; the sound is not pulled up or down by it</source>
        <translation>Comment les images sont comptées ; le son n’en est ni accéléré ni ralenti</translation>
    </message>
    <message>
        <source>File with the timecode</source>
        <translation>Fichier contenant le timecode</translation>
    </message>
    <message>
        <source>none</source>
        <translation>aucun</translation>
    </message>
    <message>
        <source>Timecode of the first frame</source>
        <translation>Timecode de la première image</translation>
    </message>
    <message>
        <source>Timecode of the frame at the playhead</source>
        <translation>Timecode de l’image à la tête de lecture</translation>
    </message>
    <message>
        <source>File whose start is taken</source>
        <translation>Fichier dont le début est repris</translation>
    </message>
    <message>
        <source>Timecode of the first frame, HH:MM:SS:FF; empty for that of the movie</source>
        <translation>Timecode de la première image, HH:MM:SS:FF ; vide pour celui du film</translation>
    </message>
    <message>
        <source>Timecode of the frame at the playhead, HH:MM:SS:FF; empty for that of the movie</source>
        <translation>Timecode de l’image à la tête de lecture, HH:MM:SS:FF ; vide pour celui du film</translation>
    </message>
    <message>
        <source>The files start where this one does</source>
        <translation>Les fichiers commencent là où celui-ci commence</translation>
    </message>
</context>
<context>
    <name>TimelineCommands</name>
    <message>
        <source>Add marker</source>
        <translation>Poser un repère</translation>
    </message>
    <message>
        <source>Import markers</source>
        <translation>Importer des marqueurs</translation>
    </message>
    <message>
        <source>Move marker</source>
        <translation>Déplacer le repère</translation>
    </message>
    <message>
        <source>Rename marker</source>
        <translation>Renommer le repère</translation>
    </message>
    <message>
        <source>Remove marker</source>
        <translation>Supprimer le repère</translation>
    </message>
    <message>
        <source>Loop</source>
        <translation>Boucle</translation>
    </message>
</context>
<context>
    <name>ToolBox</name>
    <message>
        <source>Tool</source>
        <translation>Outil</translation>
    </message>
    <message>
        <source>What the mouse selects with</source>
        <translation>Avec quoi la souris sélectionne</translation>
    </message>
    <message>
        <source>Box</source>
        <translation>Cadre</translation>
    </message>
    <message>
        <source>Lasso</source>
        <translation>Lasso</translation>
    </message>
    <message>
        <source>Brush</source>
        <translation>Pinceau</translation>
    </message>
    <message>
        <source>Wand</source>
        <translation>Baguette</translation>
    </message>
    <message>
        <source>Partials</source>
        <translation>Partiels</translation>
    </message>
</context>
<context>
    <name>ToolCorner</name>
    <message>
        <source>Select</source>
        <translation>Sélection</translation>
    </message>
    <message>
        <source>Select time and frequencies</source>
        <translation>Sélectionner temps et fréquences</translation>
    </message>
    <message>
        <source>Gain line</source>
        <translation>Gain</translation>
    </message>
    <message>
        <source>Draw gain over time</source>
        <translation>Dessiner le gain au fil du temps</translation>
    </message>
</context>
<context>
    <name>TrackBoxes</name>
    <message>
        <source>Music and effects (ME)</source>
        <translation>Musique et effets (ME)</translation>
    </message>
    <message>
        <source>Mixture without effects (MIX-FX)</source>
        <translation>Original sans effets (MIX-FX)</translation>
    </message>
    <message>
        <source>Mixture without music (MIX-MX)</source>
        <translation>Original sans musique (MIX-MX)</translation>
    </message>
    <message>
        <source>Residual (RES)</source>
        <translation>Résidu (RES)</translation>
    </message>
    <message>
        <source>Remix (REMIX)</source>
        <translation>Nouveau mixage (REMIX)</translation>
    </message>
    <message>
        <source>The sound of the movie as it was</source>
        <translation>Le son du film tel qu’il était</translation>
    </message>
    <message>
        <source>The sum of the stems with gain, mute, solo and gain lines, as you hear it</source>
        <translation>La somme des stems avec gains, muets, solos et courbes, telle que vous l’entendez</translation>
    </message>
    <message>
        <source>This stem as a file of its own</source>
        <translation>Ce stem dans un fichier à lui</translation>
    </message>
    <message>
        <source>Further tracks</source>
        <translation>Autres pistes</translation>
    </message>
    <message>
        <source>Sums and differences of stems and mixture; in whole steps they null exactly</source>
        <translation>Sommes et différences des stems et de l’original ; en pas entiers elles s’annulent exactement</translation>
    </message>
    <message>
        <source>Stems with their gains</source>
        <translation>Stems avec leurs gains</translation>
    </message>
    <message>
        <source>Write stems as they are heard; they do not sum to the original mixture then</source>
        <translation>Écrire les stems tels qu’on les entend ; leur somme n’est alors plus l’original</translation>
    </message>
</context>
<context>
    <name>TransportBar</name>
    <message>
        <source>Transport</source>
        <translation>Transport</translation>
    </message>
    <message>
        <source>Speed of playback</source>
        <translation>Vitesse de lecture</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Lecture</translation>
    </message>
    <message>
        <source>Speed {speed}</source>
        <translation>Vitesse {speed}</translation>
    </message>
</context>
<context>
    <name>TransportControls</name>
    <message>
        <source>Marker {number}</source>
        <translation>Repère {number}</translation>
    </message>
</context>
<context>
    <name>VersionCommands</name>
    <message>
        <source>Separate</source>
        <translation>Séparer</translation>
    </message>
    <message>
        <source>Keep the trial</source>
        <translation>Garder l’essai</translation>
    </message>
    <message>
        <source>Discard the trial</source>
        <translation>Abandonner l’essai</translation>
    </message>
    <message>
        <source>Remove a version</source>
        <translation>Supprimer une version</translation>
    </message>
    <message>
        <source>Rename a version</source>
        <translation>Renommer une version</translation>
    </message>
</context>
<context>
    <name>VersionController</name>
    <message>
        <source>1 step</source>
        <translation>1 pas</translation>
    </message>
    <message>
        <source>{n} steps</source>
        <translation>{n} pas</translation>
    </message>
    <message>
        <source>no picture</source>
        <translation>sans l’image</translation>
    </message>
    <message>
        <source>generated</source>
        <translation>généré</translation>
    </message>
    <message>
        <source>Trial: {how}</source>
        <translation>Essai : {how}</translation>
    </message>
</context>
<context>
    <name>VersionPanel</name>
    <message>
        <source>Versions</source>
        <translation>Versions</translation>
    </message>
    <message>
        <source>Every separation is kept here, to compare and go back.</source>
        <translation>Chaque séparation reste ici, pour comparer et revenir en arrière.</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Comparer</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Garder</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Abandonner</translation>
    </message>
    <message>
        <source>Let the trial take the place of what it covers</source>
        <translation>Mettre l’essai à la place de ce qu’il recouvre</translation>
    </message>
    <message>
        <source>Go back to what was there before</source>
        <translation>Revenir à ce qui était là avant</translation>
    </message>
    <message>
        <source>Is the trial better?</source>
        <translation>L’essai est-il meilleur ?</translation>
    </message>
    <message>
        <source>Change to {name}, and back</source>
        <translation>Passer à {name}, et revenir</translation>
    </message>
    <message>
        <source>There is no other version yet</source>
        <translation>Il n’y a pas encore d’autre version</translation>
    </message>
    <message>
        <source>on trial</source>
        <translation>à l’essai</translation>
    </message>
    <message>
        <source>heard now</source>
        <translation>écoutée</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Reprendre</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Renommer</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Show the folder</source>
        <translation>Montrer le dossier</translation>
    </message>
</context>
<context>
    <name>VersionWords</name>
    <message>
        <source>empty</source>
        <translation>vide</translation>
    </message>
    <message>
        <source>rest: {how}</source>
        <translation>reste : {how}</translation>
    </message>
    <message>
        <source>paused at {share}</source>
        <translation>en pause à {share}</translation>
    </message>
    <message>
        <source>stopping at {share}</source>
        <translation>s’arrête à {share}</translation>
    </message>
    <message>
        <source>separating {share}</source>
        <translation>séparation {share}</translation>
    </message>
    <message>
        <source>stopped before the first part</source>
        <translation>arrêtée avant la première partie</translation>
    </message>
    <message>
        <source>stopped at {share}</source>
        <translation>interrompu à {share}</translation>
    </message>
    <message>
        <source>made at {time}</source>
        <translation>faite à {time}</translation>
    </message>
    <message>
        <source>made on {date}</source>
        <translation>faite le {date}</translation>
    </message>
    <message>
        <source>1 step</source>
        <translation>1 pas</translation>
    </message>
    <message>
        <source>{n} steps</source>
        <translation>{n} pas</translation>
    </message>
    <message>
        <source>windows of {seconds} s</source>
        <translation>fenêtres de {seconds} s</translation>
    </message>
    <message>
        <source>a window every {seconds} s</source>
        <translation>une fenêtre toutes les {seconds} s</translation>
    </message>
    <message>
        <source>with picture</source>
        <translation>avec l’image</translation>
    </message>
    <message>
        <source>no picture</source>
        <translation>sans l’image</translation>
    </message>
    <message>
        <source>whole</source>
        <translation>en entier</translation>
    </message>
    <message>
        <source>{n} parts: {how}</source>
        <translation>{n} parties : {how}</translation>
    </message>
    <message>
        <source>{part}: {how}</source>
        <translation>{part} : {how}</translation>
    </message>
</context>
<context>
    <name>VideoView</name>
    <message>
        <source>Show &amp;faces</source>
        <translation>Montrer les &amp;visages</translation>
    </message>
    <message>
        <source>Show &amp;timecode</source>
        <translation>Montrer le &amp;timecode</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Image</translation>
    </message>
    <message>
        <source>Picture at {position}</source>
        <translation>Image à {position}</translation>
    </message>
    <message>
        <source>The picture of what is heard</source>
        <translation>L’image de ce qu’on entend</translation>
    </message>
</context>
<context>
    <name>WindowRow</name>
    <message>
        <source>Window</source>
        <translation>Fenêtre</translation>
    </message>
    <message>
        <source>Seconds that the network hears at once</source>
        <translation>Secondes que le réseau entend à la fois</translation>
    </message>
    <message>
        <source>Way to the next window</source>
        <translation>Écart jusqu’à la fenêtre suivante</translation>
    </message>
    <message>
        <source>Seconds from one window to the next: longer is faster, shorter is smoother</source>
        <translation>Secondes d’une fenêtre à la suivante : plus long est plus rapide, plus court est plus lisse</translation>
    </message>
    <message>
        <source>every</source>
        <translation>toutes les</translation>
    </message>
    <message>
        <source>Each second goes through the network {passes} times.</source>
        <translation>Chaque seconde passe {passes} fois par le réseau.</translation>
    </message>
</context>
</TS>
