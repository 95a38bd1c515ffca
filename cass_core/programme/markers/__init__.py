"""Markers of a programme, and the lists in which editing programs hand them on."""
