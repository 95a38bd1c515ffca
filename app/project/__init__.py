"""The document: what is open, with signals and without widgets."""
