"""Repairs of stems: what is selected in time and frequency, and what is done with it."""
