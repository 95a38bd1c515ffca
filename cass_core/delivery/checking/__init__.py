"""Written files, read back before they get their names."""
