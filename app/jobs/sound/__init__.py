"""Decoding a movie's sound in the background."""
