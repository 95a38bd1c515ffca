"""The whole programme at a glance, with a box around what the lanes show."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QKeyEvent, QMouseEvent, QPainter, QPen, QWheelEvent
from PySide6.QtWidgets import QWidget

from app.look.theme import DARK, active_theme
from app.views.lanes.axis.cached_time_view import CachedTimeView
from app.views.lanes.axis.coverage import parts_over, separated_spans
from app.views.lanes.axis.lane_context import LaneContext
from app.views.lanes.axis.time_axis import TimeAxis
from app.views.lanes.axis.waveform_image import waveform_image
from app.views.lanes.axis.wheel_navigation import scroll_or_zoom
from cass_core.clips import SampleSpan
from cass_core.stem_names import MIXTURE_CODE

OVERVIEW_PX = 44
_COVER_PX, _GRIP_PX, _LEAST_BOX_PX = 3.0, 5.0, 6.0
_STEP_SHARE, _KEY_ZOOM = 0.1, 0.7
_SCROLL_KEYS = (Qt.Key.Key_Left, Qt.Key.Key_Right)
_WAVEFORM_ALPHA = 0.85


class OverviewStrip(CachedTimeView):
    """Drag the box to scroll, its edges to zoom; a click beside it brings the view there."""

    def __init__(self, context: LaneContext, parent: QWidget | None = None) -> None:
        """Show the whole programme.

        Args:
            context: what is looked at and acted on.
            parent: the widget around it.
        """
        super().__init__(context, parent)
        self._grip = ""
        self._grip_offset = 0
        self._waveform = QImage()
        self._waveform_for: object = None
        self.setFixedHeight(OVERVIEW_PX)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the arrows to the playhead
        self.setAccessibleName(self.tr("Overview"))
        self.setToolTip(
            self.tr(
                "Drag the box to scroll, its edges to zoom; below, what is separated, and in"
                " another colour the parts that were separated again"
            )
        )
        project = context.project
        for signal in (
            context.view.visible_changed,
            context.view.selection_changed,
            project.programme_changed,
            project.length_changed,
            project.decoded,
            project.timeline.markers_changed,
            project.timeline.loop_changed,
            project.versions.current_changed,
            project.versions.take_grew,
        ):
            signal.connect(self.redraw)
        context.store.tiles_changed.connect(self._on_tiles_changed)

    @property
    def axis(self) -> TimeAxis:
        """The whole programme over the widget's width."""
        return TimeAxis(self._context.project.whole, float(self.width()))

    def box(self) -> QRectF:
        """What the lanes show; wide enough to be taken hold of."""
        visible = self._context.view.visible
        left, right = self.axis.x_of(visible.start), self.axis.x_of(visible.stop)
        if right - left < _LEAST_BOX_PX:
            left = (left + right - _LEAST_BOX_PX) / 2.0
            right = left + _LEAST_BOX_PX
        return QRectF(left, 0.0, right - left, float(self.height()))

    def draw(self, painter: QPainter) -> None:
        """Paint waveform, marks, what is separated, and the box."""
        theme = active_theme()
        painter.fillRect(self.rect(), QColor(theme.canvas))
        if self._context.programme is None:
            return
        self._draw_waveform(painter)
        self._draw_marks(painter)
        self._draw_box(painter)

    def _draw_waveform(self, painter: QPainter) -> None:
        ratio = painter.device().devicePixelRatioF()
        width, height = round(self.width() * ratio), round((self.height() - 6) * ratio)
        colour = QColor(DARK.mix).lighter(110)
        wanted = (width, height, colour.rgba(), self._context.project.whole)
        if wanted != self._waveform_for:
            peaks = self._context.store.peaks(MIXTURE_CODE, self._context.project.whole, width)
            self._waveform = waveform_image(peaks, height, colour, _WAVEFORM_ALPHA)
            self._waveform_for = wanted
        painter.drawImage(QRectF(0.0, 1.0, self.width(), self.height() - 6.0), self._waveform)

    def _draw_marks(self, painter: QPainter) -> None:
        theme, axis, height = active_theme(), self.axis, float(self.height())
        accent = QColor(theme.accent)
        for span in separated_spans(self._context.project):
            self._fill(painter, span, height - _COVER_PX, _COVER_PX, accent)
        for span in parts_over(self._context.project):
            self._fill(painter, span, height - _COVER_PX, _COVER_PX, QColor(theme.warning))
        timeline, selection = self._context.project.timeline, self._context.view.selection
        faint = QColor(theme.selection)
        faint.setAlpha(80)
        if selection is not None:
            self._fill(painter, selection.span, 0.0, height, faint)
        if timeline.loop is not None:
            colour = accent if timeline.looping else QColor(theme.muted)
            self._fill(painter, timeline.loop, 0.0, 2.0, colour)
        for marker in timeline.markers:
            x_px = round(axis.x_of(marker.sample))
            painter.fillRect(QRectF(x_px, 0.0, 1.0, height), accent.lighter(120))

    def _fill(
        self, painter: QPainter, span: SampleSpan, top: float, height: float, colour: QColor
    ) -> None:
        left, right = self.axis.x_of(span.start), self.axis.x_of(span.stop)
        painter.fillRect(QRectF(left, top, max(right - left, 1.0), height), colour)

    def _draw_box(self, painter: QPainter) -> None:
        box, shade = self.box(), QColor(0, 0, 0, 130)
        painter.fillRect(QRectF(0.0, 0.0, box.left(), box.height()), shade)
        painter.fillRect(QRectF(box.right(), 0.0, self.width() - box.right(), box.height()), shade)
        edge = QColor(active_theme().accent if self.hasFocus() else "#d5dae2")
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(edge, 1.0))
        painter.setBrush(QColor(255, 255, 255, 16))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 3.0, 3.0)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)

    def _on_tiles_changed(self, lane: str) -> None:
        if lane == MIXTURE_CODE:
            self._waveform_for = None
            self.redraw()

    def _grip_at(self, x_px: float) -> str:
        """What is under the mouse: "start" or "stop" of the box, the "box", or nothing."""
        box = self.box()
        if abs(x_px - box.right()) <= _GRIP_PX:
            return "stop"
        if abs(x_px - box.left()) <= _GRIP_PX:
            return "start"
        return "box" if box.left() < x_px < box.right() else ""

    def _drag_to(self, sample: int) -> None:
        view = self._context.view
        visible = view.visible
        if self._grip == "start":
            view.show_span(SampleSpan(min(max(sample, 0), visible.stop - 1), visible.stop))
        elif self._grip == "stop":
            stop = max(min(sample, view.length), visible.start + 1)
            view.show_span(SampleSpan(visible.start, stop))
        else:
            view.scroll(sample - self._grip_offset - visible.start)
        self._context.moved_by_hand.emit()

    def sizeHint(self) -> QSize:
        """As high as a waveform needs to be read."""
        return QSize(400, OVERVIEW_PX)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll or zoom."""
        scroll_or_zoom(self._context, self.axis, event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the box; beside it, bring it here first."""
        if event.button() != Qt.MouseButton.LeftButton or self._context.programme is None:
            return
        x_px = event.position().x()
        sample, visible = self.axis.sample_at(x_px), self._context.view.visible
        self._grip = self._grip_at(x_px)
        if not self._grip:
            self._context.view.scroll(sample - (visible.start + visible.stop) // 2)
            self._context.moved_by_hand.emit()
            self._grip, visible = "box", self._context.view.visible
        self._grip_offset = sample - visible.start

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the box, or show what could be dragged."""
        x_px = event.position().x()
        if self._grip:
            self._drag_to(self.axis.sample_at(x_px))
            return
        shapes = {
            "start": Qt.CursorShape.SizeHorCursor,
            "stop": Qt.CursorShape.SizeHorCursor,
            "box": Qt.CursorShape.OpenHandCursor,
        }
        self.setCursor(shapes.get(self._grip_at(x_px), Qt.CursorShape.ArrowCursor))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        self._grip = ""

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Show everything, or what was seen before."""
        view, whole = self._context.view, self._context.project.whole
        self._grip = ""
        if view.visible == whole:
            view.zoom_back()
        else:
            view.zoom_to(whole)

    def wants(self, event: QKeyEvent) -> bool:
        """Whether it works with a key that is also a shortcut of the window."""
        return not event.modifiers() and event.key() in _SCROLL_KEYS

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows scroll, plus and minus zoom."""
        view = self._context.view
        visible = view.visible
        middle = (visible.start + visible.stop) // 2
        key = event.key()
        if key in _SCROLL_KEYS:
            step = round(_STEP_SHARE * visible.num_samples)
            view.scroll(step if key == Qt.Key.Key_Right else -step)
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            view.zoom(_KEY_ZOOM, middle)
        elif key == Qt.Key.Key_Minus:
            view.zoom(1.0 / _KEY_ZOOM, middle)
        else:
            super().keyPressEvent(event)
            return
        self._context.moved_by_hand.emit()
