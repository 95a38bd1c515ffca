"""Conditional flow matching: path, objective, integration. Knows no network."""
