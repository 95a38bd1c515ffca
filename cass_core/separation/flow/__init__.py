"""How a flow model separates: windows in batches, joined, rendered on every channel."""
