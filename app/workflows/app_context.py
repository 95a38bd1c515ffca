"""Everything of the program that is no widget, made once and wired."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QUndoStack

from app.environment.settings import Settings
from app.jobs.face_boxes import FaceBoxes
from app.jobs.images.spectrogram_store import SpectrogramStore
from app.jobs.paint_priority import WayGiving
from app.playback.transport import Transport
from app.project.project import Project
from app.project.view_state import ViewState
from app.workflows.document.movie_opener import Opening
from app.workflows.document.project_saver import Saving
from app.workflows.export.export_runner import Exporting
from app.workflows.playback_sources import Listening
from app.workflows.separation.separation_runner import Separating
from app.workflows.separation.take_adoption import Adopting


class Workbench(QObject):
    """What views show and controls act on.

    Attributes:
        settings: what outlives the program.
        project: the document.
        view: what is seen of it.
        undo: all commands.
        transport: what is heard.
        store: spectrograms and waveforms.
        faces: who is in the picture.
        saving: the project's file.
        opening: movies and projects.
        separating: the separator.
        listening: gives sound and stems to `transport` and `store`.
        exporting: files for the editor.
        adopting: shows earlier separations of a movie again.
    """

    def __init__(self, settings: Settings, parent: QObject | None = None) -> None:
        """Make everything; nothing is opened or started.

        Args:
            settings: of this user.
            parent: owner.
        """
        super().__init__(parent)
        self.settings = settings
        self.project, self.view = Project(self), ViewState(self)
        self.undo = QUndoStack(self)
        self.transport = Transport(self.project.mix, self.project.timeline, self)
        way = WayGiving()
        self.store = SpectrogramStore(self, way=way)
        self.faces = FaceBoxes(self.project, self)
        self.saving = Saving(self.project, self.view, self.undo, settings, self)
        self.opening = Opening(self.project, self.view, self.saving, settings, way, self)
        self.listening = Listening(self.project, self.transport, self.store, self)
        self.separating = Separating(self.project, settings, self.undo, self)
        self.exporting = Exporting(self)
        self.adopting = Adopting(self.project, self.separating.desk, self.saving, self)
        self.opening.opened_alone.connect(self.adopting.look)
        self.separating.finished.connect(self.faces.reload)
        self.opening.leaving.connect(self.leave_project)

    @property
    def is_busy(self) -> bool:
        """Whether closing would stop something that the user waits for."""
        return self.separating.busy or self.exporting.busy

    def leave_project(self) -> None:
        """Let go of the stems and delete those that nothing refers to any more."""
        self.listening.close()
        self.undo.clear()
        self.separating.desk.clean_up(keep=self.saving.saved_takes)

    def stop(self, *, keep_changes: bool) -> None:
        """End everything: for the end of the program.

        Args:
            keep_changes: what is not saved is offered at the next start.
        """
        self.exporting.stop()
        self.separating.stop()
        self.saving.stop(keep_changes)
        if not keep_changes:
            self.leave_project()
            self.separating.desk.stop()
        self.adopting.stop()
        self.opening.stop()
        self.listening.close()
        self.store.stop()
        self.faces.stop()
        self.transport.close()
        self.listening.release()
