"""How places are written for people."""

from collections.abc import Callable
from fractions import Fraction

from cass_core.media.files.timecode import TimecodeRate, timecode_to_frames
from cass_core.programme.clock import ProgrammeClock
from cass_core.request.identity import StemSetIdentity


def place_writer(identity: StemSetIdentity) -> Callable[[int], str]:
    """From samples of the programme to the movie's timecode; without one to a plain time."""
    if identity.frame_rate is None or identity.start_timecode is None:
        return lambda sample: plain_time(sample / identity.rate_hz)
    fps, zero = Fraction(identity.frame_rate), Fraction(0)
    rate = TimecodeRate(fps, drop_frame=";" in identity.start_timecode)
    first = timecode_to_frames(identity.start_timecode, rate)
    return ProgrammeClock(identity.rate_hz, rate, first, zero, zero, fps, True).timecode_at


def plain_time(seconds: float) -> str:
    """Seconds as H:MM:SS.mmm."""
    thousandths = round(1000 * seconds)
    minutes, rest = divmod(thousandths, 60_000)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02d}:{rest // 1000:02d}.{rest % 1000:03d}"
