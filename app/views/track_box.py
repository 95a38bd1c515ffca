"""The list from which a sound track is chosen."""

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QComboBox

_ARROW_PX = 4.0


class TrackBox(QComboBox):
    """A combo box with a fine arrow, never wider than there is room."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Sound track")
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)

    def minimumSizeHint(self) -> QSize:
        """Long titles are cut, not the window widened."""
        return QSize(120, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the arrow that the style sheet cannot."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.palette().placeholderText().color(), 1.5))
        x, y = self.width() - 16.0, self.height() / 2
        painter.drawPolyline(
            [
                QPointF(x - _ARROW_PX, y - _ARROW_PX / 2),
                QPointF(x, y + _ARROW_PX / 2),
                QPointF(x + _ARROW_PX, y - _ARROW_PX / 2),
            ]
        )
