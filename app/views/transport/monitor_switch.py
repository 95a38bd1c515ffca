"""The switch between the mix of the stems and the original sound."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QWidget

from app.playback.comparison import Comparison


class MonitorSwitch(QWidget):
    """Two buttons, one of which is down."""

    def __init__(
        self, comparison: Comparison, action: QAction, parent: QWidget | None = None
    ) -> None:
        """Show what is heard.

        Args:
            comparison: what is monitored.
            action: changes between the two; tells whether that is possible, and the key.
            parent: the widget around it.
        """
        super().__init__(parent)
        self._comparison, self._action = comparison, action
        self.mix = _segment(self.tr("Mix"), self.tr("Hear the mix of the stems"))
        self.original = _segment(self.tr("Original"), self.tr("Hear the original sound"))
        self.mix.setProperty("end", "left")
        self.original.setProperty("end", "right")
        group, row = QButtonGroup(self), QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for button in (self.mix, self.original):
            group.addButton(button)
            row.addWidget(button)
        self.original.toggled.connect(comparison.set_original)
        comparison.switched.connect(self._on_switched)
        action.changed.connect(self._on_action_changed)
        self._on_switched()
        self._on_action_changed()

    @Slot()
    def _on_switched(self) -> None:
        (self.original if self._comparison.original else self.mix).setChecked(True)

    @Slot()
    def _on_action_changed(self) -> None:
        self.setEnabled(self._action.isEnabled())
        self.setToolTip(self._action.toolTip())


def _segment(text: str, tip: str) -> QPushButton:
    button = QPushButton(text)
    button.setToolTip(tip)
    button.setAccessibleName(tip)
    button.setProperty("role", "segment")
    button.setCheckable(True)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button
