"""Commands around film-like material: making it, and measuring on it."""
