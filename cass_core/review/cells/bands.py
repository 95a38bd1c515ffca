"""The grid of cells: 20 ms by 32 bands, evenly wide on the mel scale up to 8 kHz."""

from functools import lru_cache

import numpy as np

from cass_core.clips import FloatArray

CELL_RATE_HZ = 16_000
CELL_HOP = 320  # 20 ms
CELLS_A_SECOND = CELL_RATE_HZ / CELL_HOP
NUM_BANDS = 32
NUM_MELS = 2 * NUM_BANDS
LOW_HZ, HIGH_HZ = 40.0, 7_990.0

_MEL_BREAK_HZ, _MEL_SCALE = 700.0, 1_127.0  # HTK's mel axis


def num_cells(num_samples: int, rate_hz: int) -> int:
    """Frames of cells that a programme is long."""
    return -(-num_samples * CELL_RATE_HZ // (rate_hz * CELL_HOP))


@lru_cache(maxsize=1)
def band_edges_hz() -> FloatArray:
    """(NUM_BANDS + 1,) frequencies between the bands, from the lowest to the highest."""
    mel = _MEL_SCALE * np.log1p(np.array([LOW_HZ, HIGH_HZ]) / _MEL_BREAK_HZ)
    # a band is two triangles that reach half a triangle into their neighbours
    at = np.linspace(mel[0], mel[1], NUM_MELS + 2)
    edges = _MEL_BREAK_HZ * np.expm1(at / _MEL_SCALE)
    middle = np.sqrt(edges[1:] * edges[:-1])
    return np.asarray(middle[::2], np.float32)
