"""The timecode of a sample and the samples of frames; the start timecode names the picture."""

from collections.abc import Callable
from fractions import Fraction

from app.project.programme import Programme
from cass_core.errors import SettingsError
from cass_core.media.files.timecode import (
    seconds_to_timecode,
    timecode_to_frames,
)


def timecode_at(programme: Programme, sample: int) -> str:
    """Timecode of the picture that is on screen at a sample.

    Args:
        programme: the movie; without a picture 25 frames a second are counted from its start.
        sample: position in the programme.

    Returns:
        `HH:MM:SS:FF`; `;` before the frames in drop frame.
    """
    since_picture = programme.seconds(sample) - _picture_start_s(programme)
    return seconds_to_timecode(since_picture, programme.timecode_rate, start_timecode(programme))


def start_timecode(programme: Programme) -> str | None:
    """Timecode of the first picture; None where there is none or it cannot be at this rate."""
    text = programme.start_timecode if programme.has_picture else None
    try:
        if text is not None:
            timecode_to_frames(text, programme.timecode_rate)
    except SettingsError:
        return None
    return text


def frame_samples(programme: Programme) -> Fraction:
    """Length of a frame in samples; seldom a whole number."""
    return programme.rate_hz / programme.timecode_rate.fps


def frame_at(programme: Programme, sample: int) -> int:
    """Number of the frame that is on screen at a sample; 0 is the first picture."""
    since_picture = programme.seconds(sample) - _picture_start_s(programme)
    return (since_picture * programme.timecode_rate.fps).__floor__()


def frame_border(programme: Programme, frame: int) -> int:
    """First sample at which a frame is on screen, also outside of the programme."""
    return frame_borders(programme)(frame)


def frame_borders(programme: Programme) -> Callable[[int], int]:
    """As `frame_border` of many frames: their fractions are worked out once."""
    first, length = _picture_start_s(programme) * programme.rate_hz, frame_samples(programme)
    below = first.denominator * length.denominator
    start, step = first.numerator * length.denominator, length.numerator * first.denominator
    # the ceiling: rounding would name the frame before where its border lies behind a sample
    return lambda frame: -(-(start + frame * step) // below)


def frame_start(programme: Programme, frame: int) -> int:
    """First sample inside the programme at which a frame is on screen."""
    return min(max(frame_border(programme, frame), 0), programme.num_samples)


def step_frames(programme: Programme, sample: int, num_frames: int) -> int:
    """The first sample of the frame that many frames later, or earlier when negative."""
    return frame_start(programme, frame_at(programme, sample) + num_frames)


def _picture_start_s(programme: Programme) -> Fraction:
    """Time of the first picture on the sound's clock; 0 without a picture."""
    if not programme.has_picture:
        return Fraction(0)
    return programme.info.video[0].start_s - programme.audio_start_s
