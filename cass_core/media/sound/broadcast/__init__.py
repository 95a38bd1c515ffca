"""What a Broadcast WAV says beside its sound: bext, iXML and cue chunks, read and written."""
