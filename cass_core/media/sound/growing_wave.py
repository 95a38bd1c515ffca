"""Reading a float wave while another thread or program still writes it."""

import os
import threading
from pathlib import Path

import numpy as np
import numpy.typing as npt

from cass_core.clips import FloatArray, SampleSpan
from cass_core.closable import Closable
from cass_core.errors import MediaError
from cass_core.media.sound.float_wave_header import DATA_OFFSET, read_shape


class GrowingWave(Closable):
    """An `AudioSource` over a float wave that may still grow; what is not there yet is silence.

    Safe to read from several threads. The header's length is not trusted: a file that is being
    written has none yet.
    """

    def __init__(self, path: str | Path, num_samples: int = 0) -> None:
        """Open the file.

        Args:
            path: a float wave, finished or not.
            num_samples: length of the programme, which may be an estimate; 0 where unknown.

        Raises:
            MediaError: the file cannot be read or is no float wave.
        """
        self._path = Path(path)
        try:
            self._file = self._path.open("rb", buffering=0)
        except OSError as error:
            raise MediaError(f"{path} cannot be read; check that it is still there.") from error
        try:
            self._shape = read_shape(self._path, self._file)
        except MediaError:
            self._file.close()
            raise
        self._lock = threading.Lock()
        self._num_samples = num_samples

    @property
    def rate_hz(self) -> int:
        """Samples a second."""
        return self._shape.rate_hz

    @property
    def layout(self) -> str:
        """FFmpeg's name of the channel layout."""
        return self._shape.layout

    @property
    def num_channels(self) -> int:
        """Number of channels of the layout."""
        return self._shape.num_channels

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
        """Replace the estimate, as soon as the exact length is known."""
        self._num_samples = num_samples

    def read(self, span: SampleSpan) -> FloatArray:
        """The span as (channel, sample); zeros before the start and behind what is decoded."""
        rows = np.zeros((span.num_samples, self.num_channels), "<f4")
        skipped = max(-span.start, 0)
        if skipped < span.num_samples:
            self._fill(rows[skipped:], span.start + skipped)
        return np.ascontiguousarray(rows.T, dtype=np.float32)

    def close(self) -> None:
        """Close the file; closing twice does nothing."""
        with self._lock:
            self._file.close()

    def _fill(self, rows: npt.NDArray[np.float32], start: int) -> None:
        """Read rows (sample, channel) from sample `start` on, as far as there are any."""
        view = rows.data.cast("B")
        try:
            with self._lock:
                self._file.seek(DATA_OFFSET + start * self._shape.sample_bytes)
                while view and (count := self._file.readinto(view)):
                    view = view[count:]
        except (OSError, ValueError) as error:
            raise MediaError(f"{self._path} cannot be read any more; check the disk.") from error
