"""What stands beside the untouched picture."""
