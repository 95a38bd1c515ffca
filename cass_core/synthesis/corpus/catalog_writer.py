"""Grow a corpus folder package by package, so that a stopped fetch goes on where it was."""

import hashlib
import json
import os
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from cass_core.checked.json_file import json_lines
from cass_core.checked.json_table import BadValueError, JsonTable
from cass_core.closable import Closable
from cass_core.errors import MediaError, OutputError
from cass_core.media.files.file_lock import FileLock
from cass_core.stem_names import Stem
from cass_core.synthesis.corpus.catalog import (
    CATALOG_FILE,
    PACK_FOLDER,
    Catalog,
    ClipEntry,
    format_entry,
    pack_length,
    pack_name,
)

FINISHED_FILE = "packages.jsonl"


def corpus_lock(folder: Path) -> FileLock:
    """What whoever writes a corpus must hold."""
    return FileLock(folder / ".lock")


@contextmanager
def growing(folder: Path) -> Iterator[None]:
    """OutputError where a corpus cannot be written to."""
    try:
        yield
    except OSError as error:
        raise OutputError(
            f"The corpus in {folder} cannot grow ({error.strerror}); make room and start "
            "again, it goes on where it was."
        ) from error


@dataclass
class _Batch:
    """What was appended since the last commit."""

    entries: list[ClipEntry] = field(default_factory=list)
    digests: list[str] = field(default_factory=list)


class CatalogWriter(Closable):
    """Append clips to the packs of a folder and make them known package by package; a context.

    `packages.jsonl` names the finished packages with the digests of their clips. Whatever a
    stopped run left behind after the last commit is cut away when the folder is opened again.
    A set of many files may be committed in parts, each with the files that were seen in it.
    Until it is closed nobody else can write the corpus.
    """

    def __init__(self, folder: Path) -> None:
        """Open a corpus.

        Args:
            folder: of the corpus; made when missing.

        Raises:
            OutputError: it cannot be written, or another program is at it.
            MediaError: its catalogue is damaged.
        """
        self._folder = Path(folder)
        self._finished: set[str] = set()
        self._digests: set[str] = set()
        self._seen: dict[str, set[str]] = {}
        self._clips_in_parts: Counter[str] = Counter()
        self._batch = _Batch()
        try:
            (self._folder / PACK_FOLDER).mkdir(parents=True, exist_ok=True)
            with ExitStack() as opening:
                opening.enter_context(corpus_lock(self._folder).claim(self._folder))
                for name in (CATALOG_FILE, FINISHED_FILE):
                    cut_torn_line(self._folder / name)
                self._read_finished()
                self._cut_unfinished()
                self._lock = opening.pop_all()
        except OSError as error:
            raise OutputError(
                f"The corpus folder {folder} cannot be written: {error.strerror}; choose another."
            ) from error

    def close(self) -> None:
        """Let others write the corpus; what was not committed is cut away by the next one."""
        self._lock.close()

    @property
    def finished(self) -> frozenset[str]:
        """Names of the packages that are complete."""
        return frozenset(self._finished)

    def seen(self, package: str) -> frozenset[str]:
        """The files of a package that its finished parts have dealt with."""
        return frozenset(self._seen.get(package, ()))

    def append(self, entry: ClipEntry, samples: npt.NDArray[np.int16]) -> bool:
        """Add one clip unless the very same samples are there already.

        Args:
            entry: the clip; its pack, start and length are filled in here.
            samples: (sample,) at the catalogue's rate.

        Returns:
            Whether the clip was new.
        """
        stored = np.ascontiguousarray(samples, dtype="<i2").tobytes()
        digest = hashlib.md5(stored, usedforsecurity=False).hexdigest()
        if digest in self._digests:
            return False
        name = pack_name(entry.stem, entry.split)
        path = self._folder / PACK_FOLDER / name
        start = pack_length(path)
        with growing(self._folder), path.open("ab") as pack:
            pack.write(stored)
        self._digests.add(digest)
        self._batch.digests.append(digest)
        self._batch.entries.append(replace(entry, pack=name, start=start, num_samples=len(samples)))
        return True

    def commit(self, package: str, seen: Iterable[str] = ()) -> tuple[ClipEntry, ...]:
        """Make the clips appended since the last commit known, and the package finished.

        Args:
            package: what all of them belong to.
            seen: where only a part of the package is finished, the files of that part.

        Returns:
            The clips.
        """
        batch, self._batch = self._batch, _Batch()
        record: dict[str, Any] = {"package": package, "digests": batch.digests}
        if part := list(seen):
            record["seen"] = part
        with growing(self._folder):
            append_text(self._folder / CATALOG_FILE, "".join(map(format_entry, batch.entries)))
            append_text(self._folder / FINISHED_FILE, json.dumps(record) + "\n")
        self._note(record)
        return tuple(batch.entries)

    def roll_back(self) -> None:
        """Forget the clips appended since the last commit; the packs shrink to what is known."""
        self._digests.difference_update(self._batch.digests)
        self._batch = _Batch()
        self._cut_unfinished()

    def _read_finished(self) -> None:
        path = self._folder / FINISHED_FILE
        try:
            for values in json_lines(path) if path.exists() else ():
                record = _finished(JsonTable(values, ""))
                self._digests.update(record["digests"])
                self._note(record)
        except BadValueError as error:
            raise MediaError(
                f"{path} is damaged: {error}; fetch the corpus again into an empty folder."
            ) from error

    def _note(self, record: Mapping[str, Any]) -> None:
        package = record["package"]
        self._finished.add(package)
        if "seen" in record:
            self._seen.setdefault(package, set()).update(record["seen"])
            self._clips_in_parts[package] += len(record["digests"])

    def _cut_unfinished(self) -> None:
        kept: tuple[ClipEntry, ...] = ()
        if (self._folder / CATALOG_FILE).exists():
            catalog = Catalog.load(self._folder)
            kept = tuple(self._known(catalog.entries))
            if len(kept) != len(catalog.entries):
                Catalog(self._folder, kept).save()
        stops: Counter[str] = Counter()
        for entry in kept:
            stops[entry.pack] = max(stops[entry.pack], entry.stop)
        for path in (self._folder / PACK_FOLDER).glob("*.s16"):
            if pack_length(path) > stops[path.name]:
                os.truncate(path, 2 * stops[path.name])

    def _known(self, entries: Iterable[ClipEntry]) -> Iterator[ClipEntry]:
        """The clips of finished packages and parts; those of a part begun come after them."""
        counts: Counter[str] = Counter()
        for entry in entries:
            counts[entry.package] += 1
            is_begun = counts[entry.package] > self._clips_in_parts[entry.package]
            if entry.package in self._finished and not (entry.package in self._seen and is_begun):
                yield entry


def blank_entry(stem: Stem, package: str, source: str) -> ClipEntry:
    """A clip that is not in any pack yet, with every other value still to be set."""
    return ClipEntry(stem, "", 0, 0, "", package, "train", "", -70.0, 0, "", source)


def append_text(path: Path, text: str) -> None:
    """Add lines to a file that is on the disk when this returns."""
    with path.open("a", encoding="utf-8") as stream:
        stream.write(text)
        stream.flush()
        os.fsync(stream.fileno())


def cut_torn_line(path: Path) -> None:
    """End the file after its last whole line, as a crash may have stopped in the middle of one."""
    if path.exists():
        os.truncate(path, path.read_bytes().rfind(b"\n") + 1)


def _finished(table: JsonTable) -> dict[str, Any]:
    """A line of `packages.jsonl`."""
    record: dict[str, Any] = {"package": table.text("package"), "digests": table.texts("digests")}
    return record | ({"seen": table.texts("seen")} if "seen" in table else {})
