"""Pictures of a movie on the audio's clock."""
