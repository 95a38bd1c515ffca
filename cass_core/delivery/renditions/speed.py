"""Sound pulled up or down, as a house asks for it: what runs how much faster, and what follows."""

from dataclasses import dataclass, replace
from fractions import Fraction
from math import log2

from cass_core.clips import SampleSpan
from cass_core.delivery.export_request import ProgrammeFacts
from cass_core.delivery.renditions.resampled_stems import ResampledStems
from cass_core.delivery.renditions.stretched_stems import StretchedStems
from cass_core.delivery.stem_reader import StemReader
from cass_core.dsp.aligned_resample import RateChange
from cass_core.errors import SettingsError
from cass_core.programme.markers.marker import at_another_rate
from cass_core.programme.timecode_choice import TimecodeChoice
from cass_core.stems.rebalance import Rebalance

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

    def facts(self, facts: ProgrammeFacts) -> ProgrammeFacts:
        """The programme afterwards; its picture runs at another speed and is left out."""
        count = self.change(facts.rate_hz).num_samples
        start, words = facts.start.at_speed(self.speed), [self.words]
        if start.timecode_rate == facts.start.timecode_rate:
            words.append("Its timecode counts as before.")
        return replace(
            facts,
            num_samples=count(facts.num_samples),
            start=start,
            cues=at_another_rate(facts.cues, count),
            flags=at_another_rate(facts.flags, count),
            picture=None,
            speed_words=tuple(words),
        )

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


@dataclass(frozen=True)
class PulledProgramme:
    """A programme before its speed is changed, and how it is.

    Attributes:
        speed: the change.
        facts: the programme as it was.
        part: of it that is delivered.
    """

    speed: SpeedChange
    facts: ProgrammeFacts
    part: SampleSpan

    def counted(self, timecode: TimecodeChoice) -> ProgrammeFacts:
        """The programme afterwards with another timecode, whose place is one of before.

        Args:
            timecode: in place of the movie's.

        Returns:
            The programme; `SettingsError` where there is no such timecode.
        """
        at = timecode.place(self.facts.start, self.facts.duration_s)
        if at is not None:
            at = self._change.num_samples(at)
        return self.speed.facts(self.facts).counted(replace(timecode, at=at))

    @property
    def span(self) -> SampleSpan:
        """The part afterwards."""
        count = self._change.num_samples
        return SampleSpan(count(self.part.start), count(self.part.stop))

    def rebalance(self, gains: Rebalance) -> Rebalance:
        """Gains with their lines where they are afterwards."""
        return gains.moved(self._change.num_samples)

    def rendered(self, stems: StemReader) -> StemReader:
        """The stems at the new speed, on the new axis; their sum stays the mixture."""
        if not self.speed.keeps_pitch:
            return ResampledStems(stems, self._change)
        facts = self.facts
        return StretchedStems(stems, self.part, self._change, facts.rate_hz, facts.num_channels)

    @property
    def _change(self) -> RateChange:
        return self.speed.change(self.facts.rate_hz)
