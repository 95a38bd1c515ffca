"""One tile of a spectrogram while it fills."""

from collections.abc import Sequence
from enum import IntEnum

import numpy as np
import numpy.typing as npt

from app.tiles.spectra import LevelArray
from app.tiles.tile_grid import BoolArray, TileKey


class Stage(IntEnum):
    """How well a column is known."""

    BLANK = 0
    QUICK = 1
    REFINED = 2


class Tile:
    """Columns of levels, each blank, quick or refined.

    Attributes:
        key: where it lies.
        levels: (bin, column) uint8.
        stages: (column,) uint8 values of `Stage`.
        seen_on_disk: whether the cache was asked for it.
        is_kept: whether the cache holds it.
        settled: the stage that all columns with sound had reached,
        settled_at: when the sound's coverage had this revision.
    """

    def __init__(self, key: TileKey) -> None:
        """Start blank.

        Args:
            key: where it lies.
        """
        self.key = key
        size = (key.grid.num_bins, key.grid.tile_columns)
        self.levels: LevelArray = np.zeros(size, np.uint8)
        self.stages: npt.NDArray[np.uint8] = np.zeros(size[1], np.uint8)
        self.seen_on_disk = self.is_kept = False
        self.settled, self.settled_at = Stage.BLANK, -1

    @property
    def columns(self) -> range:
        """Numbers of its columns on its level."""
        first = self.key.index * self.key.grid.tile_columns
        return range(first, first + self.key.grid.tile_columns)

    @property
    def num_bytes(self) -> int:
        """Memory that it takes."""
        return self.levels.nbytes + self.stages.nbytes

    @property
    def is_refined(self) -> bool:
        """Whether all of its columns are refined."""
        return bool((self.stages == Stage.REFINED).all())

    def fill(self, columns: Sequence[int], levels: LevelArray, stage: Stage) -> None:
        """Put columns in, unless they are known better already.

        Args:
            columns: numbers on the level.
            levels: (bin, column)
            stage: how well they are known.
        """
        places = np.asarray(columns, np.int64) - self.columns.start
        better = self.stages[places] < stage
        self.levels[:, places[better]] = levels[:, better]
        self.stages[places[better]] = stage

    def forget(self, columns: BoolArray) -> None:
        """Take columns (column,) for unknown; they stay visible until they are made again."""
        self.stages[columns] = Stage.BLANK
        self.settled_at = -1
