"""What hints do for the neighbourhood of the place that they name, where the truth is known."""
