"""From levels to pixels: frequency axis, decibel range and colours, with tables that are kept."""

from functools import lru_cache

import numpy as np
import numpy.typing as npt

from app.tiles.colour_maps import colour_map
from app.tiles.frequency_axis import frequencies
from app.tiles.spectra import LOWEST_DB, STEPS_A_DB, LevelArray, LevelImage

Pixels = npt.NDArray[np.uint32]
Indices = npt.NDArray[np.int64]
_LEAST_RANGE_DB = 1.0


def shade(
    image: LevelImage,
    scale: str,
    floor_db: float,
    ceiling_db: float,
    colours: str,
    rate_hz: int,
    width_px: int,
    height_px: int,
) -> Pixels:
    """Draw a spectrogram.

    Where several columns or bins fall on a pixel their maximum is shown, so that short and narrow
    sounds stay visible; where one covers several pixels they blend.

    Args:
        image: levels of at least the visible span.
        scale: frequency axis, "mel", "log" or "linear".
        floor_db: drawn darkest.
        ceiling_db: drawn brightest.
        colours: name of the colour map.
        rate_hz: of the sound.
        width_px: of the picture.
        height_px: of the picture.

    Returns:
        (row, column) 0xffRRGGBB, contiguous, for QImage.Format_RGB32 or ARGB32.
    """
    if width_px < 1 or height_px < 1:
        return np.zeros((max(height_px, 0), max(width_px, 0)), np.uint32)
    rows = _rows(image.levels, scale, rate_hz, height_px)
    return _palette(colours, floor_db, ceiling_db).take(_columns(rows, image, width_px))


@lru_cache(maxsize=16)
def _palette(colours: str, floor_db: float, ceiling_db: float) -> Pixels:
    """A colour for each of the 256 levels."""
    db = np.arange(256) / STEPS_A_DB + LOWEST_DB
    share = (db - floor_db) / max(ceiling_db - floor_db, _LEAST_RANGE_DB)
    places = np.rint(np.clip(share, 0, 1) * 255).astype(np.int64)
    red, green, blue = colour_map(colours)[places].astype(np.uint32).T
    return 0xFF000000 | red << 16 | green << 8 | blue


@lru_cache(maxsize=32)
def _row_table(
    scale: str, rate_hz: int, height_px: int, num_bins: int
) -> tuple[list[tuple[int, int, int]], Indices, Indices, npt.NDArray[np.uint16]]:
    """How rows, from the top, come from bins.

    Returns:
        Rows that take the maximum of bins: (row, first, last); then the rows that blend two bins:
        their numbers, lower bins, and shares (row, 1) of the upper bin in 256ths.
    """
    shares = 1 - np.arange(height_px + 1) / height_px
    edges = frequencies(shares, scale, rate_hz) * 2 / rate_hz * (num_bins - 1)
    many, blended = [], []
    for row, (upper, lower) in enumerate(zip(edges[:-1], edges[1:], strict=True)):
        first, last = int(np.ceil(lower - 0.5)), int(np.ceil(upper - 0.5))
        if last - first >= 2:
            many.append((row, first, min(last, num_bins)))
        else:
            blended.append(row)
    middles = frequencies(shares[:-1] - 0.5 / height_px, scale, rate_hz)
    places = np.clip(middles[blended] * 2 / rate_hz * (num_bins - 1), 0, num_bins - 1)
    lower_bins = np.minimum(places.astype(np.int64), max(num_bins - 2, 0))
    upper_shares = np.rint((places - lower_bins) * 256).astype(np.uint16)
    return many, np.asarray(blended, np.int64), lower_bins, upper_shares[:, None]


def _rows(levels: LevelArray, scale: str, rate_hz: int, height_px: int) -> LevelArray:
    """Levels (bin, column) as (row, column), the highest frequency on top."""
    num_bins = levels.shape[0]
    many, blended, bins, shares = _row_table(scale, rate_hz, height_px, num_bins)
    rows = np.empty((height_px, levels.shape[1]), np.uint8)
    for row, first, last in many:
        np.maximum.reduce(levels[first:last], axis=0, out=rows[row])
    if len(blended):
        below = levels[bins].astype(np.uint16)
        above = levels[np.minimum(bins + 1, num_bins - 1)].astype(np.uint16)
        rows[blended] = (below * (256 - shares) + above * shares) >> 8
    return rows


def _columns(rows: LevelArray, image: LevelImage, width_px: int) -> LevelArray:
    """Rows with one column a pixel of the visible span."""
    num_columns = rows.shape[1]
    size = image.span.num_samples / num_columns
    edges = np.arange(width_px + 1) * (image.visible.num_samples / width_px)
    edges = (edges + (image.visible.start - image.span.start)) / size
    if image.visible.num_samples / width_px < size:
        return _blended_columns(rows, (edges[:-1] + edges[1:]) / 2 - 0.5)
    # a column belongs to the pixel that its middle lies in
    firsts = np.ceil(edges - 0.5).astype(np.int64)
    starts, stops = firsts[:-1], np.maximum(firsts[1:], firsts[:-1] + 1)
    found = rows.take(np.clip(starts, 0, num_columns - 1), axis=1)
    for step in range(1, int((stops - starts).max())):
        others = np.clip(np.minimum(starts + step, stops - 1), 0, num_columns - 1)
        np.maximum(found, rows.take(others, axis=1), out=found)
    return found


def _blended_columns(rows: LevelArray, places: npt.NDArray[np.float64]) -> LevelArray:
    """Columns at places between columns."""
    last = rows.shape[1] - 1
    places = np.clip(places, 0, last)
    left = places.astype(np.int64)
    shares = np.rint((places - left) * 256).astype(np.uint16)
    first, stop = int(left[0]), min(int(left[-1]) + 2, last + 1)
    wide = rows[:, first:stop].astype(np.uint16)
    before = wide.take(left - first, axis=1)
    after = wide.take(np.minimum(left + 1, last) - first, axis=1)
    return ((before * (256 - shares) + after * shares) >> 8).astype(np.uint8)
