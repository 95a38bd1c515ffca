"""Repairs after another separation: they lie over it, too, until the user drops what is mended."""

from functools import partial

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot
from PySide6.QtGui import QUndoStack

from app.commands.repair_commands import RemoveEdits
from app.project.project import Project
from app.project.versions import Version
from app.workflows.background_call import BackgroundCall
from app.workflows.separation.separation_runner import SeparationRunner
from cass_core.repair.edits import EditList
from cass_core.repair.listening.matching import unneeded

translate = QCoreApplication.translate


class RepairReview(QObject):
    """Compares the version that is heard with the one before it, where each edit lies.

    Signals:
        noticed: one sentence about the choice that the user has, or about what was done.
        failed: stems cannot be read; one sentence.
    """

    noticed = Signal(str)
    failed = Signal(str)

    def __init__(
        self, project: Project, separation: SeparationRunner, undo: QUndoStack, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._project, self._separation, self._undo = project, separation, undo
        self._edits = EditList()
        self._call = BackgroundCall(self)
        self._call.returned.connect(self._on_returned)
        self._call.failed.connect(self.failed)
        separation.finished.connect(self._on_separated)

    def drop_unneeded(self) -> None:
        """Remove the edits whose sound the version that is heard has in the right stem already."""
        versions, other = self._project.versions, self._separation.version_controller.other
        edits = self._project.repairs.edits
        if versions.current is None or other is None or not len(edits):
            return
        self._edits = edits
        folders, former = (
            [take.folder for take in versions.takes_of(version) if take.position > take.span.start]
            for version in (versions.current, other)
        )
        if folders and former:
            known = self._project.versions.folders
            self._call.start(partial(unneeded, edits, folders, former, known))

    def stop(self) -> None:
        """Wait for what is compared: for the end of the program."""
        self._call.stop()

    @Slot(object)
    def _on_returned(self, places: tuple[int, ...]) -> None:
        edits, found = self._edits.edits, self._project.repairs.edits
        gone = tuple(edits[place] for place in places)
        if gone and found is self._edits:
            self._undo.push(RemoveEdits(self._project.repairs, gone))
        words = translate("RepairReview", "{gone} of {all} repairs are not needed any more.")
        self.noticed.emit(words.format(gone=len(gone), all=len(edits)))

    @Slot(str)
    def _on_separated(self, take: str) -> None:
        edits = self._project.repairs.edits
        if len(edits) and take not in edits.takes and self._other is not None:
            self.noticed.emit(
                translate(
                    "RepairReview",
                    "Your repairs lie over the new version, too; “Remove what is mended” in the "
                    "menu Repair drops those that it does not need.",
                )
            )

    @property
    def _other(self) -> Version | None:
        return self._separation.version_controller.other
