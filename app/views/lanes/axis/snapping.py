"""Edges stick to what is there: markers, loop, playhead, cuts, and pictures where wanted."""

from app.project.positions import near_border, near_cut
from app.views.lanes.axis.lane_context import LaneContext
from app.views.lanes.axis.time_axis import TimeAxis
from cass_core.programme.markers.marker import Marker

_REACH_PX = 5.0


def snapped(context: LaneContext, axis: TimeAxis, sample: int, held: Marker | None = None) -> int:
    """The marker, loop edge, cut or playhead within a few pixels of a sample, else the sample.

    Where the view snaps to frames: the nearest border of pictures, a cut first.

    Args:
        context: what is there.
        axis: how near that is on screen.
        sample: where the mouse is.
        held: a marker that must not stick to itself.

    Returns:
        A position inside the programme.
    """
    timeline = context.project.timeline
    fixed = [marker.sample for marker in timeline.markers if marker != held]
    fixed += [timeline.loop.start, timeline.loop.stop] if timeline.loop else []
    fixed += [context.transport.position, 0, context.view.length]
    programme = context.programme
    cuts = context.faces.cuts().tolist() if context.faces is not None else []
    cut = near_cut(programme, sample, cuts) if programme is not None else None
    fixed += [] if cut is None else [cut]
    if context.view.snaps_to_frames and programme is not None and held is None:
        border = near_border(programme, sample, cuts)
        if cut is not None and abs(cut - sample) <= _REACH_PX * axis.samples_per_px:
            border = cut
        return min((border, context.view.length), key=lambda one: abs(one - sample))
    nearest = min(fixed, key=lambda one: abs(one - sample))
    if abs(nearest - sample) <= _REACH_PX * axis.samples_per_px:
        return nearest
    return min(max(sample, 0), context.view.length)
