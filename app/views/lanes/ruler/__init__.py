"""The time ruler above the lanes."""
