"""A whole movie from file to stems on disk: what the command line and the app run."""

import hashlib
from collections.abc import Generator, Iterator
from dataclasses import replace
from fractions import Fraction

from cass_core.checkpoints.checkpoint import load_model
from cass_core.checkpoints.description import ModelDescription
from cass_core.clips import SampleSpan
from cass_core.compute_device import ComputeDevice, choose_device
from cass_core.json_table import Scalar
from cass_core.media.files.media_info import MediaInfo
from cass_core.media.files.probe import cache_key, media_hash, modified_ns, probe
from cass_core.media.sound.audio_reader import AudioTrack, open_track
from cass_core.media.sound.float_wave import FloatWaveReader
from cass_core.programme.captured_warnings import CapturedWarnings
from cass_core.programme.positions import check_positions, programme_timecode, usable_timecode
from cass_core.separation.movie.files import check_not_begun
from cass_core.separation.movie.request import MovieRequest, MovieResult
from cass_core.separation.movie.sound import MovieSound
from cass_core.separation.movie.work_plan import JobProgress, Warned, WorkPlan
from cass_core.separation.published.published_method import NO_PICTURE
from cass_core.separation.separator import Separator, SeparatorInput, StemChunk
from cass_core.stems.manifest import StemSetIdentity
from cass_core.stems.stem_set import StemSet
from cass_core.stems.stem_writer import StemSetWriter
from cass_core.visual.analysed_picture import AnalysedPicture
from cass_core.visual.feature_layout import VisualFeatures
from cass_core.visual.picture_analysis import analyse_picture, load_picture

_ROWS_AT_ONCE = 1 << 14


def separate_movie(
    request: MovieRequest,
) -> Generator[JobProgress | Warned | MovieResult, None, None]:
    """Decode, look, separate.

    Stopping the iteration cancels; every finished chunk stays on disk for `resume`.

    Args:
        request: what to do.

    Yields:
        Progress and warnings, and at last the result.
    """
    info, notice = usable_timecode(probe(request.movie))
    track = open_track(request.movie, request.audio_stream, request.channels)
    check_positions(request.start, request.stop, info, track)
    if not (request.overwrite or request.resume):
        check_not_begun(request.stems_folder)
    device = choose_device(request.device)
    network, description = load_model(request.model)
    plan = WorkPlan.of(info, track, request, device.kind)
    yield from plan.warn(filter(None, (device.warning, notice)))
    fingerprint, written_ns = media_hash(request.movie), modified_ns(request.movie)
    key = cache_key(fingerprint, written_ns)
    sound = MovieSound(request, track, key)
    yield from sound.decode(plan)
    span = sound.span(info)
    with FloatWaveReader(sound.path) as source:
        picture = AnalysedPicture()
        if request.settings.picture and info.video:
            picture = yield from _seen_by(description, request, track, key, plan)
        separator = Separator(network, description.config, device)
        identity = _identity(
            request, info, track, fingerprint, span, source.num_samples, description,
            separator.device,
        )  # fmt: skip
        identity = replace(
            identity,
            settings=identity.settings | _seen(picture.features),
            modified_ns=written_ns,
        )
        yield from _separate(request, identity, separator, SeparatorInput(source, picture), plan)
    sound.remove()
    yield _result(request, plan)


def _seen_by(
    description: ModelDescription,
    request: MovieRequest,
    track: AudioTrack,
    key: str,
    plan: WorkPlan,
) -> Generator[JobProgress | Warned, None, AnalysedPicture]:
    """What the model sees; nothing, which is said, where it does not look."""
    if not description.takes_picture:
        yield from plan.warn([NO_PICTURE])
        return AnalysedPicture()
    frames = description.config.takes_frames
    return (yield from _look(request, frames, track, key, plan))


def _look(
    request: MovieRequest, frames: bool, track: AudioTrack, key: str, plan: WorkPlan
) -> Generator[JobProgress | Warned, None, AnalysedPicture]:
    """Look at the picture; the paper's encoders want its frames too."""
    settings = replace(request.picture_settings, with_crops=frames, with_scene_frames=frames)
    with CapturedWarnings() as heard:
        for step in analyse_picture(request.movie, settings, track.start_s, key):
            yield plan.progress("picture", step.done_s / max(step.total_s, 1e-3))
            if step.notice:
                yield from plan.warn([step.notice])
    yield from plan.warn(heard.sentences)
    return load_picture(request.movie, settings, track.start_s, key)


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
    programme: SeparatorInput,
    plan: WorkPlan,
) -> Iterator[JobProgress | Warned]:
    """Run the separator over what is not on disk yet."""
    source, folder = programme.source, request.stems_folder
    with StemSetWriter.create_or_resume(folder, identity, resume=request.resume) as writer:
        for sentence in plan.warnings:
            writer.add_warning(sentence)
        spans = separator.chunk_spans(source, identity.span)
        left = [span for span in spans if span.start >= writer.position]
        behind = 1 - len(left) / len(spans)
        yield replace(plan.progress("separate", behind, behind), position=writer.position)
        for event in separator.run(programme, request.settings, left):
            if isinstance(event, StemChunk):
                writer.append(event.span.start, event.stems, source.read(event.span))
                for sentence in separator.warnings:
                    writer.add_warning(sentence)
                yield from plan.warn(separator.warnings)
                share = event.done / event.total
            else:
                share = event.share
            report = plan.progress("separate", behind + (1 - behind) * share, behind)
            yield replace(report, position=writer.position)


def _result(request: MovieRequest, plan: WorkPlan) -> MovieResult:
    """What stands on disk, once all its files are known to be whole."""
    with StemSet.open(request.stems_folder) as stems:
        warnings = tuple(dict.fromkeys([*stems.manifest.warnings, *plan.warnings]))
        return MovieResult(request.stems_folder, stems.null_depth_db, warnings)


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
    settings = request.settings.to_json()
    seed = int(settings.pop("seed"))
    del settings["picture"]  # stems depend on what was seen, not on what was wanted
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
        channels=track.channels,
    )
