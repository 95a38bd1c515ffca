"""Cass Studio's library: separate a movie's soundtrack into dialogue, effects and music."""
