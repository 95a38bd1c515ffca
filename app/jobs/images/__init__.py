"""Spectrograms and waveforms made in the background."""
