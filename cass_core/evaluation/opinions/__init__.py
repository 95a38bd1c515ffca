"""Which weights second opinions want, measured on known mixtures."""
