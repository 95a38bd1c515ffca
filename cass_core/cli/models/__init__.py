"""The shelf of models: listed, got, imported, chosen, checked."""
