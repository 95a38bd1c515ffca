"""From samples to coloured pixels: plain numpy, no widgets."""
