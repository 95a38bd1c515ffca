"""Scores of the review: programmes with planted misplacements, and what is found of them."""
