"""Stems, mixture and remix of a span as sound files that appear together or not at all."""

from collections.abc import Generator
from contextlib import ExitStack
from datetime import datetime
from pathlib import Path

import soundfile

from cass_core.delivery.encodings import Encoding, SoundShape, create_track_file, refusal
from cass_core.delivery.export_plan import ExportPlan, Measured, measured_tracks, planned
from cass_core.delivery.export_request import (
    ExportProgress,
    ExportRequest,
    ExportResult,
    ProgrammeFacts,
    Stage,
)
from cass_core.delivery.naming import check_template
from cass_core.delivery.output_folder import make_folder, refuse_existing
from cass_core.delivery.remix_sound import BLOCK_SAMPLES
from cass_core.delivery.stages import Stages
from cass_core.delivery.stem_reader import StemReader, not_separated
from cass_core.delivery.track_blocks import TrackBlocks
from cass_core.errors import OutputError, SettingsError
from cass_core.media.files.staged_files import StagedFiles, restore_interrupted
from cass_core.media.sound.flac_writer import FlacWriter
from cass_core.media.sound.sound_file_name import sound_file_name
from cass_core.media.sound.wave_writer import WaveWriter
from cass_core.programme.disk_room import check_room
from cass_core.shown_text import shown
from cass_core.spans import gaps
from cass_core.stem_names import MIXTURE_CODE, STEM_CODES, TRACK_CODES
from cass_core.stems.null_check import FileNull, file_null
from cass_core.stems.null_measure import dbfs

_NULL_TRACKS = {*STEM_CODES, MIXTURE_CODE}


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
    restore_interrupted(request.directory)
    refuse_existing(request.directory, names.values(), overwrite=request.overwrite)
    make_folder(request.directory)
    shape = facts.shape(request.span)
    _check_room(request.directory, encodings, shape)
    measuring = 0.3 if request.encoding.is_integer else 0.0
    ends: dict[Stage, float] = {"measuring": measuring, "writing": 0.85, "checking": 1.0}
    stages = Stages(request.span.num_samples, ends)
    measured = yield from stages.follow("measuring", measured_tracks(request, stems))
    plan = planned(request, stems, measured)
    names = request.names(facts, plan.encodings, made)
    paths = {track: request.directory / name for track, name in names.items()}
    refuse_existing(request.directory, names.values(), overwrite=request.overwrite)
    _check_room(request.directory, plan.encodings, shape)  # full scale may have made them larger
    with StagedFiles(list(paths.values())) as staged:
        fresh = {track: staged.temporary(path) for track, path in paths.items()}
        writing = _written(request, stems, facts, plan, fresh, made)
        yield from stages.follow("writing", writing)
        null = yield from stages.follow("checking", _re_read(request, plan, fresh))
        result = _result(request, plan, paths, null, measured)
        staged.publish()
    yield ExportProgress(1.0, "checking", result)


def _check_request(request: ExportRequest, stems: StemReader, facts: ProgrammeFacts) -> None:
    """Refuse what cannot be done, before anything is touched."""
    if not request.tracks or not set(request.tracks) <= set(TRACK_CODES):
        raise SettingsError("Nothing is chosen for export; choose stems, mixture or remix.")
    span = request.span
    if not 0 <= span.start < span.stop <= facts.num_samples:
        raise SettingsError("The chosen range lies outside the programme; choose another one.")
    check_template(request.template, len(request.tracks))
    if sentence := refusal(request.encoding, facts.shape(span)):
        raise SettingsError(sentence)
    if request.needs_stems and (missing := gaps(span, stems.covered)):
        raise SettingsError(not_separated(missing, facts.start))


def _written(
    request: ExportRequest,
    stems: StemReader,
    facts: ProgrammeFacts,
    plan: ExportPlan,
    paths: dict[str, Path],
    made: datetime,
) -> Generator[int, None, None]:
    """Write all files in step; memory holds one block of each. Yields samples done."""
    blocks = TrackBlocks(request, stems, plan.sound)
    shape = facts.shape(request.span)
    with ExitStack() as stack:
        writers: dict[str, WaveWriter | FlacWriter] = {}
        for track, path in paths.items():
            title = shown(f"{facts.movie} {track}".strip())
            writer = create_track_file(path, plan.encodings[track], shape, title, made)
            stack.enter_context(writer)
            writers[track] = writer
        for span in request.span.blocks(BLOCK_SAMPLES):
            for track, block in blocks.encoded(span, plan.encodings).items():
                writers[track].write(block)
            yield span.stop - request.span.start


def _re_read(
    request: ExportRequest, plan: ExportPlan, paths: dict[str, Path]
) -> Generator[int, None, FileNull | None]:
    """Read the files back; returns the null where all stems and the mixture are there."""
    for path in paths.values():
        try:
            num_samples = soundfile.info(sound_file_name(path)).frames
        except soundfile.SoundFileError:
            num_samples = -1
        if num_samples != request.span.num_samples:
            raise OutputError(_not_as_written(request))
    if request.apply_gains or not set(paths) >= _NULL_TRACKS:
        return None
    null, encoding = FileNull(), plan.encodings[MIXTURE_CODE].samples
    for step in file_null(paths[MIXTURE_CODE], [paths[track] for track in STEM_CODES], encoding):
        null = step
        yield step.num_samples
    return null


def _result(
    request: ExportRequest,
    plan: ExportPlan,
    paths: dict[str, Path],
    null: FileNull | None,
    measured: Measured,
) -> ExportResult:
    """The result, once the re-read files are known to hold what they should."""
    is_exact = plan.encodings[MIXTURE_CODE].is_integer if null else False
    if null and (null.num_samples != request.span.num_samples or (is_exact and null.error > 0)):
        raise OutputError(_not_as_written(request))
    peak = measured.remix.amplitude * plan.sound.factor if measured.remix else None
    return ExportResult(
        paths=paths,
        encodings={track: encoding.label for track, encoding in plan.encodings.items()},
        null_exact=True if is_exact else None,
        null_depth_db=null.depth_db if null else None,
        remix_peak_db=None if peak is None else dbfs(peak),
        notices=plan.notices,
    )


def _not_as_written(request: ExportRequest) -> str:
    return (
        f"The files written to {request.directory} do not read back as they were written; "
        "check the disk and export again."
    )


def _check_room(folder: Path, encodings: dict[str, Encoding], shape: SoundShape) -> None:
    """Stop where files whose size is known beforehand do not fit."""
    known = (encoding for encoding in encodings.values() if not encoding.is_compressed)
    check_room(folder, sum(encoding.num_bytes(shape) for encoding in known))
