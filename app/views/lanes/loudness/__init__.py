"""Loudness over time: a lane of curves."""
