"""Many movies in one go: probed, separated, reviewed and delivered, here or on a cluster."""
