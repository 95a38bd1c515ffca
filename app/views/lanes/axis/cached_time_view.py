"""A picture of a span of time that is painted once and kept, with the playhead over it."""

import math

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPixmap, QRegion, QResizeEvent
from PySide6.QtWidgets import QWidget

from app.look.theme import active_theme
from app.views.lanes.axis.lane_context import LaneContext
from app.views.lanes.axis.time_axis import TimeAxis

_SHADOW_ALPHA = 110


class CachedTimeView(QWidget):
    """Subclasses paint the lasting part in `draw` and what follows the mouse in `draw_over`."""

    def __init__(self, context: LaneContext, parent: QWidget | None = None) -> None:
        """Show nothing yet.

        Args:
            context: what is looked at and acted on.
            parent: the widget around it.
        """
        super().__init__(parent)
        self._context = context
        self._kept: QPixmap | None = None
        self._playhead = context.transport.position
        self._playhead_x: float | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        context.transport.position_changed.connect(self._on_position_changed)

    @property
    def axis(self) -> TimeAxis:
        """What is seen over the widget's width."""
        return TimeAxis(self._context.view.visible, float(self.width()))

    def redraw(self) -> None:
        """Paint everything anew."""
        self._kept = None
        self.update()

    def draw(self, painter: QPainter) -> None:
        """Paint the lasting part."""

    def draw_over(self, painter: QPainter, region: QRegion) -> None:
        """Paint what changes often, over the lasting part and the playhead."""

    def playhead_colour(self) -> QColor:
        """Colour of the playhead's line."""
        return QColor(active_theme().playhead)

    def draw_playhead(self, painter: QPainter, x_px: float) -> None:
        """Paint the playhead: a line with a shadow, to be seen on bright and dark places."""
        pixel = 1.0 / self.devicePixelRatioF()
        shadow = QColor(0, 0, 0, _SHADOW_ALPHA)
        height = float(self.height())
        painter.fillRect(QRectF(x_px - 1.0, 0.0, 3.0, height), shadow)
        painter.fillRect(QRectF(x_px, 0.0, max(1.0, pixel), height), self.playhead_colour())

    def playhead_rect(self, x_px: float) -> QRect:
        """What has to be painted anew where the playhead comes or goes."""
        return QRectF(x_px - 1.0, 0.0, 3.0, self.height()).toAlignedRect()

    def _on_position_changed(self, sample: int) -> None:
        self._playhead = sample
        place = self._place_of_playhead()
        if place == self._playhead_x:
            return
        for x_px in (self._playhead_x, place):
            if x_px is not None:
                self.update(self.playhead_rect(x_px))
        self._playhead_x = place

    def _place_of_playhead(self) -> float | None:
        """The playhead's place on a whole pixel of the screen; None where it is not seen."""
        if self._context.programme is None:
            return None
        x_px = self.axis.x_of(self._playhead)
        if not -2.0 < x_px < self.width() + 2.0:
            return None
        ratio = self.devicePixelRatioF()
        return math.floor(x_px * ratio) / ratio

    def _picture(self) -> QPixmap:
        """The lasting part, painted where it was given up or the window went to another screen."""
        ratio = self.devicePixelRatioF()
        size = QSize(math.ceil(self.width() * ratio), math.ceil(self.height() * ratio))
        kept = self._kept
        if kept is None or kept.size() != size or kept.devicePixelRatio() != ratio:
            self._context.store.note_drawing()
            kept = QPixmap(size)
            kept.setDevicePixelRatio(ratio)
            painter = QPainter(kept)
            painter.setFont(self.font())
            try:
                self.draw(painter)
            finally:
                # a painter that outlives its picture in a traceback ends the program
                painter.end()
            self._kept = kept
        return kept

    def paintEvent(self, event: QPaintEvent) -> None:
        """Copy the kept picture and paint what moves."""
        picture = self._picture()
        self._playhead_x = self._place_of_playhead()
        painter = QPainter(self)
        try:
            painter.drawPixmap(QPoint(0, 0), picture)
            place = self._playhead_x
            if place is not None and event.region().intersects(self.playhead_rect(place)):
                self.draw_playhead(painter, place)
            self.draw_over(painter, event.region())
        finally:
            painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A picture of another size has to be painted."""
        super().resizeEvent(event)
        self.redraw()

    def changeEvent(self, event: QEvent) -> None:
        """Other colours or letters have to be painted."""
        super().changeEvent(event)
        kinds = (QEvent.Type.PaletteChange, QEvent.Type.StyleChange, QEvent.Type.FontChange)
        if event.type() in kinds:
            self.redraw()
