"""How the program looks: theme, colours, style sheet, icons."""
