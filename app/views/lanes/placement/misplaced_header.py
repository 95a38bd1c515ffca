"""The left end of the lane of misplaced shares: what they are at the playhead."""

import math

from PySide6.QtWidgets import QWidget

from app.jobs.misplaced_curves import MisplacedCurves
from app.lanes import Lane
from app.views.lanes.axis.lane_context import LaneContext
from app.views.lanes.header.values_header import ValuesHeader
from app.views.lanes.placement.misplaced_canvas import STEM_LANES, MisplacedCanvas
from cass_core.stem_names import Stem


class MisplacedHeader(ValuesHeader):
    """Names the stems and says how much of each belongs elsewhere, in %."""

    def __init__(
        self,
        lane: Lane,
        context: LaneContext,
        curves: MisplacedCurves,
        canvas: MisplacedCanvas,
        parent: QWidget | None = None,
    ) -> None:
        """Say nothing yet.

        Args:
            lane: its row.
            context: where the playhead is.
            curves: tells when they are known.
            canvas: knows the values.
            parent: the widget around it.
        """

        def text_at(code: str, sample: int) -> str:
            ratio = canvas.ratio_at(Stem(code), sample)
            return "–" if math.isnan(ratio) else f"{round(100 * ratio)} %"

        super().__init__(lane, context, STEM_LANES, text_at, parent)
        self.setToolTip(
            self.tr("How much of what is heard in each stem seems to belong to another")
        )
        curves.changed.connect(self.show_values)
