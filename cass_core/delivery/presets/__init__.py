"""Deliveries by preset: what a house wants, planned, listed, written one after the other."""
