"""Training of the project's own tagger."""
