"""Reading a float wave at any position, finished or not."""

import threading
from contextlib import suppress
from pathlib import Path

import numpy as np
import numpy.typing as npt

from cass_core.clips import FloatArray, SampleSpan
from cass_core.closable import Closable
from cass_core.errors import MediaError
from cass_core.media.sound.block_sums import BLOCK_BYTES, read_sums, sums_path
from cass_core.media.sound.float_wave_header import DATA_OFFSET, read_shape


class OpenFloatWave(Closable):
    """A float wave that is open; safe to read from several threads.

    Where it has checksums, every block is compared when it is read for the first time.
    Subclasses say how long it is, and what it means that samples are missing.
    """

    def __init__(self, path: str | Path) -> None:
        """Open the file, read its header and its checksums.

        Args:
            path: a float wave.

        Raises:
            MediaError: the file cannot be read or is no float wave.
        """
        self._path = Path(path)
        try:
            if not self._path.is_file():  # a pipe would be waited for
                raise FileNotFoundError(path)
            self._file = self._path.open("rb", buffering=0)
        except OSError as error:
            raise MediaError(f"{path} cannot be read; check that it is still there.") from error
        self._lock = threading.Lock()
        try:
            self._shape = read_shape(self._path, self._file)
        except MediaError:
            self._file.close()
            raise
        self._sums = read_sums(self._path)
        self._compared: set[int] = set()

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

    def close(self) -> None:
        """Close the file; closing twice does nothing."""
        with self._lock:
            self._file.close()

    def _read(self, span: SampleSpan, num_samples: int) -> tuple[FloatArray, bool]:
        """Read a span as far as it lies in the file.

        Args:
            span: zeros outside the file.
            num_samples: length of the file.

        Returns:
            The span as (channel, sample), and whether the file is as long as that.
        """
        rows, is_whole = np.zeros((span.num_samples, self.num_channels), "<f4"), True
        start, stop = max(span.start, 0), min(span.stop, num_samples)
        if stop > start:
            self._compare(start, stop)
            is_whole = self._fill(rows[start - span.start : stop - span.start], start)
        return np.ascontiguousarray(rows.T, dtype=np.float32), is_whole

    def _compare(self, start: int, stop: int) -> None:
        """Compare the blocks of some samples that were not read yet."""
        if self._sums is None:
            return
        first, last = (at * self._shape.sample_bytes for at in (start, stop))
        for number in self._sums.blocks(first, last):
            if number in self._compared:
                continue
            if not self._sums.is_right(number, self._bytes(number * BLOCK_BYTES, BLOCK_BYTES)):
                with suppress(OSError):  # so that nobody takes it for whole
                    sums_path(self._path).unlink(missing_ok=True)
                raise MediaError(
                    f"{self._path} is damaged: it is not what was written; open the movie again, "
                    "which makes it anew."
                )
            self._compared.add(number)

    def _bytes(self, start: int, length: int) -> bytes:
        """Bytes of the samples, fewer at the end of the file."""
        try:
            with self._lock:
                self._file.seek(DATA_OFFSET + start)
                return self._file.read(length)
        except (OSError, ValueError) as error:
            raise MediaError(f"{self._path} cannot be read any more; check the disk.") from error

    def _fill(self, rows: npt.NDArray[np.float32], start: int) -> bool:
        """Read contiguous rows (sample, channel) from sample `start` on; whether all were there."""
        view = rows.data.cast("B")
        try:
            with self._lock:
                self._file.seek(DATA_OFFSET + start * self._shape.sample_bytes)
                while view and (count := self._file.readinto(view)):
                    view = view[count:]
        except (OSError, ValueError) as error:
            raise MediaError(f"{self._path} cannot be read any more; check the disk.") from error
        return not view
