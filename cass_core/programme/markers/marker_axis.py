"""Where markers lie, as lists of other programs count: samples, seconds, timecodes."""

from dataclasses import dataclass, replace
from fractions import Fraction
from math import ceil

from cass_core.clips import SampleSpan
from cass_core.media.files.timecode import (
    TimecodeRate,
    can_drop_frames,
    frames_to_timecode,
    is_timecode,
    parse_position,
    timecode_to_frames,
)
from cass_core.programme.clock import ProgrammeClock


@dataclass(frozen=True)
class MarkerAxis:
    """The part of a programme that a list is about.

    Attributes:
        clock: of the whole programme.
        span: what files beside the list hold; their seconds and samples count from its start.
    """

    clock: ProgrammeClock
    span: SampleSpan

    @property
    def rate(self) -> TimecodeRate:
        """How frames are counted."""
        return self.clock.timecode_rate

    def counting(self, *, drop_frame: bool) -> "MarkerAxis":
        """The axis with frames counted as a list says it does, where the rate knows both."""
        drops = drop_frame and can_drop_frames(self.rate.fps)
        if drops == self.rate.drop_frame:
            return self
        rate = TimecodeRate(self.rate.fps, drops)
        return replace(self, clock=replace(self.clock, timecode_rate=rate))

    def seconds(self, sample: int) -> float:
        """Seconds from the start of the files."""
        return (sample - self.span.start) / self.clock.rate_hz

    def timecode(self, sample: int) -> str:
        """Timecode of the frame that a sample falls into."""
        return self.clock.timecode_at(sample)

    def timecode_behind(self, sample: int) -> str:
        """Timecode of the first frame that starts at or behind a sample."""
        frame = self.clock.frame_at(sample)
        if self.clock.frame_borders()(frame) < sample:
            frame += 1
        return frames_to_timecode(self.clock.first_frame + frame, self.rate)

    def sample_at(self, seconds: Fraction) -> int:
        """The sample that is nearest to a time from the start of the files."""
        return self.span.start + round(seconds * self.clock.rate_hz)

    def sample_of_timecode(self, text: str) -> int:
        """First sample of a timecode's frame, which may lie before or behind the programme.

        Args:
            text: `HH:MM:SS:FF`; at a rate that drops numbers, it is read as such.

        Returns:
            The sample, counted from the programme's start on the same day.

        Raises:
            SettingsError: it is no timecode at this rate.
        """
        frame = timecode_to_frames(text, self.rate) - self.clock.first_frame
        return self.clock.frame_borders()(frame)

    def sample_of(self, text: str) -> int:
        """The sample of a timecode, or of a plain time that counts from the start of the files.

        Args:
            text: such as `01:00:02:00`, `1:02.5` or `62.5`.

        Returns:
            The sample, which may lie before or behind the programme.

        Raises:
            SettingsError: it is neither.
        """
        text = text.strip()
        if is_timecode(text):
            return self.sample_of_timecode(text)
        return self.span.start + ceil(parse_position(text.replace(",", ".")) * self.clock.rate_hz)
