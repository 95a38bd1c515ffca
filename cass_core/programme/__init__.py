"""A movie that is opened: where its files stand and what its decoders say."""
