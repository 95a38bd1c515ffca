"""Project files: JSON with a version, replaced in one step and checked when read."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication

from app.environment.library_sentences import translated
from app.project.atomic_text import replace_text
from app.project.document import ProjectDocument
from app.project.document_json import FORMAT, VERSION, document_from_json, document_to_json
from cass_core.checked.json_table import BadValueError
from cass_core.errors import CassError

EXTENSION = ".cass"

_LARGEST_BYTES = 256 << 20

_MIGRATIONS: dict[int, Callable[[dict[str, Any]], dict[str, Any]]] = {}
"""For each version that is no longer written, what makes the next version of its values."""


class ProjectFileError(CassError):
    """A project file cannot be read or holds nothing usable."""


def with_extension(path: Path) -> Path:
    """The path as the user meant it, with the ending of a project."""
    if path.suffix.lower() == EXTENSION:
        return path
    return path.with_name(path.name + EXTENSION)


def save_document(path: Path, document: ProjectDocument, autosave: bool = False) -> None:
    """Write a project file in one step; a failure leaves the old one as it was.

    Args:
        path: absolute.
        document: what to write.
        autosave: it stands in for the project's own file, which `document.path` names.

    Raises:
        OutputError: the file cannot be written.
    """
    content = document_to_json(document, None if autosave else path.parent)
    # escaped, because file names need not be text
    replace_text(path, json.dumps(content, ensure_ascii=True, indent=1, allow_nan=False) + "\n")


def load_document(path: Path) -> ProjectDocument:
    """Read and check a project file.

    Args:
        path: absolute.

    Returns:
        The document, with paths as they are on this machine.

    Raises:
        ProjectFileError: it cannot be read, is damaged or comes from a newer program.
    """
    data = _parsed(path)
    if not isinstance(data, dict) or data.get("format") != FORMAT:
        words = QCoreApplication.translate(
            "Faults", "{path} is not a project of Cass Studio; choose another file."
        )
        raise ProjectFileError(words.format(path=path))
    try:
        return document_from_json(_migrated(path, data), path)
    except BadValueError as error:
        raise _damaged(path, translated(str(error))) from error


def _parsed(path: Path) -> object:
    try:
        if path.exists() and not path.is_file():
            words = QCoreApplication.translate(
                "Faults", "{path} is no file; choose a project of Cass Studio."
            )
            raise ProjectFileError(words.format(path=path))
        if path.stat().st_size > _LARGEST_BYTES:
            words = QCoreApplication.translate(
                "Faults", "{path} is too large for a project; choose another file."
            )
            raise ProjectFileError(words.format(path=path))
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        words = QCoreApplication.translate(
            "Faults",
            "{path} is not a project of Cass Studio, or it is damaged: it is not text; choose "
            "another file or an earlier copy.",
        )
        raise ProjectFileError(words.format(path=path)) from error
    except (OSError, ValueError) as error:
        reason = translated(getattr(error, "strerror", None) or str(error))
        words = QCoreApplication.translate(
            "Faults", "{path} cannot be opened ({reason}); check its name and its rights."
        )
        raise ProjectFileError(words.format(path=path, reason=reason)) from error
    try:
        return json.loads(text, parse_constant=_refuse_constant)
    except (ValueError, RecursionError) as error:
        raise _damaged(path, "it is not whole JSON text") from error


def _migrated(path: Path, data: dict[str, Any]) -> dict[str, Any]:
    """The values in the form of this program's version."""
    version = data.get("version")
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise BadValueError('"version" is not a whole number from 1')
    if version > VERSION:
        words = QCoreApplication.translate(
            "Faults",
            "{path} was saved by a newer Cass Studio (file version {version}, this program reads "
            "up to {known}); open it with that one.",
        )
        raise ProjectFileError(words.format(path=path, version=version, known=VERSION))
    for former in range(version, VERSION):
        data = _MIGRATIONS[former](data)
    return data


def _refuse_constant(name: str) -> object:
    raise ValueError(f"{name} is no number")


def _damaged(path: Path, clause: str) -> ProjectFileError:
    words = QCoreApplication.translate(
        "Faults", "{path} is damaged: {clause}; open an earlier copy of it."
    )
    return ProjectFileError(words.format(path=path, clause=clause))
