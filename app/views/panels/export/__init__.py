"""Exports that run, wait or have ended: a line for each."""
