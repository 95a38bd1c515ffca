"""Python values through a pipe, large arrays without a copy of their own (PEP 574)."""

import pickle
import struct
from typing import IO

_COUNT, _SIZE = struct.Struct("<I"), struct.Struct("<Q")


def send(stream: IO[bytes], value: object) -> None:
    """Write a value.

    Args:
        stream: a pipe's end.
        value: anything that can be pickled; contiguous arrays go out of band.
    """
    buffers: list[pickle.PickleBuffer] = []
    content = pickle.dumps(value, protocol=5, buffer_callback=buffers.append)
    parts = [memoryview(content), *(buffer.raw() for buffer in buffers)]
    head = _COUNT.pack(len(parts)) + b"".join(_SIZE.pack(part.nbytes) for part in parts)
    stream.write(head)
    for part in parts:
        stream.write(part)
    stream.flush()


def receive(stream: IO[bytes]) -> object:
    """Read the next value.

    Args:
        stream: the other end; who writes to it is our own program.

    Returns:
        The value; its arrays may be written to.

    Raises:
        EOFError: the pipe has ended.
    """
    (count,) = _COUNT.unpack(_exactly(stream, _COUNT.size))
    sizes = [_SIZE.unpack(_exactly(stream, _SIZE.size))[0] for _ in range(count)]
    content, *buffers = (_exactly(stream, size) for size in sizes)
    return pickle.loads(content, buffers=buffers)


def _exactly(stream: IO[bytes], size: int) -> bytearray:
    content = bytearray(size)
    view = memoryview(content)
    while view:
        num_read = stream.readinto(view)  # type: ignore[attr-defined]
        if not num_read:
            raise EOFError
        view = view[num_read:]
    return content
