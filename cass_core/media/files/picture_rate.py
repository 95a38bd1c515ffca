"""How many pictures a second a stream is meant to have, whatever its timestamps average to."""

from fractions import Fraction

from av.video.stream import VideoStream

_NTSC = Fraction(1000, 1001)
# rates that cameras, films and broadcasts have
_WHOLE = (24, 25, 30, 48, 50, 60, 100, 120, 240)
STANDARD_RATES = tuple(
    sorted({Fraction(rate) for rate in _WHOLE} | {rate * _NTSC for rate in (24, 30, 48, 60, 120)})
)
# 23.976 and 24 lie a thousandth apart, so the nearest one is meant within this
_MOST_APART = Fraction(1, 200)
_SLOWEST, _FASTEST = Fraction(1, 10), 500


def nominal_fps(stream: VideoStream) -> Fraction:
    """Pictures a second of a stream.

    A lost picture or a late last one changes the measured average but not the rate that the
    timecode and the frames count in, so the average decides only where nothing else is sensible.

    Args:
        stream: the picture.

    Returns:
        The standard rate next to what is guessed of it; an odd rate as it is; 0 where unknown.
    """
    rates = (stream.guessed_rate, stream.base_rate, stream.average_rate)
    return next((standard_rate(rate) for rate in rates if rate and is_sensible(rate)), Fraction(0))


def standard_rate(fps: Fraction) -> Fraction:
    """The standard rate that is meant; the rate itself where none is near."""
    nearest = min(STANDARD_RATES, key=lambda rate: abs(rate - fps))
    return nearest if abs(nearest - fps) <= _MOST_APART * fps else fps


def is_sensible(fps: Fraction) -> bool:
    """Whether pictures can come at this rate; headers also hold ticks of clocks."""
    return _SLOWEST <= fps <= _FASTEST
