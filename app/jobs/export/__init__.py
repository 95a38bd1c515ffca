"""Exports: what is asked for, and its steps in a worker thread."""
