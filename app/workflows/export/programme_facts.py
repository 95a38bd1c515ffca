"""What the library is told of the open programme."""

from contextlib import suppress

from app.project.project import Project
from cass_core.delivery.export_request import ProgrammeFacts
from cass_core.delivery.sets.delivered_picture import DeliveredPicture
from cass_core.errors import CassError
from cass_core.media.sound.broadcast.source_notes import source_notes
from cass_core.request.identity import StemSetIdentity
from cass_core.stems.manifest_file import load_manifest


def programme_facts(project: Project) -> ProgrammeFacts:
    """The open programme with its names, its clock and its markers.

    Args:
        project: the document; there must be a programme.

    Returns:
        What does not follow from a choice.
    """
    programme = project.programme
    assert programme is not None
    info, current = programme.info, project.versions.current
    return ProgrammeFacts(
        num_samples=programme.num_samples,
        rate_hz=programme.rate_hz,
        layout=programme.layout,
        num_channels=programme.num_channels,
        start=programme.clock,
        project=project.path.stem if project.path else info.path.stem,
        movie=info.path.stem,
        version=current.name if current else "",
        media=info.path,
        source=source_notes(info.path, info),
        made_from=_made_from(project),
        picture=DeliveredPicture.of(info),
        cues=project.timeline.markers,
    )


def _made_from(project: Project) -> tuple[StemSetIdentity, ...]:
    """What the stems that are heard were made with; nothing of those that cannot be read."""
    found = []
    for take in project.versions.current_takes:
        with suppress(CassError, OSError):
            found.append(load_manifest(take.folder).identity)
    return tuple(found)
