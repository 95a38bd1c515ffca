"""Write plain WAV files of a known length, block by block."""

import os
from contextlib import suppress
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from cass_core.clips import FloatArray
from cass_core.closable import Finished
from cass_core.errors import OutputError
from cass_core.media.files.staged_files import final_path
from cass_core.media.sound.wave_header import WaveEncoding, wave_header

IntArray = npt.NDArray[np.int64]


def to_steps(samples: npt.NDArray[np.floating], bits: int) -> IntArray:
    """Samples as whole steps of 2^(1 - bits), halves rounded to even; nothing is clipped.

    Args:
        samples: (..., sample), full scale is 1.0.
        bits: of an integer sample.

    Returns:
        As the samples; 1.0 is 2^(bits - 1), one more than a file can hold.
    """
    return np.rint(np.asarray(samples, dtype=np.float64) * 2 ** (bits - 1)).astype(np.int64)


class WaveWriter(Finished):
    """A WAV file of a fixed length, written from its start to its end; use it as a context."""

    def __init__(
        self,
        path: Path,
        encoding: WaveEncoding,
        *,
        rate_hz: int,
        layout: str,
        num_channels: int,
        num_samples: int,
        further: bytes = b"",
    ) -> None:
        """Make the file and write its header.

        Args:
            path: the file; replaced if it exists.
            encoding: how its samples are stored.
            rate_hz: samples a second.
            layout: FFmpeg's name of the channel layout.
            num_channels: channels of the layout.
            num_samples: samples of each channel that will be written.
            further: chunks for the header, such as a Broadcast WAV's.
        """
        self.path = path
        self.encoding = encoding
        self._num_channels = num_channels
        self._missing = num_samples
        header = wave_header(encoding, rate_hz, layout, num_channels, num_samples, further)
        self._pad = num_samples * num_channels * encoding.num_bytes % 2
        try:
            self._file = path.open("wb")
            self._file.write(header)
        except OSError as error:
            raise cannot_write(path, error) from error

    def write(self, block: IntArray | FloatArray) -> None:
        """Append a block.

        Args:
            block: (channel, sample); whole steps or float32, as the encoding says.
        """
        if block.shape[0] != self._num_channels or block.shape[1] > self._missing:
            raise ValueError(f"a block of shape {block.shape} does not fit {self.path}")
        packed = _packed(block, self.encoding)
        try:
            self._file.write(np.ascontiguousarray(packed).data)
        except OSError as error:
            raise cannot_write(self.path, error) from error
        self._missing -= block.shape[1]

    def close(self) -> None:
        """Finish the file; an error when samples are missing."""
        try:
            with self._file:
                self._file.write(b"\0" * self._pad)
                self._file.flush()
                os.fsync(self._file.fileno())
        except OSError as error:
            raise cannot_write(self.path, error) from error
        if self._missing:
            raise ValueError(f"{self.path} lacks {self._missing} samples")

    def abandon(self) -> None:
        """Close the file as it is."""
        with suppress(OSError):
            self._file.close()


def _packed(block: npt.NDArray[Any], encoding: WaveEncoding) -> npt.NDArray[Any]:
    """(channel, sample) as interleaved little-endian samples."""
    if encoding is not WaveEncoding.PCM_24:
        return block.T.astype("<f4" if encoding is WaveEncoding.FLOAT_32 else "<i2")
    frames = np.ascontiguousarray(block.T, dtype="<i4")
    # numpy has no numbers of three bytes, so the highest of four is left out
    return frames.view(np.uint8).reshape(*frames.shape, 4)[..., :3]


def cannot_write(path: Path, error: Exception) -> OutputError:
    """The sentence for a file that does not take what is written."""
    return OutputError(
        f"{final_path(path)} cannot be written ({getattr(error, 'strerror', None) or error}); "
        "free some space or choose another folder."
    )
