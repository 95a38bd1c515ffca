"""Balance by the picture: gain lines that follow what a network makes of the mixture."""

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QUndoStack

from app.commands.mix_commands import BalanceStems
from app.jobs.balance_job import BalanceFound, BalanceShare, balance_steps
from app.jobs.job import Job
from app.jobs.job_runner import JobRunner
from app.project.project import Project
from app.project.view_state import ViewState
from cass_core.balance.balancing import BalanceRequest
from cass_core.balance.lines import BalanceLines


class BalanceRunner(QObject):
    """Balances the stems that are heard, in the selection or everywhere.

    Signals:
        begun: a run starts.
        changed: a run began, ended or went on, or what it has found was dismissed.
        failed: one sentence for the user.
    """

    begun = Signal()
    changed = Signal()
    failed = Signal(str)

    def __init__(
        self, project: Project, view: ViewState, undo: QUndoStack, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._project, self._view, self._undo = project, view, undo
        self._runner = JobRunner(self)
        self._runner.idle.connect(self.changed)
        self.share = 0.0
        self.lines: BalanceLines | None = None
        project.programme_changed.connect(self.clear)
        project.versions.current_changed.connect(self.clear)

    @property
    def busy(self) -> bool:
        """Whether the network is at work."""
        return self._runner.busy

    @property
    def can_start(self) -> bool:
        """Whether there are stems of a movie with a picture."""
        programme, takes = self._project.programme, self._project.versions.current_takes
        has_picture = programme is not None and programme.has_picture
        return has_picture and bool(takes) and not self.busy

    def start(self) -> None:
        """Balance the selection, or everything where nothing is selected."""
        programme = self._project.programme
        if programme is None or not self.can_start:
            return
        selection = self._view.selection
        request = BalanceRequest(
            takes=tuple(take.folder for take in self._project.versions.current_takes),
            movie=programme.info.path,
            audio_start_s=programme.audio_start_s,
            span=selection.span if selection is not None else self._project.whole,
            edits=self._project.repairs.edits,
            sensitivity=self._project.sensitivity.value,
            known_takes=self._project.versions.folders,
        )
        self.share, self.lines = 0.0, None
        job = Job(balance_steps(request))
        job.progressed.connect(self._on_progressed)
        job.failed.connect(self.failed)
        self.begun.emit()
        self._runner.start(job)
        self.changed.emit()

    @Slot()
    def cancel(self) -> None:
        """Ask the run to stop; the mix stays as it is."""
        self._runner.cancel()

    @Slot()
    def stop(self) -> None:
        """End a run and wait for that."""
        self._runner.cancel_and_wait()

    @Slot()
    def clear(self) -> None:
        """End a run, and forget what the last one has found."""
        self.stop()
        self.lines = None
        self.changed.emit()

    @Slot(object)
    def _on_progressed(self, news: object) -> None:
        if isinstance(news, BalanceShare):
            self.share = news.share
        elif isinstance(news, BalanceFound):
            self.lines = news.lines
            self._undo.push(BalanceStems(self._project.mix, news.lines))
        self.changed.emit()
