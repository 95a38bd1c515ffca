"""What a separator must beat, and what no mask can pass."""
