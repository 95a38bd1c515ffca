"""What a sound holds that its file does not say, found by listening to it."""
