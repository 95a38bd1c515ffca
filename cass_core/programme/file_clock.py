"""The clock of a file, from what it says about itself."""

from dataclasses import replace
from fractions import Fraction

from cass_core.media.files.media_info import MediaInfo
from cass_core.media.files.timecode import timecode_to_frames
from cass_core.programme.clock import ProgrammeClock
from cass_core.programme.timecode_rates import (
    known_fps,
    picture_fps,
    timecode_rate,
    with_usable_timecode,
)


def programme_clock(info: MediaInfo, audio_start_s: Fraction, rate_hz: int) -> ProgrammeClock:
    """The clock of a file's sound.

    A sound file says in samples when it starts. A movie's timecode belongs to its first picture,
    so the sound starts as much later or earlier as it does on the media clock.

    Args:
        info: what the file says about itself; a timecode that cannot be counts as none.
        audio_start_s: media time of sample 0.
        rate_hz: samples a second.

    Returns:
        The clock.
    """
    info, _ = with_usable_timecode(info)
    rate = timecode_rate(info)
    if not info.video and info.start_timecode is None:
        is_stated = info.time_reference is not None
        clock = ProgrammeClock.of_reference(
            info.time_reference or 0, rate_hz, rate, is_stated=is_stated
        )
        return replace(clock, is_rate_known=known_fps(info) is not None)
    first = timecode_to_frames(info.start_timecode, rate) if info.start_timecode else 0
    origin_s = info.video[0].start_s - audio_start_s if info.video else Fraction(0)
    is_stated = info.start_timecode is not None
    clock = ProgrammeClock(rate_hz, rate, first, origin_s, origin_s, picture_fps(info), is_stated)
    return replace(clock, has_picture=bool(info.video))
