"""What a review has found in the stems, and what the user has decided about it."""

from dataclasses import dataclass, replace
from enum import Enum

from PySide6.QtCore import QObject, Signal

from cass_core.review.flag import Flag


class Decision(Enum):
    """What became of a flag."""

    OPEN = "open"
    MOVED = "moved"
    DISMISSED = "dismissed"


@dataclass(frozen=True)
class ReviewedFlag:
    """A flag and what the user says about it.

    Attributes:
        flag: the place.
        decision: what became of it.
        comment: the user's own words.
    """

    flag: Flag
    decision: Decision = Decision.OPEN
    comment: str = ""


@dataclass(frozen=True)
class Review:
    """What was found in the takes of a version.

    Attributes:
        takes: their names, the lowest first; empty where nothing was reviewed.
        flags: the most urgent first.
    """

    takes: tuple[str, ...] = ()
    flags: tuple[ReviewedFlag, ...] = ()

    @property
    def open_flags(self) -> tuple[Flag, ...]:
        """Those that nothing was decided about, the most urgent first."""
        return tuple(one.flag for one in self.flags if one.decision is Decision.OPEN)

    @property
    def num_decided(self) -> int:
        """How many are done."""
        return len(self.flags) - len(self.open_flags)

    def find(self, key: str) -> ReviewedFlag | None:
        """The flag of a key."""
        return next((one for one in self.flags if one.flag.key == key), None)

    def replaced(self, key: str, **changes: object) -> "Review":
        """With one flag changed."""
        flags = (
            replace(one, **changes) if one.flag.key == key else one  # type: ignore[arg-type]
            for one in self.flags
        )
        return replace(self, flags=tuple(flags))


class Reviews(QObject):
    """The review of the current version; setters emit only when a value changes.

    Signals:
        changed: something was found, decided or said.
        chosen_changed: another flag is looked at.
    """

    changed = Signal()
    chosen_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._review = Review()
        self._chosen = ""

    @property
    def review(self) -> Review:
        """Everything as one frozen value."""
        return self._review

    @property
    def chosen(self) -> ReviewedFlag | None:
        """The flag that is looked at."""
        return self._review.find(self._chosen)

    def set_review(self, review: Review) -> None:
        """Replace everything."""
        if review != self._review:
            self._review = review
            self.changed.emit()

    def choose(self, key: str) -> None:
        """Look at a flag; an empty key for none."""
        if key != self._chosen:
            self._chosen = key
            self.chosen_changed.emit()
