"""Getting a model in the background: its file fetched, checked and imported."""

from collections.abc import Generator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Signal, Slot

from app.jobs.job_runner import Getter
from app.jobs.model_import import imported


@dataclass(frozen=True)
class GettingStep:
    """How far it is.

    Attributes:
        have: bytes at hand.
        whole: bytes of the file; None where nobody knows.
        importing: the file is whole, and is checked and imported.
    """

    have: int = 0
    whole: int | None = None
    importing: bool = False


class ModelGetter(Getter):
    """What it progresses by is a `GettingStep`.

    Signals:
        got: name of the model that is here now.
    """

    got = Signal(str)

    def get(self, name: str) -> None:
        """Fetch a model of the shelf.

        Args:
            name: of its row.
        """
        self._start(lambda: _fetched(name))

    def take(self, file: Path) -> None:
        """Import a file that the user has downloaded; it is recognised by its weights."""
        self._start(lambda: _taken(file))

    @Slot(object)
    def _on_progressed(self, step: object) -> None:
        if isinstance(step, str):
            self.got.emit(step)
        else:
            self.progressed.emit(step)


def _fetched(name: str) -> Generator[object, None, None]:
    from cass_core.checkpoints.shelf.getting import fetched, fetched_file, used_up
    from cass_core.checkpoints.shelf.standing import row_named

    row = row_named(name)
    # a model of that name, made of another file, stays; this one is called otherwise
    with closing(fetched(row, name, overwrite=True)) as coming:
        for received in coming:
            yield GettingStep(received.have, received.whole)
    file = fetched_file(row)
    with used_up(file):
        yield from _imported(file, row.source.kind if row.source else None, name)


def _taken(file: Path) -> Generator[object, None, None]:
    """A file that is known by its name is called as on the shelf."""
    from cass_core.checkpoints.shelf.standing import row_of_file

    row = row_of_file(file)
    yield from _imported(file, None, row.name if row else None)


def _imported(file: Path, kind: str | None, name: str | None) -> Generator[object, None, None]:
    yield GettingStep(importing=True)
    with closing(imported(file, kind, name)) as steps:
        for model in steps:
            yield model or None
