"""Undoable changes: the only writers of the project."""
