"""The canvas of a lane that is looked at: a click or a drag moves the playhead."""

from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QRegion
from PySide6.QtWidgets import QWidget

from app.lanes import Lane
from app.look.theme import active_theme
from app.views.lanes.axis.lane_context import LaneContext
from app.views.lanes.axis.text_badge import draw_words, small_font
from app.views.lanes.axis.time_canvas import TimeCanvas
from app.views.lanes.axis.time_marks import draw_lines, draw_selected, draw_timeline, time_rect


class SeekCanvas(TimeCanvas):
    """Subclasses paint in `draw_content`; loop, markers and what is selected lie over it."""

    def __init__(self, lane: Lane, context: LaneContext, parent: QWidget | None = None) -> None:
        """Show the context's view.

        Args:
            lane: its row.
            context: what is looked at and acted on.
            parent: the widget around it.
        """
        super().__init__(lane, context, parent)
        self._mouse_px: float | None = None
        context.project.programme_changed.connect(self.redraw)

    def draw_content(self, painter: QPainter) -> None:
        """Paint what the lane shows of the open movie."""

    def draw(self, painter: QPainter) -> None:
        """Paint lines, the content, what is marked and selected, and a frame while keys act."""
        theme, height = active_theme(), float(self.height())
        painter.fillRect(self.rect(), QColor(theme.canvas))
        if self._context.programme is None:
            return
        painter.setFont(small_font())
        draw_lines(painter, self.axis, height, self._context.ticks(self.axis))
        self.draw_content(painter)
        draw_timeline(painter, self.axis, height, self._context.project.timeline, theme)
        selection = self._context.view.selection
        if selection is not None:
            self.draw_selection(painter, time_rect(self.axis, height, selection.span))
        self.draw_focus(painter)

    def draw_selection(self, painter: QPainter, rect: QRectF) -> None:
        """Paint what is selected; lanes whose colours matter paint its edges alone."""
        draw_selected(painter, rect, active_theme())

    def draw_over(self, painter: QPainter, region: QRegion) -> None:
        """Paint what is under the mouse in words."""
        if self._mouse_px is not None and self._context.programme is not None:
            painter.setFont(small_font())
            sample = min(max(self.axis.sample_at(self._mouse_px), 0), self._context.view.length)
            draw_words(painter, self.width() - 2.0, 4.0, self.words_at(sample))

    def words_at(self, sample: int) -> str:
        """What is said of the place under the mouse."""
        return self._context.written(sample)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Move the playhead."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._seek(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move the playhead while the button is held; say where the mouse is."""
        self._mouse_px = event.position().x()
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._seek(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is under the mouse any more."""
        super().leaveEvent(event)
        self._mouse_px = None
        self.update()

    def _seek(self, event: QMouseEvent) -> None:
        if self._context.programme is not None:
            sample = self.axis.sample_at(event.position().x())
            self._context.transport.seek(min(max(sample, 0), self._context.view.length))
