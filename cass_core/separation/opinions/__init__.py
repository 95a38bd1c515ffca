"""How several models are asked for the same stems."""
