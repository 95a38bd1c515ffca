"""Networks of published separators, with the key names of their checkpoints; facts, not their code."""
