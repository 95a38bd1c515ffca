"""Reading what a movie holds without keeping the window waiting for its disk."""

from collections.abc import Generator
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from app.jobs.job import Job
from app.jobs.job_runner import JobRunner
from cass_core.media.media_info import MediaInfo


class MovieOpening(QObject):
    """Opens movies; of several asked for in a row the last one counts.

    Signals:
        opened: the `MediaInfo` of the movie.
        failed: one sentence for the user.
    """

    opened = Signal(object)
    failed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._runner = JobRunner(self)
        self._runner.idle.connect(self._on_idle)
        self._next: Path | None = None
        self._info: MediaInfo | None = None
        self._problem = ""

    @property
    def busy(self) -> bool:
        """Whether a movie is being read."""
        return self._runner.busy

    def open(self, path: Path) -> None:
        """Read a movie, after the one that is being read."""
        self._next = path
        if not self._runner.busy:
            self._begin()

    def stop(self) -> None:
        """Wait for the movie that is being read: for the end of the program."""
        self._next = None
        self._runner.cancel_and_wait()

    def _begin(self) -> None:
        assert self._next is not None
        job = Job(partial(_probed, self._next))
        self._next, self._info, self._problem = None, None, ""
        job.progressed.connect(self._on_progressed)
        job.failed.connect(self._on_failed)
        self._runner.start(job)

    @Slot(object)
    def _on_progressed(self, info: MediaInfo) -> None:
        self._info = info

    @Slot(str)
    def _on_failed(self, sentence: str) -> None:
        self._problem = sentence

    @Slot()
    def _on_idle(self) -> None:
        if self._next is not None:
            self._begin()
        elif self._info is not None:
            self.opened.emit(self._info)
        elif self._problem:
            self.failed.emit(self._problem)


def _probed(path: Path) -> Generator[MediaInfo, None, None]:
    from cass_core.media.probe import probe

    yield probe(path)
