"""Libraries of the frozen folder for Linux, without debuggers' names and makers' folders."""

import os
import subprocess
from pathlib import Path

_LEAST_GAIN = 0.03


def strip_libraries(folder: Path) -> None:
    """Take names for debuggers out of libraries, where that gains something and harms none.

    Args:
        folder: the frozen one.
    """
    for library in folder.rglob("*.so*"):
        if library.is_symlink():
            continue
        stripped = library.with_name(library.name + ".stripped")
        command = ["strip", "--strip-unneeded", "-o", str(stripped), str(library)]
        done = subprocess.run(command, check=False, capture_output=True)
        most = library.stat().st_size * (1 - _LEAST_GAIN)
        if done.returncode == 0 and stripped.stat().st_size < most and _loads(stripped):
            os.replace(stripped, library)
        stripped.unlink(missing_ok=True)


def forget_build_places(folder: Path) -> None:
    """Let libraries be looked for beside each other, and not where their makers built them.

    Args:
        folder: the frozen one.
    """
    for library in folder.rglob("*.so*"):
        if library.is_symlink():
            continue
        told = _patchelf("--print-rpath", library)
        places = told.strip().split(":") if told.strip() else []
        kept = [place for place in places if place.startswith("$ORIGIN")]
        if kept and kept != places:
            _patchelf("--set-rpath", library, ":".join(kept))
        elif places and not kept:
            _patchelf("--remove-rpath", library)


def _patchelf(what: str, library: Path, *value: str) -> str:
    command = ["patchelf", what, *value, str(library)]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def _loads(library: Path) -> bool:
    """Whether its segments lie on pages; `strip` shifts those of libraries made to be moved."""
    told = subprocess.run(
        ["readelf", "-lW", str(library)], capture_output=True, text=True, check=True
    )
    segments = [line.split() for line in told.stdout.splitlines() if line.split()[:1] == ["LOAD"]]
    return all((int(one[1], 16) - int(one[2], 16)) % int(one[-1], 16) == 0 for one in segments)
