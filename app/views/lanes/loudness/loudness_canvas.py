"""Curves of short-term loudness over time."""

import threading
from importlib import import_module
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QRectF, QTimer, Slot
from PySide6.QtGui import QFontMetricsF, QHideEvent, QPainter, QShowEvent
from PySide6.QtWidgets import QWidget

from app.jobs.sound.loudness_curves import LoudnessCurves
from app.lanes import SOUND_LANES, Lane
from app.views.lanes.axis.lane_context import LaneContext
from app.views.lanes.axis.seek_canvas import SeekCanvas
from app.views.lanes.axis.text_badge import draw_words, words_width
from app.views.lanes.axis.time_marks import FAINT_LINE
from app.views.lanes.loudness.curve_points import curve_points
from cass_core.dsp.loudness import Powers

if TYPE_CHECKING:
    from app.views.lanes.loudness.loudness_plot import LoudnessPlot

LOWEST_LUFS, HIGHEST_LUFS = -60.0, 0.0
_PLOT = "app.views.lanes.loudness.loudness_plot"
_START_MS, _LOAD_MS = 100, 30
_LINES_LUFS = (-10, -20, -30, -40, -50)


class LoudnessCanvas(SeekCanvas):
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
        curves.changed.connect(self._on_curves_changed)

    def y_of(self, lufs: float) -> float:
        """Where a loudness is, in pixels from the top."""
        return (HIGHEST_LUFS - lufs) / (HIGHEST_LUFS - LOWEST_LUFS) * self.height()

    def lufs_at(self, code: str, sample: int) -> float:
        """Loudness of a lane in the 3 s before a sample; not a number where it is not known."""
        lufs = self._lufs.get(code, np.zeros(0))
        step = min(sample // self._curves.step_samples, len(lufs)) - 1
        return float(lufs[step]) if step >= 0 else float("nan")

    def draw_content(self, painter: QPainter) -> None:
        """Paint the lines of the scale and the curves."""
        for lufs in _LINES_LUFS:
            painter.fillRect(QRectF(0.0, round(self.y_of(lufs)), self.width(), 1.0), FAINT_LINE)
        self._draw_curves(painter)
        self._draw_labels(painter)

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
