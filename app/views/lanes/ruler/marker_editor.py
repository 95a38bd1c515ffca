"""Naming a marker in place."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from app.commands.timeline_commands import RenameMarker
from app.views.lanes.axis.lane_context import LaneContext
from cass_core.programme.markers.marker import Marker

_WIDTH_PX = 150


class MarkerEditor(QLineEdit):
    """A field over the flag: Return and leaving it keep the name, Escape does not."""

    def __init__(self, context: LaneContext, parent: QWidget) -> None:
        """Make an invisible field.

        Args:
            context: whose markers it names.
            parent: the ruler.
        """
        super().__init__(parent)
        self._context, self._ruler = context, parent
        self._marker: Marker | None = None
        self.setAccessibleName(self.tr("Name of the marker"))
        self.setStyleSheet("padding: 0 3px; min-height: 16px; border-radius: 3px;")
        self.editingFinished.connect(self._on_editing_finished)
        self.hide()

    def edit(self, marker: Marker, x_px: int) -> None:
        """Let the user name a marker.

        Args:
            marker: which one.
            x_px: where its flag is in the ruler.
        """
        self._marker = marker
        self.setText(marker.name)
        self.selectAll()
        left = min(max(x_px, 0), max(self._ruler.width() - _WIDTH_PX, 0))
        self.setGeometry(QRect(left, 0, _WIDTH_PX, 20))
        self.show()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_editing_finished(self) -> None:
        marker, self._marker = self._marker, None
        name = self.text().strip()
        if marker is not None and name and name != marker.name:
            self._context.undo.push(RenameMarker(self._context.project.timeline, marker, name))
        self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape keeps the old name."""
        if event.key() == Qt.Key.Key_Escape:
            self._marker = None
            self.hide()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Keep what was typed."""
        super().focusOutEvent(event)
        self._on_editing_finished()
