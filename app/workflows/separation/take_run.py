"""The run that makes a take: its state, and what the separating process is asked to do with it."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal, Slot

from app.jobs.separating.separation_session import SeparationSession
from app.project.project import Project
from app.project.versions import Take
from app.workflows.separation.next_action import ProcessState
from app.workflows.separation.run_state import RunState
from cass_core.request.request import SeparationRequest


class TakeRun(QObject):
    """The separating process as the queue sees it; one take at a time.

    Signals:
        changed: another state.
        take_grew: the take has another finished window; its name.
    """

    changed = Signal()
    take_grew = Signal(str)

    def __init__(self, project: Project, session: SeparationSession, parent: QObject) -> None:
        """Stand still.

        Args:
            project: what the takes are of.
            session: the process.
            parent: owner.
        """
        super().__init__(parent)
        self._project, self._versions, self._session = project, project.versions, session
        self._state, self._take, self._gives_way = RunState.IDLE, "", False
        session.take_grew.connect(self._on_take_grew)
        session.paused_changed.connect(self._on_paused_changed)

    @property
    def state(self) -> RunState:
        """What the process does."""
        return self._state

    @property
    def take(self) -> str:
        """Name of the take that is being made; empty for none."""
        return self._take

    @property
    def process(self) -> ProcessState:
        """All that decides about what is done next."""
        return ProcessState(self._state, self._take, self._gives_way, self._session.busy)

    def set_state(self, state: RunState) -> None:
        """Be in another state."""
        self._state = state
        self.changed.emit()

    def begin(self, take: Take) -> None:
        """Make a take, or go on with it; the process must be free."""
        programme, choice = self._project.programme, take.choice
        if programme is None:
            return
        self._take, self._gives_way = take.name, False
        request = SeparationRequest(
            movie=programme.info.path.absolute(),
            folder=take.folder,
            model=take.model,
            settings=replace(choice, picture=choice.picture and programme.has_picture),
            audio_stream=programme.audio_stream,
            channels=programme.channels,
            span=take.span,
            resume=True,
            decoded=programme.sound,
        )
        self.set_state(RunState.RUNNING)
        self._session.start(request)

    def pause(self) -> None:
        """Let the process stand still."""
        if self._state is RunState.RUNNING:
            self._session.pause()
            self.set_state(RunState.PAUSING)

    def go_on(self) -> None:
        """Let a paused process go on."""
        if self._state in (RunState.PAUSED, RunState.PAUSING):
            self._session.go_on()
            self.set_state(RunState.RUNNING)

    def give_way(self) -> None:
        """End early, to be resumed behind a part that goes first."""
        self._gives_way = True
        self._session.cancel()

    def stop(self) -> None:
        """End early; what is finished stays."""
        self._gives_way = False
        self._session.cancel()
        self.set_state(RunState.STOPPING)

    def end(self) -> tuple[str, bool]:
        """Make no take any more: the process has told how its order ended.

        Returns:
            Name of the take, and whether it gave way.
        """
        ended = self._take, self._gives_way
        self._take, self._gives_way = "", False
        return ended

    @Slot(int)
    def _on_take_grew(self, position: int) -> None:
        if self._versions.take(self._take) is not None:
            self._versions.set_position(self._take, position)
            self.take_grew.emit(self._take)

    @Slot(bool)
    def _on_paused_changed(self, paused: bool) -> None:
        if paused and self._state is RunState.PAUSING:
            self.set_state(RunState.PAUSED)
