"""Where the files that travel with the program lie."""

import os
import sys
from pathlib import Path

import platformdirs

APP_NAME = "cass-studio"


def resource(*parts: str) -> Path:
    """A path under `resources/`: of the source tree, else of the installed program."""
    for root in (Path(__file__).resolve().parents[1], Path(sys.prefix) / "share" / APP_NAME):
        path = root.joinpath("resources", *parts)
        if path.exists():
            return path
    return Path(__file__).resolve().parents[1].joinpath("resources", *parts)


def user_data_folder() -> Path:
    """Models and settings of this user; CASS_DATA moves it."""
    moved = os.environ.get("CASS_DATA")
    return Path(moved) if moved else platformdirs.user_data_path(APP_NAME, appauthor=False)


def user_cache_folder() -> Path:
    """What can be made again, such as picture analyses; CASS_CACHE moves it."""
    moved = os.environ.get("CASS_CACHE")
    return Path(moved) if moved else platformdirs.user_cache_path(APP_NAME, appauthor=False)
