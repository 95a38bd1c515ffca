"""Repairs after another separation: they lie over it, too, and the user is asked which stay."""

from functools import partial

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot
from PySide6.QtGui import QUndoStack

from app.commands.repair_commands import RemoveEdits
from app.project.project import Project
from app.workflows.background_call import BackgroundCall
from app.workflows.separation.separation_runner import SeparationRunner
from cass_core.repair.edits import Edit, EditList
from cass_core.repair.listening.matching import unneeded

translate = QCoreApplication.translate


class RepairReview(QObject):
    """Compares the version that is heard with the one before it, where each edit lies.

    Signals:
        offered: which edits the new version does not need has become known, or is no question
            any longer.
        noticed: one sentence about the choice that the user has, or about what was done.
        failed: stems cannot be read; one sentence.
    """

    offered = Signal()
    noticed = Signal(str)
    failed = Signal(str)

    def __init__(
        self, project: Project, separation: SeparationRunner, undo: QUndoStack, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._project, self._separation, self._undo = project, separation, undo
        self._edits, self._unneeded = EditList(), tuple[Edit, ...]()
        self._drops = False
        self._call = BackgroundCall(self)
        self._call.returned.connect(self._on_returned)
        self._call.failed.connect(self.failed)
        separation.finished.connect(self._on_separated)
        project.repairs.changed.connect(self._on_repaired)
        project.versions.current_changed.connect(self.keep_all)

    @property
    def unneeded(self) -> tuple[Edit, ...]:
        """Edits that the new version does not need, and that nothing was decided about."""
        return self._unneeded

    def drop_unneeded(self) -> None:
        """Remove the edits whose sound the version that is heard has in the right stem already."""
        if self._unneeded:
            self._drop(self._unneeded, len(self._project.repairs.edits))
        else:
            self._compare(drops=True)

    @Slot()
    def keep_all(self) -> None:
        """Leave all edits over the new version."""
        self._offer(())

    def stop(self) -> None:
        """Wait for what is compared: for the end of the program."""
        self._call.stop()

    def _compare(self, *, drops: bool) -> None:
        versions, other = self._project.versions, self._separation.version_controller.other
        edits = self._project.repairs.edits
        if versions.current is None or other is None or not len(edits):
            return
        self._edits, self._drops = edits, drops
        folders, former = (
            [take.folder for take in versions.takes_of(version) if take.position > take.span.start]
            for version in (versions.current, other)
        )
        if folders and former:
            known = self._project.versions.folders
            self._call.start(partial(unneeded, edits, folders, former, known))

    def _drop(self, edits: tuple[Edit, ...], count: int) -> None:
        self._offer(())
        if edits:
            self._undo.push(RemoveEdits(self._project.repairs, edits))
        words = translate("RepairReview", "{gone} of {all} repairs are not needed any more.")
        self.noticed.emit(words.format(gone=len(edits), all=count))

    def _offer(self, edits: tuple[Edit, ...]) -> None:
        if edits != self._unneeded:
            self._unneeded = edits
            self.offered.emit()

    @Slot(object)
    def _on_returned(self, places: tuple[int, ...]) -> None:
        if self._project.repairs.edits is not self._edits:
            return  # the user has gone on working since
        found = tuple(self._edits.edits[place] for place in places)
        if self._drops:
            self._drop(found, len(self._edits))
        else:
            self._offer(found)

    @Slot()
    def _on_repaired(self) -> None:
        """What is in the list no more is no question either."""
        there = {id(edit) for edit in self._project.repairs.edits}
        self._offer(tuple(edit for edit in self._unneeded if id(edit) in there))

    @Slot(str)
    def _on_separated(self, take: str) -> None:
        edits = self._project.repairs.edits
        if (
            not len(edits)
            or take in edits.takes
            or self._separation.version_controller.other is None
        ):
            return
        words = translate("RepairReview", "Your repairs lie over the new version, too.")
        self.noticed.emit(words)
        self._compare(drops=False)
