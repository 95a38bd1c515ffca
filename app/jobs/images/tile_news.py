"""What the threads that make tiles have done, told on the window's own thread."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from app.jobs.images.tile_worker import TileWorker
from cass_core.clips import AudioSource

_LOOK_MS = 100
_APART_MS = 20  # between two lanes' announcements, so that one turn of the loop paints one lane
_LOOKS_LATER = 4  # looks between two announcements of what is not urgent


class TileNews(QObject):
    """Looks now and then at what was noted: the threads are not Qt's and send no signals.

    Signals:
        changed: a lane can be drawn better now; at most ten times a second for each.
        problem: one sentence: a sound cannot be read any more.
    """

    changed = Signal(str)
    problem = Signal(str)

    def __init__(
        self, worker: TileWorker, shown: Callable[[], Iterable[AudioSource]], parent: QObject
    ) -> None:
        """Look at nothing yet.

        Args:
            worker: whose lock holds while something is noted.
            shown: the sounds of all lanes; called under the lock.
            parent: owner.
        """
        super().__init__(parent)
        self._worker, self._shown = worker, shown
        self._soon: set[str] = set()
        self._later: set[str] = set()
        self._failures: list[tuple[AudioSource, str]] = []
        self._num_looks = 0
        self._timer = QTimer(self, interval=_LOOK_MS)
        self._timer.timeout.connect(self._on_look)
        self._to_tell: list[str] = []
        self._tell_timer = QTimer(self, interval=_APART_MS)
        self._tell_timer.timeout.connect(self._on_tell)

    def note(self, lane: str, is_urgent: bool) -> None:
        """A lane looks different now; called under the lock, by any thread."""
        (self._soon if is_urgent else self._later).add(lane)

    def note_failure(self, source: AudioSource, sentence: str) -> None:
        """A sound cannot be read; called under the lock, by any thread."""
        self._failures.append((source, sentence))

    def watch(self) -> None:
        """Begin to look, until all threads rest and everything is told."""
        if not self._timer.isActive():
            self._timer.start()

    def stop(self) -> None:
        """Look no more."""
        self._timer.stop()
        self._tell_timer.stop()

    @Slot()
    def _on_look(self) -> None:
        """Announce what has changed since the last look; the last one finds nothing to do."""
        self._num_looks += 1
        with self._worker.lock:
            changed, self._soon = self._soon, set()
            if self._num_looks % _LOOKS_LATER == 0:
                changed, self._later = changed | self._later, set()
            failures, self._failures = self._failures, []
            shown = list(self._shown())
            if self._worker.is_resting and not (changed or self._later or failures):
                self._timer.stop()
        self._to_tell += sorted(changed.difference(self._to_tell))
        if self._to_tell and not self._tell_timer.isActive():
            self._tell_timer.start()
            self._on_tell()
        for source, sentence in failures:
            if any(source is other for other in shown):  # one that was replaced may be closed
                self.problem.emit(sentence)

    @Slot()
    def _on_tell(self) -> None:
        """Announce the next lane that has changed."""
        if self._to_tell:
            self.changed.emit(self._to_tell.pop(0))
        else:
            self._tell_timer.stop()
