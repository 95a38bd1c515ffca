"""From levels to pixels: frequency axis, decibel range and colours, with tables that are kept."""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from app.tiles.colour_maps import colour_map
from app.tiles.frequency_axis import FrequencyScale, frequencies
from app.tiles.spectra import LOWEST_DB, STEPS_A_DB, LevelArray, LevelImage

Pixels = npt.NDArray[np.uint32]
Indices = npt.NDArray[np.int64]
LEAST_RANGE_DB = 1.0
_PART_COLUMNS = 1024  # what is made in between stays in the processor's cache


def shade(
    image: LevelImage,
    scale: FrequencyScale,
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
        scale: of the frequency axis, and what of it is seen.
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
    levels = resolved(image, scale, rate_hz, width_px, height_px)
    return _palette(colours, floor_db, ceiling_db).take(levels)


def resolved(
    image: LevelImage, scale: FrequencyScale, rate_hz: int, width_px: int, height_px: int
) -> LevelArray:
    """Levels of a picture's pixels, (row, column) with the highest frequency on top, as `shade`."""
    return _columns(_rows(image.levels, scale, rate_hz, height_px), image, width_px)


@lru_cache(maxsize=16)
def _palette(colours: str, floor_db: float, ceiling_db: float) -> Pixels:
    """A colour for each of the 256 levels."""
    db = np.arange(256) / STEPS_A_DB + LOWEST_DB
    share = (db - floor_db) / max(ceiling_db - floor_db, LEAST_RANGE_DB)
    places = np.rint(np.clip(share, 0, 1) * 255).astype(np.int64)
    red, green, blue = colour_map(colours)[places].astype(np.uint32).T
    return 0xFF000000 | red << 16 | green << 8 | blue


@dataclass(frozen=True)
class _RowTable:
    """How rows, from the top, come from bins.

    Attributes:
        largest: rows that take the maximum of bins, by the power of two below their number:
            (power, rows, first bins, first bins of the upper power of two).
        blended: rows that lie between two bins.
        bins: the lower bin of each of these.
        shares: (row, 1) of the upper bin, in 256ths.
    """

    largest: tuple[tuple[int, Indices, Indices, Indices], ...]
    blended: Indices
    bins: Indices
    shares: npt.NDArray[np.uint16]


@lru_cache(maxsize=32)
def _row_table(scale: FrequencyScale, rate_hz: int, height_px: int, num_bins: int) -> _RowTable:
    """The table for a height of lane."""
    bins_a_hz = 2 / rate_hz * (num_bins - 1)
    shares = 1 - np.arange(height_px + 1) / height_px
    edges = np.ceil(frequencies(shares, scale, rate_hz) * bins_a_hz).astype(np.int64)
    if scale.top == 1.0:
        edges[0] = num_bins  # half the sample rate itself is drawn too
    firsts, lasts = edges[1:], edges[:-1]
    counts = lasts - firsts
    powers = np.log2(np.maximum(counts, 1)).astype(np.int64)
    largest = []
    for power in range(int(powers.max()) + 1):
        rows = np.flatnonzero((powers == power) & (counts > 0))
        largest.append((power, rows, firsts[rows], lasts[rows] - (1 << power)))
    blended = np.flatnonzero(counts < 1)
    middles = frequencies(shares[:-1] - 0.5 / height_px, scale, rate_hz)[blended]
    places = np.clip(middles * bins_a_hz, 0, num_bins - 1)
    bins = np.minimum(places.astype(np.int64), max(num_bins - 2, 0))
    upper_shares = np.rint((places - bins) * 256).astype(np.uint16)
    return _RowTable(tuple(largest), blended, bins, upper_shares[:, None])


def _rows(levels: LevelArray, scale: FrequencyScale, rate_hz: int, height_px: int) -> LevelArray:
    """Levels (bin, column) as (row, column), the highest frequency on top.

    Few large steps, not one a row: after each the window may wait for a thread's turn to end.
    """
    table = _row_table(scale, rate_hz, height_px, levels.shape[0])
    rows = np.empty((height_px, levels.shape[1]), np.uint8)
    for first in range(0, levels.shape[1], _PART_COLUMNS):
        part = slice(first, first + _PART_COLUMNS)
        _fill_rows(rows[:, part], levels[:, part], table)
    return rows


def _fill_rows(rows: LevelArray, levels: LevelArray, table: _RowTable) -> None:
    """Rows of some columns."""
    lowest = min((int(firsts.min()) for _, _, firsts, _ in table.largest if len(firsts)), default=0)
    runs = levels[lowest:]  # each row the maximum of 1, then 2, 4, 8 … bins
    for power, places, firsts, uppers in table.largest:
        if power:
            half = 1 << (power - 1)
            runs = np.maximum(runs[:-half], runs[half:])
        if len(places):
            rows[places] = np.maximum(runs[firsts - lowest], runs[uppers - lowest])
    if len(table.blended):
        below = levels[table.bins].astype(np.uint16)
        above = levels[np.minimum(table.bins + 1, len(levels) - 1)].astype(np.uint16)
        rows[table.blended] = (below * (256 - table.shares) + above * table.shares) >> 8


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
