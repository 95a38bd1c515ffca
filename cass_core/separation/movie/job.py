"""A whole movie from file to stems on disk: what the command line and the app run."""

from collections.abc import Generator, Iterator
from dataclasses import replace

from cass_core.checkpoints.description import ModelDescription
from cass_core.checkpoints.opinions import load_named, named
from cass_core.checkpoints.windows import with_windows
from cass_core.compute_device import ComputeDevice, choose_device
from cass_core.media.sound.float_wave import FloatWaveReader
from cass_core.programme.opened_movie import OpenedMovie, open_movie
from cass_core.programme.positions import check_positions, expected_span
from cass_core.request.events import (
    ChunkWritten,
    PhaseShare,
    RunBegun,
    RunEvent,
    Separated,
    StepDone,
)
from cass_core.request.identity import StemSetIdentity
from cass_core.request.request import SeparationRequest
from cass_core.request.run_identity import UsedModel, run_identity
from cass_core.separation.heard.channel_groups import channel_groups
from cass_core.separation.movie.files import check_not_begun, own_stems_folder
from cass_core.separation.movie.foreseen import foreseen
from cass_core.separation.movie.room import check_room_for
from cass_core.separation.movie.sight import look, looks, seen
from cass_core.separation.movie.sound import MovieSound
from cass_core.separation.movie.told_once import ToldOnce
from cass_core.separation.published.published_method import NO_PICTURE
from cass_core.separation.separator import Separator, SeparatorInput
from cass_core.stems.disagreement import forget_disagreement, keep_disagreement
from cass_core.stems.null_measure import dbfs
from cass_core.stems.stem_set import StemSet
from cass_core.stems.stem_writer import StemSetWriter
from cass_core.visual.analysed_picture import AnalysedPicture

_USUAL_NULL_DBFS = -120.0


def separate_movie(
    request: SeparationRequest, movie: OpenedMovie | None = None
) -> Generator[RunEvent, None, None]:
    """Decode, look, separate.

    Stopping the iteration cancels; every finished chunk stays on disk for `resume`. Until the
    iteration ends, with `Separated` at hand too, nobody else can write the stems.

    Args:
        request: what to do.
        movie: what the request names, where it is open already.

    Yields:
        RunEvent: progress and warnings, and at last `Separated`.
    """
    movie = movie or open_movie(request.movie, request.audio_stream, request.channels)
    check_positions(movie, request.start, request.stop)
    begins = not (request.overwrite or request.resume)
    if begins:
        check_not_begun(request.folder)
    check_room_for(request, movie)
    device = choose_device(request.device, request.compiles)
    network, description = load_named(request.model)
    told = ToldOnce()
    yield from told.tell([device.warning, *movie.warnings])
    sees = looks(request, movie, description)
    settings = request.settings
    config = with_windows(description.config, settings.window_s, settings.hop_s)
    separator = Separator(network, config, device)
    separator.check(request.settings)
    yield _begun(request, movie, separator, sees)
    groups = channel_groups(movie.track.layout, movie.track.num_channels).heard
    yield from told.tell(foreseen(separator, settings, len(groups)))
    with own_stems_folder(request.folder, begins=begins):
        sound = MovieSound(request, movie)
        yield from told.tell((yield from sound.decode()))
        span = sound.span()
        with FloatWaveReader(sound.path) as source:
            picture = AnalysedPicture()
            if sees:
                picture = yield from look(request, movie, source, description, told)
            elif request.settings.picture and movie.info.video:
                yield from told.tell([NO_PICTURE])
            model = _used(request, description, separator.device)
            if not request.resume:
                forget_disagreement(request.folder)
            identity = run_identity(
                request, movie, model, span, source.num_samples, seen(picture.features)
            )
            programme = SeparatorInput(source, picture)
            yield from _separate(request, identity, separator, programme, told)
        sound.remove()
        yield from told.tell(_coarse_null(request))
        yield _result(request, told)


def _begun(
    request: SeparationRequest, movie: OpenedMovie, separator: Separator, sees: bool
) -> RunBegun:
    track, picture = movie.track, movie.info.video[0] if sees else None
    part = request.span or expected_span(movie, request.start, request.stop)
    return RunBegun(
        device_kind=separator.device.kind,
        device_name=separator.device.label,
        rate_hz=track.rate_hz,
        num_channels=track.num_channels,
        length_s=movie.length_s,
        part_s=part.num_samples / track.rate_hz,
        picture_size=f"{picture.width}x{picture.height}" if picture else "",
        start_s=part.start / track.rate_hz,
        grain=separator.grain,
        takes_steps=separator.takes_steps,
    )


def _used(
    request: SeparationRequest, description: ModelDescription, device: ComputeDevice
) -> UsedModel:
    number_format = str(device.dtype).removeprefix("torch.")
    number_format += ", compiled" if device.compiles else ""  # which rounds otherwise
    return UsedModel(named(request.model), description.sha256, device.kind, number_format)


def _separate(
    request: SeparationRequest,
    identity: StemSetIdentity,
    separator: Separator,
    programme: SeparatorInput,
    told: ToldOnce,
) -> Iterator[RunEvent]:
    """Run the separator over what is not on disk yet."""
    source, folder = programme.source, request.folder
    with StemSetWriter.create_or_resume(folder, identity, resume=request.resume) as writer:
        for sentence in told.sentences:
            writer.add_warning(sentence)
        spans = separator.chunk_spans(source, identity.span)
        left = [span for span in spans if span.start >= writer.position]
        behind = 1 - len(left) / len(spans)
        yield PhaseShare("separate", behind, behind)
        before = writer.manifest.fallbacks
        for event in separator.run(programme, request.settings, left, before):
            writer.remember(separator.fallbacks)
            share = behind + (1 - behind) * event.share
            if isinstance(event, StepDone):
                yield replace(event, share=share)
                continue
            if event.disagreement is not None:
                keep_disagreement(folder, event.span.start / source.rate_hz, event.disagreement)
            writer.append(event.span.start, event.stems, source.read(event.span))
            for sentence in separator.warnings:
                writer.add_warning(sentence)
            yield from told.tell(separator.warnings)
            yield ChunkWritten(event.span, share)


def _coarse_null(request: SeparationRequest) -> tuple[str, ...]:
    """Say that stems do not sum to the mixture as well as they mostly do."""
    with StemSet.open(request.folder) as stems:
        measure = stems.manifest.measure
    if measure.null_depth_db <= _USUAL_NULL_DBFS:
        return ()
    return (
        f"The stems sum to the mixture to {measure.null_depth_db:.0f} dBFS only, because its "
        f"samples reach {dbfs(measure.mixture_peak):+.0f} dBFS, where 32-bit float is that coarse; "
        "lower the movie's sound first if that matters.",
    )


def _result(request: SeparationRequest, told: ToldOnce) -> Separated:
    """What stands on disk, once all its files are known to be whole."""
    with StemSet.open(request.folder) as stems:
        warnings = tuple(dict.fromkeys([*stems.manifest.warnings, *told.sentences]))
        return Separated(request.folder, stems.null_depth_db, warnings)
