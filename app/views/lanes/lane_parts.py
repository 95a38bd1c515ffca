"""Header and canvas of each kind of lane."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QWidget

from app.jobs.sound.loudness_curves import LoudnessCurves
from app.lanes import Lane, LaneKind
from app.views.lanes.axis.lane_context import LaneContext
from app.views.lanes.canvas.lane_canvas import LaneCanvas
from app.views.lanes.header.lane_header import LaneHeader
from app.views.lanes.loudness.loudness_canvas import LoudnessCanvas
from app.views.lanes.loudness.loudness_header import LoudnessHeader
from cass_core.stem_names import LANE_CODES


@dataclass(frozen=True)
class LaneParts:
    """What a lane is made of.

    Attributes:
        header: its left end.
        canvas: what it draws over time; keys go there.
        neighbour_asked: emitted with -1 or 1 when the user goes to the lane above or below.
    """

    header: QWidget
    canvas: QWidget
    neighbour_asked: SignalInstance


def _spectrogram(lane: Lane, context: LaneContext) -> LaneParts:
    header, canvas = LaneHeader(lane, context), LaneCanvas(lane, context)
    header.focus_asked.connect(canvas.setFocus)
    return LaneParts(header, canvas, canvas.neighbour_asked)


def _loudness(lane: Lane, context: LaneContext) -> LaneParts:
    curves = LoudnessCurves(context.store, LANE_CODES)
    canvas = LoudnessCanvas(lane, context, curves)
    curves.setParent(canvas)
    header = LoudnessHeader(lane, context, curves, canvas)
    header.focus_asked.connect(canvas.setFocus)
    return LaneParts(header, canvas, canvas.neighbour_asked)


LANE_PARTS: dict[LaneKind, Callable[[Lane, LaneContext], LaneParts]] = {
    LaneKind.SPECTROGRAM: _spectrogram,
    LaneKind.LOUDNESS: _loudness,
}
"""How the parts of a lane of each kind are made."""
