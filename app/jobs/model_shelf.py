"""The shelf of models as plain values, read without the network's libraries."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cass_core.checkpoints.shelf.standing import ShelfItem


@dataclass(frozen=True)
class ShelfEntry:
    """A model that is here or can be got.

    Attributes:
        name: of its row.
        model: what it is called here; empty where it must be got first.
        title: its name for people.
        good_at: one sentence, in English.
        is_full_band: whether it hears all that people hear.
        highest_khz: up to where it hears.
        takes_picture: whether it looks at the picture.
        licence: of the weights.
        commercial: "yes", "no" or "not stated".
        cost: how many times as long as the starter it takes on a processor; None if unknown.
        steps: of the flow that its makers recommend.
        file: name of the published file; empty for a model that ships or is the user's own.
        size_mb: of the file; None if unknown.
        page: where people find it.
        can_fetch: the publisher gives the file to programs.
        sha256: of the weights that are here.
        separates: whether stems come out of it.
    """

    name: str
    model: str
    title: str
    good_at: str
    is_full_band: bool
    highest_khz: float
    takes_picture: bool
    licence: str
    commercial: str
    cost: float | None
    steps: int
    file: str
    size_mb: int | None
    page: str
    can_fetch: bool
    sha256: str
    separates: bool = True


def read_shelf() -> tuple[ShelfEntry, ...]:
    """All models that can be used; a few small files are read for it."""
    from cass_core.checkpoints.shelf.standing import shelf

    return tuple(_entry(item) for item in shelf())


def _entry(item: "ShelfItem") -> ShelfEntry:
    row, model, source = item.row, item.model, item.row.source
    return ShelfEntry(
        name=row.name,
        model=model.name if model else "",
        title=row.title,
        good_at=row.good_at,
        is_full_band=row.is_full_band,
        highest_khz=row.rate_hz / 2000,
        takes_picture=model.description.takes_picture if model else row.takes_picture,
        licence=row.licence,
        commercial=row.commercial,
        cost=row.cost,
        steps=model.description.default_steps if model else 1,
        file=source.file if source else "",
        size_mb=source.size_mb if source else None,
        page=source.url if source else "",
        can_fetch=row.download is not None,
        sha256=model.description.sha256 if model else "",
        separates=row.separates,
    )
