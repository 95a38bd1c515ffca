"""The run: how far it is, what it had to fall back on, why it ended, and what can be done."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.environment.numbers import percent
from app.project.project import Project
from app.views.panels.run_text import phase_words, remaining_words, run_share
from app.views.widgets.card import muted_label
from app.views.widgets.deferred_progress_bar import DeferredProgressBar
from app.views.widgets.text_labels import SentenceBox
from app.workflows.separation.run_state import RunState
from app.workflows.separation.separation_runner import SeparationRunner

_BAR_STEPS = 1000
_GAP_PX, _LINE_GAP_PX = 8, 4


class RunProgress(QWidget):
    """Shows a run and offers pause, cancel and another try; takes no room while there is none."""

    def __init__(
        self, project: Project, separation: SeparationRunner, parent: QWidget | None = None
    ) -> None:
        """Build the widget.

        Args:
            project: how much of its sound is decoded.
            separation: what is shown.
            parent: the widget around it.
        """
        super().__init__(parent)
        self._project, self._separation = project, separation
        self.phase, self.remaining = QLabel(), muted_label("")
        self.bar = DeferredProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Progress of the separation"))
        self.pause = QPushButton(self.tr("Pause"))
        self.cancel = QPushButton(self.tr("Cancel"))
        self.retry = QPushButton(self.tr("Try again"))
        self.move_folder = QPushButton(self.tr("Keep the stems in my folder"))
        self.problem = SentenceBox("danger", self.tr("Problem"))
        self.notices = SentenceBox("warning", self.tr("Notices"))
        self._lay_out()
        self._connect()
        self._on_changed()

    def _lay_out(self) -> None:
        words = QHBoxLayout()
        words.addWidget(self.phase, stretch=1)
        words.addWidget(self.remaining)
        self._line = QWidget()
        line = QHBoxLayout(self._line)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(_GAP_PX)
        left = QVBoxLayout()
        left.setSpacing(_LINE_GAP_PX)
        left.addLayout(words)
        left.addWidget(self.bar)
        line.addLayout(left, stretch=1)
        line.addWidget(self.pause)
        line.addWidget(self.cancel)
        self._ways_out = QWidget()
        ways_out = QHBoxLayout(self._ways_out)
        ways_out.setContentsMargins(0, 0, 0, 0)
        ways_out.setSpacing(_GAP_PX)
        ways_out.addWidget(self.retry)
        ways_out.addWidget(self.move_folder)
        ways_out.addStretch(1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(_GAP_PX)
        rows.addWidget(self._line)
        rows.addWidget(self.problem)
        rows.addWidget(self._ways_out)
        rows.addWidget(self.notices)

    def _connect(self) -> None:
        separation = self._separation
        self.pause.setToolTip(self.tr("Stand still and free the processor, or go on"))
        self.cancel.setToolTip(self.tr("End the separation; what is finished is kept"))
        self.retry.setToolTip(self.tr("Go on where it failed"))
        self.pause.clicked.connect(self._on_pause_clicked)
        self.cancel.clicked.connect(separation.cancel)
        self.retry.clicked.connect(separation.retry)
        self.move_folder.clicked.connect(separation.use_proposed_folder)
        separation.changed.connect(self._on_changed)
        separation.progressed.connect(self._on_progressed)
        self._project.decoded.connect(self._on_decoded)

    @Slot()
    def _on_pause_clicked(self) -> None:
        if self._separation.state is RunState.RUNNING:
            self._separation.pause()
        else:
            self._separation.go_on()

    @Slot()
    def _on_changed(self) -> None:
        separation, state = self._separation, self._separation.state
        report = separation.report
        self._line.setVisible(state.is_busy)
        held = state in (RunState.PAUSING, RunState.PAUSED)
        self.pause.setText(self.tr("Resume") if held else self.tr("Pause"))
        self.pause.setEnabled(held or state is RunState.RUNNING)
        self.cancel.setEnabled(state.is_busy and state is not RunState.STOPPING)
        self.problem.show_sentences(report.problem)
        self.notices.show_sentences(*report.notices)
        self.retry.setVisible(separation.can_retry)
        folder = separation.proposed_folder
        self.move_folder.setVisible(folder is not None)
        self.move_folder.setToolTip(str(folder or ""))
        self._ways_out.setVisible(separation.can_retry or folder is not None)
        self.setVisible(bool(state.is_busy or report.problem or report.notices))
        self._show_progress()

    @Slot()
    def _on_progressed(self) -> None:
        self._show_progress()

    @Slot()
    def _on_decoded(self) -> None:
        if self._separation.state is RunState.STARTING:
            self._show_progress()

    def _show_progress(self) -> None:
        state, progress = self._separation.state, self._separation.report.progress
        standing = {
            RunState.PAUSING: self.tr("Pausing"),
            RunState.PAUSED: self.tr("Paused"),
            RunState.STOPPING: self.tr("Stopping"),
        }.get(state)
        share = self._decoded_share()
        phase = "sound" if share is not None else "load"
        left_s = None
        if progress is not None and share is None:
            phase, left_s = progress.phase, progress.remaining_s
            made = self._project.versions.take(self._separation.running)
            share = None if phase == "load" else run_share(made, progress)
        self.bar.setRange(0, 0 if share is None else _BAR_STEPS)  # without a range it just moves
        self.bar.show_value(round((share or 0.0) * _BAR_STEPS))
        words = standing or phase_words(phase)
        self.phase.setText(words if share is None else f"{words} · {percent(share)}")
        self.remaining.setText("" if standing else remaining_words(left_s))

    def _decoded_share(self) -> float | None:
        """How much of the sound is decoded, while a run waits for it."""
        if self._separation.state is not RunState.STARTING or self._project.is_decoded:
            return None
        return self._project.num_decoded / max(1, self._project.whole.stop)
