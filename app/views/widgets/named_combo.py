"""A drop-down list whose name is spoken although no label stands beside it."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QComboBox, QLabel


class NamedCombo(QComboBox):
    """Has a name for screen readers on every system.

    Where readers use AT-SPI, Qt gives them the value in place of a list's name; they find the name
    in the label that has the list as its buddy. Here that label is never seen.
    """

    def __init__(self) -> None:
        super().__init__()
        self._label = QLabel()
        self._label.setBuddy(self)

    def set_name(self, name: str, tip: str = "") -> None:
        """Say what it chooses.

        Args:
            name: for screen readers.
            tip: for the eye; the name where empty.
        """
        self._label.setText(name)
        self.setAccessibleName(name)
        self.setToolTip(tip or name)

    def event(self, event: QEvent) -> bool:
        """Take the label along: readers look for it beside the list."""
        if event.type() == QEvent.Type.ParentChange:
            self._label.setParent(self.parentWidget())
            self._label.hide()
        return super().event(event)
