"""The right part of a lane: its painting, and what mouse and keys do in it."""

from PySide6.QtCore import QEvent, QPointF, QRect, Qt, QTimer
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QRegion,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from app.lanes import Lane
from app.look.theme import active_theme
from app.project.view_state import Tool
from app.views.lanes.axis.lane_context import LaneContext
from app.views.lanes.axis.text_badge import draw_words, small_font
from app.views.lanes.axis.time_canvas import TimeCanvas
from app.views.lanes.axis.wheel_navigation import NotchCounter, change_frequencies
from app.views.lanes.canvas.lane_geometry import LaneGeometry, scale_of
from app.views.lanes.canvas.lane_painter import LanePainter, SeenLine
from app.views.lanes.canvas.lines.line_tool import LineTool
from app.views.lanes.canvas.lines.stem_lines import GainOfStem, StrictnessOfStem
from app.views.lanes.canvas.mouse_tool import MouseTool, Place
from app.views.lanes.canvas.readout import length_words, level_near, readout, written_level
from app.views.lanes.canvas.select_tool import SelectTool
from app.views.lanes.canvas.selection_menu import selection_menu
from app.views.lanes.canvas.shape_tool import SHAPE_TOOLS, ShapeTool
from cass_core.decibels import amplitude_to_db
from cass_core.stem_names import Stem

_BADGE_PX = (300, 20)
_VALUE_PX, _BESIDE_PX = 72, 10
_DESCRIBE_MS = 300
_DRAG_SCROLL = 0.3


class LaneCanvas(TimeCanvas):
    """A spectrogram to select, seek and draw lines in."""

    def __init__(self, lane: Lane, context: LaneContext, parent: QWidget | None = None) -> None:
        """Show the context's view.

        Args:
            lane: its row.
            context: what is looked at and acted on.
            parent: the widget around it.
        """
        super().__init__(lane, context, parent)
        self._painting = LanePainter(context, lane)
        stem = lane.stem
        self._select = SelectTool(context)
        self._lines = _line_tools(context, stem) if stem is not None else {}
        self._shape = ShapeTool(context, lane.code)
        self._mouse: QPointF | None = None
        self._length_wheel, self._drawn_length = NotchCounter(), context.view.look.n_fft
        self._tells_length = False
        self._pan_from: tuple[float, int] | None = None
        self._describing = QTimer(self)
        self._describing.setSingleShot(True)
        self._describing.setInterval(_DESCRIBE_MS)
        self._describing.timeout.connect(self._describe)
        self._connect()

    def _connect(self) -> None:
        context = self._context
        context.view.look_changed.connect(self._on_look_changed)
        context.view.tool_changed.connect(self.redraw)
        context.project.repairs.changed.connect(self.redraw)
        context.project.sensitivity.changed.connect(self.redraw)
        context.project.reviews.changed.connect(self.redraw)
        context.project.reviews.chosen_changed.connect(self.redraw)
        context.project.mix.changed.connect(self._on_mix_changed)
        context.comparison.switched.connect(self._on_mix_changed)
        context.project.programme_changed.connect(self._on_sound_changed)
        context.hint_changed.connect(self.redraw)
        context.project.decoded.connect(self._on_coverage_changed)
        context.project.versions.current_changed.connect(self._on_sound_changed)
        context.project.versions.take_grew.connect(self._on_coverage_changed)
        context.store.tiles_changed.connect(self._on_tiles_changed)
        context.transport.position_changed.connect(self._describe_soon)

    @property
    def geometry_now(self) -> LaneGeometry:
        """The lane's axes."""
        programme = self._context.programme
        rate_hz = programme.rate_hz if programme is not None else 48_000
        look = self._context.view.look
        return LaneGeometry(self.axis, float(self.height()), scale_of(look), rate_hz)

    @property
    def tool(self) -> MouseTool:
        """What the left button does now; the mixture has no lines."""
        if self._context.view.tool in self._lines:
            return self._lines[self._context.view.tool]
        return self._shape if self._context.view.tool in SHAPE_TOOLS else self._select

    def draw(self, painter: QPainter) -> None:
        """Paint all layers, and a frame while keys act on this lane."""
        if self._context.programme is None:
            painter.fillRect(self.rect(), QColor(active_theme().canvas))
            return
        lines = [
            SeenLine(tool.line, tool.chosen if tool is self.tool else None, tool is self.tool)
            for tool in self._lines.values()
        ]
        self._painting.paint(painter, self.geometry_now, lines)
        self.draw_focus(painter)

    def draw_over(self, painter: QPainter, region: QRegion) -> None:
        """Paint what is under the mouse, or what the tool changes, in words."""
        if self._mouse is None or self._context.programme is None:
            return
        badge = self._badge()
        if region.intersects(badge):
            painter.setFont(small_font())
            words = self.tool.words or self._words_at(self._mouse)
            draw_words(painter, float(badge.right() - 3), float(badge.top() + 4), words)

    def _badge(self) -> QRect:
        """Where words are: at the right edge, or at the mouse for a value that it drags."""
        width, height = _BADGE_PX
        if self.tool.words and self._mouse is not None:
            width = _VALUE_PX
            left = min(round(self._mouse.x()) + _BESIDE_PX, self.width() - width)
            top = max(round(self._mouse.y()) - height - _BESIDE_PX, 0)
            return QRect(max(left, 0), top, width, height)
        return QRect(max(self.width() - width, 0), 0, min(width, self.width()), height)

    def _words_at(self, mouse: QPointF) -> str:
        place = self._place(mouse)
        if self._tells_length:
            return length_words(self._drawn_length, place.geometry.rate_hz)
        levels, rate_hz = self._painting.picture.levels, place.geometry.rate_hz
        sample = min(max(place.sample, 0), self._context.view.length)
        level_db = level_near(levels, sample, place.hz, rate_hz) if levels is not None else None
        return readout(self._context.written(sample), place.hz, level_db)

    def value_text(self) -> str:
        """The lane at the playhead, such as "DX, 00:12:03:04, -31 dB"."""
        position = self._context.transport.position
        words = [self._lane.code, self._context.written(position)]
        peak = None
        if self._context.programme is not None and self.width() > 0:
            peak = self._painting.picture.peak_at(position, self.width())
        if peak is not None:
            words.append(written_level(amplitude_to_db(max(peak, 1e-6))))
        return ", ".join(words)

    def _describe_soon(self, _sample: int) -> None:
        # only the lane that is listened to, and not sixty times a second
        if self.hasFocus() and not self._describing.isActive():
            self._describing.start()

    def _describe(self) -> None:
        self.setAccessibleDescription(self.value_text())

    def _on_mix_changed(self, stem: Stem | None = None) -> None:
        """Only the stem's own lane shows its gain line; solo and mute dim others, too."""
        painting = self._painting
        is_own = stem is not None and stem is self._lane.stem
        if is_own or painting.is_heard != painting.painted_heard:
            self.redraw()

    def _on_look_changed(self) -> None:
        """Say how long spectra are once that changes, until the mouse moves."""
        n_fft = self._context.view.look.n_fft
        self._tells_length |= n_fft != self._drawn_length
        self._drawn_length = n_fft
        self.redraw()

    def _on_sound_changed(self) -> None:
        self._painting.picture.forget()
        self.redraw()

    def _on_coverage_changed(self) -> None:
        """More was decoded or separated; what it looks like is told by the store."""
        if self._painting.covered_px(self.geometry_now) != self._painting.painted_px:
            self.redraw()

    def _on_tiles_changed(self, lane: str) -> None:
        shows_owners = self._lane.stem is None and self._context.view.look.owners
        if lane == self._lane.code or shows_owners:
            self._on_sound_changed()

    def _place(self, mouse: QPointF, modifiers: Qt.KeyboardModifier | None = None) -> Place:
        keys = Qt.KeyboardModifier.NoModifier if modifiers is None else modifiers
        return Place(mouse.x(), mouse.y(), self.geometry_now, keys)

    def _show_mouse(self, mouse: QPointF | None) -> None:
        self.update(self._badge())
        self._mouse, self._tells_length = mouse, False
        self.update(self._badge())

    def _scroll_beyond(self, x_px: float) -> None:
        """Scroll while something is dragged over the edge, the further the faster."""
        beyond_px = min(x_px, 0.0) + max(x_px - self.width(), 0.0)
        if beyond_px:
            self._context.view.scroll(round(_DRAG_SCROLL * beyond_px * self.axis.samples_per_px))
            self._context.moved_by_hand.emit()

    def wants(self, event: QKeyEvent) -> bool:
        """Whether the tool works with a key that is also a shortcut of the window."""
        return self.tool.wants(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The tool's keys, then frames and lanes."""
        if self.tool.wants(event):
            self.tool.key(event)
            self.redraw()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Keys act on this lane."""
        super().focusInEvent(event)
        self._context.view.set_focus(self._lane.code)
        self._describe()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Frequencies and contrast with keys, else time."""
        share = 1.0 - event.position().y() / max(self.height(), 1)
        if not change_frequencies(self._context, share, event, self._length_wheel):
            super().wheelEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Give the left button to the tool; the middle one pans."""
        if self._context.programme is None:
            return
        if event.button() == Qt.MouseButton.MiddleButton:
            self._pan_from = (event.position().x(), self._context.view.visible.start)
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
        elif event.button() == Qt.MouseButton.LeftButton:
            self.tool.press(self._place(event.position(), event.modifiers()))
            self.redraw()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """What can be done to the selection in this lane."""
        if self._context.programme is None:
            return
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        menu = selection_menu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag with the tool, pan, or show what is under the mouse."""
        self._show_mouse(event.position())
        if self._pan_from is not None:
            x_px, start = self._pan_from
            wanted = start - round((event.position().x() - x_px) * self.axis.samples_per_px)
            self._context.view.scroll(wanted - self._context.view.visible.start)
            self._context.moved_by_hand.emit()
        elif event.buttons() & Qt.MouseButton.LeftButton:
            self._scroll_beyond(event.position().x())
            self.tool.drag(self._place(event.position(), event.modifiers()))
        elif self._context.programme is not None:
            self.setCursor(self.tool.cursor(self._place(event.position(), event.modifiers())))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End the drag."""
        if event.button() == Qt.MouseButton.MiddleButton:
            self._pan_from = None
        elif event.button() == Qt.MouseButton.LeftButton and self._context.programme is not None:
            self.update(self._badge())
            self.tool.release(self._place(event.position(), event.modifiers()))
        self._show_mouse(event.position())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Give it to the tool."""
        if event.button() == Qt.MouseButton.LeftButton and self._context.programme is not None:
            self.tool.double_click(self._place(event.position(), event.modifiers()))
            self.redraw()

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is under the mouse any more."""
        super().leaveEvent(event)
        self._show_mouse(None)


def _line_tools(context: LaneContext, stem: Stem) -> dict[Tool, LineTool]:
    """What draws a stem's lines."""
    project, undo = context.project, context.undo
    return {
        Tool.GAIN_LINE: LineTool(context, stem, GainOfStem(project, undo, stem)),
        Tool.BLEED_LINE: LineTool(context, stem, StrictnessOfStem(project, undo, stem)),
    }
