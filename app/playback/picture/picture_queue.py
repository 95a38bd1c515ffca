"""Pictures that are decoded and wait for their time, handed from one thread to another."""

import threading
from collections import deque
from fractions import Fraction

from cass_core.media.picture.frame_cache import SeekedFrame


class PictureQueue:
    """A run of pictures by rising time; a new run takes the place of the old one.

    Safe for one thread that puts and one that picks.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._frames: deque[SeekedFrame] = deque()
        self._run = 0
        self._answer: SeekedFrame | None = None

    @property
    def newest(self) -> SeekedFrame | None:
        """The picture that was put last in this run."""
        with self._lock:
            return self._frames[-1] if self._frames else None

    @property
    def length(self) -> int:
        """Pictures that are here, the one on screen included."""
        return len(self._frames)

    def covers(self, time_s: Fraction) -> bool:
        """Whether the picture on screen at a time is here."""
        with self._lock:
            return any(frame.covers(time_s) for frame in self._frames)

    def begin_run(self) -> int:
        """Forget all pictures; returns the number to put the next ones with."""
        with self._lock:
            self._frames.clear()
            self._answer = None
            self._run += 1
            return self._run

    def put(self, frame: SeekedFrame, run: int) -> bool:
        """Add a picture behind the others of its run; says whether that run still goes on."""
        with self._lock:
            if run != self._run:
                return False
            if not self._frames:
                self._answer = frame
            self._frames.append(frame)
            return True

    def pick(self, time_s: Fraction) -> SeekedFrame | None:
        """The picture to show at a time; those before it are forgotten.

        Where the exact one is not here yet, it is the last one before it, or the one that a request
        was answered with although the request has changed since; None keeps what is shown.
        """
        with self._lock:
            due = [f for f in self._frames if f.from_s is None or f.from_s <= time_s]
            if due:
                while self._frames[0] is not due[-1]:
                    self._frames.popleft()
                self._answer = None
                return due[-1]
            answer, self._answer = self._answer, None
            return answer
