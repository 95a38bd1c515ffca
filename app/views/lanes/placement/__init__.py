"""How much of each stem stands in the wrong place, over time: a lane."""
