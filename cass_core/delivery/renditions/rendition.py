"""A programme on the axis on which it is written: at another speed, at another sample rate."""

from dataclasses import dataclass, replace

from cass_core.clips import SampleSpan
from cass_core.delivery.export_request import ProgrammeFacts
from cass_core.delivery.renditions.pulled_clock import pulled_clock
from cass_core.delivery.renditions.resampled_stems import ResampledStems
from cass_core.delivery.renditions.speed import SpeedChange
from cass_core.delivery.renditions.stretched_stems import StretchedStems
from cass_core.delivery.stem_reader import StemReader
from cass_core.dsp.aligned_resample import RateChange
from cass_core.programme.markers.marker import at_another_rate
from cass_core.programme.timecode_choice import TimecodeChoice
from cass_core.stems.rebalance import Rebalance


@dataclass(frozen=True)
class Rendition:
    """What changes the axis of samples; all that stands on it moves along.

    Attributes:
        origin: the programme as it was.
        part: of it that is delivered.
        speed: how it is pulled up or down; None for not at all.
        rate_hz: its new sample rate; None for its own.
    """

    origin: ProgrammeFacts
    part: SampleSpan
    speed: SpeedChange | None = None
    rate_hz: int | None = None

    def place(self, sample: int) -> int:
        """Where a sample of the programme lies afterwards, or how many samples become of some."""
        for change in filter(None, (self._pull, self._change)):
            sample = change.num_samples(sample)
        return sample

    @property
    def span(self) -> SampleSpan:
        """The part afterwards."""
        return SampleSpan(self.place(self.part.start), self.place(self.part.stop))

    def facts(self, timecode: TimecodeChoice) -> ProgrammeFacts:
        """The programme afterwards; its picture is left out where it runs at another speed.

        Args:
            timecode: in place of the movie's; its place is one of before.

        Returns:
            The programme; `SettingsError` where there is no such timecode.
        """
        origin = self.origin
        at = timecode.place(origin.start, origin.duration_s)
        facts = self._pulled(origin)
        facts = replace(
            facts,
            num_samples=self.place(origin.num_samples),
            rate_hz=self.rate_hz or origin.rate_hz,
            start=facts.start.shifted(0, self.rate_hz),
            cues=at_another_rate(origin.cues, self.place),
            flags=at_another_rate(origin.flags, self.place),
        )
        return facts.counted(replace(timecode, at=None if at is None else self.place(at)))

    def rebalance(self, gains: Rebalance) -> Rebalance:
        """Gains with their lines where they are afterwards."""
        return gains.moved(self.place)

    def rendered(self, stems: StemReader) -> StemReader:
        """The stems on the new axis; their sum stays the mixture."""
        if self.speed is not None and self._pull is not None:
            if self.speed.keeps_pitch:
                rate_hz, channels = self.origin.rate_hz, self.origin.num_channels
                stems = StretchedStems(stems, self.part, self._pull, rate_hz, channels)
            else:
                stems = ResampledStems(stems, self._pull)
        return stems if self._change is None else ResampledStems(stems, self._change)

    def _pulled(self, facts: ProgrammeFacts) -> ProgrammeFacts:
        if self.speed is None:
            return facts
        start, words = pulled_clock(facts.start, self.speed.speed), [self.speed.words]
        if start.timecode_rate == facts.start.timecode_rate:
            words.append("Its timecode counts as before.")
        return replace(facts, start=start, picture=None, speed_words=tuple(words))

    @property
    def _pull(self) -> RateChange | None:
        return self.speed.change(self.origin.rate_hz) if self.speed else None

    @property
    def _change(self) -> RateChange | None:
        if self.rate_hz in (None, self.origin.rate_hz):
            return None
        assert self.rate_hz is not None
        return RateChange(self.origin.rate_hz, self.rate_hz, quality="VHQ")
