"""Values out of files, checked for their kind and range before anybody uses them."""
