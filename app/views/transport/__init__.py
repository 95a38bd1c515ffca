"""The transport bar and what stands in it."""
