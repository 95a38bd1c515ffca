"""A movie that is separated and delivered in one go: what the command line does."""

import time
from collections.abc import Generator
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from cass_core.delivery.encodings import Encoding, SoundShape, refusal
from cass_core.delivery.export_request import (
    STEM_TRACKS,
    ExportProgress,
    ExportRequest,
    ExportResult,
    ProgrammeFacts,
)
from cass_core.delivery.naming import DEFAULT_TEMPLATE, NameFields, file_names
from cass_core.delivery.output_folder import refuse_existing
from cass_core.delivery.stem_export import export
from cass_core.errors import SettingsError
from cass_core.media.files.probe import probe
from cass_core.media.sound.audio_reader import open_track
from cass_core.programme.start_time import StartTime, start_time
from cass_core.separation.movie.job import separate_movie
from cass_core.separation.movie.request import MovieRequest, MovieResult
from cass_core.separation.movie.work_plan import JobProgress, Warned
from cass_core.stems.stem_set import StemSet

_TRACKS = (*STEM_TRACKS, "MIX")


@dataclass(frozen=True)
class DeliveredMovie:
    """What stands on disk.

    Attributes:
        paths: the files of "DX", "FX", "MX" and "MIX".
        encoding: how all four are stored.
        null_exact: the re-read integer stems sum to the re-read mixture, every sample.
        stems_folder: the working stems.
        null_depth_db: of the working stems, in dBFS.
        warnings: what the run had to fall back on.
    """

    paths: dict[str, Path]
    encoding: Encoding
    null_exact: bool
    stems_folder: Path
    null_depth_db: float
    warnings: tuple[str, ...]


def separate_and_deliver(
    request: MovieRequest, encoding: Encoding
) -> Generator[JobProgress | Warned | DeliveredMovie, None, None]:
    """Separate a movie, then write stems and mixture to the request's folder.

    Args:
        request: what to separate.
        encoding: how the files are stored.

    Yields:
        Progress and warnings, and at last what stands on disk.
    """
    clock = _checked_clock(request, encoding)
    share = 0.0
    with closing(separate_movie(replace(request, is_delivered=True))) as job:
        for event in job:
            if isinstance(event, MovieResult):
                separated = event
                continue
            if isinstance(event, JobProgress):
                share = event.share
            yield event
    yield from _delivered(request, encoding, clock, separated, share)


def _delivered(
    request: MovieRequest,
    encoding: Encoding,
    clock: StartTime,
    separated: MovieResult,
    share: float,
) -> Generator[JobProgress | Warned | DeliveredMovie, None, None]:
    """Write the files; `share` of the whole job is done before."""
    written: ExportResult | None = None
    begun = time.monotonic()
    with (
        StemSet.open(separated.stems_folder) as stems,
        closing(_files(request, encoding, clock, stems)) as steps,
    ):
        for step in steps:
            yield _progress(step.share, share, time.monotonic() - begun)
            written = step.result
    assert written is not None
    warnings = separated.warnings
    # plain stems have no notice but that of full scale
    if written.notices:
        sentence = _full_scale(encoding)
        yield Warned(sentence)
        warnings = tuple(dict.fromkeys([*warnings, sentence]))
    yield DeliveredMovie(
        paths=written.paths,
        encoding=encoding.as_float() if written.notices else encoding,
        null_exact=bool(written.null_exact),
        stems_folder=separated.stems_folder,
        null_depth_db=separated.null_depth_db,
        warnings=warnings,
    )


def _checked_clock(request: MovieRequest, encoding: Encoding) -> StartTime:
    """The programme's clock, once it is known that nothing stands in the way of the files."""
    info = probe(request.movie)
    track = open_track(request.movie, request.audio_stream, request.channels)
    shape = SoundShape(track.rate_hz, track.layout, track.num_channels, 0)
    if sentence := refusal(encoding, shape):
        raise SettingsError(sentence)
    fields = dict.fromkeys(_TRACKS, NameFields(movie=request.movie.stem))
    suffixes = dict.fromkeys(_TRACKS, encoding.suffix)
    names = file_names(DEFAULT_TEMPLATE, _TRACKS, fields, suffixes).values()
    remedy = "use --overwrite or another folder."
    refuse_existing(request.out, names, overwrite=request.overwrite, remedy=remedy)
    return start_time(info, track.start_s, track.rate_hz)


def _files(
    request: MovieRequest, encoding: Encoding, clock: StartTime, stems: StemSet
) -> Generator[ExportProgress, None, None]:
    """Write the files of what is separated."""
    identity = stems.manifest.identity
    facts = ProgrammeFacts(
        num_samples=identity.num_samples,
        rate_hz=identity.rate_hz,
        layout=identity.layout,
        num_channels=identity.num_channels,
        start=clock,
        movie=request.movie.stem,
    )
    wanted = ExportRequest(_TRACKS, stems.span, encoding, request.out, overwrite=request.overwrite)
    # the movie's date, so that the same command writes the same bytes
    made = datetime.fromtimestamp(request.movie.stat().st_mtime)
    return export(wanted, stems, facts, made)


def _progress(written: float, before: float, elapsed_s: float) -> JobProgress:
    """Writing is the rest of the whole, whose share before it is known."""
    remaining_s = elapsed_s * (1 - written) / written if written else None
    share = before + (1 - before) * written
    return JobProgress("write", share, remaining_s, phase_share=written)


def _full_scale(encoding: Encoding) -> str:
    form = "32-bit float" if encoding.file_type == "wav" else "32-bit float WAV"
    return (
        f"A stem passes full scale in {encoding.bits} bits, so all four files were written as "
        f"{form}."
    )
