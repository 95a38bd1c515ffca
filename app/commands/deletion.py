"""What the action "Delete" would remove."""

from app.project.project import Project
from app.project.view_state import Tool, ViewState
from cass_core.programme.markers.marker import Marker
from cass_core.stem_names import Stem, stem_of
from cass_core.stems.line import Line, LinePoint


def drawn_line(project: Project, view: ViewState, stem: Stem) -> Line:
    """The line of a stem that the tool draws."""
    if view.tool is Tool.BLEED_LINE:
        return project.sensitivity.value[stem].line
    return project.mix.gain(stem).line


def deletable(
    project: Project, view: ViewState, position: int
) -> Marker | tuple[Stem, LinePoint] | None:
    """The chosen point of the focused stem's line, else the marker at the playhead.

    Args:
        project: the document.
        view: the lane and the point that keys act on.
        position: of the playhead, in samples of the programme.

    Returns:
        None where there is neither; a marker counts within a frame of the playhead.
    """
    stem = stem_of(view.focus)
    if stem is not None and view.tool in (Tool.GAIN_LINE, Tool.BLEED_LINE):
        point = view.line_point(stem)
        if point is not None and point in drawn_line(project, view, stem):
            return stem, point
    programme = project.programme
    if programme is None:
        return None
    a_frame = float(programme.clock.frame_samples)
    return project.timeline.marker_near(position, a_frame)
