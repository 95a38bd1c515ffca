"""Which pictures there are."""

SCENE_NAMES = (
    "first-run",
    "movie-opened",
    "separating",
    "separated",
    "gain-line",
    "export-dialog",
    "error-state",
)
"""In the order in which they are taken."""

TWICE_AS_LARGE = ("first-run", "separated", "gain-line")
"""Taken at double scale as well; all of them would weigh too much for a repository."""
