"""Less bleed or fewer artefacts: the soft masks' decision, made again without the network."""
