"""Small pictures of the open movie at any time, decoded in the background."""

import threading
from collections import OrderedDict
from collections.abc import Generator, Sequence
from fractions import Fraction
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QImage

from app.jobs.job import Job
from app.jobs.job_runner import JobRunner
from app.project.project import Project
from cass_core.media.picture.frame_cache import SeekedFrame
from cass_core.media.picture.isolated_seeker import IsolatedSeeker
from cass_core.media.picture.picture_decoder import Skip

ROOM_PX = (320, 120)
_MOST_KEPT = 400  # about 45 MB


class Thumbnails(QObject):
    """Pictures by their sample; the ones asked for last are decoded first.

    Signals:
        changed: more pictures are here, or those of another movie are asked for now.
    """

    changed = Signal()

    def __init__(self, project: Project, parent: QObject | None = None) -> None:
        """Decode nothing yet.

        Args:
            project: whose movie.
            parent: owner.
        """
        super().__init__(parent)
        self._project = project
        self._kept: OrderedDict[int, QImage] = OrderedDict()
        self._lock = threading.Lock()
        self._wanted: list[int] = []
        self._coarse = self._is_broken = False
        self._movie: tuple[object, ...] | None = None
        self._runner = JobRunner(self)
        self._runner.idle.connect(self._on_idle)
        project.programme_changed.connect(self._on_programme_changed)

    def want(self, samples: Sequence[int], *, coarse: bool = False) -> None:
        """Decode the pictures on screen at some samples; replaces what was wanted before.

        Args:
            samples: the most important first.
            coarse: a picture near each will do, which is much quicker to find.
        """
        with self._lock:
            self._coarse = coarse
            self._wanted = [sample for sample in samples if sample not in self._kept]
        self._start()

    def at(self, sample: int) -> QImage | None:
        """The picture of a sample that was wanted; None while it is not here."""
        image = self._kept.get(sample)
        if image is not None:
            self._kept.move_to_end(sample)
        return image

    def stop(self) -> None:
        """End the work in the background; blocks for a moment."""
        with self._lock:
            self._wanted = []
        self._runner.cancel_and_wait()

    def _start(self) -> None:
        programme = self._project.programme
        has_work = bool(self._wanted) and not self._is_broken and not self._runner.busy
        if not has_work or programme is None or not programme.has_picture:
            return
        path, start_s, rate_hz = programme.info.path, programme.audio_start_s, programme.rate_hz
        self._movie = _identity(self._project)
        job = Job(lambda: self._steps(path, start_s, rate_hz))
        job.progressed.connect(self._on_decoded)
        job.failed.connect(self._on_failed)
        self._runner.start(job)

    def _next_wanted(self) -> tuple[int, bool] | None:
        with self._lock:
            return (self._wanted.pop(0), self._coarse) if self._wanted else None

    def _steps(self, path: Path, start_s: Fraction, rate_hz: int) -> Generator[object, None, None]:
        """In the worker thread: one picture after the other."""
        with IsolatedSeeker(path, start_s) as seeker:
            while (wanted := self._next_wanted()) is not None:
                sample, coarse = wanted
                skip = Skip.ALL_BUT_KEYS if coarse else Skip.NOTHING
                frame = seeker.frame_at(Fraction(sample, rate_hz), ROOM_PX, dropping=skip)
                yield (sample, frame) if frame is not None else None

    @Slot(object)
    def _on_decoded(self, found: tuple[int, SeekedFrame]) -> None:
        if self._movie != _identity(self._project):
            return
        sample, frame = found
        height, width = frame.image.shape[:2]
        picture = QImage(frame.image.data, width, height, 4 * width, QImage.Format.Format_RGB32)
        self._kept[sample] = picture.copy()
        while len(self._kept) > _MOST_KEPT:
            self._kept.popitem(last=False)
        self.changed.emit()

    @Slot(str)
    def _on_failed(self, _sentence: str) -> None:
        """The picture beside the lanes says what is wrong."""
        self._is_broken = True

    @Slot()
    def _on_idle(self) -> None:
        self._start()

    @Slot()
    def _on_programme_changed(self) -> None:
        if self._movie is not None and self._movie != _identity(self._project):
            self._kept.clear()
            self._is_broken = False
            with self._lock:
                self._wanted = []
            self._runner.cancel()
            self.changed.emit()


def _identity(project: Project) -> tuple[object, ...] | None:
    """What pictures depend on; None without a movie."""
    programme = project.programme
    return (programme.media_hash, programme.audio_start_s) if programme else None
