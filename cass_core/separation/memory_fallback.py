"""When memory runs out: half the batch, then the shorter window, then the processor."""

from collections.abc import Callable, Generator, Sequence
from typing import TypeVar

import torch

from cass_core.errors import CassError, StemSetError
from cass_core.stems.fallbacks import Fallback, MemoryLevel

Event = TypeVar("Event")
Result = TypeVar("Result")


class MemoryLadder:
    """The levels of one run; every shortage leads one level down, and none leads up again.

    Which level a window was separated on is remembered, so that a run that goes on later separates
    it, and all after it, on the same one: stems depend on it.

    Attributes:
        fallbacks: the levels below the first, each with the window from which it holds.
        warnings: what to tell the user, each once.
    """

    def __init__(
        self,
        first: MemoryLevel,
        *,
        most_parts: int,
        fewer: str,
        fallbacks: Sequence[Fallback] = (),
    ) -> None:
        """Begin at the first level, or where a stopped run has been.

        Args:
            first: as much as there may be room for.
            most_parts: pieces that a window may be cut into.
            fewer: what "half the batch" means, for the user.
            fallbacks: of the stopped run.

        Raises:
            StemSetError: the stopped run was on a level that this ladder does not have.
        """
        self._levels = levels_below(first, most_parts)
        self._fewer = fewer
        self.fallbacks = tuple(fallbacks)
        self.warnings: list[str] = []
        if not all(fallback.level in self._levels for fallback in fallbacks):
            raise StemSetError(
                "The former run fell back on a level of memory that this program does not have; "
                "start over."
            )

    def level_at(self, start: int) -> MemoryLevel:
        """The level of the window at a place of the network's axis."""
        passed = [fallback.level for fallback in self.fallbacks if fallback.start <= start]
        return passed[-1] if passed else self._levels[0]

    def within(
        self, start: int, attempt: Callable[[MemoryLevel], Generator[Event, None, Result]]
    ) -> Generator[Event, None, Result]:
        """Make an attempt, and again on lower levels until it finds room.

        Args:
            start: place of the first window of the attempt.
            attempt: from a level to a generator of steps that returns a result.

        Returns:
            A generator of the steps that returns the result.

        Raises:
            CassError: there is no room on the lowest level.
        """
        while True:
            level = self.level_at(start)
            try:
                return (yield from attempt(level))
            except RuntimeError as error:
                if not is_shortage(error):
                    raise
            # not before the error has let go of what the attempt had taken
            self._step_down(start, level)

    def _step_down(self, start: int, level: MemoryLevel) -> None:
        if level.device_kind == "cuda":
            torch.cuda.empty_cache()
        below = self._levels.index(level) + 1
        if below == len(self._levels):
            raise CassError(
                "There is not enough memory to separate even one window; close other programs "
                "and resume."
            )
        lower = self._levels[below]
        # what is known of later windows stays where it is lower still
        earlier = [f for f in self.fallbacks if f.start < start]
        later = [
            f for f in self.fallbacks if f.start > start and self._levels.index(f.level) > below
        ]
        self.fallbacks = (*earlier, Fallback(start, lower), *later)
        sentence = _told(level, lower, self._fewer)
        if sentence not in self.warnings:
            self.warnings.append(sentence)


def levels_below(first: MemoryLevel, most_parts: int) -> list[MemoryLevel]:
    """All levels, highest first.

    Args:
        first: the highest.
        most_parts: pieces that a window may be cut into.

    Returns:
        The batch halved down to one, the window cut, and the same from one on on the processor.
    """
    levels, rows = [], first.rows
    for kind in dict.fromkeys((first.device_kind, "cpu")):
        while rows > 1:
            levels.append(MemoryLevel(rows, 1, kind))
            rows //= 2
        levels += [MemoryLevel(1, parts, kind) for parts in range(1, most_parts + 1)]
    return levels


def is_shortage(error: RuntimeError) -> bool:
    """Whether memory ran out; only CUDA has an error of its own for that."""
    signs = ("out of memory", "not enough memory", "can't allocate memory")
    return isinstance(error, torch.OutOfMemoryError) or any(s in str(error) for s in signs)


def _told(level: MemoryLevel, lower: MemoryLevel, fewer: str) -> str:
    who = "The computer" if level.device_kind == "cpu" else "The GPU"
    if lower.device_kind != level.device_kind:
        return f"{who} ran out of memory: going on with the CPU."
    if lower.parts > level.parts:
        return f"{who} ran out of memory: shorter windows, a little less context."
    return f"{who} ran out of memory: {fewer}."
