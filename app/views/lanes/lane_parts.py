"""Header and canvas of each kind of lane."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QWidget

from app.jobs.images.thumbnails import Thumbnails
from app.jobs.misplaced_curves import MisplacedCurves
from app.jobs.sound.loudness_curves import LoudnessCurves
from app.lanes import Lane, LaneKind
from app.views.lanes.axis.lane_context import LaneContext
from app.views.lanes.canvas.lane_canvas import LaneCanvas
from app.views.lanes.difference.difference_canvas import DifferenceCanvas
from app.views.lanes.difference.difference_header import DifferenceHeader
from app.views.lanes.filmstrip.filmstrip_canvas import FilmstripCanvas
from app.views.lanes.filmstrip.filmstrip_header import FilmstripHeader
from app.views.lanes.header.lane_header import LaneHeader
from app.views.lanes.loudness.loudness_canvas import LoudnessCanvas
from app.views.lanes.loudness.loudness_header import LoudnessHeader
from app.views.lanes.placement.misplaced_canvas import MisplacedCanvas
from app.views.lanes.placement.misplaced_header import MisplacedHeader
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


def _misplaced(lane: Lane, context: LaneContext) -> LaneParts:
    curves = MisplacedCurves(context.project)
    canvas = MisplacedCanvas(lane, context, curves)
    curves.setParent(canvas)
    header = MisplacedHeader(lane, context, curves, canvas)
    header.focus_asked.connect(canvas.setFocus)
    return LaneParts(header, canvas, canvas.neighbour_asked)


def _filmstrip(lane: Lane, context: LaneContext) -> LaneParts:
    thumbnails = Thumbnails(context.project)
    canvas = FilmstripCanvas(lane, context, thumbnails, context.faces)
    thumbnails.setParent(canvas)
    header = FilmstripHeader(lane, canvas)
    header.focus_asked.connect(canvas.setFocus)
    return LaneParts(header, canvas, canvas.neighbour_asked)


def _difference(lane: Lane, context: LaneContext) -> LaneParts:
    header, canvas = DifferenceHeader(lane, context), DifferenceCanvas(lane, context)
    header.focus_asked.connect(canvas.setFocus)
    return LaneParts(header, canvas, canvas.neighbour_asked)


LANE_PARTS: dict[LaneKind, Callable[[Lane, LaneContext], LaneParts]] = {
    LaneKind.SPECTROGRAM: _spectrogram,
    LaneKind.LOUDNESS: _loudness,
    LaneKind.MISPLACED: _misplaced,
    LaneKind.FILMSTRIP: _filmstrip,
    LaneKind.DIFFERENCE: _difference,
}
"""How the parts of a lane of each kind are made."""
