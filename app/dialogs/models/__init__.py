"""The window of all models that can be used."""
