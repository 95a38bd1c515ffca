"""Curves of short-term loudness over time."""

import threading
from importlib import import_module
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QEvent, QRectF, Qt, QTimer, Slot
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QHideEvent,
    QMouseEvent,
    QPainter,
    QRegion,
    QShowEvent,
)
from PySide6.QtWidgets import QWidget

from app.jobs.sound.loudness_curves import LoudnessCurves
from app.lanes import SOUND_LANES, Lane
from app.look.theme import active_theme
from app.views.lanes.axis.lane_context import LaneContext
from app.views.lanes.axis.text_badge import draw_words, small_font, words_width
from app.views.lanes.axis.time_canvas import TimeCanvas
from app.views.lanes.axis.time_marks import (
    FAINT_LINE,
    draw_lines,
    draw_selected,
    draw_timeline,
    time_rect,
)
from app.views.lanes.loudness.curve_points import curve_points
from cass_core.dsp.loudness import Powers

if TYPE_CHECKING:
    from app.views.lanes.loudness.loudness_plot import LoudnessPlot

LOWEST_LUFS, HIGHEST_LUFS = -60.0, 0.0
_PLOT = "app.views.lanes.loudness.loudness_plot"
_START_MS, _LOAD_MS = 100, 30
_LINES_LUFS = (-10, -20, -30, -40, -50)


class LoudnessCanvas(TimeCanvas):
    """A curve for the mixture and each stem; a click or a drag moves the playhead."""

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
        super().__init__(lane, context, parent)
        self._curves = curves
        self._lufs: dict[str, Powers] = {}
        self._plot: LoudnessPlot | None = None
        self._loading: threading.Thread | None = None
        self._timer = QTimer(self, interval=_LOAD_MS)
        self._timer.timeout.connect(self._on_loading)
        self._starting = QTimer(self, singleShot=True, interval=_START_MS)
        self._starting.timeout.connect(curves.start)
        self._mouse_px: float | None = None
        context.project.programme_changed.connect(self.redraw)
        curves.changed.connect(self._on_curves_changed)

    def y_of(self, lufs: float) -> float:
        """Where a loudness is, in pixels from the top."""
        return (HIGHEST_LUFS - lufs) / (HIGHEST_LUFS - LOWEST_LUFS) * self.height()

    def lufs_at(self, code: str, sample: int) -> float:
        """Loudness of a lane in the 3 s before a sample; not a number where it is not known."""
        lufs = self._lufs.get(code, np.zeros(0))
        step = min(sample // self._curves.step_samples, len(lufs)) - 1
        return float(lufs[step]) if step >= 0 else float("nan")

    def draw(self, painter: QPainter) -> None:
        """Paint lines, curves, what is marked and selected, and a frame while keys act here."""
        theme, height = active_theme(), float(self.height())
        painter.fillRect(self.rect(), QColor(theme.canvas))
        if self._context.programme is None:
            return
        painter.setFont(small_font())
        draw_lines(painter, self.axis, height, self._context.ticks(self.axis))
        for lufs in _LINES_LUFS:
            painter.fillRect(QRectF(0.0, round(self.y_of(lufs)), self.width(), 1.0), FAINT_LINE)
        self._draw_curves(painter)
        self._draw_labels(painter)
        draw_timeline(painter, self.axis, height, self._context.project.timeline, theme)
        selection = self._context.view.selection
        if selection is not None:
            draw_selected(painter, time_rect(self.axis, height, selection.span), theme)
        self.draw_focus(painter)

    def _draw_curves(self, painter: QPainter) -> None:
        if self._plot is None:
            return
        a_lu_px = self.height() / (HIGHEST_LUFS - LOWEST_LUFS)
        for code, lufs in self._lufs.items():
            x_px, levels = curve_points(lufs, self._curves.step_samples, self.axis)
            self._plot.paint(painter, code, x_px, (HIGHEST_LUFS - levels) * a_lu_px)

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

    def _load(self) -> None:
        """Load the library of plots beside the window, once there is something to plot."""
        if self._loading is None:
            self._loading = threading.Thread(target=import_module, args=(_PLOT,), daemon=True)
            self._loading.start()
            self._timer.start()

    @Slot()
    def _on_loading(self) -> None:
        if self._loading is None or self._loading.is_alive():
            return
        self._timer.stop()
        from app.views.lanes.loudness.loudness_plot import LoudnessPlot

        self._plot = LoudnessPlot()
        self.redraw()

    @Slot()
    def _on_curves_changed(self) -> None:
        self._lufs = {lane.code: self._curves.lufs(lane.code) for lane in SOUND_LANES}
        if any(len(lufs) for lufs in self._lufs.values()):
            self._load()
        self.redraw()

    def showEvent(self, event: QShowEvent) -> None:
        """Measure while the curves are seen, once all lanes are painted in their new places."""
        super().showEvent(event)
        self._starting.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Measure nothing that is not seen."""
        super().hideEvent(event)
        self._starting.stop()
        self._curves.stop()

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
