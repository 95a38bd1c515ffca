"""Long work in threads of its own; the only part of the app that reaches the network."""
