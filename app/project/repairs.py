"""The repairs of the stems, in their order."""

from PySide6.QtCore import QObject, Signal

from cass_core.repair.edits import EditList


class Repairs(QObject):
    """What was moved between the stems; the setter emits only when something changes.

    Signals:
        changed: an edit came, went, changed or was switched on or off.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._edits = EditList()

    @property
    def edits(self) -> EditList:
        """All of them as one frozen value, for playback and export."""
        return self._edits

    def set_edits(self, edits: EditList) -> None:
        """Replace the list."""
        if edits != self._edits:
            self._edits = edits
            self.changed.emit()
