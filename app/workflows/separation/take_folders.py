"""Where takes stand on disk: a folder each, made when it is needed and deleted file by file."""

import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from uuid import uuid4

from PySide6.QtCore import QCoreApplication

from app.environment.library_sentences import translated
from app.project.versions import Versions
from cass_core.errors import OutputError
from cass_core.programme.locations import takes_folder
from cass_core.stem_names import STEMS
from cass_core.stems.manifest import MANIFEST_NAME
from cass_core.stems.stem_set import mixture_path, stem_path, stems_lock
from cass_core.whole_files import parts_of


def new_take_folder(folder: Path, versions: Versions) -> Path:
    """Make a folder that no take has, neither here nor in another window.

    Args:
        folder: the project's.
        versions: whose takes have names already.

    Returns:
        A path whose last part is the take's name.

    Raises:
        OutputError: nothing can be written there.
    """
    takes = takes_folder(folder)
    try:
        takes.mkdir(parents=True, exist_ok=True)
        if not os.access(takes, os.W_OK):
            raise PermissionError(0, QCoreApplication.translate("Faults", "it may not be written"))
        number, name = 1, versions.free_take_name()
        while versions.take(name) is not None or not _made(takes / name):
            number, name = number + 1, f"take {number:03d}"
    except OSError as error:
        words = QCoreApplication.translate(
            "Faults", "The stems cannot be kept in {folder} ({reason}); choose another folder."
        )
        reason = translated(error.strerror or str(error))
        raise OutputError(words.format(folder=takes, reason=reason)) from error
    return takes / name


def _made(folder: Path) -> bool:
    """Whether the folder is a new one; the system gives a name to one only."""
    try:
        folder.mkdir()
    except FileExistsError:
        return False
    return True


def set_aside(folder: Path) -> Path | None:
    """Rename a take's folder, so that a new take may have its name while it is being deleted.

    Args:
        folder: of a take that nobody reads any more.

    Returns:
        Where its files are now, None where nothing of ours is there or it is in use.
    """
    aside = folder.with_name(f".deleted {uuid4().hex}")
    own = {path.name for path in _own_files(folder)}
    try:
        if not folder.is_dir():
            return None
        lock = stems_lock(folder)
        if not lock.acquire():  # another window, or its separation, is at work there
            return None
        lock.release()
        if not (folder / MANIFEST_NAME).is_file():
            folder.rmdir()
            return None
        if any(path.name not in own for path in folder.iterdir()):
            return folder
        folder.rename(aside)
    except OSError:
        return None
    return aside


def delete_takes(folders: Iterable[Path]) -> None:
    """Delete stems that we have written; whatever else stands in the folders stays.

    Args:
        folders: of takes that nobody reads any more.
    """
    for folder in folders:
        with suppress(OSError):
            for path in _own_files(folder):
                path.unlink(missing_ok=True)
            folder.rmdir()


def _own_files(folder: Path) -> tuple[Path, ...]:
    """What we write; the manifest is first: without one the rest is of no use to anybody."""
    tracks = (mixture_path(folder), *(stem_path(folder, stem) for stem in STEMS))
    manifest = folder / MANIFEST_NAME
    return (manifest, *parts_of(manifest), *tracks, stems_lock(folder).path)
