"""Commands that are led by something in the picture."""
