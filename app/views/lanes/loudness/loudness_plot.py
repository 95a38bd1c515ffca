"""The plot of the loudness lane. Importing this loads pyqtgraph, which takes its time."""

import pyqtgraph as pg
from PySide6.QtGui import QColor, QPainter

from app.lanes import SOUND_LANES, Lane
from app.look.theme import DARK
from cass_core.dsp.loudness import Powers

_LINE_PX = 1.5


class LoudnessPlot:
    """A curve for each sound, painted into the lane and never on screen by itself."""

    def __init__(self) -> None:
        """Make empty curves in the colours of the lanes; the ground is dark in both themes."""
        self._curves = {lane.code: _curve(lane) for lane in SOUND_LANES}

    def paint(self, painter: QPainter, code: str, x_px: Powers, y_px: Powers) -> None:
        """Paint a curve.

        Args:
            painter: of the lane.
            code: of the lane whose sound it is.
            x_px: (point,), rising.
            y_px: (point,), not a number where there is a gap.
        """
        curve = self._curves[code]
        curve.setData(x_px, y_px)
        painter.save()
        curve.paint(painter, None, None)
        painter.restore()


def _curve(lane: Lane) -> pg.PlotCurveItem:
    pen = pg.mkPen(QColor(DARK.colour(lane.colour)), width=_LINE_PX)
    curve = pg.PlotCurveItem(pen=pen, connect="finite", antialias=True)
    curve.setSegmentedLineMode("on")  # one long path this wide is painted twenty times slower
    return curve
