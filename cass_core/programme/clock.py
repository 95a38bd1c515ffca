"""The clock of a programme: samples, frames, timecodes and the day, one model for all."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from fractions import Fraction
from math import ceil

from cass_core.media.files.timecode import (
    TimecodeRate,
    can_drop_frames,
    frames_to_timecode,
    is_timecode,
    parse_position,
    timecode_to_frames,
)

_DAY_S = 86_400


@dataclass(frozen=True)
class ProgrammeClock:
    """Where frames and samples of a programme lie, exact in fractions.

    Frames are those of the timecode. Frame 0 is the first picture's; without a picture it is the
    one that the first sample falls into.

    Attributes:
        rate_hz: samples a second.
        timecode_rate: how frames are counted.
        first_frame: what frame 0 counts since midnight.
        origin_s: where frame 0 starts, in seconds from sample 0; negative where the sound is later.
        plain_zero_s: where plain times such as 12.5 count from, in seconds from sample 0.
        picture_fps: pictures a second.
        is_stated: whether the file says where it starts; else frame 0 is midnight.
        is_rate_known: whether anything but a guess says how frames are counted.
        has_picture: whether frames are those of a picture, so that they cannot be moved.
    """

    rate_hz: int
    timecode_rate: TimecodeRate
    first_frame: int
    origin_s: Fraction
    plain_zero_s: Fraction
    picture_fps: Fraction
    is_stated: bool
    is_rate_known: bool = True
    has_picture: bool = False

    @classmethod
    def of_reference(
        cls, reference: int, rate_hz: int, rate: TimecodeRate, *, is_stated: bool = True
    ) -> "ProgrammeClock":
        """The clock of sound alone.

        Args:
            reference: samples since midnight of sample 0.
            rate_hz: samples a second.
            rate: how frames are counted.
            is_stated: whether a file says so.

        Returns:
            The clock. A reference is a whole number and the start of a frame seldom is one, so
            what is nearer than half a sample to one is taken to be it.
        """
        frames = Fraction(reference, rate_hz) * rate.fps
        half_sample = rate.fps / (2 * rate_hz)
        nearest = round(frames)
        if abs(nearest - frames) <= half_sample:
            frames = Fraction(nearest)
        first = frames.__floor__()
        zero = Fraction(0)
        origin_s = (first - frames) / rate.fps
        return cls(rate_hz, rate, first, origin_s, zero, rate.fps, is_stated)

    def counted_from(
        self, start_timecode: str, rate: TimecodeRate | None = None
    ) -> "ProgrammeClock":
        """The clock with another timecode of frame 0.

        Args:
            start_timecode: `HH:MM:SS:FF`; `;` before the frames means drop frame.
            rate: how frames are counted from now on; None as before.

        Returns:
            The clock; the length of a frame changes with its rate, the sound does not.

        Raises:
            SettingsError: there is no such timecode at the rate.
        """
        rate = rate or self.timecode_rate
        if ";" in start_timecode and not rate.drop_frame:
            rate = TimecodeRate(rate.fps, drop_frame=True)
        return replace(
            self,
            timecode_rate=rate,
            first_frame=timecode_to_frames(start_timecode, rate),
            is_stated=True,
            is_rate_known=True,
        )

    def with_frame_at(
        self, sample: int, timecode: str, rate: TimecodeRate | None = None
    ) -> "ProgrammeClock":
        """The clock that reads a timecode at a sample, as a slate or LTC says it there.

        Args:
            sample: of the programme.
            timecode: of the frame that begins there or, with a picture, is on screen there.
            rate: how frames are counted from now on; None as before.

        Returns:
            The clock.

        Raises:
            SettingsError: there is no such timecode at the rate.
        """
        named = self.counted_from(timecode, rate)
        if self.has_picture:
            first = named.first_frame - named.frame_at(sample)
            return replace(named, first_frame=first % named.timecode_rate.frames_a_day)
        time_s = named.first_frame / named.timecode_rate.fps - Fraction(sample, self.rate_hz)
        return self.begun_at(time_s, named.timecode_rate)

    def begun_at(self, time_s: Fraction, rate: TimecodeRate) -> "ProgrammeClock":
        """The clock of a programme whose first sample has a time of day.

        Args:
            time_s: seconds since midnight.
            rate: how frames are counted from now on.

        Returns:
            The clock, exact to the sample; with a picture the nearest whole frame of it.
        """
        if self.has_picture:
            first = round((time_s + self.origin_s) * rate.fps) % rate.frames_a_day
            known = replace(self, is_stated=True, is_rate_known=True)
            return replace(known, timecode_rate=rate, first_frame=first)
        reference = round(time_s * self.rate_hz) % (_DAY_S * self.rate_hz)
        clock = ProgrammeClock.of_reference(reference, self.rate_hz, rate)
        return replace(clock, plain_zero_s=self.plain_zero_s)

    def shifted(self, samples: int, rate_hz: int | None = None) -> "ProgrammeClock":
        """The clock of a programme that begins so many samples earlier, or is sampled otherwise.

        Args:
            samples: of the old rate that stand before the old sample 0; negative for a cut.
            rate_hz: the new rate; None for the same.

        Returns:
            The clock; whatever sounds at a time of day still does.
        """
        later_s = Fraction(samples, self.rate_hz)
        return replace(
            self,
            rate_hz=rate_hz or self.rate_hz,
            origin_s=self.origin_s + later_s,
            plain_zero_s=self.plain_zero_s + later_s,
        )

    @property
    def start_timecode(self) -> str | None:
        """Timecode of frame 0; None where the file has none."""
        if not self.is_stated:
            return None
        return frames_to_timecode(self.first_frame, self.timecode_rate)

    @property
    def picture_timecode(self) -> str | None:
        """Timecode of frame 0 as it is counted at the rate of the pictures."""
        if not self.is_stated:
            return None
        is_drop = self.timecode_rate.drop_frame and can_drop_frames(self.picture_fps)
        frames = round(self.first_frame / self.timecode_rate.fps * self.picture_fps)
        return frames_to_timecode(frames, TimecodeRate(self.picture_fps, is_drop))

    @property
    def frame_samples(self) -> Fraction:
        """Length of a picture in samples; seldom a whole number."""
        return self.rate_hz / self.picture_fps

    @property
    def reference(self) -> int:
        """Samples since midnight of sample 0.

        Without a timecode the first picture is midnight, and sound that begins before it starts at
        midnight as well.
        """
        start_s = self.first_frame / self.timecode_rate.fps - self.origin_s
        samples = round(start_s * self.rate_hz)
        return samples % (_DAY_S * self.rate_hz) if self.is_stated else max(samples, 0)

    def reference_at(self, sample: int) -> int:
        """Samples since midnight of a sample of the programme; starts again after a day."""
        return (self.reference + sample) % (_DAY_S * self.rate_hz)

    def frame_at(self, sample: int) -> int:
        """Number of the frame that a sample falls into; negative before frame 0."""
        time_s = Fraction(sample, self.rate_hz) - self.origin_s
        return (time_s * self.timecode_rate.fps).__floor__()

    def timecode_at(self, sample: int) -> str:
        """Timecode of the frame that a sample falls into; starts again after a day."""
        return frames_to_timecode(self.first_frame + self.frame_at(sample), self.timecode_rate)

    def frame_borders(self) -> Callable[[int], int]:
        """The first sample of a frame, also outside of the programme, by the frame's number."""
        return self._borders(self.timecode_rate.fps)

    def picture_at(self, sample: int) -> int:
        """Number of the picture that is on screen at a sample; 0 is the first one."""
        time_s = Fraction(sample, self.rate_hz) - self.origin_s
        return (time_s * self.picture_fps).__floor__()

    def picture_border(self, picture: int) -> int:
        """First sample at which a picture is on screen, also outside of the programme."""
        return self._borders(self.picture_fps)(picture)

    def sample_of(self, text: str, duration_s: Fraction | None = None) -> int:
        """The sample that a written position means.

        Args:
            text: a timecode or a plain time, as `parse_position` reads them.
            duration_s: length of the programme, to tell a timecode after midnight from one too
                early.

        Returns:
            The first sample there, which may lie outside of the programme.

        Raises:
            SettingsError: it cannot be read, or lies before the start timecode.
        """
        rate = self.timecode_rate if self.is_rate_known or self.is_stated else None
        position_s = parse_position(text, rate, self.start_timecode, duration_s)
        zero_s = self.origin_s if is_timecode(text) else self.plain_zero_s
        # rounding would name the frame before where its border lies just behind a sample
        return ceil((position_s + zero_s) * self.rate_hz)

    def _borders(self, fps: Fraction) -> Callable[[int], int]:
        # whole numbers, because the fractions of many frames take their time
        first, length = self.origin_s * self.rate_hz, self.rate_hz / fps
        below = first.denominator * length.denominator
        start, step = first.numerator * length.denominator, length.numerator * first.denominator
        return lambda frame: -(-(start + frame * step) // below)
