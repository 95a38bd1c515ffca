"""Curves of short-term loudness over time."""

import threading
from importlib import import_module
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QEvent, QRectF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFontMetricsF,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPen,
    QRegion,
    QShowEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.jobs.sound.loudness_curves import LoudnessCurves
from app.lanes import SOUND_LANES, Lane
from app.look.theme import active_theme
from app.project.positions import step_frames
from app.views.lanes.axis.cached_time_view import CachedTimeView
from app.views.lanes.axis.lane_context import LaneContext
from app.views.lanes.axis.text_badge import draw_words, small_font, words_width
from app.views.lanes.axis.wheel_navigation import scroll_or_zoom
from cass_core.dsp.loudness import Powers

if TYPE_CHECKING:
    from app.views.lanes.loudness.loudness_plot import LoudnessPlot

LOWEST_LUFS, HIGHEST_LUFS = -60.0, 0.0
_PLOT = "app.views.lanes.loudness.loudness_plot"
_LOAD_MS = 30
_LINES_LUFS = (-10, -20, -30, -40, -50)
_LOWEST_PX = 72
_LINE = QColor(255, 255, 255, 20)
_SELECTED_ALPHA = 62


class LoudnessCanvas(CachedTimeView):
    """A curve for the mixture and each stem; a click or a drag moves the playhead.

    Signals:
        neighbour_asked: the user goes to the lane above (-1) or below (1).
    """

    neighbour_asked = Signal(int)

    def __init__(
        self,
        lane: Lane,
        context: LaneContext,
        curves: LoudnessCurves,
        parent: QWidget | None = None,
    ) -> None:
        """Show the context's view.

        Args:
            lane: its row.
            context: what is looked at and acted on.
            curves: what is drawn; measured while the lane is shown.
            parent: the widget around it.
        """
        super().__init__(context, parent)
        self._curves = curves
        self._values: dict[str, tuple[Powers, Powers]] = {}  # samples and LUFS of each curve
        self._plot: LoudnessPlot | None = None
        self._loading = threading.Thread(target=import_module, args=(_PLOT,), daemon=True)
        self._loading.start()
        self._timer = QTimer(self, interval=_LOAD_MS)
        self._timer.timeout.connect(self._on_loading)
        self._timer.start()
        self._mouse_px: float | None = None
        self.setMinimumHeight(_LOWEST_PX)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("{lane} lane").format(lane=lane.code))
        for signal in (
            context.view.visible_changed,
            context.view.selection_changed,
            context.view.format_changed,
            context.project.programme_changed,
        ):
            signal.connect(self.redraw)
        curves.changed.connect(self._on_curves_changed)

    def y_of(self, lufs: float) -> float:
        """Where a loudness is, in pixels from the top."""
        return (HIGHEST_LUFS - lufs) / (HIGHEST_LUFS - LOWEST_LUFS) * self.height()

    def lufs_at(self, code: str, sample: int) -> float:
        """Loudness of a lane in the 3 s before a sample; not a number where it is not known."""
        places, lufs = self._values.get(code, (np.zeros(0), np.zeros(0)))
        step = int(np.searchsorted(places, sample, side="right")) - 1
        return float(lufs[step]) if step >= 0 else float("nan")

    def draw(self, painter: QPainter) -> None:
        """Paint lines, curves and what is selected, and a frame while keys act on this lane."""
        theme = active_theme()
        painter.fillRect(self.rect(), QColor(theme.canvas))
        if self._context.programme is None:
            return
        painter.setFont(small_font())
        self._draw_grid(painter)
        self._draw_curves(painter)
        self._draw_labels(painter)
        selection = self._context.view.selection
        if selection is not None:
            left, right = (self.axis.x_of(x) for x in (selection.span.start, selection.span.stop))
            fill = QColor(theme.selection)
            fill.setAlpha(_SELECTED_ALPHA)
            painter.fillRect(QRectF(left, 0.0, right - left, self.height()), fill)
            for edge in (left, right):
                painter.fillRect(
                    QRectF(round(edge), 0.0, 1.0, self.height()), QColor(theme.selection)
                )
        if self.hasFocus():
            painter.setPen(QPen(QColor(theme.accent), 1.0))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))

    def _draw_grid(self, painter: QPainter) -> None:
        for tick in self._context.ticks(self.axis):
            if tick.label:
                x_px = round(self.axis.x_of(tick.sample))
                painter.fillRect(QRectF(x_px, 0.0, 1.0, self.height()), _LINE)
        for lufs in _LINES_LUFS:
            painter.fillRect(QRectF(0.0, round(self.y_of(lufs)), self.width(), 1.0), _LINE)

    def _draw_curves(self, painter: QPainter) -> None:
        if self._plot is not None:
            self._plot.paint(painter, self.size(), self._context.view.visible)

    def _draw_labels(self, painter: QPainter) -> None:
        height = QFontMetricsF(painter.font()).height()
        last_px = 0.0
        for lufs in _LINES_LUFS:
            y_px, words = self.y_of(lufs), f"{lufs}".replace("-", "−")
            if last_px + height <= y_px <= self.height() - height / 2.0:
                draw_words(painter, 2.0 + words_width(painter, words), y_px, words, centred=True)
                last_px = y_px

    def draw_over(self, painter: QPainter, region: QRegion) -> None:
        """Paint the time under the mouse in words."""
        if self._mouse_px is not None and self._context.programme is not None:
            painter.setFont(small_font())
            sample = min(max(self.axis.sample_at(self._mouse_px), 0), self._context.view.length)
            draw_words(painter, self.width() - 2.0, 4.0, self._context.written(sample))

    @Slot()
    def _on_loading(self) -> None:
        """The library of plots was loaded beside the window."""
        if self._loading.is_alive():
            return
        self._timer.stop()
        from app.views.lanes.loudness.loudness_plot import LoudnessPlot

        self._plot = LoudnessPlot()
        self._show_curves()

    def _on_curves_changed(self) -> None:
        step = float(self._curves.step_samples)
        for lane in SOUND_LANES:
            lufs = self._curves.lufs(lane.code)
            self._values[lane.code] = np.arange(1, len(lufs) + 1, dtype=np.float64) * step, lufs
        self._show_curves()

    def _show_curves(self) -> None:
        if self._plot is not None:
            for code, (places, lufs) in self._values.items():
                self._plot.set_curve(code, places, lufs)
            self.redraw()

    def showEvent(self, event: QShowEvent) -> None:
        """Measure while the curves are seen."""
        super().showEvent(event)
        self._curves.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Measure nothing that is not seen."""
        super().hideEvent(event)
        self._curves.stop()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move by frames, or to another lane."""
        programme, key = self._context.programme, event.key()
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.neighbour_asked.emit(1 if key == Qt.Key.Key_Down else -1)
        elif programme is not None and key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            step = 1 if key == Qt.Key.Key_Right else -1
            transport = self._context.transport
            transport.seek(step_frames(programme, transport.position, step))
        else:
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
