"""One spectrogram coloured by whose sound each cell is."""

from collections.abc import Sequence

import numpy as np

from app.tiles.frequency_axis import FrequencyScale
from app.tiles.shading import LEAST_RANGE_DB, Pixels, resolved
from app.tiles.spectra import LevelImage, db_of_levels
from cass_core.clips import FloatArray
from cass_core.decibels import db_to_power, power_to_db

_WHITE_FROM = 0.75  # share of the range from which colours fade to white
_POWERS = db_to_power(db_of_levels(np.arange(256, dtype=np.uint8))).astype(np.float32)
_POWERS[0] = 1e-20  # silence belongs to nobody


def shade_owners(
    images: Sequence[LevelImage],
    colours: Sequence[tuple[int, int, int]],
    scale: FrequencyScale,
    floor_db: float,
    ceiling_db: float,
    rate_hz: int,
    width_px: int,
    height_px: int,
) -> Pixels:
    """Draw the sum of several sounds, each cell in the colour of the one that holds most of it.

    A cell that several hold has a colour between theirs; how loud all are together is its
    brightness.

    Args:
        images: levels of each sound, of at least the visible span.
        colours: red, green and blue of each, 0 to 255.
        scale: of the frequency axis, and what of it is seen.
        floor_db: drawn black.
        ceiling_db: drawn brightest.
        rate_hz: of the sounds.
        width_px: of the picture.
        height_px: of the picture.

    Returns:
        (row, column) 0xffRRGGBB, as `shade`.
    """
    if width_px < 1 or height_px < 1:
        return np.zeros((max(height_px, 0), max(width_px, 0)), np.uint32)
    levels = [resolved(image, scale, rate_hz, width_px, height_px) for image in images]
    powers = np.stack([_POWERS[level] for level in levels])
    total = powers.sum(axis=0)
    weights = (powers / total) ** 2  # clearer than the shares themselves
    weights /= weights.sum(axis=0)
    table = np.asarray(colours, np.float32)
    channels = np.tensordot(table, weights, axes=(0, 0))  # (colour, row, column)
    return _packed(_brightened(channels, _loudness(total, floor_db, ceiling_db)))


def _loudness(total: FloatArray, floor_db: float, ceiling_db: float) -> FloatArray:
    """Powers as shares of the range, 0 to 1."""
    share = (power_to_db(total) - floor_db) / max(ceiling_db - floor_db, LEAST_RANGE_DB)
    return np.clip(share, 0.0, 1.0).astype(np.float32)


def _brightened(channels: FloatArray, loudness: FloatArray) -> FloatArray:
    """From black over the colour to white."""
    white = np.clip((loudness - _WHITE_FROM) / (1.0 - _WHITE_FROM), 0.0, 1.0) * 0.6
    lit = channels * np.minimum(loudness / _WHITE_FROM, 1.0)
    return lit + (255.0 - lit) * white


def _packed(channels: FloatArray) -> Pixels:
    red, green, blue = np.rint(channels).astype(np.uint32)
    return np.ascontiguousarray(0xFF000000 | red << 16 | green << 8 | blue)
