"""The pictures that were shown last, within a limit of memory."""

from collections import OrderedDict
from dataclasses import dataclass
from fractions import Fraction

from cass_core.media.picture.display_frame import ByteImage


@dataclass(frozen=True)
class SeekedFrame:
    """One picture and when it is on screen.

    Attributes:
        image: (height, width, 4) bytes blue, green, red, 255; upright, square pixels.
        time_s: when the file shows it, on the audio's clock.
        from_s: first time at which it is on screen; None for the first picture.
        until_s: time at which the next one is due; None for the last picture.
        number: counted from the first picture at the file's average rate.
        full_size: (width, height) of the picture before it was made smaller.
    """

    image: ByteImage
    time_s: Fraction
    from_s: Fraction | None
    until_s: Fraction | None
    number: int
    full_size: tuple[int, int]

    def covers(self, time_s: Fraction | float) -> bool:
        """Whether this picture is on screen at a time of the audio's clock."""
        return (self.from_s is None or self.from_s <= time_s) and (
            self.until_s is None or time_s < self.until_s
        )


class FrameCache:
    """Frames by the size that was requested; those used longest ago go first.

    Args:
        max_bytes: of all images together.
    """

    def __init__(self, max_bytes: int) -> None:
        self._max_bytes = max_bytes
        self._num_bytes = 0
        self._frames: OrderedDict[tuple[Fraction, tuple[int, int]], SeekedFrame] = OrderedDict()

    def find(self, time_s: Fraction, room: tuple[int, int]) -> SeekedFrame | None:
        """The frame on screen at a time, as it was made for a room (width, height)."""
        for key, frame in reversed(self._frames.items()):
            if key[1] == room and frame.covers(time_s):
                self._frames.move_to_end(key)
                return frame
        return None

    def put(self, frame: SeekedFrame, room: tuple[int, int]) -> None:
        """Keep a frame."""
        old = self._frames.pop((frame.time_s, room), None)
        self._num_bytes += frame.image.nbytes - (old.image.nbytes if old else 0)
        self._frames[frame.time_s, room] = frame
        while self._num_bytes > self._max_bytes and len(self._frames) > 1:
            self._num_bytes -= self._frames.popitem(last=False)[1].image.nbytes
