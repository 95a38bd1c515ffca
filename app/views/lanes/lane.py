"""A lane: header and canvas side by side."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.views.lanes.axis.lane_context import LaneContext
from app.views.lanes.canvas.lane_canvas import LaneCanvas
from app.views.lanes.header.lane_header import LaneHeader


class Lane(QWidget):
    """The mixture or a stem.

    Attributes:
        name: "MIX", "DX", "FX" or "MX".
        header: its left end.
        canvas: its spectrogram.

    Signals:
        neighbour_asked: the user goes to the lane above (-1) or below (1).
    """

    neighbour_asked = Signal(int)

    def __init__(self, name: str, context: LaneContext, parent: QWidget | None = None) -> None:
        """Make header and canvas.

        Args:
            name: "MIX", "DX", "FX" or "MX".
            context: what is looked at and acted on.
            parent: the widget around it.
        """
        super().__init__(parent)
        self.name = name
        self.header, self.canvas = LaneHeader(name, context), LaneCanvas(name, context)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(1)
        row.addWidget(self.header)
        row.addWidget(self.canvas, 1)
        self.header.focus_asked.connect(self.canvas.setFocus)
        self.canvas.neighbour_asked.connect(self.neighbour_asked)
