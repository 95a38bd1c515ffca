"""Whether this computer has what the program needs, and what to do where it has not."""
