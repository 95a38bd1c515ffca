"""What the model sees of the movie that is separated."""

import hashlib
from collections.abc import Generator, Iterator
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

from cass_core.checked.json_table import Scalar
from cass_core.checkpoints.description import ModelDescription
from cass_core.clips import AudioSource
from cass_core.isolation.isolated import isolated_steps
from cass_core.programme.captured_warnings import CapturedWarnings
from cass_core.programme.opened_movie import OpenedMovie
from cass_core.relayed import spread
from cass_core.request.events import PhaseShare, Warned
from cass_core.request.request import SeparationRequest
from cass_core.separation.movie.told_once import ToldOnce
from cass_core.visual.analysed_picture import AnalysedPicture
from cass_core.visual.feature_layout import VisualFeatures
from cass_core.visual.heard_picture import PictureSound, hear_picture, sound_name
from cass_core.visual.picture_analysis import analyse_picture, kept_entry
from cass_core.visual.picture_settings import PictureProgress, PictureSettings, Span

_ROWS_AT_ONCE = 1 << 14
_LOOKING = 0.95  # share of the phase; the rest is listening to who speaks
_BESIDE_S = 600.0  # looked at before and behind the sound, so that no usual movie is cut


def looks(request: SeparationRequest, movie: OpenedMovie, description: ModelDescription) -> bool:
    """Whether the picture is looked at: it is wanted, there is one, and the model takes it."""
    return request.settings.picture and bool(movie.info.video) and description.takes_picture


def look(
    request: SeparationRequest,
    movie: OpenedMovie,
    source: AudioSource,
    description: ModelDescription,
    told: ToldOnce,
) -> Generator[PhaseShare | Warned, None, AnalysedPicture]:
    """Look at the picture and listen who speaks; the paper's encoders want its frames too.

    Args:
        request: how to look.
        movie: at what.
        source: its decoded sound, whose length is all that the picture can help with.
        description: of the model that is to see it.
        told: what was told so far.

    Returns:
        A generator that returns what was seen.
    """
    frames = description.config.takes_frames
    settings = replace(request.picture_settings, with_crops=frames, with_scene_frames=frames)

    def events(step: PictureProgress, first: float, share: float) -> Iterator[PhaseShare | Warned]:
        done = min(1.0, step.done_s / max(step.total_s, 1e-3))
        yield PhaseShare("picture", first + share * done)
        yield from told.tell([step.notice])

    track = movie.track
    what = request.movie, settings, track.start_s, movie.cache_key
    if kept_entry(*what) is None:
        sound_s = source.num_samples / source.rate_hz
        span_s = _seen_span_s(movie, sound_s)
        length_s = min(_length_s(movie), sound_s + _BESIDE_S)
        looking = isolated_steps(request.movie.name, _analyse, *what, length_s, span_s)
        heard = yield from spread(looking, lambda step: events(step, 0.0, _LOOKING))
        yield from told.tell(heard)
        yield from told.tell(_unseen(movie, sound_s))
    seen = yield from spread(analyse_picture(*what), lambda step: events(step, _LOOKING, 0.0))
    sound = PictureSound(sound_name(track.stream, track.channels), source)
    listening = hear_picture(seen, settings, sound)
    return (yield from spread(listening, lambda step: events(step, _LOOKING, 1.0 - _LOOKING)))


def _analyse(
    path: Path,
    settings: PictureSettings,
    audio_start_s: Fraction,
    file_key: str,
    length_s: float,
    span_s: Span,
) -> Generator[PictureProgress, None, tuple[str, ...]]:
    """In a process of its own: look, and keep the result; returns what is odd."""
    with CapturedWarnings() as heard:
        yield from analyse_picture(path, settings, audio_start_s, file_key, length_s, span_s)
    return tuple(heard.sentences)


def seen(features: VisualFeatures | None) -> dict[str, Scalar]:
    """What the picture adds to a run's identity: stems depend on what was seen in it."""
    if features is None:
        return {"picture": False}
    digest = hashlib.sha256(str(features.start_s).encode())
    for stream in (features.face, features.scene):
        for first in range(0, len(stream), _ROWS_AT_ONCE):
            digest.update(stream[first : first + _ROWS_AT_ONCE].tobytes())
    return {"picture": True, "picture features": digest.hexdigest()[:16]}


def _seen_span_s(movie: OpenedMovie, sound_s: float) -> Span:
    """The part that is looked at: a picture may claim to last for days."""
    early_s = movie.track.start_s - movie.info.video[0].start_s
    return (-_BESIDE_S if early_s > _BESIDE_S else None, sound_s + _BESIDE_S)


def _unseen(movie: OpenedMovie, sound_s: float) -> Iterator[str]:
    """Say that the picture goes on without sound."""
    late_s = float(movie.info.video[0].start_s - movie.track.start_s)
    longer_s = late_s + _length_s(movie) - sound_s
    if longer_s > _BESIDE_S:
        yield (
            f"The picture of {movie.info.path.name} lasts {longer_s / 60:.0f} minutes longer than "
            "its sound and is not looked at that far."
        )


def _length_s(movie: OpenedMovie) -> float:
    """Length of the picture as far as the file says."""
    return float(movie.info.video[0].duration_s or movie.info.duration_s)
