"""Three strips, one a stem: how much of what is heard there seems to belong elsewhere."""

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QHideEvent, QPainter, QPolygonF, QShowEvent
from PySide6.QtWidgets import QWidget

from app.jobs.misplaced_curves import MisplacedCurves
from app.lanes import SOUND_LANES, Lane
from app.look.theme import DARK
from app.views.lanes.axis.lane_context import LaneContext
from app.views.lanes.axis.seek_canvas import SeekCanvas
from app.views.lanes.axis.text_badge import draw_words, words_width
from app.views.lanes.axis.time_marks import FAINT_LINE
from app.views.lanes.placement.columns import column_peaks
from cass_core.clips import FloatArray
from cass_core.stem_names import Stem

STEM_LANES = tuple(lane for lane in SOUND_LANES if lane.stem is not None)
_FILL_ALPHA = 110
_GAP_PX = 3.0


class MisplacedCanvas(SeekCanvas):
    """The higher a strip is filled, the more of the stem belongs elsewhere."""

    def __init__(
        self,
        lane: Lane,
        context: LaneContext,
        curves: MisplacedCurves,
        parent: QWidget | None = None,
    ) -> None:
        """Show the context's view.

        Args:
            lane: its row.
            context: what is looked at and acted on.
            curves: what is drawn; read while the lane is shown.
            parent: the widget around it.
        """
        super().__init__(lane, context, parent)
        self._curves = curves
        curves.changed.connect(self.redraw)

    def ratio_at(self, stem: Stem, sample: int) -> float:
        """The share at a sample, 0 to 1; not a number where it is not known."""
        ratios = self._curves.ratios(stem)
        step = min(sample // self._curves.step_samples, len(ratios) - 1)
        return float(ratios[step]) if step >= 0 else float("nan")

    def draw_content(self, painter: QPainter) -> None:
        """Paint a strip for each stem."""
        height = self.height() / len(STEM_LANES)
        is_known = False
        for row, lane in enumerate(STEM_LANES):
            if lane.stem is None:
                continue
            area = QRectF(0.0, row * height, float(self.width()), height)
            painter.fillRect(QRectF(0.0, area.bottom() - 1.0, area.width(), 1.0), FAINT_LINE)
            ratios = self._curves.ratios(lane.stem)
            if len(ratios):
                is_known = True
                peaks = column_peaks(ratios, self._curves.step_samples, self.axis)
                _fill(painter, area, peaks, QColor(DARK.colour(lane.colour)))
        if not is_known:
            self._draw_hint(painter)

    def _draw_hint(self, painter: QPainter) -> None:
        words = self.tr("Find misplaced sounds (Review) fills this lane")
        right = (self.width() + words_width(painter, words)) / 2.0
        draw_words(painter, right, self.height() / 2.0, words, centred=True)

    def showEvent(self, event: QShowEvent) -> None:
        """Read while the curves are seen."""
        super().showEvent(event)
        self._curves.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Read nothing that is not seen."""
        super().hideEvent(event)
        self._curves.stop()


def _fill(painter: QPainter, area: QRectF, peaks: FloatArray, colour: QColor) -> None:
    """Fill a strip below the peaks of its pixels."""
    usable = area.height() - _GAP_PX
    tops = area.bottom() - 1.0 - usable * np.clip(np.nan_to_num(peaks), 0.0, 1.0)
    line = [QPointF(x + 0.5, float(y)) for x, y in enumerate(tops)]
    ends = [QPointF(area.right(), area.bottom() - 1.0), QPointF(area.left(), area.bottom() - 1.0)]
    soft = QColor(colour)
    soft.setAlpha(_FILL_ALPHA)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(soft)
    painter.drawPolygon(QPolygonF([*line, *ends]))
    painter.setPen(colour)
    painter.drawLines([QLineF(a, b) for a, b in zip(line[:-1], line[1:], strict=True)])
