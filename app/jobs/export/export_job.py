"""Exports as steps of a worker thread."""

from collections.abc import Generator
from contextlib import ExitStack, closing
from dataclasses import replace
from datetime import datetime
from time import monotonic

from app.jobs.export.export_order import ExportOrder
from cass_core.delivery.export_request import ExportProgress, ExportResult, MovieExport
from cass_core.delivery.presets.delivering import deliver, joined
from cass_core.delivery.presets.delivery_parts import DeliveryPart
from cass_core.delivery.programme_stems import ProgrammeStems
from cass_core.delivery.projects.delivery_source import DeliverySource
from cass_core.delivery.projects.flag_markers import with_flags
from cass_core.delivery.remix import export_movie
from cass_core.delivery.stem_export import export
from cass_core.delivery.stem_reader import StemReader
from cass_core.isolation.isolated import isolated_steps
from cass_core.media.sound.growing_wave import GrowingWave
from cass_core.relayed import relayed
from cass_core.repair.opened_stems import edited_stems

_NEWS_S = 0.04
_REVIEW_SHARE = 0.5  # of an export whose stems nobody has reviewed before


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
    begin = 0.0
    if order.flags and order.source is not None:
        begin = 0.0 if order.source.open_flags is not None else _REVIEW_SHARE
        order = yield from _flagged(order, order.source)
    if order.source is not None and (parts := order.parts):
        steps = _preset_steps(parts, order.source)
    else:
        steps = _request_steps(order)
    yield from relayed(steps, lambda s: replace(s, share=begin + (1 - begin) * s.share))


def _flagged(
    order: ExportOrder, source: DeliverySource
) -> Generator[ExportProgress, None, ExportOrder]:
    """The order with what a review finds, where nobody has looked before."""
    found = yield from relayed(
        with_flags(source), lambda share: ExportProgress(_REVIEW_SHARE * share, "reviewing")
    )
    return order.flagged(found)


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
