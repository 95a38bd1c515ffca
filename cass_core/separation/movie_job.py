"""A whole movie from file to stems on disk: what the command line and the app run."""

import hashlib
from collections.abc import Generator, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from fractions import Fraction
from pathlib import Path

from cass_core.checkpoints.checkpoint import ModelDescription, load_model
from cass_core.clips import SampleSpan
from cass_core.errors import MediaError, SettingsError
from cass_core.media.audio_reader import AudioTrack, open_track, spool_audio
from cass_core.media.float_wave import FloatWaveReader
from cass_core.media.media_info import MediaInfo
from cass_core.media.probe import media_hash, probe
from cass_core.separation.compute_device import ComputeDevice, DeviceChoice, choose_device
from cass_core.separation.movie_files import (
    check_free,
    make_stems_folder,
    spool_path,
    stems_folder,
    wave_name,
)
from cass_core.separation.movie_span import (
    check_positions,
    movie_span,
    programme_timecode,
    usable_timecode,
)
from cass_core.separation.overheard import Overheard
from cass_core.separation.picture_windows import wants_frames
from cass_core.separation.separator import Programme, Separator, StemChunk
from cass_core.separation.settings import SeparationSettings
from cass_core.separation.work_plan import JobProgress, WorkPlan
from cass_core.stems.manifest import Scalar, StemSetIdentity
from cass_core.stems.stem_set import StemSet
from cass_core.stems.stem_writer import StemSetWriter
from cass_core.stems.wave_export import WaveExport, export_waves
from cass_core.visual.analysed_picture import AnalysedPicture
from cass_core.visual.feature_layout import VisualFeatures
from cass_core.visual.picture_analysis import analyse_picture, load_picture
from cass_core.visual.picture_settings import PictureSettings

_ROWS_AT_ONCE = 1 << 14


@dataclass(frozen=True)
class MovieRequest:
    """What to separate, how, and where to.

    Attributes:
        movie: the file.
        out: folder for the WAVs and for `<movie>.stems`.
        model: folder of the model.
        settings: the user's choice.
        audio_stream: number among the file's audio streams.
        picture: look at the picture.
        start: where to begin, as the user wrote it; None for the start.
        stop: where to end; None for the end.
        device: where to compute.
        resume: go on with a run that was stopped.
        overwrite: replace WAVs of an earlier run.
        picture_settings: how to look at the picture.
    """

    movie: Path
    out: Path
    model: Path
    settings: SeparationSettings = SeparationSettings()
    audio_stream: int = 0
    picture: bool = True
    start: str | None = None
    stop: str | None = None
    device: DeviceChoice = "auto"
    resume: bool = False
    overwrite: bool = False
    picture_settings: PictureSettings = PictureSettings()

    @property
    def stems_folder(self) -> Path:
        """Where the working stems stand."""
        return stems_folder(self.out, self.movie)


@dataclass(frozen=True)
class MovieResult:
    """What a finished job left on disk.

    Attributes:
        waves: the files for the editor.
        stems_folder: the working stems.
        null_depth_db: of the working stems, in dBFS.
        warnings: what the run had to fall back on.
    """

    waves: WaveExport
    stems_folder: Path
    null_depth_db: float
    warnings: tuple[str, ...]


def separate_movie(
    request: MovieRequest,
) -> Generator[JobProgress | MovieResult, None, None]:
    """Decode, look, separate, write.

    Stopping the iteration cancels; every finished chunk stays on disk for `resume`.

    Args:
        request: what to do.

    Yields:
        Progress, and at last the result.
    """
    info, notice = usable_timecode(probe(request.movie))
    track = open_track(request.movie, request.audio_stream)
    check_positions(request.start, request.stop, info, track)
    check_free(request.out, request.movie, resume=request.resume, overwrite=request.overwrite)
    device = choose_device(request.device)
    network, description = load_model(request.model)
    plan = WorkPlan.of(info, track, request.settings.steps, device.kind, request.picture)
    for sentence in filter(None, (device.warning, notice)):
        yield plan.warning(sentence)
    fingerprint = media_hash(request.movie)
    spool = spool_path(request.stems_folder, fingerprint, request.audio_stream)
    yield from _spool(request, track, spool, plan)
    span = _span(request, info, track, spool)
    with FloatWaveReader(spool) as source:
        picture = AnalysedPicture()
        if request.picture and info.video:
            frames = wants_frames(description.config)
            picture = yield from _look(request, frames, track, fingerprint, plan)
        separator = Separator(network, description.config, device)
        identity = _identity(
            request, info, track, fingerprint, span, source.num_samples, description, device
        )
        identity = replace(identity, settings=identity.settings | _seen(picture.features))
        yield from _separate(request, identity, separator, Programme(source, picture), plan)
    with suppress(OSError):
        spool.unlink(missing_ok=True)
    yield from _write(request, plan)


def _spool(
    request: MovieRequest, track: AudioTrack, spool: Path, plan: WorkPlan
) -> Iterator[JobProgress]:
    """Decode the sound into a work file, unless a stopped run has left it."""
    make_stems_folder(request.stems_folder, spool)
    if request.resume and _is_whole(spool):
        return
    total = max(1, track.num_samples_estimate)
    with Overheard() as heard:
        for done in spool_audio(request.movie, request.audio_stream, spool):
            yield plan.progress("sound", done / total)
    for sentence in heard.sentences:
        yield plan.warning(sentence)


def _span(request: MovieRequest, info: MediaInfo, track: AudioTrack, spool: Path) -> SampleSpan:
    """The part to separate, now that the exact length is known; a refused one leaves no spool."""
    with FloatWaveReader(spool) as source:
        num_samples = source.num_samples
    try:
        return movie_span(request.start, request.stop, info, track, num_samples)
    except SettingsError:
        spool.unlink(missing_ok=True)
        raise


def _is_whole(spool: Path) -> bool:
    """Whether an earlier run has left its decoded sound, undamaged."""
    try:
        with FloatWaveReader(spool):
            return True
    except MediaError:
        return False


def _look(
    request: MovieRequest, frames: bool, track: AudioTrack, fingerprint: str, plan: WorkPlan
) -> Generator[JobProgress, None, AnalysedPicture]:
    """Look at the picture; the paper's encoders want its frames too."""
    settings = replace(request.picture_settings, with_crops=frames, with_scene_frames=frames)
    with Overheard() as heard:
        for step in analyse_picture(request.movie, settings, track.start_s, fingerprint):
            yield plan.progress("picture", step.done_s / max(step.total_s, 1e-3))
            if step.notice:
                yield plan.warning(step.notice)
    for sentence in heard.sentences:
        yield plan.warning(sentence)
    return load_picture(request.movie, settings, track.start_s, fingerprint)


def _seen(features: VisualFeatures | None) -> dict[str, Scalar]:
    """What the picture adds to the settings: stems depend on what was seen in it."""
    if features is None:
        return {"picture": False}
    digest = hashlib.sha256(str(features.start_s).encode())
    for stream in (features.face, features.scene):
        for first in range(0, len(stream), _ROWS_AT_ONCE):
            digest.update(stream[first : first + _ROWS_AT_ONCE].tobytes())
    return {"picture": True, "picture features": digest.hexdigest()[:16]}


def _separate(
    request: MovieRequest,
    identity: StemSetIdentity,
    separator: Separator,
    programme: Programme,
    plan: WorkPlan,
) -> Iterator[JobProgress]:
    """Run the separator over what is not on disk yet."""
    source, folder = programme.source, request.stems_folder
    with StemSetWriter.create_or_resume(folder, identity, resume=request.resume) as writer:
        for sentence in plan.warnings:
            writer.add_warning(sentence)
        spans = separator.chunk_spans(source, identity.span)
        left = [span for span in spans if span.start >= writer.position]
        behind = 1 - len(left) / len(spans)
        for event in separator.run(programme, request.settings, left):
            if isinstance(event, StemChunk):
                writer.append(event.span.start, event.stems, source.read(event.span))
                for sentence in separator.warnings:
                    writer.add_warning(sentence)
                    yield plan.warning(sentence)
                share = event.done / event.total
            else:
                share = event.share
            yield plan.progress("separate", behind + (1 - behind) * share, behind)


def _write(request: MovieRequest, plan: WorkPlan) -> Iterator[JobProgress | MovieResult]:
    """Export the WAVs."""
    result: WaveExport | None = None
    name = wave_name(request.movie)
    with StemSet.open(request.stems_folder) as stems:
        for step in export_waves(stems, request.out, name, overwrite=request.overwrite):
            half = 0.0 if step.stage == "writing" else 0.5
            yield plan.progress("write", half + 0.5 * step.done / max(1, step.total))
            result = step.result
    if result is None:
        return
    if result.notice:
        yield plan.warning(result.notice)
    warnings = tuple(dict.fromkeys([*stems.manifest.warnings, *plan.warnings]))
    yield MovieResult(result, request.stems_folder, stems.null_depth_db, warnings)


def _identity(
    request: MovieRequest,
    info: MediaInfo,
    track: AudioTrack,
    fingerprint: str,
    span: SampleSpan,
    num_samples: int,
    description: ModelDescription,
    device: ComputeDevice,
) -> StemSetIdentity:
    settings = request.settings.to_dict()
    seed = int(settings.pop("seed"))
    return StemSetIdentity(
        media_name=request.movie.name,
        media_path=str(request.movie.absolute()),
        media_hash=fingerprint,
        audio_stream=request.audio_stream,
        rate_hz=track.rate_hz,
        layout=track.layout,
        num_channels=track.num_channels,
        num_samples=num_samples,
        span=span,
        start_timecode=programme_timecode(info, track, Fraction(span.start, track.rate_hz)),
        frame_rate=str(info.video[0].fps) if info.video else None,
        model_name=request.model.name,
        model_sha256=description.sha256,
        settings=settings | {"number_format": str(device.dtype).removeprefix("torch.")},
        seed=seed,
        device_kind=device.kind,
    )
