"""Stems of one condition kept on disk until all scenes are there, and read one at a time."""

import io
import shutil
import zlib
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import overload

import numpy as np

from cass_core.clips import FloatArray
from cass_core.errors import MediaError, OutputError
from cass_core.whole_files import write_bytes

_LONGEST_NAME = 40
_SUM_BYTES = 4  # behind the array, where readers of arrays do not look


class KeptEstimates(Sequence[FloatArray]):
    """The (stem, sample) estimates of the scenes of a condition, by number."""

    def __init__(self, folder: Path, name: str, num_scenes: int) -> None:
        """Name the place.

        Args:
            folder: where the estimates of all conditions lie.
            name: what tells this condition, its model and its corpus from all others.
            num_scenes: how many there will be.
        """
        words = "".join(sign if sign.isalnum() else "-" for sign in name)[:_LONGEST_NAME]
        self._folder = folder / f"{words}-{zlib.crc32(name.encode()):08x}"
        self._num_scenes = num_scenes

    def __len__(self) -> int:
        return self._num_scenes

    @overload
    def __getitem__(self, index: int) -> FloatArray: ...

    @overload
    def __getitem__(self, index: slice) -> Sequence[FloatArray]: ...

    def __getitem__(self, index: int | slice) -> FloatArray | Sequence[FloatArray]:
        """Stems from disk; every access reads them anew."""
        if isinstance(index, slice):
            return [self[place] for place in range(*index.indices(self._num_scenes))]
        if not 0 <= index < self._num_scenes:
            raise IndexError(index)
        content = self._path(index).read_bytes()
        array, told = content[:-_SUM_BYTES], content[-_SUM_BYTES:]
        if told != _checksum(array):
            raise MediaError(f"{self._path(index)} is damaged; remove it and evaluate again.")
        stems: FloatArray = np.load(io.BytesIO(array), allow_pickle=False)
        return stems

    def __iter__(self) -> Iterator[FloatArray]:
        return (self[number] for number in range(self._num_scenes))

    def find(self, number: int) -> FloatArray | None:
        """Stems that an earlier run has kept, or None."""
        try:
            return self[number] if number < self._num_scenes else None
        except (OSError, MediaError):
            return None

    def keep(self, number: int, stems: FloatArray) -> None:
        """Write (stem, sample) of a scene; a killed run leaves no half file under its name."""
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            memory = io.BytesIO()
            np.save(memory, np.asarray(stems, np.float32), allow_pickle=False)
            array = memory.getvalue()
            write_bytes(self._path(number), array + _checksum(array), durable=False)
        except OSError as error:
            raise OutputError(
                f"Estimates cannot be kept in {self._folder} ({error.strerror}); "
                "free some space or leave the metric 'distribution' out."
            ) from error

    def remove(self) -> None:
        """Delete all."""
        shutil.rmtree(self._folder, ignore_errors=True)
        with suppress(OSError):  # other conditions may lie there
            self._folder.parent.rmdir()

    def _path(self, number: int) -> Path:
        return self._folder / f"{number:05d}.npy"


def _checksum(array: bytes) -> bytes:
    return zlib.crc32(array).to_bytes(_SUM_BYTES, "little")
