"""What stands on the shelf of this computer: every row, and what is here of it."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from cass_core.checkpoints.description import ModelDescription
from cass_core.checkpoints.registry import RegisteredModel, registered_models
from cass_core.checkpoints.shelf.table import SHELF, ShelfRow
from cass_core.errors import ModelError

OWN = "Your own: trained on this computer or imported from a file."


@dataclass(frozen=True)
class ShelfItem:
    """A model that is here or can be got.

    Attributes:
        row: what is known of it.
        model: that is here; None where it must be got first.
    """

    row: ShelfRow
    model: RegisteredModel | None


def shelf() -> list[ShelfItem]:
    """All models: the rows of the table in their order, then what else is here."""
    here = registered_models() + registered_models(separating=False)
    items = []
    for row in SHELF:
        model = next((model for model in here if is_of(row, model.name, model.description)), None)
        items.append(ShelfItem(row, model))
        if model is not None:
            here.remove(model)
    return items + [ShelfItem(_own_row(model), model) for model in here]


def is_of(row: ShelfRow, name: str, description: ModelDescription) -> bool:
    """Whether a model is the one of a row; by the checksum of its file, where both are known."""
    source, notes = row.source, description.notes
    if source is None:
        return name == row.name
    checksum = str(notes.get("source sha256", ""))
    if source.sha256 and checksum:
        return checksum.startswith(source.sha256)
    files = (source.file, f"{row.name}-{source.file}")
    return description.config.name == source.kind and notes.get("source file") in files


def row_named(name: str) -> ShelfRow:
    """The row of that name; ModelError where there is none."""
    found = next((row for row in SHELF if row.name == name), None)
    if found is None:
        names = ", ".join(row.name for row in gettable())
        raise ModelError(f"There is no model '{name}' on the shelf; choose one of {names}.")
    return found


def row_of_file(file: Path) -> ShelfRow | None:
    """The row whose published file this seems to be, by name and size."""
    for row in gettable():
        source = row.source
        if source is not None and source.file == file.name:
            size = file.stat().st_size if file.is_file() else None
            return row if source.num_bytes in (None, size) else None
    return None


def gettable() -> Iterator[ShelfRow]:
    """The rows that do not ship with the program."""
    return (row for row in SHELF if row.source is not None)


def _own_row(model: RegisteredModel) -> ShelfRow:
    told = model.description
    title = str(told.notes.get("imported", told.config.name))
    return ShelfRow(
        model.name, title, OWN, told.config.rate_hz, told.takes_picture, told.licence, "not stated",
        separates=told.separates,
    )  # fmt: skip
