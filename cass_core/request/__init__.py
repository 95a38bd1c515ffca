"""What is asked of a separation; plain values that load nothing big."""
