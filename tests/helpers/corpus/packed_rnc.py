"""Data compressed by Rob Northen's method 1, for the tests that unpack them."""

import struct

# number of a table's symbols, whose codes all have this length
_SYMBOLS, _WIDTH = 16, 4


class _Words:
    """Bits in little-endian words of 16, with bytes between them where the reader expects them."""

    def __init__(self) -> None:
        self.data = bytearray()
        self._word_at = 0
        self._room = 0

    def bits(self, value: int, count: int) -> None:
        for place in range(count):
            if self._room == 0:
                self._word_at = len(self.data)
                self.data += b"\0\0"
                self._room = 16
            bit = 16 - self._room
            self.data[self._word_at + bit // 8] |= ((value >> place) & 1) << bit % 8
            self._room -= 1

    def number(self, value: int) -> None:
        symbol = value.bit_length()
        self.bits(int(f"{symbol:0{_WIDTH}b}"[::-1], 2), _WIDTH)
        if symbol > 1:
            self.bits(value - (1 << (symbol - 1)), symbol - 1)


def rnc_bytes(blocks: list[list[tuple[bytes, int, int]]], size: int) -> bytes:
    """Compressed data.

    Args:
        blocks: each a list of (bytes as they are, distance and length of the repeat after them);
            the last repeat of a block is left out.
        size: length of what comes out.
    """
    words = _Words()
    words.bits(0, 2)
    for pairs in blocks:
        for _ in range(3):
            words.bits(_SYMBOLS, 5)
            for _ in range(_SYMBOLS):
                words.bits(_WIDTH, 4)
        words.bits(len(pairs), 16)
        for row, (stretch, distance, length) in enumerate(pairs):
            words.number(len(stretch))
            words.data += stretch
            if row + 1 < len(pairs):
                words.number(distance - 1)
                words.number(length - 2)
    header = struct.pack(">4sIIHHBB", b"RNC\x01", size, len(words.data), 0, 0, 0, len(blocks))
    return header + bytes(words.data)


def sky_bytes(files: dict[int, bytes], far: int = 0) -> tuple[bytes, bytes]:
    """Index and data of Beneath a Steel Sky with the files behind their headers.

    Args:
        files: content by number.
        far: place of the first file; steps of 16 are used from 8 MB on.
    """
    index, data = struct.pack("<I", len(files)), bytearray(far)
    for number, content in files.items():
        data += bytes(-len(data) % 16)
        place = len(data)
        offset = place if place < 1 << 23 else 1 << 23 | place >> 4
        data += bytes(22) + content
        index += struct.pack("<H", number) + offset.to_bytes(3, "little")
        index += (22 + len(content)).to_bytes(3, "little")
    return index, bytes(data)
