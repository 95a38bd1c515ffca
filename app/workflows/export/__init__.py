"""Exports: what was chosen, what it means, how it runs."""
