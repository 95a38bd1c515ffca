"""Training: data, one step, the loop."""
