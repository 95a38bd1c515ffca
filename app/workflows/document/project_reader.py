"""Reading a project file and looking after its takes; for a thread, not for the window's."""

from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from app.jobs.model_list import checksum_of, checksums_at_hand
from app.project.document import MediaReference, ProjectDocument
from app.project.project_file import load_document
from app.project.versions import Take, Version
from app.workflows.document.document_writer import Stamp, stamp_of
from cass_core.errors import StemSetError
from cass_core.request.identity import StemSetIdentity
from cass_core.stems.manifest import Manifest
from cass_core.stems.manifest_file import load_manifest

_SHOWN = 8  # digits of a checksum


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
    """Leave out the takes whose folders are gone, damaged or of another movie.

    Args:
        document: as it was read.

    Returns:
        The document with takes as far as they are on disk now, and one sentence about the
        others; it is empty where there are none.
    """
    takes: list[Take] = []
    lost, foreign = list[Take](), list[Take]()
    for take in document.takes:
        manifest = _manifest(take)
        if manifest is None:
            lost.append(take)
        elif not _is_of(manifest.identity, document.media):
            foreign.append(take)
        else:  # a run may have gone on after the project was saved
            span, position = manifest.identity.span, manifest.position
            checksum = manifest.identity.model_sha256
            takes.append(replace(take, span=span, position=position, model_sha256=checksum))
    absent = _absent_models([*takes, *lost])
    document = replace(document, takes=tuple(takes))
    if not (lost or foreign):
        return document, absent
    sentences = filter(None, (_lost(lost), _foreign(foreign), absent))
    return _with_whole_versions(document), " ".join(sentences)


def _manifest(take: Take) -> Manifest | None:
    try:
        return load_manifest(take.folder)
    except (StemSetError, ValueError):
        return None


def _is_of(identity: StemSetIdentity, media: MediaReference) -> bool:
    """Whether stems were made of the project's movie, or of a version of it by the same name.

    A new edit that the user has taken for the movie of the project keeps its separations.
    """
    same_movie = identity.media_hash == media.media_hash or identity.media_name == media.path.name
    sound = identity.audio_stream, identity.channels
    return (same_movie or not media.media_hash) and sound == (media.audio_stream, media.channels)


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


def _absent_models(takes: list[Take]) -> str:
    """Models are known by their weights: another computer may call them otherwise."""
    made_by = {take.model_sha256: take.model for take in takes if take.model_sha256}
    here = checksums_at_hand() if made_by else frozenset[str]()
    absent = [
        f"{name} ({sum_[:_SHOWN]})"
        for sum_, name in made_by.items()
        # of several that were asked together each is here under its own checksum
        if sum_ not in here and not ("," in name and checksum_of(name) == sum_)
    ]
    if not absent:
        return ""
    translated = QCoreApplication.translate(
        "ProjectReading",
        "This project was separated with models that are not on this computer: {names}. Its stems "
        "can be used; to go on in the same way, get them with “Models…”.",
    )
    return translated.format(names=", ".join(absent))


def _foreign(takes: list[Take]) -> str:
    if not takes:
        return ""
    translated = QCoreApplication.translate(
        "ProjectReading",
        "{number} of the project's separations were made of another movie or sound track (the "
        "first is in {folder}) and left out; open that one to see them.",
    )
    return translated.format(number=len(takes), folder=takes[0].folder)


def _lost(lost: list[Take]) -> str:
    if not lost:
        return ""
    translated = QCoreApplication.translate(
        "ProjectReading",
        "{number} of the project's separations cannot be found (the first was in {folder}) and "
        "left out; bring the folder back and open the project again before you save it.",
    )
    return translated.format(number=len(lost), folder=lost[0].folder)
