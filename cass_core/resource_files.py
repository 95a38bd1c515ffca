"""Where the files that travel with the program lie."""

import atexit
import logging
import os
import shutil
import sys
import tempfile
from pathlib import Path

import platformdirs

APP_NAME = "cass-studio"
_log = logging.getLogger(__name__)


def resource(*parts: str) -> Path:
    """A path under `resources/`: of the source tree, else of the installed program."""
    for root in (Path(__file__).resolve().parents[1], Path(sys.prefix) / "share" / APP_NAME):
        path = root.joinpath("resources", *parts)
        if path.exists():
            return path
    return Path(__file__).resolve().parents[1].joinpath("resources", *parts)


def program_version() -> str:
    """Version of Cass Studio; "unknown" where it runs without being installed."""
    from importlib.metadata import PackageNotFoundError, version  # takes its time

    try:
        return version(APP_NAME)
    except PackageNotFoundError:
        return "unknown"


def user_data_folder() -> Path:
    """Models and settings of this user; CASS_DATA moves it."""
    moved = os.environ.get("CASS_DATA")
    return Path(moved) if moved else platformdirs.user_data_path(APP_NAME, appauthor=False)


def user_cache_folder() -> Path:
    """What can be made again, such as picture analyses; CASS_CACHE moves it.

    Where the usual folder cannot be written, as in a home that is read-only, one that lasts as
    long as this process takes its place, and that is said once.
    """
    moved = os.environ.get("CASS_CACHE")
    if moved:
        return Path(moved)
    usual = platformdirs.user_cache_path(APP_NAME, appauthor=False)
    return usual if _can_be_written(usual) else _passing_cache_folder(usual)


def _can_be_written(folder: Path) -> bool:
    """Whether it is there or can be made, as far as rights tell."""
    standing = next((place for place in (folder, *folder.parents) if os.path.exists(place)), None)
    return standing is not None and standing.is_dir() and os.access(standing, os.W_OK | os.X_OK)


def _passing_cache_folder(usual: Path) -> Path:
    """Also for the processes that this one starts: they inherit the variable."""
    folder = Path(tempfile.mkdtemp(prefix=f"{APP_NAME}-"))
    os.environ["CASS_CACHE"] = str(folder)
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    _log.warning("%s cannot be written; %s is used until the program ends.", usual, folder)
    return folder
