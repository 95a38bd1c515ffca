"""The plot of the loudness lane. Importing this loads pyqtgraph, which takes its time."""

import pyqtgraph as pg
from PySide6.QtCore import QPoint, QSize
from PySide6.QtGui import QColor, QPainter, QRegion
from PySide6.QtWidgets import QWidget

from app.lanes import SOUND_LANES
from app.look.theme import DARK
from app.views.lanes.loudness.loudness_canvas import HIGHEST_LUFS, LOWEST_LUFS
from cass_core.clips import SampleSpan
from cass_core.dsp.loudness import Powers

_LINE_PX = 1.5


class LoudnessPlot:
    """A curve for each sound, without axes and margins; painted into a lane, never on screen."""

    def __init__(self) -> None:
        """Make empty curves in the colours of the lanes; the ground is dark in both themes."""
        self._widget = pg.PlotWidget(background=None)
        item = self._widget.getPlotItem()
        item.layout.setContentsMargins(0, 0, 0, 0)
        item.hideAxis("left")
        item.hideAxis("bottom")
        item.hideButtons()
        item.setDownsampling(auto=True, mode="peak")
        item.setClipToView(True)
        item.setYRange(LOWEST_LUFS, HIGHEST_LUFS, padding=0)
        item.disableAutoRange()
        self._widget.setStyleSheet("background: transparent; border: none;")
        self._widget.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._lines = {
            lane.code: item.plot(
                connect="finite", pen=pg.mkPen(QColor(DARK.colour(lane.colour)), width=_LINE_PX)
            )
            for lane in SOUND_LANES
        }

    def set_curve(self, code: str, places: Powers, lufs: Powers) -> None:
        """Show another curve.

        Args:
            code: of the lane whose sound it is.
            places: (step,), samples of the programme.
            lufs: (step,), not a number where there is a gap.
        """
        self._lines[code].setData(places, lufs)

    def paint(self, painter: QPainter, size: QSize, visible: SampleSpan) -> None:
        """Paint what is seen of the curves.

        Args:
            painter: of the lane.
            size: of the lane.
            visible: samples of the programme over its width.
        """
        self._widget.resize(size)
        self._widget.setXRange(visible.start, visible.stop, padding=0)
        flags = QWidget.RenderFlag.DrawChildren
        QWidget.render(self._widget, painter, QPoint(0, 0), QRegion(), flags)
