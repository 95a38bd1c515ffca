"""How suspicious each moment of each stem is: all evidence of a stretch, weighed together."""
