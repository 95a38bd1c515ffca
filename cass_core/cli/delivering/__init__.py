"""Stems as the files that a house accepts."""
