"""A separation as steps for a job; the network's libraries are loaded in the worker thread."""

import time
from collections.abc import Generator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, cast

from app.settings import SeparationChoice

if TYPE_CHECKING:
    from cass_core.separation.movie_job import MovieRequest, MovieResult
    from cass_core.separation.settings import Method, Render

# often enough for a smooth bar; a film's sound alone gives half a million steps
_NEWS_EVERY_S = 0.05


@dataclass(frozen=True)
class SeparationOrder:
    """What to separate, how, and where to.

    Attributes:
        movie: the file.
        out: folder for the stems.
        choice: how.
        audio_stream: number among the file's sound tracks.
        model: name or folder of the model; None for the one that ships.
        resume: go on with a run that was stopped.
        overwrite: replace what an earlier run has left.
    """

    movie: Path
    out: Path
    choice: SeparationChoice
    audio_stream: int = 0
    model: str | None = None
    resume: bool = False
    overwrite: bool = False


@dataclass(frozen=True)
class Progress:
    """How far a separation is.

    Attributes:
        phase: "load", "sound", "picture", "separate" or "write".
        share: of the whole job, 0 to 1.
        remaining_s: estimate for the whole job; None while there is nothing to judge by.
    """

    phase: str
    share: float
    remaining_s: float | None


@dataclass(frozen=True)
class Notice:
    """What a separation had to fall back on, as one sentence."""

    sentence: str


@dataclass(frozen=True)
class Separated:
    """What a finished separation left on disk.

    Attributes:
        waves: the files for the editor: dialogue, effects, music and mixture.
        stems_folder: the working stems.
        sums_exactly: the files' whole numbers sum to the mixture's bit for bit.
        null_depth_db: largest difference between the mixture and the sum of the stems, in dBFS.
    """

    waves: tuple[Path, ...]
    stems_folder: Path
    sums_exactly: bool
    null_depth_db: float


News = Progress | Notice | Separated


def separation_steps(order: SeparationOrder) -> Generator[News | None, None, None]:
    """Separate a movie.

    Args:
        order: what to do.

    Yields:
        What there is to tell, None where that is nothing; at last `Separated`.
    """
    yield Progress("load", 0.0, None)
    from cass_core.separation.movie_job import MovieResult, separate_movie

    told = ("", 0.0)
    with closing(separate_movie(_request(order))) as events:
        for event in events:
            if isinstance(event, MovieResult):
                yield from map(Notice, event.warnings)
                yield _separated(event)
            elif event.warning:
                yield Notice(event.warning)
            elif event.phase != told[0] or time.monotonic() - told[1] >= _NEWS_EVERY_S:
                told = event.phase, time.monotonic()
                yield Progress(event.phase, event.share, event.remaining_s)
            else:
                yield None


def _request(order: SeparationOrder) -> "MovieRequest":
    from cass_core.checkpoints.registry import DEFAULT_MODEL, find_model
    from cass_core.separation.movie_job import MovieRequest
    from cass_core.separation.settings import SeparationSettings

    choice = order.choice
    return MovieRequest(
        movie=order.movie,
        out=order.out,
        model=find_model(order.model or DEFAULT_MODEL),
        settings=SeparationSettings(
            steps=choice.steps,
            seed=choice.seed,
            render=cast("Render", choice.render),
            method=cast("Method", choice.method),
        ),
        audio_stream=order.audio_stream,
        picture=choice.picture,
        resume=order.resume,
        overwrite=order.overwrite,
    )


def _separated(result: "MovieResult") -> Separated:
    return Separated(
        tuple(result.waves.paths.values()),
        result.stems_folder,
        result.waves.integer_null_exact,
        result.null_depth_db,
    )
