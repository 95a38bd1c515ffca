"""What a delivery is found to be: loudness, faults, checksums, as JSON and as a page."""
