"""Names of files as libsndfile takes them."""

import os
from pathlib import Path


def sound_file_name(path: Path) -> str | bytes:
    """A name that may hold bytes which are no text, as systems other than Windows allow."""
    return str(path) if os.name == "nt" else os.fsencode(path)
