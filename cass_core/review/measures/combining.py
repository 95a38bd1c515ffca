"""All measures together: their log-odds are added, as those of witnesses who saw different things.

The network of suspicion has learned how rare misplaced sounds are, so its log-odds are the start.
Each other measure adds what it knows besides, within bounds of its own: none can overrule all
others, and one whose evidence is missing says nothing.
"""

from collections.abc import Sequence

import numpy as np

from cass_core.clips import FloatArray
from cass_core.review.measures.measure import Material, Measure

SPOKE = 0.3
"""Mean log-odds over a place from which a measure counts as having found it."""


class Weighed:
    """What the measures say of a stretch."""

    def __init__(self, material: Material, measures: Sequence[Measure]) -> None:
        """Ask them.

        Args:
            material: the evidence of the stretch.
            measures: those whose evidence is there.
        """
        self.material = material
        self._said = {measure.name: measure.run(material) for measure in measures}

    def scores(self) -> FloatArray:
        """(pair, frame) from 0 to 1: how likely a stem holds an owner's sound."""
        total = np.sum(list(self._said.values()), axis=0)
        return np.asarray(1 / (1 + np.exp(-total)), np.float32)

    def found_by(self, pair: int, first: int, stop: int) -> tuple[str, ...]:
        """The measures that speak for a place.

        Args:
            pair: its number in `PAIRS`.
            first: its first frame.
            stop: the frame behind its last.

        Returns:
            Their names, in their order; at least that of the one that says most.
        """
        said = {name: float(odds[pair, first:stop].mean()) for name, odds in self._said.items()}
        return tuple(name for name, odds in said.items() if odds >= min(SPOKE, max(said.values())))
