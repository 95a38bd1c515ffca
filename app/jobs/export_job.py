"""Exports as steps of a worker thread."""

from collections.abc import Generator, Mapping
from contextlib import ExitStack, closing
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from time import monotonic

from cass_core.delivery.export_request import (
    ExportProgress,
    ExportRequest,
    ExportResult,
    MovieExport,
    ProgrammeFacts,
)
from cass_core.delivery.presets.delivering import deliver, joined
from cass_core.delivery.presets.delivery_parts import DeliveryPart
from cass_core.delivery.programme_stems import ProgrammeStems
from cass_core.delivery.projects.delivery_source import DeliverySource
from cass_core.delivery.remix import export_movie
from cass_core.delivery.renditions.rendition import Rendition
from cass_core.delivery.stem_export import export
from cass_core.delivery.stem_reader import StemReader
from cass_core.isolation.isolated import isolated_steps
from cass_core.media.sound.growing_wave import GrowingWave
from cass_core.repair.edits import EditList
from cass_core.repair.opened_stems import edited_stems
from cass_core.repair.sensitivity.sensitivity import Sensitivity

_NEWS_S = 0.04


@dataclass(frozen=True)
class ExportOrder:
    """All that an export needs, independent of what happens to the project meanwhile.

    Attributes:
        request: what is written.
        facts: the programme.
        sound: its decoded sound.
        takes: folders of stems, the lowest first.
        edits: repairs of these stems.
        sensitivity: how strictly their masks decide.
        rendition: at which speed and sample rate; None for the programme's own.
        delivery: parts of a preset and what they are made from, instead of the request; None for
            none.
        known_takes: folders of all separations by name, of which repairs take from some.
        title: what the editor calls it.
    """

    request: ExportRequest | MovieExport
    facts: ProgrammeFacts
    sound: Path
    takes: tuple[Path, ...]
    edits: EditList = EditList()
    sensitivity: Sensitivity = Sensitivity()
    rendition: Rendition | None = None
    delivery: tuple[tuple[DeliveryPart, ...], DeliverySource] | None = None
    known_takes: Mapping[str, Path] = field(default_factory=dict)
    title: str = ""


def export_steps(order: ExportOrder) -> Generator[ExportProgress | None, None, None]:
    """Write the files; a movie, which foreign decoders read, in a process of its own.

    Args:
        order: what is written.

    Yields:
        ExportProgress | None: news a few times a second, else None; the last one holds the result.
    """
    if isinstance(order.request, MovieExport):
        yield from isolated_steps(order.request.movie.name, movie_news, order)
    else:
        yield from _thinned(_steps(order))


def movie_news(order: ExportOrder) -> Generator[ExportProgress, None, None]:
    """In the child: what a bar can show; a movie has a step for each of its packets."""
    for step in _thinned(_steps(order)):
        if step is not None:
            yield step


def _steps(order: ExportOrder) -> Generator[ExportProgress, None, None]:
    return _preset_steps(*order.delivery) if order.delivery else _request_steps(order)


def _preset_steps(
    parts: tuple[DeliveryPart, ...], source: DeliverySource
) -> Generator[ExportProgress, None, None]:
    """All parts, with their results as one at the end."""
    results: list[ExportResult] = []
    with closing(deliver(parts, source, datetime.now())) as steps:
        for step in steps:
            results += [step.result] if step.result else []
            if len(results) < len(parts):
                yield ExportProgress(step.share, step.stage)
    yield ExportProgress(1.0, "checking", joined(results))


def _request_steps(order: ExportOrder) -> Generator[ExportProgress, None, None]:
    with ExitStack() as stack:
        decoded = order.rendition.origin if order.rendition else order.facts
        mixture = stack.enter_context(GrowingWave(order.sound, decoded.num_samples))
        stems = None
        if order.takes:
            edited = edited_stems(order.takes, order.sensitivity, order.edits, order.known_takes)
            stems = stack.enter_context(edited)
        reader: StemReader = ProgrammeStems(mixture, stems)
        if order.rendition:
            reader = order.rendition.rendered(reader)
        if isinstance(order.request, MovieExport):
            steps = export_movie(order.request, reader, order.facts)
        else:
            steps = export(order.request, reader, order.facts)
        # closed before the files that it reads from are
        yield from stack.enter_context(closing(steps))


def _thinned(
    steps: Generator[ExportProgress, None, None],
) -> Generator[ExportProgress | None, None, None]:
    """No more news than a bar can show; None for the steps in between."""
    told_s = 0.0
    with closing(steps):
        for step in steps:
            is_news = step.result is not None or monotonic() - told_s >= _NEWS_S
            if is_news:
                told_s = monotonic()
            yield step if is_news else None
