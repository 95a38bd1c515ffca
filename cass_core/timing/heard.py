"""How much of a programme the network hears for a part of it."""

import math

from cass_core.request.events import Grain

_ROUNDING = 1e-6


def heard_s(start_s: float, stop_s: float, length_s: float, grain: Grain) -> float:
    """Seconds that go through the network.

    It hears whole windows, and as many of them at once as its grain says, except at the end of the
    programme: two seconds may cost as much as twenty.

    Args:
        start_s: of the part.
        stop_s: of the part.
        length_s: of the programme.
        grain: what the model hears at once; without windows it hears just the part.

    Returns:
        Seconds from the first window that is needed to the end of the last.
    """
    if grain.window_s <= 0:
        return stop_s - start_s
    at_once_s = grain.window_s * grain.windows
    first, last = math.floor(start_s / at_once_s + _ROUNDING), _whole(stop_s, at_once_s)
    end_s = _whole(max(length_s, stop_s), grain.window_s) * grain.window_s
    return min(last * at_once_s, end_s) - first * at_once_s


def _whole(seconds: float, each_s: float) -> int:
    """How many of them are needed; one at least."""
    return max(1, math.ceil(seconds / each_s - _ROUNDING))
