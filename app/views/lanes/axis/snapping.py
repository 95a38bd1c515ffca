"""Edges stick to what is there: markers, the loop, the playhead, and pictures where wanted."""

from app.project.positions import picture_start, step_pictures
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
    programme = context.programme
    if context.view.snaps_to_frames and programme is not None and held is None:
        here = picture_start(programme, programme.clock.picture_at(max(sample, 0)))
        fixed = [here, step_pictures(programme, here, 1), context.view.length]
        return min(fixed, key=lambda one: abs(one - sample))
    nearest = min(fixed, key=lambda one: abs(one - sample))
    if abs(nearest - sample) <= _REACH_PX * axis.samples_per_px:
        return nearest
    return min(max(sample, 0), context.view.length)
