"""The right part of a lane: what is painted in it, and the mouse tools."""
