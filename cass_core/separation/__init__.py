"""Inference on a whole programme."""
