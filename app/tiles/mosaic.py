"""A picture of a part of a sound, put together from the best tiles that are there."""

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt

from app.tiles.drawn_sound import DrawnSound
from app.tiles.spectra import LevelArray, LevelImage
from app.tiles.tile import Stage
from app.tiles.tile_grid import BoolArray, touched
from cass_core.clips import SampleSpan


def best_image(sound: DrawnSound, visible: SampleSpan, width_px: int) -> LevelImage:
    """The best that is known of a part now; whoever asks holds the sound's lock.

    Args:
        sound: whose.
        visible: samples.
        width_px: width that it will be drawn in.

    Returns:
        Levels for a span that holds the visible one.
    """
    grid, coarsest = sound.grid, sound.overview_level
    level = min(grid.level_for(visible, width_px), coarsest)
    while level < coarsest and not any(_known_tiles(sound, visible, level)):
        level += 1
    size = grid.column_samples(level)
    margin = SampleSpan(max(visible.start - size, 0), visible.stop + size)
    columns = grid.columns_of(margin, level)
    levels = np.empty((grid.num_bins, len(columns)), np.uint8)
    for index in grid.tiles_of(margin, level):
        first = max(columns.start, index * grid.tile_columns)
        part = range(first, min(columns.stop, (index + 1) * grid.tile_columns))
        here = slice(part.start - columns.start, part.stop - columns.start)
        _copy_columns(sound, level, part, levels[:, here])
    return LevelImage(levels, SampleSpan(columns.start * size, columns.stop * size), visible)


def _known_tiles(sound: DrawnSound, visible: SampleSpan, level: int) -> Iterator[bool]:
    for index in sound.grid.tiles_of(visible, level):
        tile = sound.tile(sound.key(level, index))
        yield tile is not None and bool(tile.stages.any())


def _copy_columns(sound: DrawnSound, level: int, columns: range, target: LevelArray) -> None:
    """Fill target (bin, column); what is unknown comes from coarser levels."""
    tile = sound.tile(sound.key(level, columns.start // sound.grid.tile_columns))
    blank: npt.NDArray[np.bool_]
    if tile is None:
        target[:] = 0
        blank = np.ones(len(columns), np.bool_)
    else:
        here = slice(columns.start - tile.columns.start, columns.stop - tile.columns.start)
        target[:] = tile.levels[:, here]
        # columns that wait to be made again keep their old picture
        blank = (tile.stages[here] == Stage.BLANK) & ~tile.levels[:, here].any(axis=0)
    blank &= touched(sound.covered, sound.grid.column_samples(level), columns)
    for coarser in range(level + 1, sound.overview_level + 1):
        if not blank.any():
            return
        numbers = np.asarray(columns) >> (coarser - level)
        _copy_coarser(sound, coarser, numbers, blank, target)


def _copy_coarser(
    sound: DrawnSound,
    level: int,
    numbers: npt.NDArray[np.int64],
    blank: BoolArray,
    target: LevelArray,
) -> None:
    """Fill blank columns from those of a coarser level, as far as these are known."""
    tile = sound.tile(sound.key(level, int(numbers[0]) // sound.grid.tile_columns))
    if tile is None:
        return
    places = numbers - tile.columns.start
    usable = blank & (tile.stages[places] > Stage.BLANK)
    if usable.any():
        target[:, usable] = tile.levels[:, places[usable]]
        blank[usable] = False
