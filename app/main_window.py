"""The window: its parts, where they stand, and what connects them."""

from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent, QShowEvent
from PySide6.QtWidgets import (
    QMainWindow,
    QSplitter,
    QStackedWidget,
    QStatusBar,
    QVBoxLayout,
    QWidget,
)

from app.actions.actions import Actions
from app.controls.action_enabler import ActionEnabler
from app.controls.bindings import bind, bind_switch
from app.controls.export_controls import ExportControls
from app.controls.file_controls import FileControls
from app.controls.focus_keeper import FocusKeeper
from app.controls.help_controls import HelpControls
from app.controls.marker_controls import MarkerControls
from app.controls.mix_controls import MixControls
from app.controls.model_controls import ModelControls
from app.controls.picture.isolate_controls import IsolateControls
from app.controls.problem_teller import ProblemTeller
from app.controls.repair_controls import RepairControls
from app.controls.review.review_controls import ReviewControls
from app.controls.separation_controls import SeparationControls
from app.controls.sound_controls import SoundControls
from app.controls.transport_controls import TransportControls
from app.controls.view_controls import ViewControls
from app.dialogs.questions import may_stop
from app.environment.numbers import short
from app.environment.settings import Settings
from app.jobs.demo_scene import DemoScene
from app.look.screen_place import keep_on_screen
from app.views.first_run_page import FirstRunPage
from app.views.lanes.lane_stack import LaneStack
from app.views.panels.balance.balance_panel import BalancePanel
from app.views.panels.export.export_list import ExportList
from app.views.panels.repairs.edits_panel import EditsPanel
from app.views.panels.review.review_panel import ReviewPanel
from app.views.panels.run_text import lane_words
from app.views.panels.separation_panel import SeparationPanel
from app.views.panels.sound_text import layout_words
from app.views.panels.version_panel import VersionPanel
from app.views.picture.picture_column import PictureColumn
from app.views.picture.video_view import VideoView
from app.views.transport.transport_bar import TransportBar
from app.views.widgets.file_drop import FileDrop
from app.views.widgets.page_tabs import PageTabs
from app.views.widgets.scrolled_panel import ScrolledPanel
from app.views.widgets.status_line import StatusLine
from app.workflows.app_context import AppContext
from app.workflows.preferences import PreferenceKeeper

_SIZE_PX = (1600, 900)
_LEFT_PX, _RIGHT_PX = 556, 1044
_PREPARE_MS = 100
_LEFT_STATE = "window/left_column"
_LANE_HEIGHTS = "window/lane_heights"


class MainWindow(QMainWindow):
    """Picture and separation on the left, the lanes on the right, the transport below.

    Signals:
        shown: the window is on screen for the first time.
        run_begun: a separation starts.
    """

    shown = Signal()
    run_begun = Signal()

    def __init__(self, settings: Settings, model: str | None = None) -> None:
        """Build and connect everything.

        Args:
            settings: what the last run of the program left.
            model: name or folder of the model to begin with; None for the one used last.
        """
        super().__init__()
        self.context = context = AppContext(settings, self)
        self.demo = DemoScene(self)
        self.action_table = Actions(self, settings)
        self.first_page = FirstRunPage(self.action_table, settings)
        self.video = VideoView(context.project, context.transport, context.view, context.faces)
        self.separation_panel = SeparationPanel(
            context.project, context.separation, settings, context.view, model
        )
        self.version_panel = VersionPanel(context.project, context.separation)
        self.review_panel = ReviewPanel(context.project, context.view, context.reviewing)
        self._history_tabs = PageTabs()
        self.edits_panel = EditsPanel(
            context.project, context.view, context.undo, context.repair_review
        )
        self.export_panel = ExportList(context.exports)
        self.balance_panel = BalancePanel(context.balancing)
        self.lanes = LaneStack(
            context.project, context.view, context.playback, context.store, context.undo,
            context.faces,
        )  # fmt: skip
        self.transport_bar = TransportBar(
            self.action_table, context.playback, context.project, context.view
        )
        self.status = StatusLine()
        self.drop = FileDrop(self)
        self._was_shown = self._may_close = self._was_busy = False
        self._refusal = ""
        # painted once unseen, so that showing it with a movie is quick
        self.shown.connect(lambda: QTimer.singleShot(_PREPARE_MS, self, self._prepare_editor))
        self._lay_out()
        self._make_controls()
        self._connect()
        self._on_programme_changed()

    @Slot(object)
    def open_path(self, path: Path) -> None:
        """Open a movie, a sound file or a project."""
        self.file_controls.open(path)

    @Slot(object)
    def _on_dropped(self, path: Path) -> None:
        """Take in a list of markers; open anything else."""
        if not self.marker_controls.takes(path):
            self.open_path(path)

    @Slot(str)
    def show_problem(self, sentence: str) -> None:
        """Say that something went wrong, where the user looks."""
        self.status.say(sentence, "danger")
        self.first_page.show_busy("")
        if self.context.project.programme is None:
            self.first_page.show_problem(sentence)

    def _lay_out(self) -> None:
        self._left = PictureColumn(
            self.video, (ScrolledPanel(self.separation_panel), self._history())
        )
        self._columns = QSplitter(Qt.Orientation.Horizontal)
        self._columns.addWidget(self._left)
        self._columns.addWidget(self.lanes)
        self._columns.setChildrenCollapsible(False)
        self._columns.setSizes([_LEFT_PX, _RIGHT_PX])
        # a larger window is for the picture, too
        self._columns.setStretchFactor(0, 1)
        self._columns.setStretchFactor(1, 2)
        self._columns.restoreState(self.context.settings.window_state)
        editor = QWidget()
        rows = QVBoxLayout(editor)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self._columns, 1)
        rows.addWidget(self.balance_panel)
        rows.addWidget(self.export_panel)
        rows.addWidget(self.transport_bar)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.first_page)
        self._pages.addWidget(editor)
        self.setCentralWidget(self._pages)
        bar = QStatusBar()
        bar.setSizeGripEnabled(False)
        bar.addWidget(self.status, 1)
        self.setStatusBar(bar)
        self.action_table.fill(self.menuBar())
        self.resize(*_SIZE_PX)
        settings = self.context.settings
        self.restoreGeometry(settings.window_geometry)
        keep_on_screen(self)
        self._left.state = settings.value(_LEFT_STATE, "")
        self.lanes.heights = settings.value(_LANE_HEIGHTS, "")

    def _history(self) -> QWidget:
        """Versions and what was repaired; beside them what a review has found."""
        history = QWidget()
        self._history_tabs.addTab(history, self.tr("Versions"))
        self._history_tabs.addTab(self.review_panel, self.tr("Review"))
        for part in (self._history_tabs, self._history_tabs.tabBar()):
            part.setAccessibleName(self.tr("Versions and review"))
        rows = QVBoxLayout(history)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(8)
        rows.addWidget(self.version_panel, 1)
        rows.addWidget(self.edits_panel, 1)
        return self._history_tabs

    @Slot()
    def _show_review(self) -> None:
        self._history_tabs.setCurrentWidget(self.review_panel)

    def _make_controls(self) -> None:
        actions, context = self.action_table, self.context
        project, view = context.project, context.view
        self.file_controls = FileControls(actions, context, self)
        self.export_controls = ExportControls(actions, context, self)
        self.help_controls = HelpControls(actions, context, self)
        self.marker_controls = MarkerControls(actions, context, self)
        ViewControls(actions, project, view, context.transport, self)
        playback, faces = context.playback, context.faces
        TransportControls(actions, project, view, playback, context.undo, faces, self)
        MixControls(actions, project, view, context.undo, self)
        RepairControls(actions, context, self)
        ReviewControls(actions, context.reviewing, self)
        IsolateControls(actions, context.isolating, self.video, self)
        SeparationControls(actions, context, self.separation_panel, self)
        self.model_controls = ModelControls(
            actions, self.separation_panel.form, context.separation.costs, self
        )
        SoundControls(context, self.separation_panel.sound, self.file_controls, self)
        go_to_time = self.transport_bar.position.setFocus
        bind(
            actions,
            {
                "first_run": self._change_page,
                "go_to_time": go_to_time,
                "balance_by_picture": context.balancing.start,
            },
        )
        bind_switch(actions["toggle_video"], self.video.setVisible)
        actions["toggle_video"].setChecked(True)
        ActionEnabler(actions, context, self)
        FocusKeeper(self, self.lanes)
        PreferenceKeeper(context.settings, view, context.playback, self)

    def _connect(self) -> None:
        context = self.context
        self.drop.dropped.connect(self._on_dropped)
        self.first_page.dropped.connect(self.open_path)
        self.first_page.recent_chosen.connect(self.open_path)
        self.first_page.demo_wanted.connect(self._make_demo)
        self.demo.made.connect(self.open_path)
        self.export_panel.change_wanted.connect(self.export_controls.change)
        self.transport_bar.refused.connect(self._on_refused)
        self.lanes.refused.connect(self._on_refused)
        self.edits_panel.chosen.connect(context.repairer.show)
        context.project.reviews.chosen_changed.connect(self._show_review)
        context.reviewing.found.connect(self._show_review)
        self.file_controls.refused.connect(self.show_problem)
        self.marker_controls.refused.connect(self.show_problem)
        self.marker_controls.noticed.connect(self._on_noticed)
        self.marker_controls.told.connect(self.status.say)
        context.opening.started.connect(self._on_opening)
        context.opening.opened.connect(self._on_opened)
        context.saver.saved.connect(self._on_saved)
        context.opening.missing.connect(self._on_missing)
        context.project.programme_changed.connect(self._on_programme_changed)
        self.setWindowTitle(context.saver.title)
        context.saver.title_changed.connect(self.setWindowTitle)
        context.saver.modified_changed.connect(self.setWindowModified)
        self._connect_problems()

    def _connect_problems(self) -> None:
        """What failed is said until it is over; another movie takes everything back."""
        context, teller = self.context, ProblemTeller(self.status, self)
        another, played = context.project.programme_changed, context.transport.begun
        for failed, *overs in (
            (context.opening.failed, context.opening.started),
            (context.saver.failed, context.saver.saved, another),
            (context.separation.failed, self.run_begun, another),
            (context.repair_review.failed, self.run_begun, another),
            (context.speech_gate.failed, self.run_begun, another),
            (context.reviewing.failed, context.reviewing.changed, another),
            (context.isolating.failed, context.isolating.noticed, another),
            (context.balancing.failed, context.balancing.begun, another),
            (context.listening.failed, context.project.versions.current_changed, another),
            (context.difference.failed, context.project.versions.current_changed, another),
            (context.transport.problem, played, another),
            (context.playback.devices.problem, played),
            (context.store.problem, context.project.versions.current_changed, another),
            (self.demo.failed, context.opening.started),
        ):
            failed.connect(self.show_problem)
            teller.follow(failed, *overs)
        for noticed, *overs in (
            (context.opening.noticed, another),
            (context.saver.noticed, context.saver.saved, another),
            (context.separation.noticed, self.run_begun, another),
            (context.repair_review.noticed, self.run_begun, another),
            (context.speech_gate.noticed, context.speech_gate.ended, another),
            (context.isolating.noticed, context.isolating.changed, another),
        ):
            noticed.connect(self._on_noticed)
            teller.follow(noticed, *overs)
        another.connect(context.exports.clear)
        for changed in (context.separation.changed, context.project.versions.current_changed):
            changed.connect(self._on_separation_changed)

    @Slot()
    def _on_programme_changed(self) -> None:
        is_open = self.context.project.programme is not None
        self._pages.setCurrentIndex(1 if is_open else 0)
        self.first_page.show_busy("")
        self.first_page.show_problem("")
        if is_open:
            self.lanes.take_keyboard()
        else:
            self.status.set_fact("sound", "")
            self.first_page.refresh()

    def _prepare_editor(self) -> None:
        editor = self._pages.widget(1)
        if editor is not None and self._pages.currentWidget() is not editor:
            editor.setGeometry(self._pages.contentsRect())
            editor.grab()

    def _change_page(self) -> None:
        """Between the start page and what is open."""
        is_open = self.context.project.programme is not None
        self._pages.setCurrentIndex(1 if is_open and not self._pages.currentIndex() else 0)

    @Slot()
    def _make_demo(self) -> None:
        self.first_page.show_busy(self.tr("Making the demo scene…"))
        self.demo.start()

    @Slot(object)
    def _on_opening(self, path: Path) -> None:
        sentence = self.tr("Opening {name}…").format(name=path.name)
        self.status.say(sentence)
        self.first_page.show_busy(sentence)

    @Slot()
    def _on_opened(self) -> None:
        programme = self.context.project.programme
        if programme is not None:
            self.status.say("")
            sound = self.tr("{rate} kHz, {layout}").format(
                rate=short(programme.rate_hz / 1000), layout=layout_words(programme.layout)
            )
            self.status.set_fact("sound", sound, self.tr("Sample rate and channels"))

    @Slot(object)
    def _on_saved(self, path: Path) -> None:
        self.status.say(self.tr("Saved {name}.").format(name=path.name))

    @Slot()
    def _on_missing(self) -> None:
        """The question where the movie is now was answered; without one nothing is opened."""
        if not self.context.opening.busy:
            self.first_page.show_busy("")

    @Slot()
    def _on_separation_changed(self) -> None:
        separation = self.context.separation
        self.lanes.show_hint(lane_words(separation.state, separation.resumable is not None))
        was_busy, self._was_busy = self._was_busy, separation.busy
        if self._was_busy and not was_busy:
            self.run_begun.emit()

    @Slot(str)
    def _on_noticed(self, sentence: str) -> None:
        self.status.say(sentence, "warning")

    @Slot(str)
    def _on_refused(self, sentence: str) -> None:
        """Say what is wrong with what was typed, until it is typed right or given up."""
        self.status.withdraw(self._refusal)
        self._refusal = sentence
        if sentence:
            self.show_problem(sentence)

    def _may_stop(self) -> bool:
        return may_stop(self, exporting=not self.context.separation.busy)

    def _close_as_agreed(self) -> None:
        """Close without asking once more whether to stop what runs."""
        self._may_close = True
        self.close()

    def showEvent(self, event: QShowEvent) -> None:
        """Say once that the window is there."""
        super().showEvent(event)
        if not self._was_shown:
            self._was_shown = True
            QTimer.singleShot(0, self.shown.emit)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask about unsaved changes and running work, then end everything."""
        may_close, self._may_close = self._may_close, False
        stays = self.context.is_busy and not may_close and not self._may_stop()
        if stays or not self.file_controls.may_leave(self._close_as_agreed):
            event.ignore()
            return
        settings = self.context.settings
        settings.window_geometry = self.saveGeometry()
        settings.window_state = self._columns.saveState()
        settings.set_value(_LEFT_STATE, self._left.state)
        settings.set_value(_LANE_HEIGHTS, self.lanes.heights)
        self.demo.stop()
        self.model_controls.stop()
        self.help_controls.stop()
        self.video.stop()
        self.lanes.stop()
        self.context.stop(keep_changes=False)
        event.accept()
