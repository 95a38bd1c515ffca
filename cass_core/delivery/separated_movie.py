"""A movie that is separated and delivered in one go: what the command line does."""

from collections.abc import Generator
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from cass_core.clips import SampleSpan
from cass_core.delivery.encodings import Encoding, SoundShape, refusal
from cass_core.delivery.export_request import (
    ExportProgress,
    ExportRequest,
    ExportResult,
    FullScale,
    ProgrammeFacts,
)
from cass_core.delivery.naming import DEFAULT_TEMPLATE, check_template
from cass_core.delivery.output_folder import refuse_existing
from cass_core.delivery.sessions.set_sessions import check_sessions
from cass_core.delivery.sets.delivered_picture import DeliveredPicture
from cass_core.delivery.stem_export import export
from cass_core.errors import SettingsError
from cass_core.media.files.staged_files import restore_interrupted
from cass_core.media.sound.broadcast.source_notes import source_notes
from cass_core.programme.opened_movie import OpenedMovie, open_movie
from cass_core.programme.positions import expected_span
from cass_core.request.events import PhaseShare, RunEvent, Separated, Warned
from cass_core.request.request import SeparationRequest
from cass_core.separation.movie.job import separate_movie
from cass_core.separation.movie.room import check_room_for
from cass_core.stem_names import MIXTURE_CODE, STEM_CODES
from cass_core.stems.stem_set import StemSet

_TRACKS = (*STEM_CODES, MIXTURE_CODE)


@dataclass(frozen=True)
class Delivery:
    """Where the files go, and what they are.

    Attributes:
        folder: made when it is missing.
        encoding: how they are stored.
        template: what they are called; see `naming`.
        sessions: keys of `SESSION_FORMATS` that are written beside them.
        full_scale: what happens where stems or mixture pass full scale in integers.
    """

    folder: Path
    encoding: Encoding
    template: str = DEFAULT_TEMPLATE
    sessions: tuple[str, ...] = ()
    full_scale: FullScale = "float"


@dataclass(frozen=True)
class DeliveredMovie:
    """What stands on disk.

    Attributes:
        paths: the files of "DX", "FX", "MX" and "MIX".
        sessions: sessions of editing programs, by the keys of their kinds.
        encoding: how all four are stored.
        null_exact: the re-read integer stems sum to the re-read mixture, every sample.
        stems_folder: the working stems.
        null_depth_db: of the working stems, in dBFS.
        warnings: what the run had to fall back on.
    """

    paths: dict[str, Path]
    sessions: dict[str, Path]
    encoding: Encoding
    null_exact: bool
    stems_folder: Path
    null_depth_db: float
    warnings: tuple[str, ...]


def separate_and_deliver(
    request: SeparationRequest, delivery: Delivery, movie: OpenedMovie | None = None
) -> Generator[RunEvent | DeliveredMovie, None, None]:
    """Separate a movie, then write stems and mixture.

    Args:
        request: what to separate.
        delivery: where the files go, and what they are.
        movie: what the request names, where it is open already.

    Yields:
        Progress and warnings, and at last what stands on disk.
    """
    movie = movie or open_movie(request.movie, request.audio_stream, request.channels)
    _check(request, movie, delivery)
    with closing(separate_movie(request, movie)) as job:
        for event in job:
            if isinstance(event, Separated):  # the stems are this run's alone until it goes on
                yield from _delivered(request, movie, delivery, event)
            else:
                yield event


def _delivered(
    request: SeparationRequest,
    movie: OpenedMovie,
    delivery: Delivery,
    separated: Separated,
) -> Generator[PhaseShare | Warned | DeliveredMovie, None, None]:
    """Write the files."""
    written: ExportResult | None = None
    encoding = delivery.encoding
    with (
        StemSet.open(separated.folder) as stems,
        closing(_files(request, movie, delivery, stems)) as steps,
    ):
        for step in steps:
            yield PhaseShare("write", step.share)
            written = step.result
    assert written is not None
    is_float = written.encodings[MIXTURE_CODE] != encoding.label
    # plain stems have one notice of their encoding, that of full scale, and it comes first
    said = [_full_scale(encoding), *written.notices[1:]] if is_float else written.notices
    for sentence in said:
        yield Warned(sentence)
    yield DeliveredMovie(
        paths=written.paths,
        sessions=written.sessions,
        encoding=encoding.as_float() if is_float else encoding,
        null_exact=bool(written.null_exact),
        stems_folder=separated.folder,
        null_depth_db=separated.null_depth_db,
        warnings=tuple(dict.fromkeys([*separated.warnings, *said])),
    )


def _check(request: SeparationRequest, movie: OpenedMovie, delivery: Delivery) -> None:
    """Refuse what stands in the way of the files before hours of work."""
    check_template(delivery.template, len(_TRACKS))
    track, encoding = movie.track, delivery.encoding
    shape = SoundShape(track.rate_hz, track.layout, track.num_channels, 0)
    if sentence := refusal(encoding, shape):
        raise SettingsError(sentence)
    span = request.span or expected_span(movie, request.start, request.stop)
    wanted, facts = _wanted(request, delivery, span), _facts(movie, span.stop)
    check_sessions(delivery.sessions, encoding)
    names = {
        *wanted.names(facts, dict.fromkeys(_TRACKS, encoding), _made(request)).values(),
        *wanted.session_names(facts, _made(request)).values(),
    }
    remedy = "use --overwrite or another folder."
    restore_interrupted(delivery.folder)
    refuse_existing(delivery.folder, names, overwrite=request.overwrite, remedy=remedy)
    each = 0 if encoding.is_compressed else encoding.num_bytes(facts.shape(span))
    check_room_for(request, movie, len(_TRACKS) * each)


def _files(
    request: SeparationRequest, movie: OpenedMovie, delivery: Delivery, stems: StemSet
) -> Generator[ExportProgress, None, None]:
    """Write the files of what is separated."""
    facts = _facts(movie, stems.manifest.identity.num_samples)
    return export(_wanted(request, delivery, stems.span), stems, facts, _made(request))


def _wanted(request: SeparationRequest, delivery: Delivery, span: SampleSpan) -> ExportRequest:
    return ExportRequest(
        _TRACKS,
        span,
        delivery.encoding,
        delivery.folder,
        delivery.template,
        overwrite=request.overwrite,
        sessions=delivery.sessions,
        full_scale=delivery.full_scale,
    )


def _facts(movie: OpenedMovie, num_samples: int) -> ProgrammeFacts:
    return ProgrammeFacts(
        num_samples=num_samples,
        rate_hz=movie.track.rate_hz,
        layout=movie.track.layout,
        num_channels=movie.track.num_channels,
        start=movie.clock,
        movie=movie.info.path.stem,
        media=movie.info.path,
        source=source_notes(movie.info.path, movie.info),
        picture=DeliveredPicture.of(movie.info),
    )


def _made(request: SeparationRequest) -> datetime:
    """The movie's date, so that the same command writes the same bytes."""
    return datetime.fromtimestamp(request.movie.stat().st_mtime)


def _full_scale(encoding: Encoding) -> str:
    form = "32-bit float" if encoding.file_type == "wav" else "32-bit float WAV"
    return (
        f"A stem passes full scale in {encoding.bits} bits, so all four files were written as "
        f"{form}."
    )
