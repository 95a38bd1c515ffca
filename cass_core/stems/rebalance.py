"""How loud each stem is, over the whole programme: what a remix is made of."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace

import numpy as np
import numpy.typing as npt

from cass_core.clips import FloatArray
from cass_core.decibels import db_to_amplitude
from cass_core.stem_names import STEMS, Stem
from cass_core.stems.line import Line, is_flat, value_at, values_at

LOWEST_DB, HIGHEST_DB = -60.0, 12.0
"""Range of a fader; at its lowest it is silent."""


@dataclass(frozen=True)
class StemGain:
    """How one stem is heard.

    Attributes:
        gain_db: fader, `LOWEST_DB` to `HIGHEST_DB`.
        muted: not heard.
        soloed: while any stem is soloed, only soloed ones are heard.
        line: gain over time in addition to the fader, in decibels.
    """

    gain_db: float = 0.0
    muted: bool = False
    soloed: bool = False
    line: Line = ()

    def factors(self, places: npt.NDArray[np.int64]) -> FloatArray:
        """Amplitude factors at places of the programme, mute and solo left out.

        Args:
            places: (place,), samples of the programme in any order.

        Returns:
            (place,), or (1,) where the gain is the same at all of them.
        """
        if not len(places):
            return _amplitudes(np.array([self.gain_db]))
        return _amplitudes(self.gain_db + values_at(self.line, places))

    def line_db_at(self, sample: int) -> float:
        """The line's gain at a position; 0 without a line."""
        return value_at(self.line, sample)


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
            gain.gain_db == 0 and not gain.muted and is_flat(gain.line) for gain in self.stems
        )
        return plain and not self.any_solo and self.master_db == 0

    def is_heard(self, stem: Stem) -> bool:
        """Whether mute and solo let a stem through."""
        gain = self[stem]
        return gain.soloed if self.any_solo else not gain.muted

    def factors(self, stem: Stem, places: npt.NDArray[np.int64]) -> FloatArray:
        """What a stem's samples are multiplied by before they are summed: gain, line, mute, solo.

        Args:
            stem: which one.
            places: (place,), samples of the programme in any order.

        Returns:
            (place,), or (1,) where the factor is the same at all of them.
        """
        return self[stem].factors(places) if self.is_heard(stem) else np.zeros(1, np.float32)

    @property
    def mixture_factor(self) -> float:
        """What the mixture is multiplied by where it stands for stems that are not there."""
        return 0.0 if self.any_solo else 1.0

    @property
    def master_factor(self) -> float:
        """What the sum is multiplied by."""
        return fader_amplitude(self.master_db)

    def moved(self, place: Callable[[int], int]) -> "Rebalance":
        """The same on another axis of samples.

        Args:
            place: where a sample of this axis lies on the other.

        Returns:
            The gains with their lines there.
        """
        moved = (
            replace(gain, line=tuple(replace(p, sample=place(p.sample)) for p in gain.line))
            for gain in self.stems
        )
        return replace(self, stems=tuple(moved))

    def mixed(self, stems: FloatArray, start: int) -> FloatArray:
        """The remix of a block: r(t) = m · sum over stems s of f_s(t) · s(t).

        Args:
            stems: (stem, channel, sample) in the order of `STEMS`.
            start: the block's first sample on the programme's axis.

        Returns:
            (channel, sample).
        """
        places = np.arange(start, start + stems.shape[-1])
        total = np.zeros(stems.shape[1:], np.float32)
        for stem, block in zip(STEMS, stems, strict=True):
            if self.is_heard(stem):
                total += block * self.factors(stem, places)
        return total * np.float32(self.master_factor)


def fader_amplitude(gain_db: float) -> float:
    """Amplitude factor of a fader; zero at or below its lowest mark."""
    return float(_amplitudes(np.array([gain_db]))[0])


def _amplitudes(gain_db: npt.NDArray[np.float64]) -> FloatArray:
    factors = np.where(gain_db <= LOWEST_DB, 0.0, db_to_amplitude(gain_db))
    return factors.astype(np.float32)
