"""The lanes: ruler, overview, spectrograms, headers."""
