"""The corpus: clips, where they come from and what is known about them."""
