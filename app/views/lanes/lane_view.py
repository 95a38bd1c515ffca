"""A lane: header and canvas side by side."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.lanes import Lane
from app.views.lanes.axis.lane_context import LaneContext
from app.views.lanes.lane_parts import LANE_PARTS


class LaneView(QWidget):
    """A lane of any kind.

    Attributes:
        lane: its row.
        header: its left end.
        canvas: what it draws over time.

    Signals:
        neighbour_asked: the user goes to the lane above (-1) or below (1).
    """

    neighbour_asked = Signal(int)

    def __init__(self, lane: Lane, context: LaneContext, parent: QWidget | None = None) -> None:
        """Make header and canvas.

        Args:
            lane: its row.
            context: what is looked at and acted on.
            parent: the widget around it.
        """
        super().__init__(parent)
        self.lane = lane
        parts = LANE_PARTS[lane.kind](lane, context)
        self.header, self.canvas = parts.header, parts.canvas
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(1)
        row.addWidget(self.header)
        row.addWidget(self.canvas, 1)
        parts.neighbour_asked.connect(self.neighbour_asked)
