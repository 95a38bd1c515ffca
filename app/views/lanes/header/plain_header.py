"""The left end of a lane that has no sound of its own: its name, and what a subclass adds."""

from PySide6.QtCore import QCoreApplication, QRect, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.lanes import Lane
from app.look.theme import active_theme
from app.views.lanes.header.lane_header import HEADER_PX

_BAR_PX = 3


class PlainHeader(QWidget):
    """Names a lane.

    Attributes:
        rows: below the name, for what a subclass adds.

    Signals:
        focus_asked: the user clicked, so that keys shall act on this lane.
    """

    focus_asked = Signal()

    def __init__(self, lane: Lane, parent: QWidget | None = None) -> None:
        """Say the name.

        Args:
            lane: its row.
            parent: the widget around it.
        """
        super().__init__(parent)
        self._lane = lane
        words = QCoreApplication.translate("Lanes", lane.label)
        spoken = QCoreApplication.translate("LaneHeader", "{lane}, {words}")
        self.setAccessibleName(spoken.format(lane=lane.code, words=words))
        self.setFixedWidth(HEADER_PX)
        name, label = lane_name(lane), QLabel(words)
        label.setProperty("role", "small")
        title = QHBoxLayout()
        title.setSpacing(6)
        title.addWidget(name)
        title.addWidget(label, 1)
        self.rows = QVBoxLayout(self)
        self.rows.setContentsMargins(12, 8, 8, 8)
        self.rows.setSpacing(4)
        self.rows.addLayout(title)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Keys shall act on this lane."""
        self.focus_asked.emit()
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground and the bar in the lane's colour."""
        theme, painter = active_theme(), QPainter(self)
        painter.fillRect(self.rect(), QColor(theme.card))
        colour = QColor(theme.colour(self._lane.colour))
        painter.fillRect(QRect(0, 0, _BAR_PX, self.height()), colour)


def lane_name(lane: Lane, size_px: int | None = None) -> QLabel:
    """A lane's code in its colour.

    Args:
        lane: whose.
        size_px: of the letters; the usual size if None.

    Returns:
        The label.
    """
    label = QLabel(lane.code)
    label.setProperty("role", "lane")
    label.setProperty("lane", lane.colour)
    if size_px is not None:
        label.setStyleSheet(f"font-size: {size_px}px;")
    return label
