"""A programme cut into reels: at markers, or by length, with handles."""

from fractions import Fraction

from cass_core.clips import SampleSpan
from cass_core.delivery.export_request import ProgrammeFacts
from cass_core.delivery.presets.preset import Reels


def reel_spans(reels: Reels, facts: ProgrammeFacts, span: SampleSpan) -> tuple[SampleSpan, ...]:
    """The reels of a programme.

    Args:
        reels: how it is cut.
        facts: the programme; its cues are its markers.
        span: what is delivered of it.

    Returns:
        In rising order; the whole where nothing cuts it. By length they begin with frames.
    """
    cuts = [place for place in _cuts(reels, facts, span) if span.start < place < span.stop]
    edges = [span.start, *sorted(set(cuts)), span.stop]
    handle = round(reels.handle_s * facts.rate_hz) if cuts else 0
    return tuple(
        SampleSpan(max(start - handle, span.start), min(stop + handle, span.stop))
        for start, stop in zip(edges, edges[1:], strict=False)
    )


def _cuts(reels: Reels, facts: ProgrammeFacts, span: SampleSpan) -> list[int]:
    if reels.at_markers:
        wanted = reels.at_markers.casefold()
        return [cue.sample for cue in facts.cues if cue.name.casefold().startswith(wanted)]
    length = round(Fraction(reels.minutes) * 60 * facts.rate_hz)
    if length <= 0:
        return []
    border = facts.start.frame_borders()
    places = range(span.start + length, span.stop, length)
    return [border(facts.start.frame_at(place)) for place in places]
