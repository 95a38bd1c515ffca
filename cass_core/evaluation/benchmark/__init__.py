"""Speed and memory of the separator on this machine."""
