"""The left end of the loudness lane: what mixture and stems measure at the playhead."""

import math

from PySide6.QtWidgets import QWidget

from app.environment.numbers import decimal
from app.jobs.sound.loudness_curves import LoudnessCurves
from app.lanes import SOUND_LANES, Lane
from app.views.lanes.axis.lane_context import LaneContext
from app.views.lanes.header.values_header import ValuesHeader
from app.views.lanes.loudness.loudness_canvas import LoudnessCanvas
from cass_core.dsp.loudness import SILENCE_LUFS


def written_lufs(lufs: float) -> str:
    """A loudness in words: "−23.1"; a dash where it is silent or not known."""
    if math.isnan(lufs) or lufs <= SILENCE_LUFS:
        return "–"
    return decimal(lufs, 1).replace("-", "−")


class LoudnessHeader(ValuesHeader):
    """Names the curves and says what they are at the playhead, in LUFS."""

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

        def text_at(code: str, sample: int) -> str:
            return written_lufs(canvas.lufs_at(code, sample))

        super().__init__(lane, context, SOUND_LANES, text_at, parent)
        self.setToolTip(self.tr("Loudness of the last 3 seconds in LUFS (EBU Tech 3341)"))
        curves.changed.connect(self.show_values)
