"""Stems, mixture and remix of a span as sound files that appear together or not at all."""

from collections.abc import Generator
from contextlib import ExitStack
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from cass_core.clips import SampleSpan
from cass_core.delivery.checking.read_back import Fingerprint, ReadBack, WrittenFile, read_back
from cass_core.delivery.encodings import Encoding, SoundShape, create_track_file, refusal
from cass_core.delivery.export_plan import ExportPlan, Measured, measured_tracks, planned
from cass_core.delivery.export_request import (
    REPORT_KEYS,
    ExportProgress,
    ExportRequest,
    ExportResult,
    ProgrammeFacts,
    Stage,
)
from cass_core.delivery.loudness.targets import loudness_target
from cass_core.delivery.naming import check_template
from cass_core.delivery.output_folder import make_folder, refuse_existing
from cass_core.delivery.remix_sound import BLOCK_SAMPLES
from cass_core.delivery.renditions.sync_pops import add_pops
from cass_core.delivery.report.delivery_report import DeliveryReport
from cass_core.delivery.report.listening import DeliveryListener
from cass_core.delivery.report.report_files import delivery_report, write_report
from cass_core.delivery.sessions.formats import session_format
from cass_core.delivery.sessions.session import Session
from cass_core.delivery.sessions.set_sessions import (
    check_sessions,
    possible_sessions,
    write_sessions,
)
from cass_core.delivery.sets.delivered_set import DeliveredFile, DeliveredSet, DeliveredTrack
from cass_core.delivery.sets.file_notes import FileNotes
from cass_core.delivery.stages import Stages
from cass_core.delivery.stem_reader import StemReader, not_separated
from cass_core.delivery.track_blocks import TrackBlocks
from cass_core.errors import OutputError, SettingsError
from cass_core.media.files.staged_files import StagedFiles, restore_interrupted
from cass_core.media.sound.flac_writer import FlacWriter
from cass_core.media.sound.wave_writer import WaveWriter
from cass_core.programme.disk_room import check_room
from cass_core.shown_text import shown
from cass_core.spans import gaps
from cass_core.stem_names import DELIVERED_CODES, MIXTURE_CODE
from cass_core.stems.null_measure import dbfs


def export(
    request: ExportRequest,
    stems: StemReader,
    facts: ProgrammeFacts,
    made: datetime | None = None,
) -> Generator[ExportProgress, None, None]:
    """Write the files of a request.

    Integer stems sum bit for bit to the integer mixture, because the music is computed as what
    the others leave of it. Where a stem passes full scale all of the set is written as 32-bit
    float, and a sentence says so.

    Args:
        request: what is wanted.
        stems: where it comes from.
        facts: the programme.
        made: date and time that the files carry; None for now.

    Yields:
        ExportProgress: the last one holds the result. Nothing stands under the final names before,
        and nothing at all is left of an export that fails or is closed.
    """
    made = made or datetime.now()
    _check_request(request, stems, facts)
    encodings = dict.fromkeys(request.tracks, request.encoding)
    names = request.names(facts, encodings, made)
    sessions = request.session_names(facts, made)
    restore_interrupted(request.directory)
    taken = (*names.values(), *sessions.values())
    refuse_existing(request.directory, taken, overwrite=request.overwrite)
    make_folder(request.directory)
    shape = facts.shape(request.span)
    _check_room(request, encodings, shape)
    measuring = 0.3 if request.encoding.is_integer else 0.0
    ends: dict[Stage, float] = {"measuring": measuring, "writing": 0.85, "checking": 1.0}
    stages = Stages(request.span.num_samples, ends)
    measured = yield from stages.follow("measuring", measured_tracks(request, stems))
    plan = planned(request, stems, measured)
    names = request.names(facts, plan.encodings, made)
    paths = {key: request.directory / name for key, name in names.items()}
    refuse_existing(request.directory, names.values(), overwrite=request.overwrite)
    _check_room(request, plan.encodings, shape)  # full scale may have made them larger
    beside, left_out = possible_sessions(sessions, plan.encodings.values(), request.directory)
    with StagedFiles([*paths.values(), *beside.values()]) as staged:
        fresh = {key: staged.temporary(path) for key, path in paths.items()}
        writing = _written(request, facts, plan, fresh, made)
        written = yield from stages.follow("writing", writing)
        checking = _checked(request, facts, plan, written, paths, measured)
        result = yield from stages.follow("checking", checking)
        if result.report is not None:
            write_report(result.report, *(fresh[key] for key in REPORT_KEYS))
        places = {key: staged.temporary(path) for key, path in beside.items()}
        write_sessions(_session(request, facts, plan, result, fresh), places)
        staged.publish()
    result = replace(result, sessions=beside, notices=(*result.notices, *left_out))
    yield ExportProgress(1.0, "checking", result)


def _check_request(request: ExportRequest, stems: StemReader, facts: ProgrammeFacts) -> None:
    """Refuse what cannot be done, before anything is touched."""
    if not request.tracks or not set(request.tracks) <= set(DELIVERED_CODES):
        raise SettingsError("Nothing is chosen for export; choose stems, mixture or remix.")
    span = request.span
    if not 0 <= span.start < span.stop <= facts.num_samples:
        raise SettingsError("The chosen range lies outside the programme; choose another one.")
    check_template(request.template, len(request.tracks))
    if request.target:
        loudness_target(request.target)
    if sentence := refusal(request.encoding, facts.shape(span)):
        raise SettingsError(sentence)
    check_sessions(request.sessions, request.encoding)
    if request.needs_stems and (missing := gaps(span, stems.covered)):
        raise SettingsError(not_separated(missing, facts.start))


def _written(
    request: ExportRequest,
    facts: ProgrammeFacts,
    plan: ExportPlan,
    paths: dict[str, Path],
    made: datetime,
) -> Generator[int, None, tuple[WrittenFile, ...]]:
    """Write all files in step; memory holds one block of each. Yields samples done."""
    blocks = TrackBlocks(request, plan.stems, plan.sound)
    shape, files = facts.shape(request.span), request.files(facts.layout)
    common = facts.notes(request.span, made, len(files))
    prints = {file.key: Fingerprint(plan.encodings[file.track]) for file in files}
    with ExitStack() as stack:
        writers: dict[str, WaveWriter | FlacWriter] = {}
        for file in files:
            own = replace(shape, layout=file.layout, num_channels=len(file.channels))
            encoding, notes = plan.encodings[file.track], FileNotes(common, file)
            writers[file.key] = create_track_file(paths[file.key], encoding, own, notes)
            stack.enter_context(writers[file.key])
        for span in request.span.blocks(BLOCK_SAMPLES):
            encoded = blocks.encoded(span, plan.encodings)
            add_pops(encoded, span, request.pops, facts, plan.encodings)
            for file in files:
                block = encoded[file.track][list(file.channels)]
                writers[file.key].write(block)
                prints[file.key].add(block)
            yield span.stop - request.span.start
    return tuple(
        WrittenFile(f, paths[f.key], plan.encodings[f.track], prints[f.key].digest) for f in files
    )


def _checked(
    request: ExportRequest,
    facts: ProgrammeFacts,
    plan: ExportPlan,
    written: tuple[WrittenFile, ...],
    paths: dict[str, Path],
    measured: Measured,
) -> Generator[int, None, ExportResult]:
    """Read the files back, and measure them where that is wanted. Yields samples done."""
    begin = request.span.start
    pops = [SampleSpan(pop.start - begin, pop.stop - begin) for pop in request.pops]
    listener = DeliveryListener(facts.rate_hz, facts.layout, plan.encodings, pops)
    heard = [listener] if request.target else []
    sums = not request.apply_gains
    found = yield from read_back(written, sums=sums, listeners=heard, pops=pops)
    result = _result(request, facts, plan, paths, found, measured)
    if not request.target:
        return result
    report = _reported(request, facts, result, written, listener, found)
    return replace(result, report=report, notices=(*result.notices, *report.shortcomings))


def _result(
    request: ExportRequest,
    facts: ProgrammeFacts,
    plan: ExportPlan,
    paths: dict[str, Path],
    found: ReadBack,
    measured: Measured,
) -> ExportResult:
    """The result, once the re-read files are known to hold what they should."""
    is_exact = found.error is not None and plan.encodings[MIXTURE_CODE].is_integer
    is_whole = found.is_as_written and found.num_samples == request.span.num_samples
    if not is_whole or (is_exact and found.error):
        raise OutputError(
            f"The files written to {request.directory} do not read back as they were written; "
            "check the disk and export again."
        )
    peak = measured.remix.amplitude * plan.sound.factor if measured.remix else None
    return ExportResult(
        paths=paths,
        encodings={track: encoding.label for track, encoding in plan.encodings.items()},
        null_exact=True if is_exact else None,
        null_depth_db=found.depth_db,
        remix_peak_db=None if peak is None else dbfs(peak),
        notices=(*plan.notices, *facts.speed_words, *_dropped(facts)),
        delivered=_delivered(request, facts, paths),
    )


def _dropped(facts: ProgrammeFacts) -> tuple[str, ...]:
    """What the source held and the files do not."""
    if not facts.source.has_adm:
        return ()
    return (
        f"{shown(facts.movie)} says by ADM where its sounds are in the room, which stems cannot "
        "keep; the files have its channels alone.",
    )


def _reported(
    request: ExportRequest,
    facts: ProgrammeFacts,
    result: ExportResult,
    written: tuple[WrittenFile, ...],
    listener: DeliveryListener,
    found: ReadBack,
) -> DeliveryReport:
    """What was measured of the result."""
    assert result.delivered is not None
    return delivery_report(
        result.delivered,
        written,
        listener.findings(),
        loudness_target(request.target),
        found,
        result.notices,
        facts.made_from,
    )


def _delivered(
    request: ExportRequest, facts: ProgrammeFacts, paths: dict[str, Path]
) -> DeliveredSet:
    """The files as a session writer takes them."""
    files = request.files(facts.layout)
    return DeliveredSet(
        name=shown(facts.project or facts.movie),
        tracks=tuple(
            DeliveredTrack(
                track,
                tuple(DeliveredFile(paths[f.key], f.speakers) for f in files if f.track == track),
                facts.layout,
            )
            for track in request.tracks
        ),
        rate_hz=facts.rate_hz,
        num_samples=request.span.num_samples,
        start=request.span.start,
        clock=facts.start,
        movie=facts.media,
    )


def _session(
    request: ExportRequest,
    facts: ProgrammeFacts,
    plan: ExportPlan,
    result: ExportResult,
    fresh: dict[str, Path],
) -> Session:
    """The files with markers, levels and the picture; stems that carry their gains have none."""
    assert result.delivered is not None
    return Session(
        delivered=result.delivered,
        bits=max(encoding.bits for encoding in plan.encodings.values()),
        markers=tuple(sorted((*facts.cues, *facts.flags))),
        rebalance=None if request.apply_gains else request.rebalance,
        picture=facts.picture,
        staged={result.paths[key]: place for key, place in fresh.items()},
    )


def _check_room(request: ExportRequest, encodings: dict[str, Encoding], shape: SoundShape) -> None:
    """Stop where files whose size is known beforehand do not fit."""
    known = (encoding for encoding in encodings.values() if not encoding.is_compressed)
    num_bytes = sum(encoding.num_bytes(shape) for encoding in known)
    inside = len(encodings) * shape.num_channels * shape.num_samples
    num_bytes += sum(session_format(key).num_bytes(inside) for key in request.sessions)
    check_room(request.directory, num_bytes)
