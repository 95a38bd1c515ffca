"""How the project is seen."""
