"""How well a rebalanced mix comes back to the mix that a film has."""
