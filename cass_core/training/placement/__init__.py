"""Training of the network that says whose sound each cell of a stem holds."""
