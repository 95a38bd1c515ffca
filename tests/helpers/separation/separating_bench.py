"""A project with a separating process that only pretends, for the tests of its views."""

from dataclasses import dataclass

from PySide6.QtGui import QUndoStack

from app.environment.settings import Settings
from app.jobs.separating.separation_session import SeparationSession
from app.project.project import Project
from app.project.view_state import ViewState
from app.workflows.separation.separation_runner import SeparationRunner
from tests.helpers.project.programmes import programme
from tests.helpers.separation.fake_worker import fake_serve


@dataclass
class Bench:
    """What the views are given."""

    project: Project
    settings: Settings
    view: ViewState
    undo: QUndoStack
    session: SeparationSession
    separation: SeparationRunner

    def open(self, folder, **values):
        """Open a programme of ten seconds, decoded."""
        opened = programme(length_s=10.0, **values)
        self.project.open(opened, folder)
        self.project.set_decoded(opened.num_samples, True)
        self.view.set_length(opened.num_samples)

    def wait(self, qtbot):
        """Until nothing runs."""
        qtbot.waitUntil(lambda: not self.separation.busy and not self.session.busy, timeout=15_000)


def make_bench(settings):
    """Everything in its first state; nothing is open."""
    project, view, undo = Project(), ViewState(), QUndoStack()
    session = SeparationSession(target=fake_serve)
    separation = SeparationRunner(project, undo, session=session)
    return Bench(project, settings, view, undo, session, separation)
