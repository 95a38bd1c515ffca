"""Scores on built film-like sets: improvement, confusion of the sources, leakage."""
