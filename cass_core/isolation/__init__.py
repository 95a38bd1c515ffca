"""Work on untrusted files in a process of its own, whose end costs one sentence."""
