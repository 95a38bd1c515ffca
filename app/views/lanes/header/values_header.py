"""The left end of a lane of curves: what each of them is at the playhead."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from app.lanes import Lane
from app.views.lanes.axis.lane_context import LaneContext
from app.views.lanes.header.plain_header import PlainHeader, lane_name

_NAME_PX, _GAP_PX = 11, 4


class ValuesHeader(PlainHeader):
    """Names the curves and says what they are at the playhead.

    Attributes:
        values: a label for each curve, by the code of its lane.
    """

    def __init__(
        self,
        lane: Lane,
        context: LaneContext,
        curves: Sequence[Lane],
        text_at: Callable[[str, int], str],
        parent: QWidget | None = None,
    ) -> None:
        """Say nothing yet.

        Args:
            lane: its row.
            context: where the playhead is.
            curves: the lanes whose sound has a curve.
            text_at: from the code of such a lane and a sample to what is said.
            parent: the widget around it.
        """
        super().__init__(lane, parent)
        self._context, self._text_at = context, text_at
        self.values = {one.code: QLabel("–") for one in curves}
        self._shown: tuple[str, ...] = ()
        self._lay_out(curves)
        context.transport.position_changed.connect(self.show_values)

    def _lay_out(self, curves: Sequence[Lane]) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(6)
        grid.setVerticalSpacing(2)
        for place, lane in enumerate(curves):
            row, column = divmod(place, 2)
            value = self.values[lane.code]
            value.setProperty("role", "small")
            value.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(lane_name(lane, _NAME_PX), row, 3 * column)
            grid.addWidget(value, row, 3 * column + 1)
            grid.setColumnStretch(3 * column + 1, 1)
        grid.setColumnMinimumWidth(2, _GAP_PX)
        self.rows.addLayout(grid)
        self.rows.addStretch(1)

    def show_values(self, _sample: int = 0) -> None:
        """Say what is known at the playhead; labels are touched only where that changes."""
        if not self.isVisible():
            return
        position = self._context.transport.position
        texts = tuple(self._text_at(code, position) for code in self.values)
        if texts != self._shown:
            self._shown = texts
            for label, text in zip(self.values.values(), texts, strict=True):
                label.setText(text)
