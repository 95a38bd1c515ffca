"""What of a programme a model hears: without a steady offset, folded so that nothing cancels."""
