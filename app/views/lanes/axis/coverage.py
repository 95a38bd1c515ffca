"""Which parts of a lane there is something to see of."""

from app.project.project import Project
from cass_core.clips import SampleSpan
from cass_core.spans import union


def covered_spans(project: Project, lane: str) -> tuple[SampleSpan, ...]:
    """The decoded part of the mixture, or the separated parts of a stem.

    Args:
        project: the document.
        lane: "MIX", "DX", "FX" or "MX".

    Returns:
        In rising order, apart from each other.
    """
    if lane == "MIX":
        return union([SampleSpan(0, project.num_decoded)])
    takes = project.versions.current_takes
    return union(SampleSpan(take.span.start, take.position) for take in takes)
