"""A project with everything that saving needs, and no window."""

from pathlib import Path

from PySide6.QtGui import QUndoStack

from app.project.project import Project
from app.project.view_state import ViewState
from app.workflows.document.documents import document_of
from app.workflows.document.project_saver import ProjectSaver
from tests.helpers.project.programmes import programme


class StandingPlayhead:
    """Is where it was sent."""

    def __init__(self):
        self.position = 0

    def seek(self, sample: int) -> None:
        self.position = sample


class OpenProject:
    """What a window would hold."""

    def __init__(self, settings):
        self.project, self.view, self.undo = Project(), ViewState(), QUndoStack()
        self.playhead = StandingPlayhead()
        self.saver = ProjectSaver(self.project, self.view, self.playhead, self.undo, settings)

    @property
    def document(self):
        """What is open."""
        return document_of(self.project, self.view, self.playhead)

    def open(self, folder: Path) -> None:
        """Open a movie that no file stands behind, as the window does for a real one."""
        self.project.open(programme(), folder)
        self.view.set_length(self.project.whole.stop)
        self.view.show_span(self.project.whole)
