"""Our own float32 sound files: RF64 with a fixed header, written and read at any position."""

import os
import shutil
from pathlib import Path
from typing import IO, Self

import numpy as np

from cass_core.clips import FloatArray, SampleSpan
from cass_core.closable import Closable
from cass_core.errors import MediaError, OutputError
from cass_core.media.files.layout_names import layout_name
from cass_core.media.sound.block_sums import RunningSums
from cass_core.media.sound.float_wave_header import DATA_OFFSET, WaveShape, header_bytes, read_shape
from cass_core.media.sound.open_float_wave import OpenFloatWave


class FloatWaveWriter(Closable):
    """Write blocks at any position; the file is a valid RF64 file at any time."""

    def __init__(self, path: Path, shape: WaveShape, file: IO[bytes], fixed_length: bool) -> None:
        self._path, self._shape, self._file = path, shape, file
        self._fixed_length = fixed_length
        self._sums = None if fixed_length else RunningSums()

    @classmethod
    def reopen(cls, path: str | Path) -> Self:
        """Go on writing a file of known length that `create` made."""
        path = Path(path)
        try:
            file = path.open("r+b", buffering=0)
        except OSError as error:
            raise _cannot_write(path, error) from error
        try:
            return cls(path, read_shape(path, file), file, fixed_length=True)
        except MediaError:
            file.close()
            raise

    @property
    def path(self) -> Path:
        """The file."""
        return self._path

    @property
    def shape(self) -> WaveShape:
        """Rate, layout and length so far."""
        return self._shape

    def write(self, start_sample: int, block: FloatArray) -> None:
        """Write a block (channel, sample) so that its first sample lands at `start_sample`.

        Args:
            start_sample: position in the file.
            block: (channel, sample).

        Raises:
            OutputError: the block lies outside the file, has other channels, or the disk is full.
        """
        channels, length = block.shape
        stop = start_sample + length
        if channels != self._shape.num_channels or start_sample < 0:
            raise OutputError(f"{self._path}: a block of {channels} channels does not fit into it.")
        if stop > self._shape.num_samples:
            if self._fixed_length:
                raise OutputError(f"{self._path}: sample {stop} lies behind the end of the file.")
            self._shape = WaveShape(self._shape.rate_hz, self._shape.layout, stop)
        data = np.ascontiguousarray(block.T, dtype="<f4").tobytes()
        position = start_sample * self._shape.sample_bytes
        if self._sums is not None:
            if position == self._sums.num_bytes:
                self._sums.add(data)
            else:  # written anew within; nobody knows the sums any more
                self._sums = None
        self._put(DATA_OFFSET + position, data)

    def flush(self) -> None:
        """Make the header say the length so far."""
        if not self._fixed_length:
            self._put(0, header_bytes(self._shape))

    def fsync(self) -> None:
        """Return when everything written is safe on the disk."""
        self.flush()
        try:
            os.fsync(self._file.fileno())
        except OSError as error:
            raise _cannot_write(self._path, error) from error

    def seal(self) -> None:
        """Bring everything to the disk, and beside it the checksums by which it is read again.

        Only a wave that grew from its start to its end has them.
        """
        self.fsync()
        if self._sums is not None:
            try:
                self._sums.write(self._path)
            except OSError as error:
                raise _cannot_write(self._path, error) from error

    def close(self) -> None:
        """Patch the header and close; closing twice does nothing."""
        if not self._file.closed:
            try:
                self.flush()
            finally:
                self._file.close()

    def _put(self, position: int, data: bytes) -> None:
        try:
            self._file.seek(position)
            view = memoryview(data)
            while view:  # a raw file may write less than it was given
                view = view[self._file.write(view) :]
        except OSError as error:
            raise _cannot_write(self._path, error) from error


def create(
    path: str | Path, rate_hz: int, layout: str, num_samples: int | None = None
) -> FloatWaveWriter:
    """Start a new file of silence, with its final size in the header.

    Args:
        path: where; replaced if it exists.
        rate_hz: samples a second.
        layout: FFmpeg's name of the channel layout.
        num_samples: final length; None where it grows with what is written.

    Returns:
        The open writer.

    Raises:
        OutputError: the file cannot be made or the disk has no room for it.
    """
    path = Path(path)
    shape = WaveShape(rate_hz, layout_name(layout), num_samples or 0)
    try:
        free = shutil.disk_usage(path.absolute().parent).free
        if shape.file_bytes > free:
            raise OutputError(
                f"{path} needs {shape.file_bytes / 1e9:.1f} GB but {free / 1e9:.1f} GB are free: "
                "make room or choose another disk."
            )
        file = path.open("w+b", buffering=0)
    except OSError as error:
        raise _cannot_write(path, error) from error
    writer = FloatWaveWriter(path, shape, file, num_samples is not None)
    try:
        writer._put(0, header_bytes(shape))
        file.truncate(shape.file_bytes)
    except OSError as error:
        file.close()
        raise _cannot_write(path, error) from error
    return writer


class FloatWaveReader(OpenFloatWave):
    """Random access to a float wave that is whole; an `AudioSource`."""

    @property
    def num_samples(self) -> int:
        """Exact length in samples."""
        return self._shape.num_samples

    def read(self, span: SampleSpan) -> FloatArray:
        """The span as (channel, sample); zeros outside the file."""
        block, is_whole = self._read(span, self.num_samples)
        if not is_whole:
            raise MediaError(f"{self._path} is cut off; make it again.")
        return block


def _cannot_write(path: Path, error: OSError) -> OutputError:
    """The sentence for a failed write."""
    reason = (error.strerror or "unknown reason").lower()
    return OutputError(
        f"{path} cannot be written ({reason}); make room, check the folder's "
        "permissions or choose another place."
    )
