"""Balance by the picture: what a network makes of a mixture, as gain lines of its stems."""
