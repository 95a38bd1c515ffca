"""What was found in the stems that belongs elsewhere."""
