"""A thread that decodes the pictures the screen will need next."""

import threading
import time
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from PySide6.QtCore import QObject, QThread, Signal

from app.environment.error_report import sentence_for
from app.playback.picture.frame_dropping import FrameDropping
from app.playback.picture.picture_queue import PictureQueue
from cass_core.media.picture.frame_cache import SeekedFrame
from cass_core.media.picture.isolated_seeker import IsolatedSeeker
from cass_core.media.picture.picture_decoder import Skip

_AHEAD_S = Fraction(3, 10)
_MOST_AHEAD = 10  # pictures
_PATIENCE_S = 0.4  # a search goes on for so long although the request has changed
_FAR_S = 1


@dataclass(frozen=True)
class PictureRequest:
    """What the screen wants.

    Attributes:
        time_s: position on the audio's clock.
        room: (width, height) in pixels of the screen.
        playing: whether later pictures will be wanted next.
    """

    time_s: Fraction
    room: tuple[int, int]
    playing: bool = False


class PictureThread(QThread):
    """Decodes for the latest request; while playing also some pictures ahead.

    Signals:
        arrived: `pick` may give another picture now.
        broke: the picture cannot be decoded; one sentence. The thread ends.
    """

    arrived = Signal()
    broke = Signal(str)

    def __init__(self, path: Path, audio_start_s: Fraction, parent: QObject | None = None) -> None:
        """Prepare the thread.

        Args:
            path: the movie.
            audio_start_s: media time of the sound's first sample.
            parent: owner.
        """
        super().__init__(parent)
        self._path, self._audio_start_s = path, audio_start_s
        self._queue, self._dropping = PictureQueue(), FrameDropping()
        self._changed = threading.Condition()
        self._request: PictureRequest | None = None
        self._stopping = False
        self._run, self._run_room = 0, (0, 0)
        self._answered_at = 0.0

    def request(self, request: PictureRequest) -> None:
        """Say what is wanted; replaces the last request."""
        with self._changed:
            if request != self._request:
                self._request = request
                self._changed.notify()

    def pick(self, time_s: Fraction) -> SeekedFrame | None:
        """The picture to show at a time, without waiting; None keeps what is shown."""
        return self._queue.pick(time_s)

    def stop(self) -> None:
        """Ask the thread to end; `wait` blocks until it has."""
        with self._changed:
            self._stopping = True
            self._changed.notify()

    def run(self) -> None:
        """Decode until stopped."""
        try:
            with IsolatedSeeker(self._path, self._audio_start_s) as seeker:
                while (request := self._next_request()) is not None:
                    self._follow(seeker, request)
        except Exception as error:  # the thread must end and the user must know
            self.broke.emit(sentence_for(error))

    def _next_request(self) -> PictureRequest | None:
        """Wait for work; None to end."""
        with self._changed:
            while not self._stopping and not self._has_work():
                self._changed.wait()
            return None if self._stopping else self._request

    def _has_work(self) -> bool:
        request = self._request
        if request is None:
            return False
        return self._is_unanswered(request) or self._next_due_s(request) is not None

    def _is_unanswered(self, request: PictureRequest) -> bool:
        if request.room != self._run_room or not self._queue.covers(request.time_s):
            return True
        return not request.playing and self._dropping.skip is not Skip.NOTHING

    def _next_due_s(self, request: PictureRequest) -> Fraction | None:
        """When the picture is due that shall be decoded ahead; None for none."""
        newest = self._queue.newest
        if not request.playing or newest is None or newest.until_s is None:
            return None
        is_near = newest.until_s < request.time_s + _AHEAD_S or newest.covers(request.time_s)
        return newest.until_s if is_near and self._queue.length <= _MOST_AHEAD else None

    def _follow(self, seeker: IsolatedSeeker, request: PictureRequest) -> None:
        """Decode one picture."""
        if not request.playing:
            self._dropping.rest()
        goal_s = self._next_due_s(request)
        if goal_s is None or self._is_unanswered(request):
            if request is not self._request:
                return  # a later request has let go of its picture
            self._run, self._run_room = self._queue.begin_run(), request.room
            goal_s = request.time_s
        frame = seeker.frame_at(
            goal_s, request.room, lambda: self._is_wanted(goal_s), self._dropping.skip
        )
        if frame is None or not self._queue.put(frame, self._run):
            return
        self._answered_at = time.monotonic()
        self.arrived.emit()
        latest = self._request
        if latest is not None and latest.playing:
            is_over = frame.until_s is not None and frame.until_s <= latest.time_s
            self._dropping.note(is_over, self._answered_at)

    def _is_wanted(self, goal_s: Fraction) -> bool:
        """Whether a search shall go on; always for a while, so that scrubbing shows something."""
        request = self._request
        if self._stopping or request is None:
            return False
        is_close = 0 <= request.time_s - goal_s < _FAR_S
        return is_close or time.monotonic() - self._answered_at < _PATIENCE_S
