"""Separations: queue, runs, takes and versions."""
