"""How good stems are: arrays in, number out."""
