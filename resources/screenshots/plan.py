"""Which pictures there are."""

SCENE_NAMES = (
    "first-run",
    "models",
    "movie-opened",
    "separating",
    "separated",
    "balance",
    "gain-line",
    "export-dialog",
    "error-state",
)
"""In the order in which they are taken."""

SCALES = (1, 2)
"""Device pixels of each pixel of the window."""
