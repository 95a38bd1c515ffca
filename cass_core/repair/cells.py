"""A shape given cell by cell, such as the sound that a magic wand has found."""

import base64
import zlib
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
import numpy.typing as npt

from cass_core.clips import FloatArray, SampleSpan
from cass_core.repair.grid import CellAxes
from cass_core.repair.shapes import Band

MOST_CELLS = 1 << 26  # about 12 minutes of all bins
_FULL = 255


@dataclass(frozen=True)
class Cells:
    """A picture of what is covered, in 256 steps, packed.

    Attributes:
        start: sample on which the first row is centred.
        hop: samples between two rows.
        low_hz: frequency of the first column.
        bin_hz: hertz between two columns.
        shape: rows (time) and columns (frequency).
        packed: the cells, compressed, as text.
    """

    start: int
    hop: int
    low_hz: float
    bin_hz: float
    shape: tuple[int, int]
    packed: str

    @classmethod
    def of(cls, cells: FloatArray, start: int, hop: int, low_hz: float, bin_hz: float) -> "Cells":
        """Pack what is covered.

        Args:
            cells: (time, frequency), 0 to 1.
            start: sample on which the first row is centred.
            hop: samples between two rows.
            low_hz: frequency of the first column.
            bin_hz: hertz between two columns.

        Returns:
            The shape; what lies between two steps is rounded.
        """
        steps = np.rint(np.clip(cells, 0.0, 1.0) * _FULL).astype(np.uint8)
        packed = base64.b64encode(zlib.compress(steps.tobytes(), 9)).decode("ascii")
        return cls(start, hop, low_hz, bin_hz, (steps.shape[0], steps.shape[1]), packed)

    @property
    def span(self) -> SampleSpan:
        """The samples that it lies within."""
        half = self.hop // 2 + 1
        return SampleSpan(self.start - half, self.start + (self.shape[0] - 1) * self.hop + half)

    @property
    def band_hz(self) -> Band:
        """Lowest and highest frequency."""
        half = self.bin_hz / 2
        high = self.low_hz + (self.shape[1] - 1) * self.bin_hz
        return max(self.low_hz - half, 0.0), high + half

    @property
    def is_sound(self) -> bool:
        """Whether the packed text holds as many cells as it says."""
        try:
            return bool(self._steps.size)
        except (ValueError, zlib.error):
            return False

    def coverage(self, frames: range, bins: range, grid: CellAxes) -> FloatArray:
        """How much of each cell is covered, 0 to 1: (frame, bin)."""
        rows = np.rint((np.asarray(frames, np.float64) * grid.hop - self.start) / self.hop)
        columns = np.rint((np.asarray(bins, np.float64) * grid.bin_hz - self.low_hz) / self.bin_hz)
        inside_rows = (rows >= 0) & (rows < self.shape[0])
        inside_columns = (columns >= 0) & (columns < self.shape[1])
        covered = np.zeros((len(frames), len(bins)), np.float32)
        chosen = np.ix_(
            rows[inside_rows].astype(np.int64), columns[inside_columns].astype(np.int64)
        )
        covered[np.ix_(inside_rows, inside_columns)] = self._steps[chosen] / np.float32(_FULL)
        return covered

    def moved(self, samples: int, hz: float) -> "Cells":
        """The same at another time and frequency."""
        return replace(self, start=self.start + samples, low_hz=self.low_hz + hz)

    @cached_property
    def _steps(self) -> npt.NDArray[np.uint8]:
        """The cells (time, frequency); never more than the shape says, whatever is packed."""
        count = self.shape[0] * self.shape[1]
        if not 0 < count <= MOST_CELLS:
            raise ValueError("the number of cells")
        opened = zlib.decompressobj().decompress(base64.b64decode(self.packed), count)
        return np.frombuffer(opened, np.uint8).reshape(self.shape)
