"""Rob Northen compression, method 1, which games of the nineties keep their data in.

After a header of 18 bytes come blocks. A block has three tables of prefix codes (lengths of
stretches copied from the input, distances and lengths of repeats), then pairs of such a stretch
and a repeat. Bits come in little-endian words of 16, lowest bit first; stretches begin at the
byte after the last word that a bit was taken from.
"""

import struct

from cass_core.errors import MediaError

MAGIC = b"RNC\x01"
_HEADER = struct.Struct(">4sIIHHBB")  # magic, unpacked, packed, two checksums, leeway, blocks
_MOST_BYTES = 1 << 26
_LEAST_REPEAT = 2


def unpack_rnc(packed: bytes) -> bytes:
    """Decompress.

    Args:
        packed: data that begins with `MAGIC`.

    Returns:
        What was compressed; MediaError where the data are damaged.
    """
    try:
        magic, size, _, _, _, _, num_blocks = _HEADER.unpack_from(packed)
        if magic != MAGIC or size > _MOST_BYTES:
            raise _damaged()
        bits = _Bits(packed, _HEADER.size)
        bits.take(2)
        out = bytearray()
        for _ in range(num_blocks):
            _unpack_block(bits, out, size)
    except (struct.error, IndexError) as error:
        raise _damaged() from error
    if len(out) != size:
        raise _damaged()
    return bytes(out)


class _Bits:
    """Bits and bytes of the input, each taken where the other left off."""

    def __init__(self, data: bytes, position: int) -> None:
        self._data = data
        self._position = position
        self._held = 0  # bits of the last word that are left
        self._num_held = 0

    def peek(self) -> int:
        """The next 16 bits or more, the first one lowest."""
        word = self._data[self._position : self._position + 2]
        return self._held | int.from_bytes(word, "little") << self._num_held

    def take(self, count: int) -> int:
        """The next bits, 16 at most."""
        if count > self._num_held:
            self._held = self.peek()
            self._position += 2
            self._num_held += 16
            if self._position > len(self._data) + 2:
                raise IndexError
        taken = self._held & ((1 << count) - 1)
        self._held >>= count
        self._num_held -= count
        return taken

    def take_bytes(self, count: int) -> bytes:
        """The next whole bytes."""
        # the last word may lack its second byte, and an empty stretch come after it
        if count == 0:
            return b""
        start, self._position = self._position, self._position + count
        if self._position > len(self._data):
            raise IndexError
        return self._data[start : self._position]


class _PrefixCode:
    """A table that numbers are read with: by the next bits the symbol and its length."""

    def __init__(self, bits: _Bits) -> None:
        lengths = [bits.take(4) for _ in range(bits.take(5))]
        self._width = max(lengths, default=0)
        self._symbols = [(-1, 0)] * (1 << self._width)
        code = 0
        for length in range(1, self._width + 1):
            for symbol, of_symbol in enumerate(lengths):
                if of_symbol == length:
                    self._enter(symbol, code, length)
                    code += 1
            code <<= 1

    def _enter(self, symbol: int, code: int, length: int) -> None:
        # codes are written from their highest bit on, and bits are read from the lowest
        first = int(f"{code:0{length}b}"[::-1], 2)
        for row in range(first, 1 << self._width, 1 << length):
            self._symbols[row] = (symbol, length)

    def number(self, bits: _Bits) -> int:
        """The next number: a symbol above 1 says how many more bits it has."""
        symbol, length = self._symbols[bits.peek() & ((1 << self._width) - 1)]
        if symbol < 0:
            raise IndexError
        bits.take(length)
        return symbol if symbol < 2 else 1 << (symbol - 1) | bits.take(symbol - 1)


def _unpack_block(bits: _Bits, out: bytearray, size: int) -> None:
    stretches, distances, lengths = _PrefixCode(bits), _PrefixCode(bits), _PrefixCode(bits)
    for left in range(bits.take(16), 0, -1):
        out += bits.take_bytes(stretches.number(bits))
        if left > 1:
            _repeat(out, distances.number(bits) + 1, lengths.number(bits) + _LEAST_REPEAT)
        if len(out) > size:
            raise IndexError


def _repeat(out: bytearray, distance: int, length: int) -> None:
    if distance > len(out):
        raise IndexError
    start = len(out) - distance
    piece = bytes(out[start : start + length])
    # a repeat may reach into itself
    out += (piece * (-(-length // len(piece))))[:length]


def _damaged() -> MediaError:
    return MediaError("A compressed file of the package is damaged; fetch the package again.")
