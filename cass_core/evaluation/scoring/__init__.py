"""Scores of separations of known mixtures."""
