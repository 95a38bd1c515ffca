"""Files that appear under their final names only when all of them are whole."""

import glob
import os
import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from types import TracebackType

from cass_core.errors import OutputError
from cass_core.whole_files import parts_of, sync_folder


class StagedFiles:
    """Write to `temporary(path)`, then `publish()`; leaving the context without it removes all.

    Files that stand under the final names stay untouched until `publish`, which replaces all
    of them or, when the system refuses one, none. A name is never without a file: the former one
    is kept as `.NAME.PID.old` while several are replaced, and the next who writes the same files
    puts it back where a killed program did not come to the end.
    """

    def __init__(self, paths: list[Path]) -> None:
        self._fresh = {path: path.with_name(f".{path.name}.{os.getpid()}.part") for path in paths}
        self._former = {path: path.with_name(f".{path.name}.{os.getpid()}.old") for path in paths}

    def temporary(self, path: Path) -> Path:
        """Where the content of a final path is to be written."""
        return self._fresh[path]

    def publish(self) -> None:
        """Give every file its final name, or put everything back and raise `OutputError`."""
        published: list[Path] = []
        try:
            for path, fresh in self._fresh.items():
                if len(self._fresh) > 1 and path.exists():
                    _keep(path, self._former[path])
                os.replace(fresh, path)
                published.append(path)
        except OSError as error:
            self._put_back(published)
            raise OutputError(
                f"{path} cannot be written ({error.strerror or error}); "
                "close the programs that use it or choose another folder."
            ) from error
        for former in self._former.values():
            former.unlink(missing_ok=True)
        for folder in {path.parent for path in self._fresh}:
            sync_folder(folder)

    def __enter__(self) -> "StagedFiles":
        _recover(self._fresh, set(self._fresh.values()))
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        for fresh in self._fresh.values():
            fresh.unlink(missing_ok=True)

    def _put_back(self, published: list[Path]) -> None:
        for path, former in self._former.items():
            if former.exists():
                _restore(former, path)
            elif path in published:
                path.unlink()


def final_path(path: Path) -> Path:
    """The name that a file will have, for sentences; a name that is not staged stays."""
    staged = re.fullmatch(r"\.(.+)\.\d+\.part", path.name)
    return path.with_name(staged[1]) if staged else path


def _keep(path: Path, former: Path) -> None:
    """A second name for a file, or, where the disk knows no links, another name."""
    try:
        os.link(path, former)
    except OSError:
        os.replace(path, former)


def _restore(former: Path, path: Path) -> None:
    os.replace(former, path)
    former.unlink(missing_ok=True)  # two names of one file: the system leaves both


def _recover(paths: Iterable[Path], own: set[Path]) -> None:
    """Undo what a killed run has half published, and remove what it left.

    Whoever still had a `.part` had not given all names yet. What is left can be as large as the
    files themselves.
    """
    parts = [part for path in paths for part in parts_of(path) if part not in own]
    unfinished = {_owner(part) for part in parts}
    for path in paths:
        for former in _formers_of(path):
            with suppress(OSError):
                if _owner(former) in unfinished or not path.exists():
                    _restore(former, path)
                else:
                    former.unlink()
    for part in parts:
        with suppress(OSError):
            part.unlink()


def _formers_of(path: Path) -> Iterator[Path]:
    return path.parent.glob(f".{glob.escape(path.name)}.[0-9]*.old")


def _owner(path: Path) -> str:
    """Number of the process that made a temporary file."""
    return path.name.split(".")[-2]
