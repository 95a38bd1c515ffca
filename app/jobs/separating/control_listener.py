"""Where the separating process looks whether it may go on."""

import threading
import time
from collections.abc import Callable

from app.jobs.separating.run_events import Control, Event, Paused, WentOn

Tell = Callable[[Event], None]


class CancelledError(BaseException):
    """The order was cancelled; no clean-up that catches errors may swallow it."""


class ControlListener:
    """Open, closed while paused, and broken once the order is cancelled.

    The listening thread sets it; the working thread passes it often.
    """

    def __init__(self, tell: Tell) -> None:
        """Nothing is held up or cancelled yet.

        Args:
            tell: hears when the work stands still and when it goes on.
        """
        self._tell = tell
        self._changed = threading.Condition()
        self._paused = self._cancelled = self._stands_still = False
        self._paused_s = 0.0

    def working_time(self) -> float:
        """A clock in seconds that stands still while the work does."""
        return time.monotonic() - self._paused_s

    def reset(self) -> None:
        """Open it for another order: what was asked about the last one no longer counts."""
        with self._changed:
            self._paused = self._cancelled = False
            self._changed.notify_all()

    def obey(self, control: Control) -> None:
        """Pause, go on or cancel at the next pass."""
        with self._changed:
            self._cancelled = self._cancelled or control is Control.CANCEL
            self._paused = control is Control.PAUSE
            self._changed.notify_all()

    def check(self) -> None:
        """Stand still while paused.

        Raises:
            CancelledError: the order was cancelled.
        """
        self.hold()
        if self._cancelled:
            raise CancelledError

    def hold(self) -> None:
        """Stand still while paused; may be called between any two lines of the working thread."""
        if not self._paused or self._cancelled or self._stands_still:
            return
        self._stands_still = True
        self._tell(Paused())
        begun_s = time.monotonic()
        with self._changed:
            self._changed.wait_for(lambda: self._cancelled or not self._paused)
        self._paused_s += time.monotonic() - begun_s
        self._stands_still = False
        self._tell(WentOn())
