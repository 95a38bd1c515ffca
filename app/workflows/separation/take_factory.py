"""A request becomes a take with a folder and a place in a version; an empty one is taken back."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QUndoStack

from app.commands.repair_commands import AddTakeEdit
from app.commands.version_commands import ChangeVersions
from app.jobs.model_list import checksum_of
from app.project.project import Project
from app.project.versions import Take
from app.workflows.separation.run_state import Landing, QueuedSeparation
from app.workflows.separation.take_folders import new_take_folder
from app.workflows.separation.version_controller import VersionController
from cass_core.repair.edits import Edit
from cass_core.repair.operations import Replace


class TakeFactory(QObject):
    """Makes takes and remembers the commands that did."""

    def __init__(
        self,
        project: Project,
        undo: QUndoStack,
        version_controller: VersionController,
        parent: QObject | None = None,
    ) -> None:
        """Make nothing yet.

        Args:
            project: what the takes are of.
            undo: where commands go.
            version_controller: gives takes their place.
            parent: owner.
        """
        super().__init__(parent)
        self._project, self._versions = project, project.versions
        self._undo, self._version_controller = undo, version_controller
        self._commands: dict[str, ChangeVersions | AddTakeEdit] = {}
        self._requests: dict[str, QueuedSeparation] = {}

    def take_for(self, request: QueuedSeparation) -> Take:
        """The take that a request asks for.

        Args:
            request: how and of what.

        Returns:
            One that was stopped; else a new one, in a version that is heard now or in a repair of
                it.

        Raises:
            OutputError: the folder of a new one cannot be made.
        """
        return self._stopped_one(request) or self._make(request)

    def withdraw(self, name: str) -> QueuedSeparation | None:
        """Take back a take that has nothing to hear, unless the user has gone on working since.

        Args:
            name: of the take.

        Returns:
            What was asked for; None where the take stays.
        """
        take, command = self._versions.take(name), self._commands.pop(name, None)
        request = self._requests.pop(name, None)
        if take is None or command is None or take.position > take.span.start:
            return None
        last = self._undo.count() - 1
        if self._undo.index() != last + 1 or self._undo.command(last) is not command:
            return None
        command.undo()
        command.setObsolete(True)
        self._undo.undo()  # only drops it: there is nothing left to take back
        self._versions.remove_take(name)
        self._version_controller.delete([take])
        return request

    def forget(self) -> None:
        """Forget the commands: another movie is open."""
        self._commands, self._requests = {}, {}

    def _stopped_one(self, request: QueuedSeparation) -> Take | None:
        """A take of the current version that is what was asked for, begun and not complete."""
        if request.landing is not None:
            return None
        way = request.choice, request.model, request.span or self._project.whole
        return next(
            (
                take
                for take in self._versions.current_takes
                if not take.is_complete and (take.choice, take.model, take.span) == way
            ),
            None,
        )

    def _make(self, request: QueuedSeparation) -> Take:
        """Put a new take into the project, where it is heard now."""
        folder = new_take_folder(self._project.folder, self._versions)
        span = request.span or self._project.whole
        take = Take(
            folder.name, folder, span, request.choice, request.model, span.start,
            checksum_of(request.model),
        )  # fmt: skip
        self._commands = {take.name: self._placed(take, request.landing)}
        self._requests = {take.name: request}
        return take

    def _placed(self, take: Take, landing: Landing | None) -> ChangeVersions | AddTakeEdit:
        """The command that put a take into a version, or into the list of repairs."""
        if landing is None:
            return self._version_controller.place(take)
        note = f"{landing.words}: {self._version_controller.way(take)}"
        edit = Edit(Replace(landing.region, take.name), note=note)
        command = AddTakeEdit(self._project.repairs, self._versions, landing.words, take, edit)
        self._undo.push(command)
        return command
