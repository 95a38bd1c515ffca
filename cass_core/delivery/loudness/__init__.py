"""Loudness of delivered tracks, and the targets of those who receive them."""
