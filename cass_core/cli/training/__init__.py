"""Training: of separators, and of the small networks behind reviews and scores."""
