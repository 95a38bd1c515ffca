"""Sessions of editing programs around delivered files: one writer a file, one table of them."""
