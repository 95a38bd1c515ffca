"""Where a frequency stands on the vertical axis of a lane."""

from functools import lru_cache

import numpy as np
import numpy.typing as npt

_LOWEST_LOG_HZ = 20.0
_MEL_KNEE_HZ = 700.0
_TICKS_HZ = (20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 20_000, 50_000)
_LEAST_TICK_PX = 18
Numbers = npt.NDArray[np.float64]


def hz_at(share: float, scale: str, rate_hz: int) -> float:
    """The frequency at a height.

    Args:
        share: 0 at the bottom, 1 at the top.
        scale: "mel", "log" or "linear".
        rate_hz: of the sound; the top is half of it.

    Returns:
        In hertz.
    """
    return float(frequencies(np.array([share]), scale, rate_hz)[0])


def share_at(hz: float, scale: str, rate_hz: int) -> float:
    """The height of a frequency, 0 at the bottom to 1 at the top; those outside stay there.

    Args:
        hz: frequency.
        scale: "mel", "log" or "linear".
        rate_hz: of the sound.

    Returns:
        The share of the axis.
    """
    top = rate_hz / 2
    if scale == "linear":
        share = hz / top
    elif scale == "log":
        share = np.log(max(hz, _LOWEST_LOG_HZ) / _LOWEST_LOG_HZ) / np.log(top / _LOWEST_LOG_HZ)
    else:
        share = np.log1p(max(hz, 0.0) / _MEL_KNEE_HZ) / np.log1p(top / _MEL_KNEE_HZ)
    return float(min(max(share, 0.0), 1.0))


def frequencies(shares: Numbers, scale: str, rate_hz: int) -> Numbers:
    """As `hz_at`, of many heights."""
    top = rate_hz / 2
    if scale == "linear":
        return shares * top
    if scale == "log":
        return _LOWEST_LOG_HZ * (top / _LOWEST_LOG_HZ) ** shares
    return _MEL_KNEE_HZ * np.expm1(shares * np.log1p(top / _MEL_KNEE_HZ))


@lru_cache(maxsize=64)
def ticks(scale: str, rate_hz: int, height_px: int) -> tuple[float, ...]:
    """Round frequencies to write beside a lane, with room between them.

    Args:
        scale: "mel", "log" or "linear".
        rate_hz: of the sound.
        height_px: of the axis.

    Returns:
        Rising frequencies in hertz.
    """
    chosen: list[float] = []
    last_px = 0.0
    candidates = _TICKS_HZ if scale != "linear" else range(5000, rate_hz // 2, 5000)
    for hz in candidates:
        place_px = share_at(hz, scale, rate_hz) * height_px
        inside = 0 < hz < rate_hz / 2 and place_px <= height_px - _LEAST_TICK_PX / 2
        if inside and place_px - last_px >= _LEAST_TICK_PX:
            chosen.append(float(hz))
            last_px = place_px
    return tuple(chosen)


def hz_text(hz: float) -> str:
    """A frequency as short as it can be written: "500", "2k", "12.5k"."""
    return f"{hz:.0f}" if hz < 1000 else f"{hz / 1000:.3g}k"
