"""The search as calls that load the network's libraries only when they run."""

from collections.abc import Generator
from pathlib import Path

from cass_core.repair.region import Region
from cass_core.request.object_query import ObjectQuery


def found_object(query: ObjectQuery) -> Generator[float, None, Region | None]:
    """As `find_object_sound`."""
    from cass_core.separation.object_sound.finding import find_object_sound

    return (yield from find_object_sound(query))


def object_model_folder() -> Path:
    """The model that is here for this; ModelError, which says what to get, where none is."""
    from cass_core.separation.object_sound.models import object_model

    return object_model(None)[0]
