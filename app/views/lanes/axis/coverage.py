"""Which parts of a lane there is something to see of."""

from app.project.project import Project
from cass_core.clips import SampleSpan
from cass_core.spans import union
from cass_core.stem_names import Stem


def covered_spans(project: Project, stem: Stem | None) -> tuple[SampleSpan, ...]:
    """The decoded part of the mixture, or the separated parts of a stem.

    Args:
        project: the document.
        stem: None for the mixture.

    Returns:
        In rising order, apart from each other.
    """
    return decoded_spans(project) if stem is None else separated_spans(project)


def decoded_spans(project: Project) -> tuple[SampleSpan, ...]:
    """The part of the programme whose sound is there; nothing or one span."""
    return union([SampleSpan(0, project.num_decoded)])


def separated_spans(project: Project) -> tuple[SampleSpan, ...]:
    """The parts that the current version has stems of, in rising order, apart from each other."""
    takes = project.versions.current_takes
    return union(SampleSpan(take.span.start, take.position) for take in takes)


def parts_over(project: Project) -> tuple[SampleSpan, ...]:
    """What is heard of parts that lie over another run, in the order in which they were laid."""
    takes = project.versions.current_takes
    return tuple(SampleSpan(take.span.start, take.position) for take in takes[1:])
