"""What is written down while several files get their names, so that a kill in between is undone."""

import json
import os
import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from cass_core.checked.json_file import read_json
from cass_core.checked.json_table import BadValueError, JsonTable
from cass_core.whole_files import sync_folder

_NAME = re.compile(r"\.(.+)\.(\d+)\.naming")


@dataclass(frozen=True)
class NamedFile:
    """One file of a set.

    Attributes:
        name: that it is to have.
        replaces: whether another one had the name before.
        size: of the new one, in bytes.
        modified_ns: time of the new one; with the size it tells it from somebody else's.
    """

    name: str
    replaces: bool
    size: int
    modified_ns: int


class NamingJournal:
    """A file `.FIRST.PID.naming` that stands beside a set while its files get their names.

    While it stands, the former set counts; when it is gone, the new one does.
    """

    def __init__(self, path: Path, files: tuple[NamedFile, ...]) -> None:
        self.path, self._files = path, files

    @classmethod
    def begin(cls, fresh: Mapping[Path, Path]) -> "NamingJournal":
        """Write down what is about to happen.

        Args:
            fresh: the written file for each final path, all in one folder.

        Returns:
            The journal; end it with `finish` or `undo`.
        """
        files = []
        for path, part in fresh.items():
            told = part.stat()
            files.append(NamedFile(path.name, path.exists(), told.st_size, told.st_mtime_ns))
        first = next(iter(fresh))
        journal = cls(first.with_name(f".{first.name}.{os.getpid()}.naming"), tuple(files))
        try:
            with journal.path.open("w", encoding="utf-8") as file:
                json.dump([vars(each) for each in files], file)
                file.flush()
                os.fsync(file.fileno())
        except OSError:
            journal.path.unlink(missing_ok=True)
            raise
        return journal

    @classmethod
    def read(cls, path: Path) -> "NamingJournal":
        """A journal that a killed program has left; without files where it was not yet written."""
        files: tuple[NamedFile, ...] = ()
        with suppress(OSError, BadValueError):
            files = JsonTable({"files": read_json(path)}, "").each("files", _named_file)
        return cls(path, files)

    def keep_former(self, path: Path) -> None:
        """Keep what has the name under another one; where the disk knows no links, only there."""
        if path.exists():
            former = self._former(path.name)
            try:
                os.link(path, former)
            except OSError:
                os.replace(path, former)

    def finish(self) -> None:
        """The new set counts; the former one goes."""
        sync_folder(self.path.parent)
        self.path.unlink()
        for each in self._files:
            self._former(each.name).unlink(missing_ok=True)
        sync_folder(self.path.parent)

    def undo(self) -> None:
        """The former set counts; where there was none, nothing stays of the new one."""
        for each in self._files:
            path, former = self.path.with_name(each.name), self._former(each.name)
            if former.exists():
                os.replace(former, path)
                former.unlink(missing_ok=True)  # two names of one file: the system leaves both
            elif not each.replaces and _is(path, each):
                path.unlink()
        self.path.unlink(missing_ok=True)

    def _former(self, name: str) -> Path:
        owner = _NAME.fullmatch(self.path.name)
        return self.path.with_name(f".{name}.{owner[2] if owner else ''}.old")


def journals_in(folder: Path) -> Iterator[tuple[Path, Path]]:
    """Journals in a folder, each with the first file of its set."""
    for path in sorted(folder.glob(".*.naming")):
        if found := _NAME.fullmatch(path.name):
            yield path, path.with_name(found[1])


def _named_file(table: JsonTable) -> NamedFile:
    name = table.text("name")
    if name != Path(name).name or name in ("", ".", ".."):
        raise BadValueError('"name" is not that of a file')  # nothing beside the folder's own files
    return NamedFile(
        name, table.flag("replaces"), table.count("size"), table.whole_number("modified_ns")
    )


def _is(path: Path, file: NamedFile) -> bool:
    with suppress(OSError):
        told = path.stat()
        return (told.st_size, told.st_mtime_ns) == (file.size, file.modified_ns)
    return False
