"""The column of panels, which scrolls where the window is lower than they are."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

_EDGE_PX, _GAP_PX = 20, 14


class Page(QScrollArea):
    """Panels below each other."""

    def __init__(self, panels: Iterable[QWidget]) -> None:
        """Stack the panels.

        Args:
            panels: from top to bottom.
        """
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(_EDGE_PX, _EDGE_PX // 2, _EDGE_PX, _EDGE_PX)
        column.setSpacing(_GAP_PX)
        for panel in panels:
            column.addWidget(panel)
        column.addStretch(1)
        self.setWidget(content)
