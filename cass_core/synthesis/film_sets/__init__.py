"""Film-like sets with known stems: drawn from a list of sources, at 48 kHz, mono to 5.1."""
