"""How much of each stem seems to belong elsewhere, over time, of what a review has judged."""

from collections.abc import Generator, Sequence
from pathlib import Path

import numpy as np
from PySide6.QtCore import QObject, Signal, Slot

from app.jobs.job import Job
from app.jobs.job_runner import JobRunner
from app.project.project import Project
from cass_core.clips import FloatArray
from cass_core.review.misplaced_ratio import misplaced_ratios
from cass_core.review.reviewing import reviewed_cells
from cass_core.stem_names import STEMS, Stem

STEPS_A_SECOND = 10


class MisplacedCurves(QObject):
    """Reads the evidence of the version that is heard, in the background, while it is wanted.

    Signals:
        changed: there are other curves, or none.
    """

    changed = Signal()

    def __init__(self, project: Project, parent: QObject | None = None) -> None:
        """Read nothing yet.

        Args:
            project: whose review.
            parent: owner.
        """
        super().__init__(parent)
        self._project = project
        self._ratios = np.zeros((len(STEMS), 0), np.float32)
        self._is_wanted = self._stale = False
        self._read: tuple[object, ...] | None = None
        self._runner = JobRunner(self)
        self._runner.idle.connect(self._on_idle)
        for signal in (project.reviews.changed, project.versions.current_changed):
            signal.connect(self._on_changed)

    @property
    def step_samples(self) -> int:
        """Samples of a step of the curves."""
        programme = self._project.programme
        return max((programme.rate_hz if programme else STEPS_A_SECOND) // STEPS_A_SECOND, 1)

    def ratios(self, stem: Stem) -> FloatArray:
        """(step,) share of what is heard that seems to belong elsewhere; empty if not known."""
        return self._ratios[STEMS.index(stem)]

    def start(self) -> None:
        """Read what is there and what comes."""
        self._is_wanted = True
        self._on_changed()

    def stop(self) -> None:
        """Read no more; blocks for a moment."""
        self._is_wanted = False
        self._runner.cancel_and_wait()

    @Slot()
    def _on_changed(self) -> None:
        """Read again where the review is of other stems; decisions about places change nothing."""
        review, takes = self._project.reviews.review, self._project.versions.current_takes
        names = tuple(take.name for take in takes)
        is_there = bool(review.takes) and review.takes == names
        wanted = (names, tuple(one.flag for one in review.flags)) if is_there else None
        if not self._is_wanted or wanted == self._read:
            return
        self._read = wanted
        if wanted is None:
            self._take(np.zeros((len(STEMS), 0), np.float32))
        elif self._runner.busy:
            self._stale = True
        else:
            self._load([take.folder for take in takes])

    def _load(self, folders: Sequence[Path]) -> None:
        self._stale = False
        programme, length = self._project.programme, self._project.whole.stop
        if programme is None:
            return
        rate_hz, num_steps = programme.rate_hz, -(-length // self.step_samples)
        job = Job(lambda: _steps(folders, length, rate_hz, num_steps))
        job.progressed.connect(self._take)
        self._runner.start(job)

    @Slot()
    def _on_idle(self) -> None:
        if self._stale:
            self._load([take.folder for take in self._project.versions.current_takes])

    @Slot(object)
    def _take(self, ratios: FloatArray) -> None:
        if self._read is None and ratios.size:
            return  # of stems that are not heard any more
        self._ratios = ratios
        self.changed.emit()


def _steps(
    folders: Sequence[Path], num_samples: int, rate_hz: int, num_steps: int
) -> Generator[object, None, None]:
    cells = reviewed_cells(folders, num_samples, rate_hz)
    if cells.num_frames and cells.frames_done == cells.num_frames:
        yield misplaced_ratios(cells, num_steps)
