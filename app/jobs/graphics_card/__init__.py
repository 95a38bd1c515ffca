"""The graphics card, and PyTorch for it: how it stands, and fetching what is missing."""
