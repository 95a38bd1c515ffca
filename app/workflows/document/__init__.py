"""Movies and projects: opening, saving, recovery."""
