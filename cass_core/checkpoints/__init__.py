"""Weights on disk: safetensors and JSON, never code."""
