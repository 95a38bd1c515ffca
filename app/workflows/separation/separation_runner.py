"""Separations one after the other: what is asked for, what runs, how it ended."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QUndoStack

from app.environment.error_report import sentence_for
from app.jobs.model_list import default_model
from app.jobs.separating.device_report import DeviceReport
from app.jobs.separating.run_events import OrderCancelled, OrderDone, OrderFailed
from app.jobs.separating.separation_job import Progress
from app.jobs.separating.separation_session import SeparationSession
from app.project.project import Project
from app.project.versions import Take
from app.workflows.separation.known_takes import known_takes
from app.workflows.separation.next_action import (
    Action,
    BeginTake,
    GiveWay,
    MakeTake,
    RefuseRequest,
    Rest,
    StopRun,
    next_action,
)
from app.workflows.separation.run_costs import RunCosts
from app.workflows.separation.run_report import RunReport
from app.workflows.separation.run_state import Landing, QueuedSeparation, RunState
from app.workflows.separation.separation_queue import SeparationQueue
from app.workflows.separation.take_factory import TakeFactory
from app.workflows.separation.take_run import TakeRun
from app.workflows.separation.version_controller import VersionController
from cass_core.clips import SampleSpan
from cass_core.errors import CassError
from cass_core.programme.locations import own_folder
from cass_core.request.request import SeparationRequest
from cass_core.request.settings import SeparationSettings


class SeparationRunner(QObject):
    """The door to the separating process for views and actions.

    A part goes before a whole: a whole run gives way to it and goes on afterwards.

    Attributes:
        version_controller: what the user does with versions.
        device: name of the device, once somebody has asked.
        costs: how long a separation will take.
        report: what the last run has told.

    Signals:
        changed: state, notices or problem changed.
        progressed: there is a new `report.progress`.
        take_grew: a take has another finished window; its name.
        finished: a take is complete; its name.
        failed: why a separation ended, as one sentence.
        noticed: what a separation had to fall back on, as one sentence.
    """

    changed = Signal()
    progressed = Signal()
    take_grew = Signal(str)
    finished = Signal(str)
    failed = Signal(str)
    noticed = Signal(str)

    def __init__(
        self,
        project: Project,
        undo: QUndoStack,
        parent: QObject | None = None,
        session: SeparationSession | None = None,
    ) -> None:
        """Nothing is started before somebody asks for it.

        Args:
            project: what is separated.
            undo: where commands go.
            parent: owner.
            session: the separating process; a usual one if None.
        """
        super().__init__(parent)
        self._project, self._versions = project, project.versions
        self._session = session or SeparationSession(self)
        self.report = RunReport()
        self.version_controller = VersionController(project, undo, self)
        self.device = DeviceReport(self._session, self)
        self.costs = RunCosts(project, self._session, self.device, self)
        self._making = TakeFactory(project, undo, self.version_controller, self)
        self._queue = SeparationQueue()
        self._run = TakeRun(project, self._session, self)
        self._connect()

    @property
    def state(self) -> RunState:
        """What the process does."""
        return self._run.state

    @property
    def busy(self) -> bool:
        """Whether a separation is under way."""
        return self.state.is_busy

    @property
    def running(self) -> str:
        """Name of the take that is being made; empty for none."""
        return self._run.take

    @property
    def can_retry(self) -> bool:
        """Whether `retry` would do something."""
        return self.state is RunState.FAILED and self.report.retry is not None

    @property
    def proposed_folder(self) -> Path | None:
        """Where takes could be kept instead, when the project's folder was refused."""
        programme, refused = self._project.programme, self.report.refused_folder
        if refused is None or programme is None:
            return None
        folder = own_folder(programme.info.path)
        return None if folder == refused else folder

    @property
    def resumable(self) -> Take | None:
        """A stopped take of the current version, or of a repair, that can go on."""
        mending = map(self._versions.take, sorted(self._project.repairs.edits.takes))
        takes = (*self._versions.current_takes, *filter(None, mending))
        left = (take for take in takes if not take.is_complete and take.name != self.running)
        return None if self.busy else next(left, None)

    def start(
        self,
        choice: SeparationSettings,
        span: SampleSpan | None = None,
        model: str | None = None,
        landing: Landing | None = None,
    ) -> None:
        """Separate, as soon as the sound is decoded and the process is free.

        Args:
            choice: how.
            span: a part of the programme; None for the whole.
            model: name or folder; None for the one that ships.
            landing: where it is heard as a repair; None for a version.
        """
        if self._project.programme is not None:
            self._forget()
            request = QueuedSeparation(choice, span, model or default_model(), landing)
            self._queue = self._queue.with_request(request)
            self._proceed()

    def resume(self, name: str) -> None:
        """Go on with a take that was stopped."""
        take = self._versions.take(name)
        if take is not None and not take.is_complete and name != self.running:
            self._forget()
            self._queue = self._queue.with_next(name)
            self._proceed()

    def retry(self) -> None:
        """Try what failed again."""
        request = self.report.retry
        if isinstance(request, QueuedSeparation):
            self.start(request.choice, request.span, request.model, request.landing)
        elif request is not None:
            self.resume(request)

    def use_proposed_folder(self) -> None:
        """Keep the takes to come where they can be kept, and try again."""
        if self.proposed_folder is not None:
            self._project.set_folder(self.proposed_folder)
            self.retry()

    def pause(self) -> None:
        """Let the process stand still."""
        self._run.pause()

    def go_on(self) -> None:
        """Let a paused process go on."""
        self._run.go_on()

    def cancel(self) -> None:
        """Stop the run and forget what waits; what is finished stays and can be resumed."""
        self._queue = SeparationQueue()
        if self.running:
            self._run.stop()
        elif self.busy:
            self._run.set_state(RunState.IDLE)

    def stop(self) -> None:
        """End the process and wait for it: for the end of the program."""
        self._queue = SeparationQueue()
        self._session.stop()
        self.version_controller.stop()

    def _connect(self) -> None:
        session = self._session
        self._run.changed.connect(self.changed)
        self._run.take_grew.connect(self.take_grew)
        session.progressed.connect(self._on_progressed)
        session.noticed.connect(self._on_noticed)
        session.ended.connect(self._on_ended)
        self._project.decoded.connect(self._on_decoded)
        self._project.programme_changed.connect(self._on_programme_changed)
        self._versions.changed.connect(self._on_versions_changed)
        self._project.repairs.changed.connect(self._on_versions_changed)

    def _proceed(self) -> None:
        """Do what is to be done until a run begins or nothing is left to do."""
        while isinstance(action := self._next_action(), MakeTake | RefuseRequest):
            self._queue = self._queue.without_request()
            self._settle(action)
        self._carry_out(action)

    def _next_action(self) -> Action:
        project = self._project
        num_decoded = project.num_decoded if project.is_decoded else None
        return next_action(self._queue, known_takes(project), self._run.process, num_decoded)

    def _carry_out(self, action: Action) -> None:
        match action:
            case BeginTake(name):
                self._queue = self._queue.behind(name)
                if (take := self._versions.take(name)) is not None:
                    self.report.forget_run()
                    self._run.begin(take)
            case GiveWay(name):
                self._line_up(name)
                self._run.give_way()
            case StopRun():
                self._run.stop()
            case Rest(state, forgets):
                self._queue = replace(self._queue, takes=()) if forgets else self._queue
                if state is RunState.STARTING:
                    self.costs.cancel()  # a run finds out by itself what it costs
                self._run.set_state(state)

    def _settle(self, action: MakeTake | RefuseRequest) -> None:
        """Make a take of a request, or go on with the same one that was stopped."""
        request = action.request
        if isinstance(action, RefuseRequest):
            nothing = self.tr("Nothing of the sound could be decoded; open another file.")
            self._fail(nothing, request)
            return
        try:
            name = self._making.take_for(request).name
            if name != self.running:
                self._line_up(name)
        except CassError as error:
            self.report.refused_folder = self._project.folder
            self._fail(sentence_for(error), request)

    def _line_up(self, name: str) -> None:
        self._queue = self._queue.with_take(name, known_takes(self._project).parts)

    def _forget(self) -> None:
        """Forget how the last run ended; a run that is at work keeps what it has told."""
        self.report.forget_problem()
        if not self.running:
            self.report.forget_run()
        if self.state is RunState.FAILED:
            self._run.set_state(RunState.IDLE)

    def _fail(self, sentence: str, retry: QueuedSeparation | str | None) -> None:
        self.report.problem, self.report.retry = sentence, retry
        self._run.set_state(self.state if self.running else RunState.FAILED)
        self.failed.emit(sentence)

    @Slot(object)
    def _on_progressed(self, progress: Progress) -> None:
        if self.running:
            self.report.progress = progress
            self.progressed.emit()

    @Slot(str)
    def _on_noticed(self, sentence: str) -> None:
        if self.report.add_notice(sentence):
            self.noticed.emit(sentence)
            self.changed.emit()

    @Slot(object, object)
    def _on_ended(self, order: object, ending: object) -> None:
        if isinstance(order, SeparationRequest):
            self._on_run_ended(ending)
        elif isinstance(ending, OrderFailed):
            self._on_noticed(ending.sentence)
        self._proceed()

    def _on_run_ended(self, ending: object) -> None:
        name, gave_way = self._run.end()
        take = self._versions.take(name)
        if isinstance(ending, OrderDone) and take is not None:
            self._versions.set_position(name, take.span.stop)
            self.finished.emit(name)
        elif isinstance(ending, OrderFailed):
            self._fail(ending.sentence, self._making.withdraw(name) or name)
        elif isinstance(ending, OrderCancelled) and not gave_way:
            self._making.withdraw(name)

    @Slot()
    def _on_decoded(self) -> None:
        if self._queue.requests and self._project.is_decoded:
            self._proceed()

    @Slot()
    def _on_programme_changed(self) -> None:
        self._queue = SeparationQueue()
        self._making.forget()
        self._forget()
        if not self.running:
            self._run.set_state(RunState.IDLE)

    @Slot()
    def _on_versions_changed(self) -> None:
        """A take that undo has taken away is not made any further."""
        if isinstance(action := self._next_action(), StopRun):
            self._carry_out(action)
