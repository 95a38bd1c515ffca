"""Which parts of a lane there is something to see of."""

from collections.abc import Iterable

from app.project.project import Project
from cass_core.clips import SampleSpan


def covered_spans(project: Project, lane: str) -> tuple[SampleSpan, ...]:
    """The decoded part of the mixture, or the separated parts of a stem.

    Args:
        project: the document.
        lane: "MIX", "DX", "FX" or "MX".

    Returns:
        In rising order, apart from each other.
    """
    if lane == "MIX":
        return joined([SampleSpan(0, project.num_decoded)])
    takes = project.versions.current_takes
    return joined(SampleSpan(take.span.start, take.position) for take in takes)


def joined(spans: Iterable[SampleSpan]) -> tuple[SampleSpan, ...]:
    """Spans that overlap or touch become one; empty ones are left out."""
    found: list[SampleSpan] = []
    for span in sorted(spans, key=lambda span: span.start):
        if span.num_samples <= 0:
            continue
        if found and span.start <= found[-1].stop:
            found[-1] = SampleSpan(found[-1].start, max(found[-1].stop, span.stop))
        else:
            found.append(span)
    return tuple(found)


def gaps(covered: tuple[SampleSpan, ...], within: SampleSpan) -> tuple[SampleSpan, ...]:
    """What is missing inside a span.

    Args:
        covered: in rising order, apart from each other.
        within: where to look.

    Returns:
        In rising order.
    """
    found, here = [], within.start
    for span in covered:
        if span.start > here:
            found.append(SampleSpan(here, min(span.start, within.stop)))
        here = max(here, span.stop)
    found.append(SampleSpan(here, within.stop))
    return tuple(span for span in found if span.num_samples > 0)
