"""What lets commands find out that they belong together."""

import time
from enum import IntEnum
from itertools import count

_gestures = count(1)
_ONE_GESTURE_S = 0.7


class CommandId(IntEnum):
    """Kinds of commands that can join the one before them."""

    STEM_GAIN = 1
    MASTER_GAIN = 2
    GAIN_LINE = 3
    RANGE_GAIN = 4
    MARKER = 5
    LOOP = 6
    REPAIR = 7
    STRICTNESS = 8
    STRICTNESS_LINE = 9
    STRICTNESS_RANGE = 10


def new_gesture() -> int:
    """A number for one drag or one typed value; commands that share it undo in one step."""
    return next(_gestures)


class QuickSteps:
    """Steps that follow each other quickly are one gesture, and so one step of undo."""

    def __init__(self) -> None:
        self._what: object = None
        self._gesture, self._last_s = 0, float("-inf")

    def gesture(self, what: object = None) -> int:
        """The gesture that a step belongs to.

        Args:
            what: is changed; a step of something else is another gesture.

        Returns:
            The number of the last step's gesture, or a new one.
        """
        now_s = time.monotonic()
        if what != self._what or now_s - self._last_s > _ONE_GESTURE_S:
            self._gesture = new_gesture()
        self._what, self._last_s = what, now_s
        return self._gesture
