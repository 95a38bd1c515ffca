"""What a user writes to a helper."""
