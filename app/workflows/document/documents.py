"""What is open as a document, and a document as what is open."""

from dataclasses import replace
from pathlib import Path
from typing import Protocol

from app.project.document import MediaReference, ProjectDocument, ViewBlock
from app.project.project import Project
from app.project.seen.selection import Selection
from app.project.timeline import Timeline
from app.project.view_state import TimeFormat, ViewState


class Playhead(Protocol):
    """What the document asks of the transport."""

    @property
    def position(self) -> int:
        """Where playback would begin, or is."""

    def seek(self, sample: int) -> None:
        """Go somewhere else."""


def document_of(project: Project, view: ViewState, playhead: Playhead) -> ProjectDocument | None:
    """Everything that is open, for a file.

    Args:
        project: what is open.
        view: what is seen of it.
        playhead: where it is played.

    Returns:
        The document; None while no movie is open.
    """
    programme = project.programme
    if programme is None:
        return None
    timeline, versions = project.timeline, project.versions
    return ProjectDocument(
        media=MediaReference(
            programme.info.path.absolute(),
            programme.media_hash,
            programme.audio_stream,
            programme.channels,
        ),
        folder=project.folder.absolute(),
        rebalance=project.mix.rebalance,
        sensitivity=project.sensitivity.value,
        edits=project.repairs.edits,
        review=project.reviews.review,
        markers=timeline.markers,
        loop=timeline.loop,
        looping=timeline.looping,
        takes=tuple(replace(take, folder=take.folder.absolute()) for take in versions.takes),
        versions=versions.versions,
        current=versions.current.name if versions.current else "",
        trial=versions.trial.name if versions.trial else "",
        view=_view_block(view, playhead.position),
        path=project.path.absolute() if project.path else None,
    )


def restore(
    document: ProjectDocument, project: Project, view: ViewState, playhead: Playhead
) -> None:
    """Bring a document into a project whose movie is open already.

    Args:
        document: what to show.
        project: with the document's movie, otherwise empty.
        view: what is seen of it.
        playhead: where it is played.
    """
    project.mix.set_rebalance(document.rebalance)
    project.sensitivity.set_value(document.sensitivity)
    project.repairs.set_edits(document.edits)
    project.reviews.set_review(document.review)
    _restore_timeline(document, project.timeline)
    for take in document.takes:
        project.versions.put_take(take)
    project.versions.set_versions(document.versions, document.current, document.trial)
    project.set_folder(document.folder)
    project.set_path(document.path)
    if project.programme is not None:
        view.set_length(project.programme.num_samples)
    playhead.seek(document.view.playhead)
    _restore_view(document.view, view)


def with_media(document: ProjectDocument, path: Path, media_hash: str) -> ProjectDocument:
    """The document with its movie in another place."""
    return replace(document, media=replace(document.media, path=path, media_hash=media_hash))


def _restore_timeline(document: ProjectDocument, timeline: Timeline) -> None:
    timeline.set_markers(document.markers)
    timeline.set_loop(document.loop, document.looping)


def _view_block(view: ViewState, playhead: int) -> ViewBlock:
    selection, look = view.selection, view.look
    whole = view.visible.start <= 0 and view.visible.stop >= view.length
    return ViewBlock(
        visible=None if whole else view.visible,
        selection=selection.span if selection else None,
        band_hz=selection.band_hz if selection else None,
        shape=selection.shape if selection else None,
        scale=look.scale,
        floor_db=look.floor_db,
        ceiling_db=look.ceiling_db,
        colours=look.colours,
        waveform=look.waveform,
        owners=look.owners,
        seen=look.seen,
        time_format=view.time_format.value,
        follow=view.follow,
        playhead=playhead,
    )


def _restore_view(block: ViewBlock, view: ViewState) -> None:
    if block.visible is not None:
        view.show_span(block.visible)
    chosen = block.selection
    view.select(Selection(chosen, block.band_hz, block.shape) if chosen else None)
    view.set_look(
        replace(
            view.look,
            scale=block.scale,
            floor_db=block.floor_db,
            ceiling_db=block.ceiling_db,
            colours=block.colours,
            waveform=block.waveform,
            owners=block.owners,
            seen=block.seen,
        )
    )
    view.set_time_format(TimeFormat(block.time_format))
    view.set_follow(block.follow)
