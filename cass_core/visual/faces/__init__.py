"""Faces: found, followed, and the one that speaks."""
