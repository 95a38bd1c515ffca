"""A programme cut into reels: at markers or by length, with handles, at hours of their own."""

from dataclasses import dataclass
from fractions import Fraction

from cass_core.clips import SampleSpan
from cass_core.delivery.export_request import ProgrammeFacts
from cass_core.delivery.presets.preset import Reels
from cass_core.programme.clock import ProgrammeClock

_HOUR_S, _DAY_H = 3600, 24


@dataclass(frozen=True)
class Reel:
    """A part of a programme.

    Attributes:
        number: from 1.
        count: how many there are.
        first: its first sample, behind the handle.
        span: what is delivered of the programme, with the handles.
    """

    number: int
    count: int
    first: int
    span: SampleSpan

    @property
    def name(self) -> str:
        """As file names have it, such as "R2"."""
        return f"R{self.number}"

    def at_own_hour(self, clock: ProgrammeClock) -> ProgrammeClock:
        """The clock on which the reel begins an hour: 01:00:00:00 for the first, then 02:00:00:00.

        Args:
            clock: of the programme.

        Returns:
            The clock; where the programme says in which hour it begins, its reels count from that,
            and the first one keeps its start. A programme that is one reel keeps its own.
        """
        if self.count == 1 or (self.number == 1 and clock.is_stated):
            return clock
        rate = clock.timecode_rate
        hour = max(round(clock.first_frame / (_HOUR_S * rate.nominal)), 1) + self.number - 1
        mark = ";" if rate.drop_frame else ":"
        return clock.with_frame_at(self.first, f"{hour % _DAY_H:02d}:00:00{mark}00")


def cut_reels(reels: Reels, facts: ProgrammeFacts, span: SampleSpan) -> tuple[Reel, ...]:
    """The reels of a programme, each from the beginning of a frame, with handles of whole frames.

    Args:
        reels: how it is cut.
        facts: the programme; its cues are its markers, each of which means the frame that it
            stands in.
        span: what is delivered of it.

    Returns:
        In rising order; the whole where nothing cuts it.
    """
    clock = facts.start
    border = clock.frame_borders()
    frames = {clock.frame_at(place) for place in _cuts(reels, facts, span)}
    inside = [frame for frame in sorted(frames) if span.start < border(frame) < span.stop]
    handle = round(reels.handle_s * clock.timecode_rate.nominal)
    starts = [span.start, *(border(frame - handle) for frame in inside)]
    stops = [*(border(frame + handle) for frame in inside), span.stop]
    firsts = [span.start, *map(border, inside)]
    return tuple(
        Reel(
            number,
            len(starts),
            first,
            SampleSpan(max(start, span.start), min(stop, span.stop)),
        )
        for number, (first, start, stop) in enumerate(zip(firsts, starts, stops, strict=True), 1)
    )


def _cuts(reels: Reels, facts: ProgrammeFacts, span: SampleSpan) -> list[int]:
    if reels.at_markers:
        wanted = reels.at_markers.casefold()
        return [cue.sample for cue in facts.cues if cue.name.casefold().startswith(wanted)]
    length = round(Fraction(reels.minutes) * 60 * facts.rate_hz)
    return list(range(span.start + length, span.stop, length)) if length > 0 else []
