"""How loud each stem is, over the whole programme: what a remix is made of."""

from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from cass_core.clips import FloatArray, SampleSpan
from cass_core.stem_names import STEMS, Stem

LOWEST_DB, HIGHEST_DB = -60.0, 12.0
"""Range of a fader; at its lowest it is silent."""


@dataclass(frozen=True)
class GainPoint:
    """A bend of a gain line.

    Attributes:
        sample: position in the programme.
        gain_db: gain there.
    """

    sample: int
    gain_db: float


@dataclass(frozen=True)
class StemGain:
    """How one stem is heard.

    Attributes:
        gain_db: fader, `LOWEST_DB` to `HIGHEST_DB`.
        muted: not heard.
        soloed: while any stem is soloed, only soloed ones are heard.
        line: gain over time in addition to the fader, in rising order of `sample`; straight in
            decibels between two points, level before the first and behind the last.
    """

    gain_db: float = 0.0
    muted: bool = False
    soloed: bool = False
    line: tuple[GainPoint, ...] = ()

    def factors(self, span: SampleSpan) -> FloatArray:
        """Amplitude factor of every sample of a span, mute and solo left out.

        Args:
            span: on the programme's sample axis.

        Returns:
            (sample,), or (1,) where the gain does not change within the span.
        """
        if not self.line:
            return _amplitude(np.array([self.gain_db]))
        bends = [point.sample for point in self.line]
        if span.stop <= bends[0] or span.start >= bends[-1]:
            edge = self.line[0] if span.stop <= bends[0] else self.line[-1]
            return _amplitude(np.array([self.gain_db + edge.gain_db]))
        gains_db = [point.gain_db for point in self.line]
        line_db = np.interp(np.arange(span.start, span.stop), bends, gains_db)
        return _amplitude(self.gain_db + line_db)

    def line_db_at(self, sample: int) -> float:
        """The line's gain at a position; 0 without a line."""
        if not self.line:
            return 0.0
        bends = [point.sample for point in self.line]
        return float(np.interp(sample, bends, [point.gain_db for point in self.line]))


@dataclass(frozen=True)
class Rebalance:
    """How all stems are heard together.

    Attributes:
        stems: a gain for each stem, in the order of `STEMS`.
        master_db: gain of their sum.
    """

    stems: tuple[StemGain, ...] = field(default_factory=lambda: (StemGain(),) * len(STEMS))
    master_db: float = 0.0

    def __getitem__(self, stem: Stem) -> StemGain:
        return self.stems[STEMS.index(stem)]

    @property
    def any_solo(self) -> bool:
        """Whether some stem is soloed."""
        return any(gain.soloed for gain in self.stems)

    @property
    def is_neutral(self) -> bool:
        """Whether the sum of the stems comes out as it went in, so that it is the mixture."""
        plain = all(
            gain.gain_db == 0 and not gain.muted and not any(p.gain_db for p in gain.line)
            for gain in self.stems
        )
        return plain and not self.any_solo and self.master_db == 0

    def is_heard(self, stem: Stem) -> bool:
        """Whether mute and solo let a stem through."""
        gain = self[stem]
        return gain.soloed if self.any_solo else not gain.muted

    def mixed(self, stems: FloatArray, start: int) -> FloatArray:
        """The remix of a block.

        Args:
            stems: (stem, channel, sample) in the order of `STEMS`.
            start: the block's first sample on the programme's axis.

        Returns:
            (channel, sample).
        """
        span = SampleSpan(start, start + stems.shape[-1])
        total = np.zeros(stems.shape[1:], np.float32)
        for stem, block in zip(STEMS, stems, strict=True):
            if self.is_heard(stem):
                total += block * self[stem].factors(span)
        return total * _amplitude(np.array([self.master_db]))


def _amplitude(gain_db: npt.NDArray[np.float64]) -> FloatArray:
    """Amplitude factors; zero at or below the fader's lowest mark."""
    factors = np.where(gain_db <= LOWEST_DB, 0.0, 10.0 ** (gain_db / 20.0))
    return factors.astype(np.float32)
