"""Opening a movie and decoding its sound without keeping the window waiting."""

from collections.abc import Generator
from contextlib import closing
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from app.jobs.job import Job
from app.jobs.job_runner import JobRunner
from app.jobs.paint_priority import PaintPriority, yielding_to_paint
from app.jobs.sound.sound_cache import SoundCache
from app.jobs.sound.sound_decoding import Decoded, DecodingWarning, Step, import_sound
from app.project.programme import Programme


class SoundImport(QObject):
    """Opens movies; of several asked for in a row the last one counts.

    Read the decoded sound through `cass_core.media.sound.growing_wave.GrowingWave(programme.sound,
    programme.num_samples)`, also while it grows.

    Signals:
        opened: the `Programme`; its length is the header's estimate unless `decoded` says at once
            that all is there.
        decoded: samples that are on disk, from the start, and whether no more comes: that is the
            exact length, also where the decoding ended early. At most about ten times a second.
        noticed: one sentence about something that was repaired, or why the decode ended early;
            what is decoded stays usable.
        failed: one sentence; the movie cannot be opened.
    """

    opened = Signal(object)
    decoded = Signal(int, bool)
    noticed = Signal(str)
    failed = Signal(str)

    def __init__(
        self,
        parent: QObject | None = None,
        cache: SoundCache | None = None,
        way: PaintPriority | None = None,
    ) -> None:
        """Prepare.

        Args:
            parent: owner.
            cache: for decoded sound; the user's own where None.
            way: when the window draws.
        """
        super().__init__(parent)
        self._cache, self._way = cache, way or PaintPriority()
        self._runner = JobRunner(self)
        self._runner.idle.connect(self._on_idle)
        self._next: tuple[Path, int, tuple[int, ...]] | None = None
        self._muted = False  # news of a movie that nobody waits for any more
        self._has_opened = False

    @property
    def busy(self) -> bool:
        """Whether a movie is being opened or decoded."""
        return self._runner.busy

    def use_cache(self, cache: SoundCache) -> None:
        """Keep what is decoded from now on in another cache, or under another limit."""
        self._cache = cache

    def start(self, path: Path, audio_stream: int = 0, channels: tuple[int, ...] = ()) -> None:
        """Open a movie in place of the one that is being opened or decoded.

        Args:
            path: the movie.
            audio_stream: number of its sound track.
            channels: numbers of the track's channels to keep, from 0; empty for all.
        """
        self._next = (path, audio_stream, channels)
        if self._runner.busy:
            self._muted = True
            self._runner.cancel()
        else:
            self._begin()

    def stop(self) -> None:
        """Stop and wait: for the end of the program, or before a movie is closed."""
        self._next, self._muted = None, True
        self._runner.cancel_and_wait()

    def _begin(self) -> None:
        assert self._next is not None
        (path, stream, channels), self._next = self._next, None
        self._muted = self._has_opened = False
        cache = self._cache or SoundCache()
        job = Job(lambda: self._steps(import_sound(path, stream, cache, channels)))
        job.progressed.connect(self._on_progressed)
        job.failed.connect(self._on_failed)
        self._runner.start(job)

    def _steps(self, steps: Generator[Step, None, None]) -> Generator[object, None, None]:
        """The import's steps; runs in its thread, which rests while the window shows the movie."""
        with closing(yielding_to_paint(steps, self._way)) as yielding:
            for step in yielding:
                if isinstance(step, Programme):
                    self._way.begin_drawing()
                yield step

    @Slot(object)
    def _on_progressed(self, step: object) -> None:
        if self._muted:
            return
        if isinstance(step, Programme):
            self._has_opened = True
            self.opened.emit(step)
        elif isinstance(step, Decoded):
            self.decoded.emit(step.num_samples, step.is_all)
        elif isinstance(step, DecodingWarning):
            self.noticed.emit(step.sentence)

    @Slot(str)
    def _on_failed(self, sentence: str) -> None:
        if not self._muted:
            (self.noticed if self._has_opened else self.failed).emit(sentence)

    @Slot()
    def _on_idle(self) -> None:
        if self._next is not None:
            self._begin()
