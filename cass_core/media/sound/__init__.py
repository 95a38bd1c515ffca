"""Sound files: decoding exact to the sample, float waves, WAV and FLAC writers."""
