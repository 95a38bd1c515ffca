"""What the user sets out to do, from the first click to the last file; no widgets."""
