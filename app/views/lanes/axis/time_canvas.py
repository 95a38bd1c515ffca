"""The right part of a lane, whatever it draws: keys, wheel and the frame of the keyboard."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPainter, QPen, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.lanes import Lane
from app.look.theme import active_theme
from app.views.lanes.axis.cached_time_view import CachedTimeView
from app.views.lanes.axis.lane_context import LaneContext
from app.views.lanes.axis.playhead_keys import seek_by_key
from app.views.lanes.axis.wheel_navigation import scroll_or_zoom

_LOWEST_PX = 72


class TimeCanvas(CachedTimeView):
    """Subclasses paint; here the playhead is moved by keys and the view by the wheel.

    Signals:
        neighbour_asked: the user goes to the lane above (-1) or below (1).
    """

    neighbour_asked = Signal(int)

    def __init__(self, lane: Lane, context: LaneContext, parent: QWidget | None = None) -> None:
        """Show the context's view.

        Args:
            lane: its row.
            context: what is looked at and acted on.
            parent: the widget around it.
        """
        super().__init__(context, parent)
        self._lane = lane
        self.setMinimumHeight(_LOWEST_PX)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("{lane} lane").format(lane=lane.code))
        view, project = context.view, context.project
        for signal in (
            view.visible_changed,
            view.selection_changed,
            view.format_changed,
            project.timeline.markers_changed,
            project.timeline.loop_changed,
        ):
            signal.connect(self.redraw)

    def draw_focus(self, painter: QPainter) -> None:
        """Paint a frame while keys act on this lane."""
        if self.hasFocus():
            painter.setPen(QPen(QColor(active_theme().accent), 1.0))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the playhead, or go to another lane."""
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.neighbour_asked.emit(1 if event.key() == Qt.Key.Key_Down else -1)
        elif not seek_by_key(self._context, event):
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The frame comes."""
        super().focusInEvent(event)
        self.redraw()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The frame goes."""
        super().focusOutEvent(event)
        self.redraw()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll or zoom."""
        scroll_or_zoom(self._context, self.axis, event)
