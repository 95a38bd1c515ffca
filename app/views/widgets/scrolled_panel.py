"""A panel that scrolls where a small window leaves it less height than it needs."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

_LEAST_PX = 160


class ScrolledPanel(QScrollArea):
    """As high as its panel asks for, or with a scroll bar; never narrower than its panel.

    Attributes:
        panel: what is shown.
    """

    def __init__(self, panel: QWidget, parent: QWidget | None = None) -> None:
        """Take the panel in.

        Args:
            panel: what is shown.
            parent: the widget around it.
        """
        super().__init__(parent)
        self.panel = panel
        self.setWidget(panel)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def sizeHint(self) -> QSize:
        """That of the panel."""
        return self.panel.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """As wide as the panel, and some of its height."""
        least = self.panel.minimumSizeHint()
        return QSize(least.width(), min(least.height(), _LEAST_PX))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ask for another height with the panel."""
        done = super().eventFilter(watched, event)
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return done
