"""The computer itself: processor, memory, disk, screen, fonts."""

import os
import platform
import shutil
import sys
import tempfile
from pathlib import Path

from cass_core.diagnosis.finding import Finding, good, hint, problem
from cass_core.resource_files import user_cache_folder, user_data_folder

_GIB = 1 << 30
_LEAST_MEMORY, _LEAST_DISK = 4 * _GIB, 5 * _GIB
_FONT_FOLDERS = (
    "/usr/share/fonts",
    "/usr/local/share/fonts",
    "~/.local/share/fonts",
    "~/.fonts",
    "/run/host/fonts",  # of a Flatpak's host
)
_FONT_KINDS = (".ttf", ".otf", ".ttc", ".pfb")


def look_at_processor() -> Finding:
    """Cores that may be used, and memory."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    text = f"{platform.machine()}, {cores} core{'' if cores == 1 else 's'}"
    memory = _memory_bytes()
    if memory is None:
        return good("processor", text)
    text += f", {memory / _GIB:.1f} GiB of memory"
    if memory < _LEAST_MEMORY:
        return hint("processor", text, "Close other programs while you separate.")
    return good("processor", text)


def look_at_disk() -> list[Finding]:
    """The two folders that the program writes to."""
    return [
        _folder("data folder", user_data_folder(), "CASS_DATA"),
        _folder("cache folder", user_cache_folder(), "CASS_CACHE"),
    ]


def look_at_screen() -> Finding:
    """Whether the window has somewhere to go."""
    if not sys.platform.startswith("linux"):
        return good("screen", "of the desktop")
    for name in ("WAYLAND_DISPLAY", "DISPLAY"):
        if os.environ.get(name):
            return good("screen", f"{name}={os.environ[name]}")
    return hint("screen", "none", "Use the command `cass`, or start the window on a desktop.")


def look_at_fonts() -> Finding:
    """Whether the window can write; only Linux comes without fonts."""
    if not sys.platform.startswith("linux"):
        return good("fonts", "of the system")
    folders = [Path(folder).expanduser() for folder in _FONT_FOLDERS]
    found = next((folder for folder in folders if _has_fonts(folder)), None)
    if found is None:
        return problem("fonts", "none", "Install one, such as the package fonts-dejavu-core.")
    return good("fonts", f"in {found}")


def _has_fonts(folder: Path) -> bool:
    return any(
        name.lower().endswith(_FONT_KINDS) for _, _, names in os.walk(folder) for name in names
    )


def _folder(subject: str, folder: Path, variable: str) -> Finding:
    advice = f"Give yourself the right to write there, or let {variable} name another folder."
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            free = shutil.disk_usage(folder).free
    except OSError as error:
        return problem(subject, f"{folder} cannot be written ({error.strerror})", advice)
    text = f"{folder}, {free / _GIB:.1f} GiB free"
    if free < _LEAST_DISK:
        return hint(subject, text, f"Make room, or let {variable} name a folder on another disk.")
    return good(subject, text)


def _memory_bytes() -> int | None:
    """Of the whole computer; None where the system does not say it this way."""
    try:
        return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    except (AttributeError, OSError, ValueError):
        return None
