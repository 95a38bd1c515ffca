"""One movie of a batch, from the file to its delivery; what was done before is not done again."""

import logging
import traceback
from collections.abc import Callable, Generator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from time import monotonic

from cass_core.checkpoints.opinions import describe_named
from cass_core.delivery.batches.batch_order import BatchOrder
from cass_core.delivery.batches.batch_row import BatchRow, failed
from cass_core.delivery.batches.job_note import JobNote, note_path, read_note, write_note
from cass_core.delivery.batches.job_share import JobShare, share_of
from cass_core.delivery.export_request import ExportResult, ProgrammeFacts
from cass_core.delivery.output_folder import make_folder
from cass_core.delivery.presets.delivering import check_parts, deliver
from cass_core.delivery.presets.delivery_parts import DeliveryOptions, all_sizes, delivery_parts
from cass_core.delivery.projects.delivery_source import DeliverySource, open_source
from cass_core.delivery.projects.flag_markers import flag_markers
from cass_core.delivery.report.verdicts import programme_track
from cass_core.errors import CassError
from cass_core.programme.opened_movie import OpenedMovie, open_movie
from cass_core.programme.positions import expected_span
from cass_core.relayed import relayed
from cass_core.request.events import Separated
from cass_core.review.flag import Flag
from cass_core.separation.movie.job import separate_movie
from cass_core.separation.movie.room import check_room_for
from cass_core.timing.run_timing import RunTiming
from cass_core.timing.speed_book import SpeedBook

_log = logging.getLogger(__name__)


def job_steps(order: BatchOrder) -> Generator[JobShare, None, BatchRow]:
    """Separate, review and deliver a movie.

    Stopping the iteration cancels; the same order goes on from there.

    Args:
        order: what is done.

    Returns:
        A generator of how far it is, whose result is the movie's row.

    Raises:
        CassError: it cannot be done; whatever was done before is kept.
    """
    begun_s = monotonic()
    movie = open_movie(order.movie)
    mark = order.fingerprint(movie.cache_key, describe_named(order.batch.model))
    note, path = JobNote(str(order.movie), movie.media_hash, mark), _note_path(order)
    overwrite, before = order.batch.overwrite, read_note(path)
    if before is not None and before.fingerprint == mark and not overwrite:
        if before.row and before.is_whole(order.folder):
            return before.row.kept()
        overwrite = before.may_be_replaced(order.folder)
    _check(order, movie, overwrite)
    make_folder(order.folder)
    write_note(path, note)
    warnings = yield from _separated(order, movie)
    flags = (yield from _reviewed(order)) if order.batch.reviews else None
    source = _source(order, flags or [])
    results = yield from _delivered(order, source, overwrite)
    row = _row(order, source, results, flags)
    notices = tuple(dict.fromkeys((*warnings, *row.notices)))
    row = replace(row, took_s=monotonic() - begun_s, notices=notices)
    write_note(path, replace(note, row=row, files=_files(order, results)))
    return row


def row_of(order: BatchOrder, tell: Callable[[JobShare], None]) -> BatchRow:
    """Do all of a movie, whatever happens.

    Args:
        order: what is done.
        tell: hears how far it is; what it raises stops the work.

    Returns:
        The row, also of a movie that failed.
    """
    begun_s = monotonic()
    try:
        steps = job_steps(order)
        with closing(steps):
            while True:
                try:
                    share = next(steps)
                except StopIteration as end:
                    row: BatchRow = end.value
                    return row
                tell(share)
    except CassError as error:
        problem = str(error)
    except MemoryError:
        problem = "The memory is full; use fewer workers or close other programs."
    except OSError as error:
        problem = f"The system refuses to go on ({error}); check the disk and its free space."
    except Exception as error:  # the other movies are not to suffer
        _log.info("%s", traceback.format_exc())
        problem = f"The program failed ({error!r}); please report it."
    return failed(str(order.movie), str(order.folder), problem, monotonic() - begun_s)


def _note_path(order: BatchOrder) -> Path:
    return note_path(order.folder, order.batch.preset.key)


def _check(order: BatchOrder, movie: OpenedMovie, overwrite: bool) -> None:
    """Refuse what cannot be delivered before hours of work."""
    track, span = movie.track, expected_span(movie, None, None)
    facts = ProgrammeFacts(
        num_samples=span.stop,
        rate_hz=track.rate_hz,
        layout=track.layout,
        num_channels=track.num_channels,
        start=movie.clock,
        project=order.movie.name,
        movie=order.movie.stem,
    )
    parts = delivery_parts(
        order.batch.preset, DeliverySource(facts, (), span), _options(order, overwrite)
    )
    check_parts(parts, order.made)
    sizes = sum(size for _, size in all_sizes(parts, order.made))
    check_room_for(order.separation(), movie, sizes)


def _options(order: BatchOrder, overwrite: bool) -> DeliveryOptions:
    return DeliveryOptions(order.folder.absolute(), overwrite)


def _separated(order: BatchOrder, movie: OpenedMovie) -> Generator[JobShare, None, tuple[str, ...]]:
    """The working stems; what the run had to fall back on."""
    request = order.separation()
    timing = RunTiming(request.model, request.settings, SpeedBook())
    warnings: tuple[str, ...] = ()
    try:
        with closing(separate_movie(request, movie)) as events:
            for event in events:
                timing.add(event, monotonic())
                if isinstance(event, Separated):
                    warnings = event.warnings
                yield share_of("separate", timing.share)
    finally:
        timing.keep()
    return warnings


def _reviewed(order: BatchOrder) -> Generator[JobShare, None, list[Flag]]:
    """The places that may be wrong, written as a page and as a table."""
    # loaded late: who only names this function needs no network
    from cass_core.review.page.flag_table import write_flag_table
    from cass_core.review.page.page import PageSubject, write_page
    from cass_core.review.page.places import place_writer
    from cass_core.review.review import open_reviewer

    with open_reviewer(order.stems) as (reviewer, identity):
        for share in reviewer.gather():
            yield share_of("review", share)
        flags = reviewer.flags()
        write_flag_table(order.review_table, flags, identity.rate_hz, place_writer(identity))
        write_page(order.review_page, PageSubject(reviewer, identity, flags))
    return flags


def _source(order: BatchOrder, flags: list[Flag]) -> DeliverySource:
    source = open_source(order.stems)
    return replace(source, facts=replace(source.facts, flags=flag_markers(flags)))


def _delivered(
    order: BatchOrder, source: DeliverySource, overwrite: bool
) -> Generator[JobShare, None, list[ExportResult]]:
    """The files, part by part."""
    parts = delivery_parts(order.batch.preset, source, _options(order, overwrite))
    results: list[ExportResult] = []

    def share(step_share: float, result: ExportResult | None) -> JobShare:
        results.extend([result] if result else [])
        return share_of("deliver", step_share)

    steps = deliver(parts, source, order.made)
    yield from relayed(steps, lambda step: share(step.share, step.result))
    return results


def _files(order: BatchOrder, results: list[ExportResult]) -> tuple[tuple[str, int], ...]:
    """Names and sizes of everything that is handed over; a review is made anew where it lacks."""
    paths = [p for one in results for p in (*one.paths.values(), *one.sessions.values())]
    if order.batch.reviews:
        paths += [order.review_page, order.review_table]
    return tuple((path.name, path.stat().st_size) for path in paths)


def _row(
    order: BatchOrder,
    source: DeliverySource,
    results: list[ExportResult],
    flags: list[Flag] | None,
) -> BatchRow:
    facts, reports = source.facts, [one.report for one in results if one.report]
    judged = [one for one in reports if one.verdicts]
    exact = [one.null_exact for one in results]
    depths = [one.null_depth_db for one in results if one.null_depth_db is not None]
    programme = programme_track(reports[0].found) if reports else None
    loudness = programme.loudness if programme else None
    files = _files(order, results)
    notices = (*source.notices, *(notice for one in results for notice in one.notices))
    return BatchRow(
        movie=str(order.movie),
        state="delivered",
        folder=str(order.folder),
        length_s=source.span.num_samples / facts.rate_hz,
        rate_hz=facts.rate_hz,
        layout=facts.layout,
        start=facts.start.timecode_at(source.span.start),
        null_exact=True if all(exact) else None,
        null_depth_db=max(depths, default=None),
        loudness_lufs=loudness.integrated_lufs if loudness else None,
        true_peak_dbtp=loudness.true_peak_dbtp if loudness else None,
        passes=all(one.passes for one in judged) if judged else None,
        places=None if flags is None else len(flags),
        num_files=len(files),
        num_bytes=sum(size for _, size in files),
        notices=notices,
    )
