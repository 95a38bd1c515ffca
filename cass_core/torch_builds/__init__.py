"""PyTorch for a graphics card, beside the one for processors that the installed program carries."""
