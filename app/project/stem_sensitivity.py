"""How strictly each stem keeps to what is its own."""

from PySide6.QtCore import QObject, Signal

from cass_core.repair.sensitivity.sensitivity import Sensitivity


class StemSensitivity(QObject):
    """Less bleed or fewer artefacts; the setter emits only when something changes.

    Signals:
        changed: a stem became stricter or more generous, somewhere or everywhere.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._value = Sensitivity()

    @property
    def value(self) -> Sensitivity:
        """All stems as one frozen value, for playback and export."""
        return self._value

    def set_value(self, value: Sensitivity) -> None:
        """Replace all of it."""
        if value != self._value:
            self._value = value
            self.changed.emit()
