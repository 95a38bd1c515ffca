"""What lets commands find out that they belong together."""

from enum import IntEnum
from itertools import count

_gestures = count(1)


class CommandId(IntEnum):
    """Kinds of commands that can join the one before them."""

    STEM_GAIN = 1
    MASTER_GAIN = 2
    GAIN_LINE = 3
    RANGE_GAIN = 4
    MARKER = 5
    LOOP = 6


def new_gesture() -> int:
    """A number for one drag or one typed value; commands that share it undo in one step."""
    return next(_gestures)
