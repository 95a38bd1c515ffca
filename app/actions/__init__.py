"""Every action of the program: its table, its keys, when it is possible."""
