"""Scenes: recipes drawn by chance, and what is rendered from them."""
