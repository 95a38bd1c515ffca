"""The ruler above the lanes: times, markers, the loop and the playhead's handle."""

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPolygonF,
    QWheelEvent,
)
from PySide6.QtWidgets import QMenu, QWidget

from app.commands.timeline_commands import RemoveMarker
from app.look.theme import active_theme
from app.views.lanes.axis.cached_time_view import CachedTimeView
from app.views.lanes.axis.lane_context import LaneContext
from app.views.lanes.axis.playhead_keys import seek_by_key
from app.views.lanes.axis.text_badge import small_font
from app.views.lanes.axis.wheel_navigation import scroll_or_zoom
from app.views.lanes.ruler.marker_editor import MarkerEditor
from app.views.lanes.ruler.marker_layer import (
    FLAG_PX,
    Flag,
    draw_flags,
    draw_loop_bracket,
    draw_regions,
    flags,
    marker_under,
)
from app.views.lanes.ruler.ruler_drag import RulerDrag
from app.views.lanes.ruler.ruler_menu import add_marker, ruler_menu
from cass_core.programme.markers.marker import Marker

RULER_PX = 48
_TICKS_TOP_PX, _SHORT_PX, _HANDLE_PX = 27, 5, 6.0
_CURSORS = {
    "marker": Qt.CursorShape.PointingHandCursor,
    "edge": Qt.CursorShape.SizeHorCursor,
    "loop": Qt.CursorShape.OpenHandCursor,
    "playhead": Qt.CursorShape.SizeHorCursor,
}


class TimeRuler(CachedTimeView):
    """Click seeks, drag sets the loop, markers and loop ends can be dragged."""

    def __init__(self, context: LaneContext, parent: QWidget | None = None) -> None:
        """Show the context's view.

        Args:
            context: what is looked at and acted on.
            parent: the widget around it.
        """
        super().__init__(context, parent)
        self._hand = RulerDrag(context)
        self._editor = MarkerEditor(context, self)
        self.setFont(small_font())
        self.setFixedHeight(RULER_PX)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Time ruler"))
        self.setToolTip(self.tr("Click to go there, drag to loop a range, right-click for markers"))
        view, timeline = context.view, context.project.timeline
        for signal in (
            view.visible_changed,
            view.format_changed,
            timeline.markers_changed,
            timeline.loop_changed,
            context.project.programme_changed,
        ):
            signal.connect(self.redraw)

    def rename(self, marker: Marker) -> None:
        """Let the user name a marker in place."""
        self._editor.edit(marker, round(self.axis.x_of(marker.sample)))

    def menu_at(self, sample: int, marker: Marker | None) -> QMenu:
        """The context menu for a place."""
        return ruler_menu(self._context, sample, marker, self.rename, self)

    def draw(self, painter: QPainter) -> None:
        """Paint lines, labels, the loop and the flags."""
        theme = active_theme()
        painter.fillRect(self.rect(), QColor(theme.card))
        painter.fillRect(QRectF(0.0, 0.0, self.width(), FLAG_PX), QColor(theme.field))
        self._draw_ticks(painter)
        timeline = self._context.project.timeline
        draw_loop_bracket(painter, timeline, self.axis, theme)
        draw_regions(painter, timeline.markers, self.axis, theme)
        draw_flags(painter, self._flags(), float(self.height()), theme)
        painter.fillRect(QRectF(0.0, self.height() - 1.0, self.width(), 1.0), QColor(theme.border))

    def _draw_ticks(self, painter: QPainter) -> None:
        theme, axis = active_theme(), self.axis
        bottom, top = self.height() - 1, _TICKS_TOP_PX
        letters = QFontMetricsF(painter.font())
        base = _TICKS_TOP_PX + letters.ascent() - 1.0
        long, short = [], []
        painter.setPen(QColor(theme.muted))
        for tick in self._context.ticks(axis):
            x_px = round(axis.x_of(tick.sample))
            if tick.label:
                long.append(QRect(x_px, top, 1, bottom - top))
                if x_px >= 0 and x_px + 4 + letters.horizontalAdvance(tick.label) <= self.width():
                    painter.drawText(QPointF(x_px + 4.0, base), tick.label)
            else:
                short.append(QRect(x_px, bottom - _SHORT_PX, 1, _SHORT_PX))
        painter.setPen(Qt.PenStyle.NoPen)
        for lines, colour in ((long, theme.muted), (short, theme.border)):
            painter.setBrush(QColor(colour))
            painter.drawRects(lines)

    def playhead_colour(self) -> QColor:
        """To be seen on the ruler's own ground."""
        return QColor(active_theme().text)

    def draw_playhead(self, painter: QPainter, x_px: float) -> None:
        """Paint a line with a handle."""
        colour = self.playhead_colour()
        top = FLAG_PX + 1.0
        painter.fillRect(QRectF(x_px, top, 1.0, self.height() - top), colour)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        middle = x_px + 0.5
        painter.drawPolygon(
            QPolygonF(
                [
                    QPointF(middle - _HANDLE_PX, top),
                    QPointF(middle + _HANDLE_PX, top),
                    QPointF(middle, top + _HANDLE_PX + 2.0),
                ]
            )
        )
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)

    def playhead_rect(self, x_px: float) -> QRect:
        """The handle's width."""
        width = 2.0 * _HANDLE_PX + 3.0
        return QRectF(x_px - width / 2.0, 0.0, width, self.height()).toAlignedRect()

    def _flags(self) -> list[Flag]:
        markers = self._context.project.timeline.markers
        return flags(markers, self.axis, QFontMetricsF(self.font()))

    def _marker_at(self, place: QPointF) -> Marker | None:
        return marker_under(self._flags(), place.x(), place.y())

    def _marker_at_playhead(self) -> Marker | None:
        here = self._context.transport.position
        markers = self._context.project.timeline.markers
        return next((marker for marker in markers if marker.sample == here), None)

    def sizeHint(self) -> QSize:
        """As high as flags, loop and labels need."""
        return QSize(400, RULER_PX)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll or zoom."""
        scroll_or_zoom(self._context, self.axis, event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of what is there."""
        if event.button() == Qt.MouseButton.LeftButton and self._context.programme is not None:
            place = event.position()
            self._hand.press(self.axis, place.x(), place.y(), self._marker_at(place))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move what is held, or show what could be."""
        place = event.position()
        if self._hand.holds:
            self._hand.drag(self.axis, place.x())
            return
        grip = self._hand.grip(self.axis, place.x(), place.y(), self._marker_at(place))
        self.setCursor(_CURSORS.get(grip, Qt.CursorShape.ArrowCursor))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        self._hand.release(self.axis)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Name a marker, or add one in the row of flags."""
        self._hand.drop()
        place = event.position()
        if self._context.programme is None or place.y() >= FLAG_PX:
            return
        marker = self._marker_at(place)
        self.rename(marker or add_marker(self._context, max(self.axis.sample_at(place.x()), 0)))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu; by the keyboard it is for the playhead's place."""
        if self._context.programme is None:
            return
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            menu = self.menu_at(self._context.transport.position, self._marker_at_playhead())
        else:
            place = QPointF(event.pos())
            menu = self.menu_at(self.axis.sample_at(place.x()), self._marker_at(place))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the playhead; F2 names and Delete removes the marker there."""
        marker, key = self._marker_at_playhead(), event.key()
        if seek_by_key(self._context, event):
            return
        if marker is not None and key == Qt.Key.Key_F2:
            self.rename(marker)
        elif marker is not None and key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._context.undo.push(RemoveMarker(self._context.project.timeline, marker))
        else:
            super().keyPressEvent(event)
