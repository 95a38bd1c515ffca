"""Files that appear under their final names only when all of them are whole."""

import glob
import os
import re
from contextlib import suppress
from pathlib import Path
from types import TracebackType

from cass_core.errors import OutputError


class StagedFiles:
    """Write to `temporary(path)`, then `publish()`; leaving the context without it removes all.

    Files that stand under the final names stay untouched until `publish`, which replaces all
    of them or, when the system refuses one, none.
    """

    def __init__(self, paths: list[Path]) -> None:
        self._fresh = {path: path.with_name(f".{path.name}.{os.getpid()}.part") for path in paths}
        self._former = {path: path.with_name(f".{path.name}.{os.getpid()}.old") for path in paths}

    def temporary(self, path: Path) -> Path:
        """Where the content of a final path is to be written."""
        return self._fresh[path]

    def publish(self) -> None:
        """Give every file its final name, or put everything back and raise `OutputError`."""
        moves: list[tuple[Path, Path]] = []
        try:
            for path, fresh in self._fresh.items():
                if path.exists():
                    _move(path, self._former[path], moves)
                _move(fresh, path, moves)
        except OSError as error:
            for source, target in reversed(moves):
                os.replace(target, source)
            raise OutputError(
                f"{path} cannot be written ({error.strerror or error}); "
                "close the programs that use it or choose another folder."
            ) from error
        for former in self._former.values():
            former.unlink(missing_ok=True)

    def __enter__(self) -> "StagedFiles":
        for path, fresh in self._fresh.items():
            _remove_abandoned(path, fresh)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        for fresh in self._fresh.values():
            fresh.unlink(missing_ok=True)


def final_path(path: Path) -> Path:
    """The name that a file will have, for sentences; a name that is not staged stays."""
    staged = re.fullmatch(r"\.(.+)\.\d+\.part", path.name)
    return path.with_name(staged[1]) if staged else path


def _remove_abandoned(path: Path, fresh: Path) -> None:
    """Remove what killed runs have left of a file; it can be as large as the file itself."""
    for part in path.parent.glob(f".{glob.escape(path.name)}.[0-9]*.part"):
        if part != fresh:
            with suppress(OSError):
                part.unlink()


def _move(source: Path, target: Path, moves: list[tuple[Path, Path]]) -> None:
    os.replace(source, target)
    moves.append((source, target))
