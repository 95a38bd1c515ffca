"""The list of repairs of a programme: ordered, each of them on or off."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

import numpy as np

from cass_core.clips import SampleSpan
from cass_core.repair.grid import Grid
from cass_core.repair.operations import Operation, Replace

_MOST_KNOWN = 256  # each is asked for by all stems and by each block that lies there


@dataclass(frozen=True)
class Edit:
    """One repair.

    Attributes:
        operation: what it does.
        is_on: whether it is heard.
        note: what the user calls it.
    """

    operation: Operation
    is_on: bool = True
    note: str = ""


@dataclass(frozen=True)
class EditList:
    """Repairs in the order in which they are made: each finds what those before it have left.

    Attributes:
        edits: the first one made first.
    """

    edits: tuple[Edit, ...] = ()

    def __iter__(self) -> Iterator[Edit]:
        return iter(self.edits)

    def __len__(self) -> int:
        return len(self.edits)

    @cached_property
    def active(self) -> tuple[Edit, ...]:
        """Those that are on and do anything."""
        return tuple(edit for edit in self.edits if edit.is_on and edit.operation.amount > 0)

    @cached_property
    def takes(self) -> frozenset[str]:
        """Names of the other separations that they take from."""
        operations = (edit.operation for edit in self.edits)
        return frozenset(one.take for one in operations if isinstance(one, Replace))

    def with_edit(self, edit: Edit) -> "EditList":
        """One more at the end."""
        return EditList((*self.edits, edit))

    def replaced(self, place: int, edit: Edit) -> "EditList":
        """Another one at a place."""
        return EditList((*self.edits[:place], edit, *self.edits[place + 1 :]))

    def without(self, place: int) -> "EditList":
        """All but the one at a place."""
        return EditList((*self.edits[:place], *self.edits[place + 1 :]))

    def switched(self, place: int, *, is_on: bool) -> "EditList":
        """One of them on or off."""
        return self.replaced(place, replace(self.edits[place], is_on=is_on))

    def reach(self, edit: Edit, grid: Grid) -> SampleSpan:
        """All samples that an edit can change."""
        frames = edit.operation.region.frames(grid)
        return grid.samples_of(frames)

    def changed_since(self, before: "EditList", grid: Grid) -> tuple[SampleSpan, ...]:
        """Where this list makes other sound than another one, at most.

        Args:
            before: the other one.
            grid: where cells lie.

        Returns:
            Spans that may overlap.
        """
        ours, theirs = self.active, before.active
        common = {id(edit) for edit in ours} & {id(edit) for edit in theirs}
        kept = [[id(edit) for edit in edits if id(edit) in common] for edits in (ours, theirs)]
        if kept[0] != kept[1]:
            common = set()  # another order: any of them may find other sound
        moved = [edit for edit in (*ours, *theirs) if id(edit) not in common]
        # what stands behind a difference finds other sound only where that lies
        return tuple(self.spread(self.reach(edit, grid), grid) for edit in moved)

    def spread(self, span: SampleSpan, grid: Grid) -> SampleSpan:
        """A span below that changes, with what gates hear of it."""
        more = sum(other.operation.context(grid) for other in self.active) * grid.hop
        return SampleSpan(span.start - more, span.stop + more)


class EditIndex:
    """Finds quickly which edits touch some frames."""

    def __init__(self, edits: EditList, grid: Grid) -> None:
        """Look at each edit once.

        Args:
            edits: the list; those that are off are left out.
            grid: where cells lie.
        """
        self._edits, self._grid = edits.active, grid
        ranges = [edit.operation.region.frames(grid) for edit in self._edits]
        self._starts = np.array([frames.start for frames in ranges], np.int64)
        self._stops = np.array([frames.stop for frames in ranges], np.int64)
        self._known = lru_cache(_MOST_KNOWN)(self._sought)

    def touching(self, frames: range) -> tuple[tuple[Edit, ...], range]:
        """The edits that some frames depend on.

        Args:
            frames: consecutive frames.

        Returns:
            The edits in their order, and all frames that must be looked at.
        """
        return self._known(frames)

    def _sought(self, frames: range) -> tuple[tuple[Edit, ...], range]:
        wide = frames
        while True:
            inside = (self._starts < wide.stop) & (self._stops > wide.start)
            found = tuple(self._edits[place] for place in np.flatnonzero(inside))
            more = sum(edit.operation.context(self._grid) for edit in found)
            wider = range(frames.start - more, frames.stop + more)
            if wider == wide:
                return found, wide
            wide = wider
