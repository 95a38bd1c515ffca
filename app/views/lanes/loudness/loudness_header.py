"""The left end of the loudness lane: what mixture and stems measure at the playhead."""

import math

from PySide6.QtCore import QCoreApplication, QRect, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.environment.numbers import decimal
from app.jobs.sound.loudness_curves import LoudnessCurves
from app.lanes import SOUND_LANES, Lane
from app.look.theme import active_theme
from app.views.lanes.axis.lane_context import LaneContext
from app.views.lanes.header.lane_header import HEADER_PX
from app.views.lanes.loudness.loudness_canvas import LoudnessCanvas
from cass_core.dsp.loudness import SILENCE_LUFS

_BAR_PX, _GAP_PX = 3, 4


def written_lufs(lufs: float) -> str:
    """A loudness in words: "−23.1"; a dash where it is silent or not known."""
    if math.isnan(lufs) or lufs <= SILENCE_LUFS:
        return "–"
    return decimal(lufs, 1).replace("-", "−")


class LoudnessHeader(QWidget):
    """Names the curves and says what they are at the playhead, in LUFS.

    Signals:
        focus_asked: the user clicked, so that keys shall act on this lane.
    """

    focus_asked = Signal()

    def __init__(
        self,
        lane: Lane,
        context: LaneContext,
        curves: LoudnessCurves,
        canvas: LoudnessCanvas,
        parent: QWidget | None = None,
    ) -> None:
        """Say nothing yet.

        Args:
            lane: its row.
            context: where the playhead is.
            curves: tells when more is known.
            canvas: knows the values.
            parent: the widget around it.
        """
        super().__init__(parent)
        self._lane, self._context, self._canvas = lane, context, canvas
        self.values = {one.code: QLabel("–") for one in SOUND_LANES}
        self._shown: tuple[str, ...] = ()
        words = QCoreApplication.translate("Lanes", lane.label)
        self.setAccessibleName(self.tr("{lane}, {words}").format(lane=lane.code, words=words))
        self.setToolTip(self.tr("Loudness of the last 3 seconds in LUFS (EBU Tech 3341)"))
        self.setFixedWidth(HEADER_PX)
        self._lay_out(words)
        context.transport.position_changed.connect(self._show_values)
        curves.changed.connect(self._show_values)

    def _lay_out(self, words: str) -> None:
        name, label = QLabel(self._lane.code), QLabel(words)
        name.setProperty("role", "lane")
        name.setProperty("lane", self._lane.colour)
        label.setProperty("role", "small")
        title = QHBoxLayout()
        title.setSpacing(6)
        title.addWidget(name)
        title.addWidget(label, 1)
        grid = QGridLayout()
        grid.setHorizontalSpacing(6)
        grid.setVerticalSpacing(2)
        for place, lane in enumerate(SOUND_LANES):
            row, column = divmod(place, 2)
            code, value = QLabel(lane.code), self.values[lane.code]
            code.setProperty("role", "lane")
            code.setProperty("lane", lane.colour)
            code.setStyleSheet("font-size: 11px;")
            value.setProperty("role", "small")
            value.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(code, row, 3 * column)
            grid.addWidget(value, row, 3 * column + 1)
            grid.setColumnStretch(3 * column + 1, 1)
        grid.setColumnMinimumWidth(2, _GAP_PX)
        column_box = QVBoxLayout(self)
        column_box.setContentsMargins(12, 8, 8, 8)
        column_box.setSpacing(4)
        column_box.addLayout(title)
        column_box.addLayout(grid)
        column_box.addStretch(1)

    def _show_values(self, _sample: int = 0) -> None:
        """Say what is measured at the playhead; labels are touched only where that changes."""
        if not self.isVisible():
            return
        position = self._context.transport.position
        texts = tuple(written_lufs(self._canvas.lufs_at(code, position)) for code in self.values)
        if texts != self._shown:
            self._shown = texts
            for label, text in zip(self.values.values(), texts, strict=True):
                label.setText(text)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Keys shall act on this lane."""
        self.focus_asked.emit()
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground and the bar in the lane's colour."""
        theme, painter = active_theme(), QPainter(self)
        painter.fillRect(self.rect(), QColor(theme.card))
        colour = QColor(theme.colour(self._lane.colour))
        painter.fillRect(QRect(0, 0, _BAR_PX, self.height()), colour)
