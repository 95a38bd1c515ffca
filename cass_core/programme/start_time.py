"""Where a programme starts on the day's clock, in samples."""

from dataclasses import dataclass
from fractions import Fraction

from cass_core.errors import SettingsError
from cass_core.media.files.media_info import MediaInfo
from cass_core.media.files.timecode import (
    TimecodeRate,
    can_drop_frames,
    frames_to_timecode,
    timecode_to_seconds,
)

RATE_WITHOUT_PICTURE = TimecodeRate(Fraction(25))
_DAY_S = 86_400


@dataclass(frozen=True)
class StartTime:
    """The clock of a programme's samples.

    Attributes:
        reference: samples since midnight of sample 0.
        rate_hz: samples a second.
        timecode_rate: how frames are counted; 25 a second without a picture.
    """

    reference: int
    rate_hz: int
    timecode_rate: TimecodeRate

    def reference_at(self, sample: int) -> int:
        """Samples since midnight of a sample of the programme; starts again after a day."""
        return (self.reference + sample) % (_DAY_S * self.rate_hz)

    def timecode_at(self, sample: int) -> str:
        """Timecode of the frame that a sample of the programme falls into."""
        # half a sample, because the reference is rounded and a frame's start seldom is a sample
        time_s = (self.reference_at(sample) + Fraction(1, 2)) / self.rate_hz
        frames = int(time_s * self.timecode_rate.fps)
        return frames_to_timecode(frames, self.timecode_rate)


def timecode_rate(info: MediaInfo) -> TimecodeRate | None:
    """How a movie's frames are counted; None without a picture, or where its rate is unknown."""
    if not info.video or info.video[0].fps <= 0:
        return None
    fps = info.video[0].fps
    return TimecodeRate(fps, info.drop_frame and can_drop_frames(fps))


def start_time(info: MediaInfo, audio_start_s: Fraction, rate_hz: int) -> StartTime:
    """Where a movie's sound starts.

    A Broadcast WAV says it in samples. A movie's timecode belongs to its first picture, so the
    sound starts as much later or earlier as it does on the media clock. Without a timecode the
    first picture is midnight, and sound that begins before it starts at midnight as well.

    Args:
        info: what the file says about itself.
        audio_start_s: media time of sample 0.
        rate_hz: samples a second.

    Returns:
        The clock.
    """
    rate = timecode_rate(info) or RATE_WITHOUT_PICTURE
    if info.time_reference is not None:
        return StartTime(info.time_reference, rate_hz, rate)
    after_picture_s = audio_start_s - info.video[0].start_s if info.video else Fraction(0)
    midnight_s = _timecode_s(info.start_timecode, rate)
    if midnight_s is None:
        return StartTime(max(round(after_picture_s * rate_hz), 0), rate_hz, rate)
    samples = round((midnight_s + after_picture_s) * rate_hz)
    return StartTime(samples % (_DAY_S * rate_hz), rate_hz, rate)


def _timecode_s(text: str | None, rate: TimecodeRate) -> Fraction | None:
    """Seconds since midnight; None where there is no timecode or one that does not exist."""
    try:
        return timecode_to_seconds(text, rate) if text else None
    except SettingsError:
        return None
