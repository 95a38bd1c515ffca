"""What a measure is: a name, what it needs, and how it weighs that."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from cass_core.clips import FloatArray
from cass_core.review.cells.judged import JudgedCells


@dataclass(frozen=True)
class Material:
    """The evidence of a stretch.

    Attributes:
        cells: what its cells hold.
        further: by name, (frame, column) from 0 to 1 each; what is not there is left out.
    """

    cells: JudgedCells
    further: Mapping[str, FloatArray] = field(default_factory=dict)

    @property
    def num_frames(self) -> int:
        """Length of the stretch in cells."""
        return len(self.cells.levels)


@dataclass(frozen=True)
class Measure:
    """One way to tell that a sound is misplaced.

    Attributes:
        name: for reports.
        needs: names of the evidence that it looks at.
        run: from the evidence to (pair, frame) log-odds in the order of `PAIRS`: above 0 where it
            speaks for the stem holding the owner's sound, 0 where it says nothing.
    """

    name: str
    needs: frozenset[str]
    run: Callable[[Material], FloatArray]
