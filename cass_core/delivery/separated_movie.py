"""A movie that is separated and delivered in one go: what the command line does."""

from collections.abc import Generator
from contextlib import closing
from dataclasses import dataclass
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
from cass_core.programme.opened_movie import OpenedMovie
from cass_core.request.events import PhaseShare, RunEvent, Separated, Warned
from cass_core.request.request import SeparationRequest
from cass_core.separation.movie.job import separate_movie
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
    request: SeparationRequest, out: Path, encoding: Encoding
) -> Generator[RunEvent | DeliveredMovie, None, None]:
    """Separate a movie, then write stems and mixture.

    Args:
        request: what to separate.
        out: folder for the files.
        encoding: how they are stored.

    Yields:
        Progress and warnings, and at last what stands on disk.
    """
    movie = OpenedMovie.open(request.movie, request.audio_stream, request.channels)
    _check(request, movie, out, encoding)
    with closing(separate_movie(request, movie)) as job:
        for event in job:
            if isinstance(event, Separated):
                separated = event
            else:
                yield event
    yield from _delivered(request, movie, out, encoding, separated)


def _delivered(
    request: SeparationRequest,
    movie: OpenedMovie,
    out: Path,
    encoding: Encoding,
    separated: Separated,
) -> Generator[PhaseShare | Warned | DeliveredMovie, None, None]:
    """Write the files."""
    written: ExportResult | None = None
    with (
        StemSet.open(separated.folder) as stems,
        closing(_files(request, movie, out, encoding, stems)) as steps,
    ):
        for step in steps:
            yield PhaseShare("write", step.share)
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
        stems_folder=separated.folder,
        null_depth_db=separated.null_depth_db,
        warnings=warnings,
    )


def _check(request: SeparationRequest, movie: OpenedMovie, out: Path, encoding: Encoding) -> None:
    """Refuse what stands in the way of the files before hours of work."""
    track = movie.track
    shape = SoundShape(track.rate_hz, track.layout, track.num_channels, 0)
    if sentence := refusal(encoding, shape):
        raise SettingsError(sentence)
    fields = dict.fromkeys(_TRACKS, NameFields(movie=request.movie.stem))
    suffixes = dict.fromkeys(_TRACKS, encoding.suffix)
    names = file_names(DEFAULT_TEMPLATE, _TRACKS, fields, suffixes).values()
    remedy = "use --overwrite or another folder."
    refuse_existing(out, names, overwrite=request.overwrite, remedy=remedy)


def _files(
    request: SeparationRequest, movie: OpenedMovie, out: Path, encoding: Encoding, stems: StemSet
) -> Generator[ExportProgress, None, None]:
    """Write the files of what is separated."""
    identity = stems.manifest.identity
    facts = ProgrammeFacts(
        num_samples=identity.num_samples,
        rate_hz=identity.rate_hz,
        layout=identity.layout,
        num_channels=identity.num_channels,
        start=movie.start,
        movie=request.movie.stem,
    )
    wanted = ExportRequest(_TRACKS, stems.span, encoding, out, overwrite=request.overwrite)
    # the movie's date, so that the same command writes the same bytes
    made = datetime.fromtimestamp(request.movie.stat().st_mtime)
    return export(wanted, stems, facts, made)


def _full_scale(encoding: Encoding) -> str:
    form = "32-bit float" if encoding.file_type == "wav" else "32-bit float WAV"
    return (
        f"A stem passes full scale in {encoding.bits} bits, so all four files were written as "
        f"{form}."
    )
