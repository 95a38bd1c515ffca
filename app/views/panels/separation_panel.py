"""How to separate, what with, how long that takes, and the run."""

from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QLabel,
    QPushButton,
    QWidget,
)

from app.environment.numbers import percent
from app.environment.settings import Settings
from app.project.project import Project
from app.project.versions import Take
from app.project.view_state import ViewState
from app.views.panels.choice_form import ChoiceForm
from app.views.panels.cost_line import CostLine
from app.views.panels.quality_scale import label_for
from app.views.panels.run_progress import RunProgress
from app.views.panels.run_text import estimate_words, run_share
from app.views.panels.sound_choice import SoundChoice
from app.views.widgets.card import Card, muted_label
from app.views.widgets.text_labels import SentenceBox
from app.workflows.separation.run_state import QueuedSeparation
from app.workflows.separation.separation_runner import SeparationRunner
from cass_core.clips import SampleSpan
from cass_core.request.settings import SeparationSettings
from cass_core.timing.expected_cost import Estimate

_GAP_PX, _LINE_GAP_PX = 8, 4
# the window comes first, then what loads big libraries in another process
_ASK_AFTER_MS = 1000


class SeparationPanel(Card):
    """The user's choice and the buttons that act on it."""

    def __init__(
        self,
        project: Project,
        separation: SeparationRunner,
        settings: Settings,
        view: ViewState,
        model: str | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Build the panel.

        Args:
            project: what is separated.
            separation: does it.
            settings: keep the choice.
            view: its selection can be separated.
            model: name or folder of the model to begin with; None for the last one.
            parent: the widget around it.
        """
        super().__init__("", parent)
        self.heading.setText(self.tr("Separation"))
        self.setAccessibleName(self.tr("Separation"))
        self._project, self._separation, self._view = project, separation, view
        self.sound = SoundChoice(project, separation)
        self.form = ChoiceForm(settings, model)
        self.cost = CostLine(project, separation, self._request)
        self.separate_button = QPushButton(self.tr("Separate"))
        self.selection_button = QPushButton(self.tr("Separate selection"))
        self.whole_time, self.selection_time = _time_label(), _time_label()
        self.offer = SentenceBox("muted", self.tr("Stopped run"))
        self.run = RunProgress(project, separation, self)
        self._movie: Path | None = None
        self._lay_out()
        self._connect()
        self._on_programme_changed()
        self._on_changed()

    @property
    def choice(self) -> SeparationSettings:
        """How to separate."""
        return self.form.choice

    def separate(self) -> None:
        """Separate the whole programme, or go on with what was stopped."""
        stopped = self._offered
        if stopped is not None:
            self._separation.resume(stopped.name)
        elif self._project.programme is not None:
            self._separation.start(self.choice, None, self.form.model_name)

    def separate_selection(self) -> None:
        """Separate what is selected, before everything else."""
        span = self._selected
        if span is not None:
            self._separation.start(self.choice, span, self.form.model_name)

    @property
    def _selected(self) -> SampleSpan | None:
        selection = self._view.selection
        return selection.span if selection is not None and self._project.programme else None

    @property
    def _offered(self) -> Take | None:
        """What was stopped and would be done again in the same way."""
        take = self._separation.resumable
        way = self.choice, self.form.model_name
        return take if take is not None and (take.choice, take.model) == way else None

    def _lay_out(self) -> None:
        self.separate_button.setProperty("role", "main")
        buttons = QGridLayout()
        buttons.setHorizontalSpacing(_GAP_PX)
        buttons.setVerticalSpacing(_LINE_GAP_PX)
        for column, (button, time) in enumerate(
            (
                (self.separate_button, self.whole_time),
                (self.selection_button, self.selection_time),
            )
        ):
            buttons.setColumnStretch(column, 1)
            buttons.addWidget(button, 0, column)
            buttons.addWidget(time, 1, column)
        self.sound.set_values_px(self.form.values_px)
        self.rows.addWidget(self.sound)
        self.rows.addWidget(self.form)
        self.rows.addWidget(self.cost)
        self.rows.addWidget(self.offer)
        self.rows.addLayout(buttons)
        self.rows.addWidget(self.run)

    def _connect(self) -> None:
        self.separate_button.clicked.connect(self.separate)
        self.selection_button.clicked.connect(self.separate_selection)
        for signal in (
            self.form.choice_changed,
            self._view.selection_changed,
            self._separation.changed,
            self._separation.costs.changed,
            self._project.programme_changed,
            self._project.length_changed,
            self._project.versions.current_changed,
        ):
            signal.connect(self._on_changed)
        self._project.programme_changed.connect(self._on_programme_changed)

    @Slot()
    def _on_programme_changed(self) -> None:
        """What was tried with a former movie is no choice for this one."""
        programme = self._project.programme
        former, self._movie = self._movie, programme.info.path if programme else None
        if self._movie not in (None, former):
            self.form.begin()
            QTimer.singleShot(0, self, self._follow_takes)  # a project's takes come right after

    def _follow_takes(self) -> None:
        takes = self._project.versions.current_takes
        if takes:
            self.form.begin(takes[0].choice, takes[0].model)

    @Slot()
    def _on_changed(self) -> None:
        programme = self._project.programme
        self.form.show_picture_there(programme is None or programme.has_picture)
        self.cost.refresh()
        self._show_times()
        self._show_main_button()
        self._show_selection_button()

    def _show_times(self) -> None:
        costs = self._separation.costs
        stopped, span = self._offered, self._selected
        rest = SampleSpan(stopped.position, stopped.span.stop) if stopped else None
        _show_time(self.whole_time, self.separate_button, costs.estimate(self._request(rest)))
        selected = costs.estimate(self._request(span)) if span else Estimate(None)
        _show_time(self.selection_time, self.selection_button, selected)

    def _show_main_button(self) -> None:
        is_open, stopped = self._project.programme is not None, self._offered
        self.separate_button.setText(self.tr("Resume") if stopped else self.tr("Separate"))
        self.separate_button.setEnabled(is_open and not self._separation.busy)
        self.separate_button.setToolTip(
            self.tr("Separate the whole programme") if is_open else self.tr("Open a movie first")
        )
        if stopped is None:
            self.offer.show_sentences()
            return
        how, share = label_for(stopped.choice.steps), run_share(stopped, None)
        if share > 0:
            words = self.tr("{how}: stopped at {share}. Resume goes on where it was.")
        else:
            words = self.tr("{how}: stopped before the first part; Resume begins with it.")
        self.offer.show_sentences(words.format(how=how, share=percent(share)))

    def _show_selection_button(self) -> None:
        is_selected = self._selected is not None
        self.selection_button.setEnabled(is_selected)
        self.selection_button.setToolTip(
            self.tr("Separate the selected part before the rest")
            if is_selected
            else self.tr("Select a part of the time axis first")
        )

    def _request(self, span: SampleSpan | None = None) -> QueuedSeparation:
        return QueuedSeparation(self.choice, span, self.form.model_name)

    @Slot()
    def _on_shown(self) -> None:
        if self.isVisible():
            self._separation.device.ask()

    def showEvent(self, event: QShowEvent) -> None:
        """Ask for the device when somebody can read the answer."""
        super().showEvent(event)
        QTimer.singleShot(_ASK_AFTER_MS, self, self._on_shown)


def _time_label() -> QLabel:
    """Stands below a button."""
    label = muted_label("")
    label.setWordWrap(True)
    label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    label.hide()
    return label


def _show_time(label: QLabel, button: QPushButton, estimate: Estimate) -> None:
    """For the eye below the button, for screen readers as a part of it."""
    words = estimate_words(estimate)
    label.setText(words)
    label.setVisible(bool(words))
    button.setAccessibleDescription(words)
