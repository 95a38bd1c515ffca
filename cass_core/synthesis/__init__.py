"""Training material: catalogue, recipes, mixtures, picture cues."""
