"""The lanes, with a scroll bar where a small window leaves them less height than they need."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QSplitter, QWidget

_LEAST_PX = 372  # five lanes at their lowest


class LaneScroll(QScrollArea):
    """Shares its height between the lanes as long as they fit.

    Attributes:
        splitter: the lanes, one below the other.

    Signals:
        bar_changed: width that the scroll bar takes from the lanes, in pixels; 0 without one.
    """

    bar_changed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Hold no lanes yet.

        Args:
            parent: the widget around it.
        """
        super().__init__(parent)
        self.splitter = QSplitter(Qt.Orientation.Vertical)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(3)
        self.setWidget(self.splitter)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalScrollBar().rangeChanged.connect(self._on_range_changed)

    def _on_range_changed(self, lowest: int, highest: int) -> None:
        bar = self.verticalScrollBar()
        self.bar_changed.emit(bar.sizeHint().width() if highest > lowest else 0)

    def minimumSizeHint(self) -> QSize:
        """As wide as the lanes, as high as a few of them."""
        least = self.splitter.minimumSizeHint()
        return QSize(least.width(), min(least.height(), _LEAST_PX))

    def sizeHint(self) -> QSize:
        """That of the lanes."""
        return self.splitter.sizeHint()
