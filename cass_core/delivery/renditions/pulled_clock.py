"""The clock of a programme whose sound is pulled up or down."""

from dataclasses import replace
from fractions import Fraction

from cass_core.errors import SettingsError
from cass_core.media.files.picture_rate import STANDARD_RATES
from cass_core.media.files.timecode import (
    TimecodeRate,
    can_drop_frames,
    frames_to_timecode,
    timecode_to_frames,
)
from cass_core.programme.clock import ProgrammeClock


def pulled_clock(clock: ProgrammeClock, speed: Fraction) -> ProgrammeClock:
    """The clock of a programme that runs faster or slower.

    Args:
        clock: as it ran before.
        speed: above 1 where it runs faster.

    Returns:
        The clock. A timecode that counts a standard rate at that speed as well, such as 24
        frames that become 25, counts that; the first frame keeps its digits.
    """
    old, fps = clock.timecode_rate, clock.timecode_rate.fps * speed
    rate = old
    if fps in STANDARD_RATES:
        rate = TimecodeRate(fps, old.drop_frame and can_drop_frames(fps))
    return replace(
        clock,
        timecode_rate=rate,
        first_frame=_same_digits(clock.first_frame, old, rate),
        origin_s=clock.origin_s / speed,
        plain_zero_s=clock.plain_zero_s / speed,
        picture_fps=clock.picture_fps * speed,
    )


def _same_digits(frame: int, old: TimecodeRate, new: TimecodeRate) -> int:
    """The frame that another rate calls by the same timecode, or by the last of that second."""
    digits, mark = frames_to_timecode(frame, old), ";" if new.drop_frame else ":"
    frames = min(int(digits[9:]), new.nominal - 1)
    try:
        return timecode_to_frames(f"{digits[:8]}{mark}{frames:02d}", new)
    except SettingsError:  # a number that is left out
        return timecode_to_frames(f"{digits[:8]}{mark}{new.dropped:02d}", new)
