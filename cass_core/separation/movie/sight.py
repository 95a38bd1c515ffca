"""What the model sees of the movie that is separated."""

import hashlib
from collections.abc import Generator, Iterator
from dataclasses import replace

from cass_core.checkpoints.description import ModelDescription
from cass_core.json_table import Scalar
from cass_core.programme.captured_warnings import CapturedWarnings
from cass_core.programme.opened_movie import OpenedMovie
from cass_core.relayed import spread
from cass_core.request.events import PhaseShare, Warned
from cass_core.request.request import SeparationRequest
from cass_core.separation.movie.told_once import ToldOnce
from cass_core.visual.analysed_picture import AnalysedPicture
from cass_core.visual.feature_layout import VisualFeatures
from cass_core.visual.picture_analysis import analyse_picture
from cass_core.visual.picture_settings import PictureProgress

_ROWS_AT_ONCE = 1 << 14


def looks(request: SeparationRequest, movie: OpenedMovie, description: ModelDescription) -> bool:
    """Whether the picture is looked at: it is wanted, there is one, and the model takes it."""
    return request.settings.picture and bool(movie.info.video) and description.takes_picture


def look(
    request: SeparationRequest, movie: OpenedMovie, description: ModelDescription, told: ToldOnce
) -> Generator[PhaseShare | Warned, None, AnalysedPicture]:
    """Look at the picture; the paper's encoders want its frames too.

    Args:
        request: how to look.
        movie: at what.
        description: of the model that is to see it.
        told: what was told so far.

    Returns:
        A generator that returns what was seen.
    """
    frames = description.config.takes_frames
    settings = replace(request.picture_settings, with_crops=frames, with_scene_frames=frames)

    def events(step: PictureProgress) -> Iterator[PhaseShare | Warned]:
        yield PhaseShare("picture", min(1.0, step.done_s / max(step.total_s, 1e-3)))
        yield from told.tell([step.notice])

    with CapturedWarnings() as heard:
        steps = analyse_picture(
            request.movie, settings, movie.track.start_s, movie.cache_key, _length_s(movie)
        )
        picture = yield from spread(steps, events)
    yield from told.tell(heard.sentences)
    return picture


def seen(features: VisualFeatures | None) -> dict[str, Scalar]:
    """What the picture adds to a run's identity: stems depend on what was seen in it."""
    if features is None:
        return {"picture": False}
    digest = hashlib.sha256(str(features.start_s).encode())
    for stream in (features.face, features.scene):
        for first in range(0, len(stream), _ROWS_AT_ONCE):
            digest.update(stream[first : first + _ROWS_AT_ONCE].tobytes())
    return {"picture": True, "picture features": digest.hexdigest()[:16]}


def _length_s(movie: OpenedMovie) -> float:
    """Length of the picture as far as the file says."""
    return float(movie.info.video[0].duration_s or movie.info.duration_s)
