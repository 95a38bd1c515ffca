"""Where a frequency stands on the vertical axis of a lane."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt

_LOWEST_LOG_HZ = 20.0
_MEL_KNEE_HZ = 700.0
_TICKS_HZ = (20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 20_000, 50_000)
_LEAST_TICK_PX = 18
_FAR_APART = 4.0  # highest to lowest frequency from which round numbers are told as in the whole
Numbers = npt.NDArray[np.float64]


@dataclass(frozen=True)
class FrequencyScale:
    """How a frequency axis is spread, and which part of it is seen.

    Attributes:
        kind: "mel", "log" or "linear".
        bottom: where the part begins, 0 to 1 of the whole axis.
        top: where it ends.
    """

    kind: str
    bottom: float = 0.0
    top: float = 1.0

    @property
    def is_whole(self) -> bool:
        """Whether all frequencies are seen."""
        return (self.bottom, self.top) == (0.0, 1.0)


def hz_at(share: float, scale: FrequencyScale, rate_hz: int) -> float:
    """The frequency at a height.

    Args:
        share: 0 at the bottom, 1 at the top.
        scale: of the axis.
        rate_hz: of the sound; the top of the whole axis is half of it.

    Returns:
        In hertz.
    """
    return float(frequencies(np.array([share]), scale, rate_hz)[0])


def share_at(hz: float, scale: FrequencyScale, rate_hz: int) -> float:
    """The height of a frequency, 0 at the bottom to 1 at the top; those outside stay there.

    Args:
        hz: frequency.
        scale: of the axis.
        rate_hz: of the sound.

    Returns:
        The share of what is seen of the axis.
    """
    top = rate_hz / 2
    if scale.kind == "linear":
        share = hz / top
    elif scale.kind == "log":
        share = np.log(max(hz, _LOWEST_LOG_HZ) / _LOWEST_LOG_HZ) / np.log(top / _LOWEST_LOG_HZ)
    else:
        share = np.log1p(max(hz, 0.0) / _MEL_KNEE_HZ) / np.log1p(top / _MEL_KNEE_HZ)
    seen = (share - scale.bottom) / (scale.top - scale.bottom)
    return float(min(max(seen, 0.0), 1.0))


def frequencies(shares: Numbers, scale: FrequencyScale, rate_hz: int) -> Numbers:
    """As `hz_at`, of many heights."""
    top = rate_hz / 2
    shares = scale.bottom + shares * (scale.top - scale.bottom)
    if scale.kind == "linear":
        return shares * top
    if scale.kind == "log":
        return _LOWEST_LOG_HZ * (top / _LOWEST_LOG_HZ) ** shares
    return _MEL_KNEE_HZ * np.expm1(shares * np.log1p(top / _MEL_KNEE_HZ))


@lru_cache(maxsize=64)
def ticks(scale: FrequencyScale, rate_hz: int, height_px: int) -> tuple[float, ...]:
    """Round frequencies to write beside a lane, with room between them.

    Args:
        scale: of the axis.
        rate_hz: of the sound.
        height_px: of the axis.

    Returns:
        Rising frequencies in hertz.
    """
    chosen: list[float] = []
    last_px = 0.0
    low, high = hz_at(0.0, scale, rate_hz), hz_at(1.0, scale, rate_hz)
    for hz in _round_frequencies(scale, rate_hz, height_px):
        place_px = share_at(hz, scale, rate_hz) * height_px
        inside = max(low, 0.0) < hz < high and place_px <= height_px - _LEAST_TICK_PX / 2
        if inside and place_px - last_px >= _LEAST_TICK_PX:
            chosen.append(float(hz))
            last_px = place_px
    return tuple(chosen)


def _round_frequencies(scale: FrequencyScale, rate_hz: int, height_px: int) -> Iterable[float]:
    """Candidates for what is written beside what is seen."""
    low, high = hz_at(0.0, scale, rate_hz), hz_at(1.0, scale, rate_hz)
    if scale.is_whole and scale.kind == "linear":
        return range(5000, rate_hz // 2, 5000)
    if scale.is_whole or (scale.kind != "linear" and high > _FAR_APART * max(low, 1.0)):
        return _TICKS_HZ
    least = (high - low) * _LEAST_TICK_PX / max(height_px, 1)
    decade = 10.0 ** np.floor(np.log10(least))
    step = next(float(decade * n) for n in (1, 2, 5, 10) if decade * n >= least)
    return np.arange(np.ceil(low / step), high / step) * step


def hz_text(hz: float) -> str:
    """A frequency as short as it can be written: "500", "2k", "12.5k"."""
    return f"{hz:.0f}" if hz < 1000 else f"{hz / 1000:.3g}k"
