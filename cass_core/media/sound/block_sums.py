"""Checksums of a float wave's blocks, beside it as `NAME.sums`: whether its samples are as written.

A crash of the computer may leave a file whole in length and empty within.
"""

import json
import zlib
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from cass_core.checked.json_file import read_json
from cass_core.checked.json_table import BadValueError, JsonTable
from cass_core.media.sound.float_wave_header import DATA_OFFSET
from cass_core.whole_files import write_text

BLOCK_BYTES = 1 << 20
_VERSION = 1


class RunningSums:
    """The checksums of what is written one piece after the other."""

    def __init__(self) -> None:
        self.num_bytes = 0
        self._sums: list[int] = []

    def add(self, data: bytes) -> None:
        """Go on with the next piece."""
        view = memoryview(data)
        while view:
            room = BLOCK_BYTES - self.num_bytes % BLOCK_BYTES
            if room == BLOCK_BYTES:
                self._sums.append(0)
            piece, view = view[:room], view[room:]
            self._sums[-1] = zlib.crc32(piece, self._sums[-1])
            self.num_bytes += len(piece)

    def write(self, wave: Path) -> None:
        """Keep them beside the wave; an OSError goes through."""
        values = {"version": _VERSION, "num_bytes": self.num_bytes, "crc32": self._sums}
        write_text(sums_path(wave), json.dumps(values), durable=True)


@dataclass(frozen=True)
class BlockSums:
    """What the blocks of a wave must be.

    Attributes:
        num_bytes: of its samples.
        sums: a checksum for each block.
    """

    num_bytes: int
    sums: tuple[int, ...]

    def blocks(self, start: int, stop: int) -> range:
        """Numbers of the blocks that hold bytes of the samples."""
        first = max(start, 0) // BLOCK_BYTES
        return range(first, min(-(-stop // BLOCK_BYTES), len(self.sums)))

    def is_right(self, number: int, data: bytes) -> bool:
        """Whether a block is the one that was written."""
        length = min(BLOCK_BYTES, self.num_bytes - number * BLOCK_BYTES)
        return len(data) >= length and zlib.crc32(data[:length]) == self.sums[number]


def sums_path(wave: Path) -> Path:
    """Where the checksums of a wave stand."""
    return wave.with_name(f"{wave.name}.sums")


def read_sums(wave: Path) -> BlockSums | None:
    """The checksums of a wave; None where it has none that can be read."""
    with suppress(OSError, BadValueError):
        table = JsonTable(read_json(sums_path(wave)), "")
        sums = BlockSums(table.count("num_bytes"), table.counts("crc32"))
        if table.count("version") == _VERSION and len(sums.sums) == -(
            -sums.num_bytes // BLOCK_BYTES
        ):
            return sums
    return None


def is_as_written(wave: Path, most_bytes: int | None = None) -> bool:
    """Whether the samples of a wave are those that were written.

    Args:
        wave: a float wave that is whole.
        most_bytes: look at no more than this, evenly spread from the first block to the last;
            None for all of them.

    Returns:
        False, too, where nobody knows.
    """
    sums = read_sums(wave)
    if sums is None:
        return False
    try:
        with wave.open("rb") as file:
            for number in _chosen(len(sums.sums), most_bytes):
                file.seek(DATA_OFFSET + number * BLOCK_BYTES)
                if not sums.is_right(number, file.read(BLOCK_BYTES)):
                    return False
    except OSError:
        return False
    return True


def _chosen(count: int, most_bytes: int | None) -> Iterable[int]:
    most = count if most_bytes is None else max(2, most_bytes // BLOCK_BYTES)
    if count <= most:
        return range(count)
    return (number * (count - 1) // (most - 1) for number in range(most))
