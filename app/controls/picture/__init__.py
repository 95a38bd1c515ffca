"""Actions on the picture."""
