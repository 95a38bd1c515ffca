"""Changes of stems, worked out in tiles that lie at the same places whoever reads."""
