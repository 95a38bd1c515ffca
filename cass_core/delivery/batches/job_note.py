"""What a movie's folder remembers of its batch, so that a stopped or repeated one goes on."""

import json
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cass_core.checked.json_file import read_json
from cass_core.checked.json_table import BadValueError, JsonTable
from cass_core.delivery.batches.batch_row import BatchRow
from cass_core.errors import OutputError
from cass_core.whole_files import write_text

_FORMAT, _VERSION = "cass batch job", 1
_PREFIX = "batch-"


@dataclass(frozen=True)
class JobNote:
    """How far a movie is.

    Attributes:
        movie: path of the file.
        media_hash: of its content.
        fingerprint: of the order.
        row: how it ended; None while it is under way.
        files: sizes of the delivered files, by name.
    """

    movie: str
    media_hash: str
    fingerprint: str
    row: BatchRow | None = None
    files: tuple[tuple[str, int], ...] = ()

    def is_whole(self, folder: Path) -> bool:
        """Whether everything was delivered and is still there, at its length."""
        found = [_size(folder / name) for name, _ in self.files]
        return self.row is not None and found == [size for _, size in self.files]

    def may_be_replaced(self, folder: Path) -> bool:
        """Whether what stands there is of this order and nobody has changed it since."""
        found = [_size(folder / name) for name, _ in self.files]
        return all(has in (None, size) for has, (_, size) in zip(found, self.files, strict=True))


def note_path(folder: Path, preset: str) -> Path:
    """The note's file; deliveries by several presets may share a folder and its stems."""
    return folder / f"{_PREFIX}{preset}.json"


def read_note(path: Path) -> JobNote | None:
    """The note, None where there is none or a damaged one."""
    try:
        table = JsonTable(read_json(path), "")
        if table.text("format") != _FORMAT or table.count("version") != _VERSION:
            return None
        row = None if table.is_null("row") else BatchRow.from_json(table.table("row"))
        files = table.each("files", lambda file: (file.text("name"), file.count("bytes")))
        return JobNote(
            table.text("movie"), table.text("media_hash"), table.text("fingerprint"), row, files
        )
    except (OSError, BadValueError):
        return None


def _size(path: Path) -> int | None:
    with suppress(OSError):
        return path.stat().st_size
    return None


def notes_in(folder: Path) -> list[JobNote]:
    """All notes of a folder, which may be missing."""
    found = (read_note(path) for path in sorted(folder.glob(f"{_PREFIX}*.json")))
    return [note for note in found if note is not None]


def write_note(path: Path, note: JobNote) -> None:
    """Write a note so that a crash leaves the former one or this one; OutputError if not."""
    content: dict[str, Any] = {
        "format": _FORMAT,
        "version": _VERSION,
        "movie": note.movie,
        "media_hash": note.media_hash,
        "fingerprint": note.fingerprint,
        "row": note.row.to_json() if note.row else None,
        "files": [{"name": name, "bytes": size} for name, size in note.files],
    }
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_text(path, json.dumps(content, indent=1) + "\n", durable=True)
    except OSError as error:
        raise OutputError(
            f"{path} cannot be written ({error.strerror or error}); free some space or choose "
            "another folder."
        ) from error
