"""The window: its parts and what connects them."""

from pathlib import Path

from PySide6.QtCore import QUrl, Slot
from PySide6.QtGui import QCloseEvent, QDesktopServices
from PySide6.QtWidgets import QFileDialog, QMainWindow

from app.actions import Actions, Situation
from app.dialogs.questions import may_replace, may_stop
from app.jobs.earlier_work import EarlierWork, earlier_work
from app.jobs.movie_opening import MovieOpening
from app.jobs.separation_job import SeparationOrder
from app.jobs.separation_session import RunState, SeparationSession
from app.project.project import Project
from app.settings import SeparationChoice, Settings
from app.views.file_drop import FileDrop
from app.views.movie_panel import MoviePanel
from app.views.page import Page
from app.views.run_panel import RunPanel
from app.views.separation_panel import SeparationPanel
from cass_core.media.media_info import MediaInfo

_TITLE = "Cass Studio"
_SIZE_PX = (780, 780)


class MainWindow(QMainWindow):
    """Movie, choice and run below each other."""

    def __init__(self, settings: Settings, model: str | None = None) -> None:
        """Build and connect everything.

        Args:
            settings: what the last run of the program left.
            model: name or folder of the model; None for the one that ships.
        """
        super().__init__()
        self._settings, self._model = settings, model
        self._earlier, self._closing = EarlierWork(), False
        self.project = Project(self)
        self.opening, self.session = MovieOpening(self), SeparationSession(self)
        self.action_table = Actions(self)
        self.movie_panel = MoviePanel(self.project, self.action_table["open"])
        self.separation_panel = SeparationPanel(self.project, settings.choice)
        self.run_panel = RunPanel(self.session, self.action_table)
        self.drop = FileDrop(self)
        self._lay_out()
        self._connect_actions()
        self._connect_state()
        self._on_movie_changed()

    def open_movie(self, path: Path) -> None:
        """Read a movie and make it the open one, unless a separation runs."""
        if not self.session.running:
            self.movie_panel.show_problem("")
            self.opening.open(path)

    @Slot(str)
    def show_problem(self, sentence: str) -> None:
        """Say that something went wrong, where the user looks."""
        self.movie_panel.show_problem(sentence)

    def _lay_out(self) -> None:
        self.setCentralWidget(Page([self.movie_panel, self.separation_panel, self.run_panel]))
        self.action_table.fill(self.menuBar())
        self.resize(*_SIZE_PX)
        self.restoreGeometry(self._settings.window_geometry)

    def _connect_actions(self) -> None:
        slots = {
            "open": self._open,
            "show": self._show_folder,
            "quit": self.close,
            "separate": self._separate,
            "resume": self._resume,
            "cancel": self.session.cancel,
        }
        for name, slot in slots.items():
            self.action_table[name].triggered.connect(slot)

    def _connect_state(self) -> None:
        self.drop.dropped.connect(self.open_movie)
        self.drop.hovered.connect(self.movie_panel.set_dropping)
        self.opening.opened.connect(self._on_opened)
        self.opening.failed.connect(self.show_problem)
        self.project.movie_changed.connect(self._on_movie_changed)
        self.project.target_changed.connect(self._on_movie_changed)
        self.session.changed.connect(self._on_session_changed)
        self.separation_panel.choice_changed.connect(self._on_choice_changed)
        self.separation_panel.folder_wanted.connect(self._choose_folder)

    @Slot()
    def _open(self) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self, "Open a movie or a sound file", str(self._settings.last_folder)
        )
        if name:
            self.open_movie(Path(name))

    @Slot()
    def _choose_folder(self) -> None:
        name = QFileDialog.getExistingDirectory(
            self, "Folder for the stems", str(self._settings.last_folder)
        )
        if name:
            self.project.set_out(Path(name))

    @Slot()
    def _separate(self) -> None:
        self.separation_panel.settle()
        self._look_for_earlier_work()
        if may_replace(self, self._earlier.paths):
            self._start(self.separation_panel.choice, self.project.audio_stream, resume=False)

    @Slot()
    def _resume(self) -> None:
        self.separation_panel.settle()
        self._look_for_earlier_work()
        stopped = self._earlier.stopped
        if stopped is not None and may_replace(self, self._earlier.waves):
            self._start(stopped.choice, stopped.audio_stream, resume=True)

    def _start(self, choice: SeparationChoice, audio_stream: int, resume: bool) -> None:
        movie = self.project.movie
        if movie is None:
            return
        self.movie_panel.show_problem("")
        self.session.start(
            SeparationOrder(
                movie.path.absolute(),
                self.project.out,
                choice,
                audio_stream,
                self._model,
                resume=resume,
                overwrite=bool(self._earlier.paths),  # the user has agreed
            )
        )

    @Slot()
    def _show_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.project.out)))

    @Slot(object)
    def _on_opened(self, info: MediaInfo) -> None:
        if not self.session.running:
            self._settings.last_folder = info.path.absolute().parent
            self.project.set_movie(info)

    @Slot()
    def _on_movie_changed(self) -> None:
        movie = self.project.movie
        self.setWindowTitle(f"{movie.path.name} – {_TITLE}" if movie else _TITLE)
        self.session.clear()

    @Slot()
    def _on_choice_changed(self) -> None:
        self._settings.choice = self.separation_panel.choice

    @Slot()
    def _on_session_changed(self) -> None:
        running = self.session.running
        self._look_for_earlier_work()
        self.run_panel.show_stopped_run(self._earlier.stopped)
        self.drop.enabled = not running
        self.movie_panel.set_locked(running)
        self.separation_panel.setEnabled(not running)
        self.action_table.update_for(
            Situation(
                can_separate=self.project.can_separate,
                running=running,
                stopping=self.session.state is RunState.STOPPING,
                stopped_run=self._earlier.stopped is not None,
                has_result=bool(self._earlier.waves),
            )
        )
        if self._closing and not running:
            self.close()

    def _look_for_earlier_work(self) -> None:
        movie, self._earlier = self.project.movie, EarlierWork()
        if movie is not None and not self.session.running:
            self._earlier = earlier_work(movie.path, self.project.out)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask before a run is stopped; close when it has ended."""
        if self.session.running and not self._closing:
            # the run may end while the question stands
            self._closing = may_stop(self)
            if not self._closing:
                event.ignore()
                return
        if self.session.running:
            self.session.cancel()
            event.ignore()
            return
        self.opening.stop()
        self._settings.window_geometry = self.saveGeometry()
        event.accept()
