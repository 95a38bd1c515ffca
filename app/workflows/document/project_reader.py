"""Reading a project file and looking after its takes; for a thread, not for the window's."""

from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from app.project.document import ProjectDocument
from app.project.project_file import load_document
from app.project.versions import Take, Version
from app.workflows.document.document_writer import Stamp, stamp_of
from cass_core.errors import StemSetError
from cass_core.stems.manifest_file import load_manifest


@dataclass(frozen=True)
class ReadProject:
    """A project file's content as far as it can be used.

    Attributes:
        document: without the takes that are gone.
        notice: one sentence about those; empty where all are there.
        stamp: of the file.
    """

    document: ProjectDocument
    notice: str
    stamp: Stamp | None


def read_project(path: Path) -> ReadProject:
    """Read a project file and look after its takes.

    Args:
        path: absolute.

    Returns:
        What can be used of it.
    """
    stamp = stamp_of(path)
    return replace(with_checked_takes(load_document(path)), stamp=stamp)


def with_checked_takes(document: ProjectDocument) -> ReadProject:
    """The document as far as its takes are there.

    Args:
        document: as it was read.

    Returns:
        What can be used of it, without a stamp.
    """
    return ReadProject(*with_present_takes(document), None)


def with_present_takes(document: ProjectDocument) -> tuple[ProjectDocument, str]:
    """Leave out the takes whose folders are gone or damaged.

    Args:
        document: as it was read.

    Returns:
        The document with takes as far as they are on disk now, and one sentence about the
        others; it is empty where there are none.
    """
    looked_at = {take.name: _as_on_disk(take) for take in document.takes}
    takes = tuple(take for take in looked_at.values() if take is not None)
    lost = [take for take in document.takes if looked_at[take.name] is None]
    document = replace(document, takes=takes)
    if not lost:
        return document, ""
    return _with_whole_versions(document), _sentence(lost)


def _as_on_disk(take: Take) -> Take | None:
    """The take with its finished part; a run may have gone on after the project was saved."""
    try:
        manifest = load_manifest(take.folder)
    except (StemSetError, ValueError):
        return None
    return replace(take, span=manifest.identity.span, position=manifest.position)


def _with_whole_versions(document: ProjectDocument) -> ProjectDocument:
    """Versions of the takes that are left; those without any go."""
    names = {take.name for take in document.takes}
    kept = tuple(
        Version(version.name, tuple(name for name in version.takes if name in names))
        for version in document.versions
    )
    kept = tuple(version for version in kept if version.takes)
    left = [version.name for version in kept]
    current = document.current if document.current in left else (left or [""])[-1]
    trial = document.trial if document.trial in left else ""
    return replace(document, versions=kept, current=current, trial=trial)


def _sentence(lost: list[Take]) -> str:
    translated = QCoreApplication.translate(
        "ProjectReading",
        "{number} of the project's separations cannot be found (the first was in {folder}) and "
        "left out; bring the folder back and open the project again before you save it.",
    )
    return translated.format(number=len(lost), folder=lost[0].folder)
