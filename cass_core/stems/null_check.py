"""Read written sound files back and measure how well the stems sum to the mixture."""

from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import soundfile

from cass_core.errors import OutputError
from cass_core.media.sound.sound_file_name import sound_file_name
from cass_core.media.sound.wave_header import WaveEncoding
from cass_core.stems.null_measure import dbfs

_BLOCK_SAMPLES = 1 << 16


@dataclass(frozen=True)
class FileNull:
    """What the comparison found so far.

    Attributes:
        num_samples: samples compared in each channel.
        error: largest |mixture - sum of stems|, full scale is 1.0; 0 is exact.
    """

    num_samples: int = 0
    error: float = 0.0

    @property
    def depth_db(self) -> float:
        """The error in dBFS; -200 stands for an exact sum."""
        return dbfs(self.error)


def file_null(mixture: Path, stems: Sequence[Path], encoding: WaveEncoding) -> Iterator[FileNull]:
    """Compare files block by block.

    Args:
        mixture: the file the stems should sum to.
        stems: files of the same shape.
        encoding: how they are stored; 16 and 24 bits are compared as integers.

    Yields:
        FileNull: the running result after each block; it ends where the shortest file ends.
    """
    # libsndfile hands 16- and 24-bit samples over in the upper bits of 32
    dtype, scale = ("int32", 2.0**-31) if encoding.is_integer else ("float32", 1.0)
    wide = np.int64 if encoding.is_integer else np.float64
    try:
        with ExitStack() as stack:
            files = [
                stack.enter_context(soundfile.SoundFile(sound_file_name(p)))
                for p in (mixture, *stems)
            ]
            null = FileNull()
            while True:
                blocks = [f.read(_BLOCK_SAMPLES, dtype, always_2d=True).astype(wide) for f in files]
                length = min(map(len, blocks))
                if length == 0:
                    return
                whole, *parts = (block[:length] for block in blocks)
                error = float(np.max(np.abs(whole - sum(parts)))) * scale
                null = FileNull(null.num_samples + length, max(null.error, error))
                yield null
    except soundfile.SoundFileError as error:
        raise OutputError(
            f"{mixture} or its stems cannot be read back; check the disk and export again."
        ) from error
