<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About Cass Studio</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Model card</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Program</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Components</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Version {version}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Separates the soundtrack of a movie into dialogue, effects and music, helped by what the picture shows. Nothing leaves this computer.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The program is free software under {licence}.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The weights of the starter model are offered under {licence}; the stems that you make with them are yours.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The packages of FFmpeg and Qt that it uses stand under the GPL and the LGPL; the page “Components” lists everything.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Components and their licences</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Component</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Version</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Licence</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>in {package}</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>&amp;Open…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Open a movie, a sound file or a project</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Open the &amp;demo scene</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Make a short scene with known stems and open it</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Open pro&amp;ject…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Open a saved project</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Files that were open before</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Save</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Save the project</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Save the project under another name</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Write the stems or the rebalanced mix to files</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Export &amp;beside the picture…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Write the rebalanced mix into a copy of the movie; the picture stays untouched</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Find the &amp;movie…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Tell where the movie of this project lies now</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Close</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Close the project</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Close the project and the program</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Take the last change back</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Make the change again</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Select the whole programme</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Select &amp;nothing</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Drop the selection</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Remove the marker or the point of a gain line that is selected</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Find an action…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Search all actions by name and run one</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Keyboard shortcuts…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Change the keys of all actions</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Preferences…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Change how the program looks, sounds and works</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Show all &amp;keys</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>List all actions with their keys</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Start page</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Show the page that the program started with</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Open the &amp;log</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Show the file that notes what went wrong</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;About Cass Studio</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Version, licences and the model card</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Dialogue lane (DX)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Keys act on dialogue</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Effects lane (FX)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Keys act on effects</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Music lane (MX)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Keys act on music</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Mix lane</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Keys act on the mix</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Solo</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Hear the focused stem alone</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Mute</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Silence the focused stem</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Solo &amp;dialogue</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Hear dialogue alone</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Solo &amp;effects</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Hear effects alone</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Solo m&amp;usic</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Hear music alone</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Louder</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Raise the gain of the focused lane by 1 dB</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Quieter</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Lower the gain of the focused lane by 1 dB</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Selection l&amp;ouder</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Raise the selected part of the focused stem by 1 dB</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Selection quie&amp;ter</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Lower the selected part of the focused stem by 1 dB</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Reset the mix</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>All gains to 0 dB, no solo, no mute, no gain lines</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Separate</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Separate the whole programme into dialogue, effects and music</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Separate se&amp;lection</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Separate the selected part first, or again with other settings</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Resume</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Go on with a separation that was stopped</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Let the separation stand still and free the processor</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>End the separation; what is finished is kept</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Next version</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Hear and see the next version of the stems</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>C&amp;ompare versions</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Change between this version and the last one, equally loud</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Keep the new part</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Keep the new separation of the part</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Discard the new part</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Go back to the earlier separation of the part</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Play</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Play or stop</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Play at &amp;half speed</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Play slowly, to find a place</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>To the &amp;start</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Move the playhead to the start</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>To the &amp;end</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Move the playhead to the end</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Shuttle &amp;back</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Play backwards; again for twice the speed</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>S&amp;top</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Stop where the playhead is</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Shuttle &amp;forward</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Play forwards; again for twice the speed</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>One frame back</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Move the playhead by a frame</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>One frame forward</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Ten frames back</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Move the playhead by ten frames</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Ten frames forward</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Loop</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Play the range between in and out again and again</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Set &amp;in point</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The loop starts at the playhead</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Set &amp;out point</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The loop ends at the playhead</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Clear in and out</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Forget the range of the loop</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Add &amp;marker</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Mark the place of the playhead</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Pre&amp;vious marker</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Move the playhead to the marker before it</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Next marker</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Move the playhead to the marker behind it</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Hear the o&amp;riginal</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Hear the original sound instead of the mix of the stems</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Return &amp;when stopped</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The playhead goes back to where playing began</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Show less time, around the playhead</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Show more time</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Zoom to &amp;selection</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Show what is selected, and nothing else</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Zoom to &amp;all</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Show the whole programme</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Zoom &amp;back</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Change between this and the last view</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Fo&amp;llow the playhead</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Turn the page when the playhead leaves it</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Waveform</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Draw the waveform over the spectrograms</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Picture</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Show the picture</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Select with the &amp;mouse</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The mouse selects time and frequency</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Draw &amp;gain with the mouse</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The mouse draws how loud a stem is over time</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Mel</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Frequencies as the ear tells them apart</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Logarithmic</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Each octave takes the same height</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>L&amp;inear</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Each hertz takes the same height</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Timecode</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Positions in hours, minutes, seconds and frames</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Samples</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Positions in samples</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Minutes and seconds</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Positions in minutes, seconds and milliseconds</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Dark colours</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Light</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Light colours</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>As the des&amp;ktop</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Dark or light as the desktop is</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>F&amp;ull screen</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Use the whole screen</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Frequency axis</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Time format</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>T&amp;heme</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Transport</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Stems</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Se&amp;paration</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>No files yet</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>Autosaving</name>
    <message>
        <source>Changes cannot be kept for the case of a crash, save often: {reason}</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>ChoiceForm</name>
    <message>
        <source>Look at the picture</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Faithful</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Generated</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>There is no picture in this file</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Faces and motion tell the model which sounds belong to the scene</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Only a movie with a picture can be looked at</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The network that separates</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Every sample comes from the movie itself.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The model's own sound below 8 kHz: made up.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Picture</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Sound</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Find an action</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>What do you want to do?</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>No action fits; only what is possible now is listed.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Actions that fit</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>DeviceBox</name>
    <message>
        <source>Output device</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Sound device that is played on</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>{device} (not connected)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>No sound device</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Desktop’s device</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>DeviceChoice</name>
    <message>
        <source>The sound device</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>{device} is gone; playback has stopped, play again on another device.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>No sound device could be opened; picture and playhead run in silence.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>{device} could not be opened; the default device is used.</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>ErrorDialog</name>
    <message>
        <source>Details</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Show details</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Copy details</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Open the log</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>What a report of this fault should hold</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Copy what a report of this fault should hold</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Your work is safe; go on, or save under another name to be sure.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Copied</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Hide details</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Sound files</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Movie with the remix</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Replace existing files</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Stems, mixture or remix as WAV or FLAC</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>A copy of the movie: the picture untouched, the remix as its sound</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Replace the files that are listed</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Write the files; you can go on working meanwhile</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Close without exporting</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Names of the files</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Tracks</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Range</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Format</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Folder, name</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Files</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>{start} to {stop}, {minutes}:{seconds} min</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>{name} (exists)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Up to {size}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>About {size}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>, {free} free</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>ExportPlanner</name>
    <message>
        <source>Allow the existing files to be replaced, or choose another name or folder.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The sound is still being decoded; wait a moment.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Nothing is chosen; choose stems, the mixture or the remix.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>There is no picture; export the remix as a sound file.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The folder needs a full path; choose one.</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>ExportProgressPanel</name>
    <message>
        <source>Export</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>What to know about the export</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Change…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Show in folder</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Dismiss</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Progress of the export</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Stop the export; no file is left behind</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Export the same once more</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Choose another folder, name or format</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Open the folder of the files</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Close this message</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Measuring the peaks</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Writing the files</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Reading the files back</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Starting the export</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Stopping the export</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The export was cancelled</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Not exported</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>1 file exported</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>{count} files exported</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source> · stems sum bit for bit to the mixture</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>FaceLayer</name>
    <message>
        <source>Face {number}, speaking</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Face {number}</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>FileControls</name>
    <message>
        <source>Save the project</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Open a movie, a sound file or a project</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Open a project</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Cass Studio projects (*{suffix})</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>FirstRunPage</name>
    <message>
        <source>Start page</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>What went wrong</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Dialogue, effects and music out of a movie’s mixed sound.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Drop a movie, a sound file or a project here</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Open…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Open the demo scene</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The picture helps: faces and cuts tell voices from effects.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The stems always sum to the original, sample for sample.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Everything stays on this computer and has a key: press F1.</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>FormatBoxes</name>
    <message>
        <source>Dither the remix</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>If the remix passes full scale:</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>write 32-bit float instead</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>turn it down as a whole</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>32-bit float</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>{bits}-bit</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>File type</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Bit depth</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Format of the movie; the picture stays untouched</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>What happens to a remix that passes full scale</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Noise of one step that hides the rounding to 16 bits</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>FormatCorner</name>
    <message>
        <source>How positions are written</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>GainField</name>
    <message>
        <source>Drag or turn the wheel to change, type a number, double-click for 0 dB.</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>GeneralPage</name>
    <message>
        <source>General</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>As the desktop</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Theme</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Colours of the window</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Language of menus and sentences</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Another language is spoken from the next start on.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Edits are kept safe every 20 seconds, also in projects that were never saved:
{folder}</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>KeyMap</name>
    <message>
        <source>Cass Studio</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Pro Tools-like</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Reaper-like</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>LaneCanvas</name>
    <message>
        <source>{lane} lane</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Reading the sound…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Not separated yet</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Press Separate to see and hear the {stem} alone</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>LaneHeader</name>
    <message>
        <source>Mixture</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>{lane}, {words}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>{lane} gain</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>{lane} level</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Solo {lane}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Solo. With Ctrl: only this one.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Mute {lane}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Mute</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Hear the original mixture</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Peak {level} dB</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>LevelMeter</name>
    <message>
        <source>Level and held peak. Click to put the clip lamp out.</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>LoudnessPanel</name>
    <message>
        <source>Loudness in LUFS of the last {time}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Momentary loudness</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Short-term loudness</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Integrated loudness</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Loudness in LUFS since playing began</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>True peak</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Highest true peak in dBTP since playing began</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Measure loudness anew</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Measure integrated loudness and true peak anew</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Making the demo scene…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Opening {name}…</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>MarkerEditor</name>
    <message>
        <source>Name of the marker</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>MixCommands</name>
    <message>
        <source>{stem} gain</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Master gain</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Mute {stem}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Unmute {stem}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Solo {stem}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>End solo of {stem}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>{stem} gain line</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>{stem} clip gain</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Reset mix</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>MonitorSwitch</name>
    <message>
        <source>Mix</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Hear the mix of the stems</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Original</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Hear the original sound</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>OverviewStrip</name>
    <message>
        <source>Overview</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Drag the box to scroll, its edges to zoom</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>PictureState</name>
    <message>
        <source>No movie is open</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Open a movie, or drop one on the window.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>No picture</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This file is sound alone; it can be separated all the same.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Opening the picture…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The picture cannot be shown</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The picture of what is heard</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>PlaceFields</name>
    <message>
        <source>Choose…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Insert</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Folder of the files; it is made when it is missing</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Name of the files; words in braces are filled in</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Choose a folder</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Insert a field into the name</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Project</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Movie</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Stem</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Version</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Date</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Start timecode</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Sample rate</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Bit depth</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Folder for the files</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>PlaybackPage</name>
    <message>
        <source>Playback</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Output device</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Sound device that is played on</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Return to the start when stopped</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The playhead goes back to where playing began</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Compare equally loud</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The original is played as loud as the mix</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>PositionField</name>
    <message>
        <source>Position</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Where the playhead is; click and type to go somewhere</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Pages</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>What to change</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>ProjectReading</name>
    <message>
        <source>{number} of the project's separations cannot be found (the first was in {folder}) and left out; bring the folder back and open the project again before you save it.</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>Questions</name>
    <message>
        <source>Save the changes to “{name}”?</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Without saving, the mix, the markers and the list of versions go back to what they were. Finished stems stay on disk.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Don’t save</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This folder holds stems of this movie already:
{names}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Replace the earlier stems?</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Replace</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Stop the separation and close?</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>What is finished is kept; the run can be resumed later.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Stop and close</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Discard the changes to “{name}”?</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>They cannot be brought back. The project’s own file and finished stems stay on disk.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Discard</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>RangeButtons</name>
    <message>
        <source>Whole programme</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Selection</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Loop</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Separated part</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>RecentList</name>
    <message>
        <source>Opened before</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Open {file}</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>RecoveryDialog</name>
    <message>
        <source>Recover</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Discard…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Later</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Unsaved changes were found</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>never saved, movie {name}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Projects with unsaved changes</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Open the project with the changes that were not saved</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Give these changes up for good</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Keep the changes and ask again at the next start</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Cass Studio ended before these projects were saved. Recover one to go on where it was; saving it stays your choice.</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>RelinkDialog</name>
    <message>
        <source>Locate…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Locate the movie</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Comparing the file with the movie of the project…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Where the movie was</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Where the movie is now</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>not located yet</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Comparison</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Choose the file that the project was made with</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Open the project with this file</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Leave the project closed</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The movie “{movie}” of the project “{name}” is missing or was moved.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>It was here</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>It is here now</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Use anyway</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This is the movie that the project was made with.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The content differs from the movie that the project was made with. Positions, gain lines and separations may not fit; locate another file, or use this one anyway.</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>RunProgress</name>
    <message>
        <source>Progress of the separation</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Keep the stems in my folder</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Problem</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Notices</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Stand still and free the processor, or go on</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>End the separation; what is finished is kept</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Go on where it failed</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Resume</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Pausing</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Paused</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Stopping</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>RunWords</name>
    <message>
        <source>Loading the model</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Decoding the sound</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Looking at the picture</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Separating</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>{n} s</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>{n} min</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>a few seconds left</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>about {time} left</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Time is known after the first run</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>About {time} on this computer's graphics card</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>About {time} on this computer's Apple GPU</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>About {time} on this computer's CPU</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>{words}, plus a first look at the picture</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>Saving</name>
    <message>
        <source>{path} exists already; choose it by its whole name to replace it.</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>SeparationPage</name>
    <message>
        <source>Separation and disk</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Choose…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Beside the movie</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Clear the cache</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Where the stems of movies that are opened from now on are kept</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Folder for takes</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Keep stems in a folder beside each movie</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Largest cache</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Decoded sound and drawn spectrograms; the oldest go first</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Remove all that can be made again; stems and projects stay</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Measuring the cache…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The cache takes {size} GB in {count} files.</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>SeparationPanel</name>
    <message>
        <source>Separation</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Measure</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Why it is not a graphics card</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Separate</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Separate selection</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Stopped run</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Separate a minute of noise to find out how long it takes</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Measuring…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Runs on {name}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Resume</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Separate the whole programme</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Open a movie first</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>{how}: stopped at {share:.0%}. Resume goes on where it was.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Select a part of the time axis first</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Separate the selected part before the rest</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>{words}: about {time}</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>ShortcutEditor</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Set</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>No key</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Reset</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Reset all</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Preset</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Keys as in another program; your own changes go</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Search actions, menus and keys</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>New key</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Click here and press the key</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Give the action this key instead of its former ones</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Take the keys away from the action</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Give the action the preset's keys again</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Give all actions the preset's keys again</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Move here</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>“{key}” belongs to “{action}” now; it will lose the key.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>“{action}” is on “{key}”.</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>ShortcutTable</name>
    <message>
        <source>Actions and their keys</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Action</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Menu</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>SpectrogramPage</name>
    <message>
        <source>Spectrogram</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Mel</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Logarithmic</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Linear</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Draw the waveform over it</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Timecode</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Samples</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Minutes and seconds</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Frequency axis</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>How frequencies share the height</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Floor</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Level that is drawn darkest, in dBFS</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Ceiling</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Level that is drawn brightest, in dBFS</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Colours</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>From silent to loud; cividis for all eyes</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The outline of the sound lies over its colours</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Time format</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>How positions are written</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Inferno</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Viridis</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Cividis (colour-blind safe)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Grey</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>TimeRuler</name>
    <message>
        <source>Marker {number}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Time ruler</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Click to go there, drag to loop a range, right-click for markers</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>TimelineCommands</name>
    <message>
        <source>Add marker</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Move marker</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Rename marker</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Remove marker</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Loop</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>ToolCorner</name>
    <message>
        <source>Select</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Select time and frequencies</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Gain line</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Draw gain over time</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>TrackBoxes</name>
    <message>
        <source>Dialogue (DX)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Effects (FX)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Music (MX)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Mixture (MIX)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Remix (REMIX)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The sound of the movie as it was</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The sum of the stems with gain, mute, solo and gain lines, as you hear it</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This stem as a file of its own</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Stems with their gains</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Write stems as they are heard; they do not sum to the original mixture then</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>TransportBar</name>
    <message>
        <source>Transport</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Speed of playback</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Play</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Speed {speed}</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>TransportControls</name>
    <message>
        <source>Marker {number}</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>VersionCommands</name>
    <message>
        <source>Separate</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Keep the trial</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Discard the trial</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Remove a version</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Rename a version</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>VersionPanel</name>
    <message>
        <source>Versions</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Every separation is kept here, to compare and go back.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Compare</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Keep</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Discard</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Let the trial take the place of what it covers</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Go back to what was there before</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Is the trial better?</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Change to {name}, and back</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>There is no other version yet</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>on trial</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>heard now</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Resume</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Rename</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Show the folder</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>VersionWords</name>
    <message>
        <source>empty</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>stopped at {share}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>1 step</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>{n} steps</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>with picture</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>no picture</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>whole</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>whole and {n} parts</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>VersionsDesk</name>
    <message>
        <source>Trial: {how}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>1 step</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>{n} steps</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>no picture</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>generated</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>VideoView</name>
    <message>
        <source>Show &amp;faces</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Show &amp;timecode</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Picture</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Picture at {position}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The picture of what is heard</source>
        <translation type="unfinished" />
    </message>
</context>
</TS>
