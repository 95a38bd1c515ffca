"""Edges stick to what is there: markers, the loop, the playhead."""

from app.views.lanes.axis.lane_context import LaneContext
from app.views.lanes.axis.time_axis import TimeAxis
from cass_core.programme.markers.marker import Marker

_REACH_PX = 5.0


def snapped(context: LaneContext, axis: TimeAxis, sample: int, held: Marker | None = None) -> int:
    """The marker, loop edge or playhead within a few pixels of a sample, else the sample itself.

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
    nearest = min(fixed, key=lambda one: abs(one - sample))
    if abs(nearest - sample) <= _REACH_PX * axis.samples_per_px:
        return nearest
    return min(max(sample, 0), context.view.length)
