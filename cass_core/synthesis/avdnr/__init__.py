"""AVDnR: test mixtures with stems and movies."""
