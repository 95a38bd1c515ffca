"""Everything of the program that is no widget, made once and wired."""

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QUndoStack

from app.environment.settings import Settings
from app.jobs.face_boxes import FaceBoxes
from app.jobs.images.spectrogram_store import SpectrogramStore
from app.jobs.paint_priority import PaintPriority
from app.playback.playback import Playback
from app.project.project import Project
from app.project.view_state import ViewState
from app.workflows.audition import Audition
from app.workflows.balance_runner import BalanceRunner
from app.workflows.difference_sound import DifferenceSound
from app.workflows.document.movie_opener import MovieOpener
from app.workflows.document.project_saver import ProjectSaver
from app.workflows.export.export_queue import ExportQueue
from app.workflows.object_finder import ObjectFinder
from app.workflows.playback_sources import PlaybackSources
from app.workflows.repair_review import RepairReview
from app.workflows.repairer import Repairer
from app.workflows.review_runner import ReviewRunner
from app.workflows.separation.separation_runner import SeparationRunner
from app.workflows.separation.take_adoption import TakeAdoption
from app.workflows.separation_here import SeparationHere
from app.workflows.speech_gate import SpeechGate
from cass_core.isolation.isolated import end_idle


class AppContext(QObject):
    """What views show and controls act on.

    Attributes:
        settings: what outlives the program.
        project: the document.
        view: what is seen of it.
        undo: all commands.
        playback: what is heard.
        transport: where in the programme, and how fast.
        store: spectrograms and waveforms.
        faces: who is in the picture.
        saver: the project's file.
        opening: movies and projects.
        separation: the separator.
        separation_here: separates what is selected again.
        listening: gives sound and stems to `transport` and `store`.
        repairer: puts what is selected where it belongs.
        difference: gives the difference of stems to `store`.
        speech_gate: puts what is heard while nobody speaks there.
        balancing: lets the picture say how loud each stem should be.
        reviewing: finds sounds that belong elsewhere.
        isolating: selects the sound of something in the picture.
        audition: plays what is selected.
        repair_review: drops repairs that another version needs no more.
        exports: files for the editor.
        adoption: shows earlier separations of a movie again.
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
        self.playback = Playback(self.project.mix, self.project.timeline, self)
        self.transport = self.playback.transport
        way = PaintPriority()
        self.store = SpectrogramStore(self, way=way)
        self.faces = FaceBoxes(self.project, self)
        self.saver = ProjectSaver(
            self.project, self.view, self.transport, self.undo, settings, self
        )
        self.opening = MovieOpener(self.project, self.view, self.saver, settings, way, self)
        self.listening = PlaybackSources(self.project, self.transport, self.store, self)
        self.difference = DifferenceSound(self.project, self.view, self.listening, self.store, self)
        self.reviewing = ReviewRunner(self.project, self.view, self.transport, self.undo, self)
        self.balancing = BalanceRunner(self.project, self.view, self.undo, self)
        self.repairer = Repairer(self.project, self.view, self.listening, self.undo, self)
        self.speech_gate = SpeechGate(self.project, self.view, self.repairer, self.undo, self)
        self.isolating = ObjectFinder(self.project, self.view, self)
        self.audition = Audition(self.project, self.view, self.playback, self.listening, self)
        self.separation = SeparationRunner(self.project, self.undo, self)
        self.separation_here = SeparationHere(self.project, self.repairer, self.separation, self)
        self.repair_review = RepairReview(self.project, self.separation, self.undo, self)
        self.exports = ExportQueue(self)
        self.adoption = TakeAdoption(
            self.project, self.separation.version_controller, self.saver, self
        )
        self.view.look_changed.connect(self._on_look_changed)
        self.opening.opened_alone.connect(self.adoption.look)
        self.separation.finished.connect(self.faces.reload)
        self.opening.leaving.connect(self.leave_project)
        self.project.programme_changed.connect(self.playback.meters.forget)

    @Slot()
    def _on_look_changed(self) -> None:
        self.store.set_transform(self.view.look.n_fft)

    @property
    def is_busy(self) -> bool:
        """Whether closing would stop something that the user waits for."""
        return self.separation.busy or self.exports.busy

    def leave_project(self) -> None:
        """Let go of the stems and delete those that nothing refers to any more."""
        self.difference.close()
        self.listening.close()
        self.undo.clear()
        self.separation.version_controller.clean_up(keep=self.saver.saved_takes)

    def stop(self, *, keep_changes: bool) -> None:
        """End everything: for the end of the program.

        Args:
            keep_changes: what is not saved is offered at the next start.
        """
        self.exports.stop()
        self.reviewing.stop()
        self.isolating.stop()
        self.balancing.stop()
        self.separation.stop()
        self.saver.stop(keep_changes)
        if not keep_changes:
            self.leave_project()
            self.separation.version_controller.stop()
        self.adoption.stop()
        self.repair_review.stop()
        self.speech_gate.stop()
        self.opening.stop()
        self.difference.close()
        self.listening.close()
        self.store.stop()
        self.faces.stop()
        self.playback.close()
        self.listening.release()
        end_idle()
