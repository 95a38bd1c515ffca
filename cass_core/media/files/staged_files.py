"""Files that appear under their final names only when all of them are whole."""

import glob
import os
import re
from collections.abc import Collection, Iterable
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import Self

from cass_core.closable import Closable
from cass_core.errors import OutputError
from cass_core.media.files.file_lock import FileLock
from cass_core.media.files.naming_journal import NamingJournal, journals_in
from cass_core.whole_files import parts_of, sync_file, sync_folder


class StagedFiles(Closable):
    """Write to `temporary(path)`, then `publish()`; leaving the context without it removes all.

    Files that stand under the final names stay untouched until `publish`, which replaces all
    of them or, when the system refuses one, none. A program that is killed in between leaves a
    journal, by which `restore_interrupted` puts the former set back. While the context lasts
    nobody else can stage the same files.
    """

    def __init__(self, paths: list[Path]) -> None:
        self._fresh = {path: path.with_name(f".{path.name}.{os.getpid()}.part") for path in paths}
        self._locks = ExitStack()

    def temporary(self, path: Path) -> Path:
        """Where the content of a final path is to be written."""
        return self._fresh[path]

    def publish(self) -> None:
        """Give every file its final name, or put everything back and raise `OutputError`."""
        at = next(iter(self._fresh))
        journal: NamingJournal | None = None
        try:
            for fresh in self._fresh.values():
                sync_file(fresh)
            journal = NamingJournal.begin(self._fresh) if len(self._fresh) > 1 else None
            for at, fresh in self._fresh.items():
                if journal is not None:
                    journal.keep_former(at)
                os.replace(fresh, at)
        except OSError as error:
            if journal is not None:
                journal.undo()
            raise OutputError(
                f"{at} cannot be written ({error.strerror or error}); "
                "close the programs that use it or choose another folder."
            ) from error
        if journal is not None:
            journal.finish()
        else:
            sync_folder(at.parent)

    def close(self) -> None:
        """Remove what was not published, and let others stage the same files."""
        for fresh in self._fresh.values():
            fresh.unlink(missing_ok=True)
        self._locks.close()

    def __enter__(self) -> Self:
        with ExitStack() as claiming:
            for path in self._fresh:
                claiming.enter_context(_lock(path).claim(path))
            self._locks = claiming.pop_all()
        for folder in {path.parent for path in self._fresh}:
            restore_interrupted(folder, self._fresh)
        _remove_left_over(self._fresh, set(self._fresh.values()))
        return self


def restore_interrupted(folder: Path, held: Collection[Path] = ()) -> None:
    """Put former files back where a program was killed while it gave several their names.

    Args:
        folder: where files are about to be written; it may be missing.
        held: files whose locks the caller has already.
    """
    with suppress(OSError):
        for journal, first in journals_in(folder):
            if first in held:
                NamingJournal.read(journal).undo()
                continue
            lock = _lock(first)
            if lock.acquire():  # nobody is at it any more
                with lock:
                    NamingJournal.read(journal).undo()


def final_path(path: Path) -> Path:
    """Where a file will stand, for sentences; names that are not staged stay."""
    found = (re.fullmatch(r"\.(.+?)(\.\d+)?\.part", part) for part in path.parts)
    return Path(*(f[1] if f else part for f, part in zip(found, path.parts, strict=True)))


def _lock(path: Path) -> FileLock:
    return FileLock(path.with_name(f".{path.name}.lock"))


def _remove_left_over(paths: Iterable[Path], own: set[Path]) -> None:
    """Remove what killed programs have left of files whose locks we have; it can be large."""
    for path in paths:
        with suppress(OSError):
            for former in path.parent.glob(f".{glob.escape(path.name)}.[0-9]*.old"):
                if path.exists():
                    former.unlink()
                else:
                    os.replace(former, path)
            for part in parts_of(path):
                if part not in own:
                    part.unlink()
