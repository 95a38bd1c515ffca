"""Evidence beside the cells: where it comes from, and who listens or looks for it."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from cass_core.clips import FloatArray
from cass_core.review.evidence.heard_stems import HeardStems
from cass_core.stems.readable_stems import ReadableStems


@dataclass(frozen=True)
class Subject:
    """What is reviewed.

    Attributes:
        stems: its stems.
        other: another separation of the same programme, if there is one.
        folder: of the last of its takes, if they are on disk.
    """

    stems: ReadableStems
    other: ReadableStems | None = None
    folder: Path | None = None

    @property
    def heard(self) -> HeardStems:
        """The stems as they are listened to."""
        return HeardStems(self.stems)


class Witness(Protocol):
    """Listens, or looks, for one kind of evidence."""

    @property
    def key(self) -> str:
        """What its answers depend on beside the stems; other keys may give other answers."""

    def told(self, first: int, stop: int) -> FloatArray:
        """(frame, column) from 0 to 1 of frames [first, stop)."""


@dataclass(frozen=True)
class Source:
    """A kind of evidence.

    Attributes:
        name: of the evidence, as measures need it.
        columns: numbers a frame.
        call: gives the witness; None where what it needs is not there.
    """

    name: str
    columns: int
    call: Callable[[Subject], Witness | None]
