"""The search for the sound of something in the picture, in a process of its own."""

from collections.abc import Generator
from dataclasses import dataclass
from pathlib import Path

from app.jobs.job import Steps
from cass_core.isolation.isolated import isolated_steps
from cass_core.repair.region import Region
from cass_core.request.object_query import ObjectQuery


@dataclass(frozen=True)
class ObjectShare:
    """How much of the work is done, 0 to 1."""

    share: float


@dataclass(frozen=True)
class ObjectFound:
    """Where its sound is; None where the network hears nothing of it."""

    region: Region | None


def object_steps(query: ObjectQuery) -> Steps:
    """The steps of a job.

    Args:
        query: what is looked for.

    Returns:
        What makes the generator of `ObjectShare` and, at the end, `ObjectFound`.
    """

    def steps() -> Generator[object, None, None]:
        from cass_core.separation.object_sound.search import found_object

        shares = isolated_steps(query.movie.name, found_object, query)
        while True:
            try:
                yield ObjectShare(next(shares))
            except StopIteration as end:
                yield ObjectFound(end.value)
                return

    return steps


def model_folder() -> Path:
    """The model that is here for this; ModelError, which says what to get, where none is."""
    from cass_core.separation.object_sound.search import object_model_folder

    return object_model_folder()
