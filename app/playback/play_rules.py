"""What a transport's keys mean, as plain functions."""

from fractions import Fraction

from app.project.timeline import Timeline
from cass_core.clips import SampleSpan
from cass_core.spans import overlap

FASTEST = 8


def shuttled(speed: Fraction | None, direction: int) -> Fraction:
    """The speed after a shuttle key.

    Args:
        speed: below 0 backward; None while nothing plays.
        direction: 1 forward, -1 backward.

    Returns:
        Twice the speed, up to `FASTEST`, where it goes that way already; else full speed.
    """
    if speed is not None and speed * direction >= 1:
        return min(abs(speed) * 2, Fraction(FASTEST)) * direction
    return Fraction(direction)


def active_loop(timeline: Timeline, num_samples: int) -> SampleSpan | None:
    """The loop that is switched on, as far as it lies inside the programme."""
    loop = timeline.loop
    if not timeline.looping or loop is None:
        return None
    inside = overlap(loop, SampleSpan(0, num_samples))
    return inside if inside.num_samples > 0 else None


def starting_point(
    position: int, speed: Fraction, num_samples: int, loop: SampleSpan | None
) -> int:
    """Where playback begins: at the other end when nothing is left to be heard at this one."""
    whole = loop or SampleSpan(0, num_samples)
    if speed > 0 and position >= num_samples:
        return whole.start
    if speed < 0 and position <= 0:
        return whole.stop
    return position
