"""A whole movie, from its file to stems on disk."""
