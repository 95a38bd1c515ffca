"""Colour maps whose lightness rises evenly, drawn through control points of our own in Oklab."""

from functools import lru_cache

import numpy as np
import numpy.typing as npt

COLOUR_MAPS = ("inferno", "viridis", "cividis", "grey")
_NUM_COLOURS = 256
# hue in degrees and chroma, at evenly spread places from dark to bright
_HUES: dict[str, tuple[float, ...]] = {
    "inferno": (285, 300, 335, 370, 395, 420, 455, 465),
    "viridis": (310, 290, 262, 230, 195, 165, 135, 108),
    "cividis": (262, 262, 262, 260, 100, 98, 97, 96),
    "grey": (0, 0),
}
_CHROMAS: dict[str, tuple[float, ...]] = {
    "inferno": (0.02, 0.10, 0.16, 0.20, 0.20, 0.18, 0.16, 0.08),
    "viridis": (0.06, 0.11, 0.11, 0.10, 0.11, 0.14, 0.17, 0.19),
    "cividis": (0.06, 0.09, 0.06, 0.02, 0.03, 0.07, 0.11, 0.15),
    "grey": (0.0, 0.0),
}
_LIGHTNESS: dict[str, tuple[float, float]] = {
    "inferno": (0.11, 0.97),
    "viridis": (0.20, 0.93),
    "cividis": (0.20, 0.93),
    "grey": (0.12, 0.98),
}
# Oklab to the cube roots of cone responses, and these to linear sRGB
_TO_CONES = np.array(
    [[1.0, 0.3963377774, 0.2158037573], [1.0, -0.1055613458, -0.0638541728],
     [1.0, -0.0894841775, -1.2914855480]]
)  # fmt: skip
_TO_RGB = np.array(
    [[4.0767416621, -3.3077115913, 0.2309699292], [-1.2684380046, 2.6097574011, -0.3413193965],
     [-0.0041960863, -0.7034186147, 1.7076147010]]
)  # fmt: skip
Numbers = npt.NDArray[np.float64]


@lru_cache(maxsize=8)
def colour_map(name: str) -> npt.NDArray[np.uint8]:
    """A colour map.

    Args:
        name: one of `COLOUR_MAPS`; the first where it is none.

    Returns:
        (256, 3) red, green, blue from dark to bright. Read only.
    """
    name = name if name in COLOUR_MAPS else COLOUR_MAPS[0]
    place = np.linspace(0, 1, _NUM_COLOURS)
    lightness = np.interp(place, (0, 1), _LIGHTNESS[name])
    hue = np.deg2rad(_through(place, _HUES[name]))
    chroma = _within_gamut(lightness, hue, _through(place, _CHROMAS[name]))
    linear = _linear_rgb(lightness, hue, chroma)
    colours = np.rint(_with_gamma(linear) * 255).astype(np.uint8)
    colours.setflags(write=False)
    return colours


def _through(place: Numbers, points: tuple[float, ...]) -> Numbers:
    """A smooth curve near evenly spread control points."""
    bends = np.interp(place, np.linspace(0, 1, len(points)), points)
    smooth = np.hanning(33)
    padded = np.pad(bends, 16, mode="reflect", reflect_type="odd")
    return np.convolve(padded, smooth / smooth.sum(), mode="valid")


def _within_gamut(lightness: Numbers, hue: Numbers, chroma: Numbers) -> Numbers:
    """Less chroma where the screen has no such colour; the lightness stays."""
    low, high = np.zeros_like(chroma), np.maximum(chroma, 0)
    whole = _fits(_linear_rgb(lightness, hue, high))
    for _ in range(24):
        middle = (low + high) / 2
        fits = _fits(_linear_rgb(lightness, hue, middle))
        low, high = np.where(fits, middle, low), np.where(fits, high, middle)
    return np.where(whole, np.maximum(chroma, 0), low)


def _fits(linear: Numbers) -> npt.NDArray[np.bool_]:
    return np.all((linear >= 0) & (linear <= 1), axis=1)


def _linear_rgb(lightness: Numbers, hue: Numbers, chroma: Numbers) -> Numbers:
    """Linear light (colour, 3)."""
    lab = np.stack([lightness, chroma * np.cos(hue), chroma * np.sin(hue)], axis=1)
    return (lab @ _TO_CONES.T) ** 3 @ _TO_RGB.T


def _with_gamma(linear: Numbers) -> Numbers:
    """Screen values (sRGB) of linear light."""
    light = np.clip(linear, 0, 1)
    return np.where(light <= 0.0031308, 12.92 * light, 1.055 * light ** (1 / 2.4) - 0.055)
