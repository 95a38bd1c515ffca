"""Which pictures there are."""

SCENE_NAMES = (
    "first-run",
    "models",
    "movie-opened",
    "isolate",
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

SMALL_SCENE_NAMES = ("review", "lasso")
"""Those of a small screen, of that size alone; the page of a review is `report.png`, that of a
delivery `report/delivery-report-*.png`."""

SMALL_PX = (1366, 768)
