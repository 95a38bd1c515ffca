"""How strictly each stem keeps to what is its own: less bleed, or fewer artefacts."""

from dataclasses import dataclass, field
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from cass_core.clips import SampleSpan
from cass_core.spans import overlap
from cass_core.stem_names import STEMS, Stem
from cass_core.stems.line import Line, is_flat, values_at

FEWEST_ARTEFACTS, AS_SEPARATED, LEAST_BLEED = -100.0, 0.0, 100.0
"""Ends and middle of the control, in per cent."""

Numbers = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Strictness:
    """How strict one stem is.

    Attributes:
        percent: `FEWEST_ARTEFACTS` to `LEAST_BLEED`; 0 as it was separated.
        line: strictness over time in addition to it, in per cent. The sum of both is kept within
            the ends of the control.
    """

    percent: float = AS_SEPARATED
    line: Line = ()

    @property
    def is_neutral(self) -> bool:
        """Whether the stem is as it was separated, over the whole programme."""
        return self.percent == 0 and is_flat(self.line)

    def percents(self, places: Numbers) -> Numbers:
        """Strictness at places of the programme, the line's part in it.

        Args:
            places: (place,), samples, at least one.

        Returns:
            (place,), within the ends of the control.
        """
        return np.clip(self.asked(places), FEWEST_ARTEFACTS, LEAST_BLEED)

    def asked(self, places: Numbers) -> Numbers:
        """As `percents`, before it is kept within the ends."""
        return np.broadcast_to(self.percent + values_at(self.line, places), places.shape)


@dataclass(frozen=True)
class Sensitivity:
    """The strictness of all stems.

    Attributes:
        stems: one for each, in the order of `STEMS`.
    """

    stems: tuple[Strictness, ...] = field(default_factory=lambda: (Strictness(),) * len(STEMS))

    def __getitem__(self, stem: Stem) -> Strictness:
        return self.stems[STEMS.index(stem)]

    def with_stem(self, stem: Stem, strictness: Strictness) -> "Sensitivity":
        """The same with another strictness of one stem."""
        return Sensitivity(tuple(strictness if s is stem else self[s] for s in STEMS))

    @property
    def is_neutral(self) -> bool:
        """Whether all stems are as they were separated."""
        return all(strictness.is_neutral for strictness in self.stems)

    def changed_since(self, before: "Sensitivity", whole: SampleSpan) -> tuple[SampleSpan, ...]:
        """Where the strictness of any stem is another one, the programme's edges at most.

        Args:
            before: the other one.
            whole: of the programme.

        Returns:
            Spans that may overlap.
        """
        pairs = zip(self.stems, before.stems, strict=True)
        spans = [span for ours, theirs in pairs for span in _different(ours, theirs, whole)]
        return tuple(spans)


def _different(ours: Strictness, theirs: Strictness, whole: SampleSpan) -> list[SampleSpan]:
    """Between which bends two differ."""
    bends = {point.sample for point in (*ours.line, *theirs.line)}
    edges = sorted(bends | {whole.start, whole.stop})
    values = [one.asked(np.array(edges, np.float64)) for one in (ours, theirs)]
    same = values[0] == values[1]
    spans = [
        overlap(SampleSpan(start, stop), whole)
        for number, (start, stop) in enumerate(pairwise(edges))
        if not (same[number] and same[number + 1])
    ]
    return [span for span in spans if span.num_samples > 0]
