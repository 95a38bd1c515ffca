"""Sound pulled up or down, as a house asks for it: what runs how much faster."""

from dataclasses import dataclass
from fractions import Fraction
from math import log2

from cass_core.dsp.aligned_resample import RateChange
from cass_core.errors import SettingsError

_NTSC = Fraction(1000, 1001)
SPEEDS = {
    "down-0.1": _NTSC,
    "up-0.1": 1 / _NTSC,
    "24-25": Fraction(25, 24),
    "25-24": Fraction(24, 25),
    "23.976-25": Fraction(25, 24) / _NTSC,
    "25-23.976": Fraction(24, 25) * _NTSC,
}
"""How fast the sound runs afterwards, by the names that editors write."""


@dataclass(frozen=True)
class SpeedChange:
    """The whole programme faster or slower.

    Attributes:
        key: one of `SPEEDS`.
        keeps_pitch: stretched in time; else it is resampled, and the pitch follows the speed.
    """

    key: str
    keeps_pitch: bool = False

    def __post_init__(self) -> None:
        if self.key not in SPEEDS:
            raise SettingsError(
                f"'{self.key}' is no change of speed; choose one of {', '.join(SPEEDS)}."
            )

    @property
    def speed(self) -> Fraction:
        """Above 1 where the programme gets shorter."""
        return SPEEDS[self.key]

    def change(self, rate_hz: int) -> RateChange:
        """The resampling that makes it: so many samples of the old axis are so many of the new.

        Args:
            rate_hz: of the programme, before and after.

        Returns:
            Its rates are near the programme's and in the ratio of the speed.
        """
        old, new = self.speed.numerator, self.speed.denominator
        times = max(rate_hz // old, 1)
        return RateChange(old * times, new * times, quality="VHQ")

    @property
    def words(self) -> str:
        """What the editor must know, one sentence without a comma, which coding history takes."""
        percent, cents = abs(float(self.speed - 1)) * 100, 1200 * log2(self.speed)
        if self.keeps_pitch and self.speed > 1:
            return f"The sound is pulled up by {percent:.2g} % and keeps its pitch."
        if self.keeps_pitch:
            return f"The sound is pulled down by {percent:.2g} % and keeps its pitch."
        if self.speed > 1:
            return (
                f"The sound is pulled up by {percent:.2g} % and its pitch rises by {cents:.1f} "
                "cents."
            )
        return (
            f"The sound is pulled down by {percent:.2g} % and its pitch falls by {-cents:.1f} "
            "cents."
        )
