"""Scores on real talking clips."""
