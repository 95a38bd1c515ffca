"""Picture to two feature streams on the audio's clock."""
