"""The left column: the picture above, as large as its shape allows, and the panels below it."""

from PySide6.QtCore import QByteArray, QEvent, Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

from app.views.widgets.scrolled_panel import ScrolledPanel

_GAP_PX, _RIGHT_PX = 8, 3  # the handle between the columns makes the right gap as wide
_LEAST_PANEL_PX, _LEAST_WIDTH_PX = 96, 420


class PictureColumn(QSplitter):
    """Gives the picture what its width asks for, and the panels the rest.

    Once the user has moved a handle, the heights are theirs.
    """

    def __init__(
        self, picture: QWidget, panels: tuple[QWidget, ...], parent: QWidget | None = None
    ) -> None:
        """Stack the parts.

        Args:
            picture: whose size hint has the picture's shape.
            panels: below it; the last one takes what the others leave.
            parent: the widget around it.
        """
        super().__init__(Qt.Orientation.Vertical, parent)
        self._picture, self._panels = picture, panels
        self._is_by_hand = False
        self.setChildrenCollapsible(False)
        self.setHandleWidth(_GAP_PX)
        self.setContentsMargins(_GAP_PX, _GAP_PX, _RIGHT_PX, _GAP_PX)
        for part in (picture, *panels):
            self.addWidget(part)
        self.setStretchFactor(0, 1)
        # narrower, the panels' sentences would wrap away what the picture needs
        self.setMinimumWidth(_LEAST_WIDTH_PX)
        self.splitterMoved.connect(self._on_moved)

    @property
    def state(self) -> str:
        """The heights that the user has chosen, as text; empty where they follow the picture."""
        return bytes(self.saveState().toHex().data()).decode() if self._is_by_hand else ""

    @state.setter
    def state(self, state: str) -> None:
        kept = QByteArray.fromHex(state.encode("ascii", "replace"))
        self._is_by_hand = not kept.isEmpty() and self.restoreState(kept)

    @Slot()
    def _on_moved(self) -> None:
        self._is_by_hand = True

    def _fit(self) -> None:
        """Share out the height anew."""
        if self._is_by_hand:
            return
        inside, hint = self.contentsRect(), self._picture.sizeHint()
        room = inside.height() - self._num_handles * self.handleWidth()
        wanted = [_wanted_height(panel, inside.width()) for panel in self._panels[:-1]]
        least = max(_LEAST_PANEL_PX, _least_height(self._panels[-1], inside.width()))
        highest = round(inside.width() * hint.height() / max(hint.width(), 1))
        self._panels[-1].setMinimumHeight(least)
        picture = max(
            min(highest, room - sum(wanted) - least), self._picture.minimumSizeHint().height()
        )
        self.setSizes([picture, *wanted, max(room - picture - sum(wanted), least)])

    @property
    def _num_handles(self) -> int:
        return len(self._panels)

    def event(self, event: QEvent) -> bool:
        """Share out anew when a panel shows more or less."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return done

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the picture's shape."""
        super().resizeEvent(event)
        self._fit()


def _wanted_height(panel: QWidget, width_px: int) -> int:
    if isinstance(panel, ScrolledPanel):
        panel = panel.panel
    layout = panel.layout()
    if layout is not None and layout.hasHeightForWidth():
        return max(layout.totalHeightForWidth(width_px), panel.minimumSizeHint().height())
    return panel.sizeHint().height()


def _least_height(panel: QWidget, width_px: int) -> int:
    layout, hint_px = panel.layout(), panel.minimumSizeHint().height()
    if layout is not None and layout.hasHeightForWidth():
        return max(layout.totalMinimumHeightForWidth(width_px), hint_px)
    return hint_px
