"""What a movie's working stems are called on disk, and whether something stands in their way."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from itertools import chain
from pathlib import Path

from cass_core.errors import CassError, OutputError
from cass_core.media.sound.block_sums import sums_path
from cass_core.programme.locations import SPOOL_PREFIX
from cass_core.stems.manifest import MANIFEST_NAME
from cass_core.stems.manifest_file import load_manifest
from cass_core.stems.stem_set import stems_lock
from cass_core.whole_files import parts_of


def check_not_begun(folder: Path) -> None:
    """Refuse a folder of working stems that holds finished chunks."""
    if _asked(folder.parent, lambda: _has_progress(folder)):
        raise OutputError(
            f"{folder} holds the work of an earlier run; use --resume to go on with it or "
            "--overwrite to start over."
        )


def _asked(folder: Path, question: Callable[[], bool]) -> bool:
    """The answer of a folder's disk; a sentence where it has none."""
    try:
        return question()
    except OSError as error:
        raise OutputError(
            f"{folder} cannot be used ({error.strerror or error}); choose another folder."
        ) from error


@contextmanager
def own_stems_folder(folder: Path, *, begins: bool) -> Iterator[None]:
    """Make the folder and have it alone; nothing in it is touched before.

    Args:
        folder: of working stems.
        begins: whether finished chunks of another run stand in the way.

    Yields:
        None: while nobody else writes there.

    Raises:
        OutputError: another run is at work there, or it cannot be written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if not os.access(folder, os.W_OK):
            raise OutputError(f"{folder} may not be written; choose another folder.")
    except OSError as error:
        raise OutputError(
            f"The folder {folder} cannot be made ({error.strerror or error}); choose another one."
        ) from error
    with stems_lock(folder).claim(folder):
        if begins:
            check_not_begun(folder)  # another run may have ended meanwhile
        yield


def remove_spools(folder: Path, spool: Path) -> None:
    """Remove work files that killed runs have left in a folder that is ours alone."""
    try:
        spools = (folder.glob(name) for name in (f"{SPOOL_PREFIX}*", f".{SPOOL_PREFIX}*.part*"))
        for path in [*chain(*spools), *parts_of(folder / MANIFEST_NAME)]:
            if path not in (spool, sums_path(spool)):
                path.unlink(missing_ok=True)
    except OSError as error:
        raise OutputError(
            f"{folder} cannot be used ({error.strerror or error}); choose another folder."
        ) from error


def _has_progress(folder: Path) -> bool:
    """Whether a run has left finished chunks; a damaged manifest is of no more use."""
    with suppress(CassError):
        return (folder / MANIFEST_NAME).exists() and load_manifest(folder).num_chunks > 0
    return False
