"""Decibels along the height of a lane, spread like a fader: 0 dB in the middle."""

import math

from app.environment.numbers import decimal
from app.views.lanes.canvas.lines.line_scale import LineScale
from cass_core.stems.rebalance import HIGHEST_DB, LOWEST_DB

# chosen so that the slope is the same above and below 0 dB
_BEND_DB = 28.0
_DEPTH = 1.0 - 10.0 ** (LOWEST_DB / _BEND_DB)
MARKS_DB = (12.0, 6.0, 0.0, -6.0, -12.0, -24.0, -60.0)


def share_of(gain_db: float) -> float:
    """Place of a gain: 0 at the top (+12 dB), 0.5 at 0 dB, 1 at the bottom (-60 dB)."""
    if gain_db >= 0.0:
        return 0.5 - 0.5 * min(gain_db, HIGHEST_DB) / HIGHEST_DB
    return 0.5 + 0.5 * (1.0 - 10.0 ** (max(gain_db, LOWEST_DB) / _BEND_DB)) / _DEPTH


def gain_at(share: float) -> float:
    """Gain at a place, the other way round; kept within the fader's range."""
    if share <= 0.5:
        return HIGHEST_DB * (1.0 - 2.0 * max(share, 0.0))
    left = 1.0 - (2.0 * min(share, 1.0) - 1.0) * _DEPTH
    return max(_BEND_DB * math.log10(left), LOWEST_DB)


def written_gain(gain_db: float) -> str:
    """A gain in words: "+3.0 dB", "0.0 dB", "-12.5 dB", "-∞ dB" at the fader's lowest mark."""
    if gain_db <= LOWEST_DB:
        return "-∞ dB"
    return f"{decimal(gain_db, 1, signed=True)} dB"


GAIN = LineScale(
    marks=MARKS_DB,
    share_of=share_of,
    value_at=gain_at,
    written=written_gain,
    step=0.5,
    catch=0.5,
)
"""Of gain lines."""
