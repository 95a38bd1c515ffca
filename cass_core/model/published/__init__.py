"""Networks of published separators, with the key names of their checkpoints."""
