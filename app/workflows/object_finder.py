"""Isolate: a box on the picture and a span become a selection in the effects."""

from enum import Enum
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from app.environment.error_report import sentence_for
from app.jobs.job import Job
from app.jobs.job_runner import JobRunner
from app.jobs.separating.object_job import ObjectFound, ObjectShare, model_folder, object_steps
from app.project.project import Project
from app.project.seen.selection import selection_of
from app.project.view_state import ViewState
from app.workflows.background_call import BackgroundCall
from cass_core.clips import SampleSpan
from cass_core.errors import CassError
from cass_core.request.object_query import LONGEST_S, ObjectQuery, PictureBox
from cass_core.stem_names import Stem


class FinderState(Enum):
    """How far the user is."""

    IDLE = "idle"
    DRAWING = "drawing"
    FINDING = "finding"


class ObjectFinder(QObject):
    """Asks for a box, looks and listens, and selects what it has found.

    Signals:
        changed: the state or the share that is done.
        noticed: one sentence about what comes next.
        failed: one sentence for the user.
    """

    changed = Signal()
    noticed = Signal(str)
    failed = Signal(str)

    def __init__(self, project: Project, view: ViewState, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._project, self._view = project, view
        self._state, self.share = FinderState.IDLE, 0.0
        self._span, self._model, self._outcome = SampleSpan(0, 0), "", ""
        self._check = BackgroundCall(self)
        self._check.returned.connect(self._on_checked)
        self._check.failed.connect(self._on_refused)
        self._runner = JobRunner(self)
        self._runner.idle.connect(self._on_idle)
        project.programme_changed.connect(self.stop)

    @property
    def state(self) -> FinderState:
        """How far the user is."""
        return self._state

    @Slot()
    def toggle(self) -> None:
        """Begin, or leave whatever was begun."""
        if self._state is not FinderState.IDLE:
            self.cancel()
        elif self._project.programme is not None and self._view.selection is not None:
            self._span = self._view.selection.span
            if self._span.num_samples > LONGEST_S * self._project.programme.rate_hz:
                words = self.tr(
                    "At most {seconds} seconds can be looked through at once; select less."
                )
                self.failed.emit(words.format(seconds=round(LONGEST_S)))
            elif not self._check.busy:
                self._check.start(model_folder)

    @Slot()
    def cancel(self) -> None:
        """Leave the drawing, or ask the search to stop; what is selected stays."""
        self._runner.cancel()
        if self._state is FinderState.DRAWING:
            self._set_state(FinderState.IDLE)

    @Slot()
    def stop(self) -> None:
        """End everything and wait for that."""
        self._check.stop()
        self._runner.cancel_and_wait()
        self._outcome = ""
        self._set_state(FinderState.IDLE)

    @Slot(float, float, float, float)
    def find(self, left: float, top: float, width: float, height: float) -> None:
        """Look for the sound of what is in a box.

        Args:
            left: edge, in shares of the picture.
            top: edge.
            width: of the box.
            height: of the box.
        """
        programme = self._project.programme
        if programme is None or self._state is not FinderState.DRAWING:
            return
        try:
            query = ObjectQuery(
                movie=programme.info.path,
                span=self._span,
                box=PictureBox(left, top, width, height),
                model=self._model,
                audio_stream=programme.audio_stream,
                channels=programme.channels,
                decoded=programme.sound,
            )
        except CassError as error:
            self.failed.emit(sentence_for(error))
            return
        self.share, self._outcome = 0.0, ""
        self._set_state(FinderState.FINDING)
        job = Job(object_steps(query))
        job.progressed.connect(self._on_progressed)
        job.failed.connect(self.failed)
        self._runner.start(job)

    def _set_state(self, state: FinderState) -> None:
        if state is not self._state:
            self._state = state
            self.changed.emit()

    @Slot(object)
    def _on_checked(self, model: Path) -> None:
        self._model = str(model)
        if self._project.programme is not None:
            self._set_state(FinderState.DRAWING)
            self.noticed.emit(
                self.tr(
                    "Draw a box around what you want to hear, move it and drag its edges; Return "
                    "or a double click finds its sound."
                )
            )

    @Slot(str)
    def _on_refused(self, sentence: str) -> None:
        self.changed.emit()
        self.failed.emit(sentence)

    @Slot(object)
    def _on_progressed(self, news: object) -> None:
        if self._state is not FinderState.FINDING:  # of a movie that was left
            return
        if isinstance(news, ObjectShare):
            self.share = news.share
            self.changed.emit()
        elif isinstance(news, ObjectFound):
            self._show(news)

    def _show(self, found: ObjectFound) -> None:
        selection = selection_of(found.region) if found.region is not None else None
        if selection is None:
            self._outcome = self.tr("Nothing of what is in the box is heard there.")
            return
        self._view.set_focus(Stem.FX.code)
        self._view.select(selection)
        self._outcome = self.tr(
            "What sounds there is selected in the effects: hear it alone, or move it."
        )

    @Slot()
    def _on_idle(self) -> None:
        self._set_state(FinderState.IDLE)  # which takes back what was said before
        if self._outcome:
            self.noticed.emit(self._outcome)
