"""Reading a float wave while another thread or program still writes it."""

import os
from pathlib import Path

from cass_core.clips import FloatArray, SampleSpan
from cass_core.media.sound.block_sums import read_sums
from cass_core.media.sound.float_wave_header import DATA_OFFSET
from cass_core.media.sound.open_float_wave import OpenFloatWave


class GrowingWave(OpenFloatWave):
    """An `AudioSource` over a float wave that may still grow; what is not there yet is silence.

    The header's length is not trusted: a file that is being written has none yet.
    """

    def __init__(self, path: str | Path, num_samples: int = 0) -> None:
        """Open the file.

        Args:
            path: a float wave, finished or not.
            num_samples: length of the programme, which may be an estimate; 0 where unknown.

        Raises:
            MediaError: the file cannot be read or is no float wave.
        """
        super().__init__(path)
        self._num_samples = num_samples

    @property
    def num_samples(self) -> int:
        """Length of the programme: as told, or what is there where that is more."""
        return max(self._num_samples, self.num_decoded)

    @property
    def num_decoded(self) -> int:
        """Samples that can be read now, from the start."""
        try:
            size = os.fstat(self._file.fileno()).st_size
        except (OSError, ValueError):  # closed meanwhile
            return 0
        return max(size - DATA_OFFSET, 0) // self._shape.sample_bytes

    def set_num_samples(self, num_samples: int) -> None:
        """Replace the estimate, as soon as the exact length is known; the wave is whole then."""
        self._num_samples = num_samples
        self._sums = self._sums or read_sums(self._path)

    def read(self, span: SampleSpan) -> FloatArray:
        """The span as (channel, sample); zeros before the start and behind what is decoded."""
        return self._read(span, span.stop)[0]
