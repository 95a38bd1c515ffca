"""Stems with silence before and behind, for the sync pops of a leader and a tail."""

from dataclasses import dataclass
from fractions import Fraction

from cass_core.clips import FloatArray, SampleSpan
from cass_core.delivery.stem_reader import StemReader
from cass_core.programme.clock import ProgrammeClock
from cass_core.spans import overlap, union
from cass_core.stem_names import Stem

LEADER_S, POP_S = 8, 2  # a leader begins 8 s before the first frame, its pop 2 s before it
TAIL_S = 3


@dataclass(frozen=True)
class Leader:
    """Silence with pops around a programme, whole frames of its timecode.

    Attributes:
        head: samples before the programme.
        tail: samples behind it.
        pops: where a frame of tone stands, on the new axis.
    """

    head: int = 0
    tail: int = 0
    pops: tuple[SampleSpan, ...] = ()


def leader_of(
    clock: ProgrammeClock, num_samples: int, *, has_head: bool = True, has_tail: bool = True
) -> Leader:
    """A leader whose pops begin with a frame two seconds of timecode before and behind.

    Args:
        clock: of the programme.
        num_samples: its length.
        has_head: whether a pop stands before it.
        has_tail: whether one stands behind it.

    Returns:
        The leader.
    """
    frame, second = Fraction(clock.rate_hz) / clock.timecode_rate.fps, clock.timecode_rate.nominal
    length = round(frame)
    head = round(LEADER_S * second * frame) if has_head else 0
    tail = round(TAIL_S * second * frame) if has_tail else 0
    pops = []
    if has_head:
        start = head - round(POP_S * second * frame)
        pops.append(SampleSpan(start, start + length))
    if has_tail:
        start = head + num_samples + round(POP_S * second * frame) - length
        pops.append(SampleSpan(start, start + length))
    return Leader(head, tail, tuple(pops))


@dataclass(frozen=True)
class LedStems:
    """A `StemReader` of a part of the programme, silent around it; the leader counts as separated.

    Attributes:
        stems: what is led.
        leader: what stands around it.
        part: of the programme, which begins behind the leader's head.
    """

    stems: StemReader
    leader: Leader
    part: SampleSpan

    @property
    def num_samples(self) -> int:
        """Length with the leader."""
        return self.leader.head + self.part.num_samples + self.leader.tail

    @property
    def shift(self) -> int:
        """What a sample of the programme is later on the new axis."""
        return self.leader.head - self.part.start

    @property
    def covered(self) -> tuple[SampleSpan, ...]:
        """What is separated, and the leader."""
        inside = (overlap(span, self.part) for span in self.stems.covered)
        moved = (SampleSpan(s.start + self.shift, s.stop + self.shift) for s in inside)
        end = self.leader.head + self.part.num_samples
        return union((SampleSpan(0, self.leader.head), *moved, SampleSpan(end, self.num_samples)))

    def read(self, stem: Stem, span: SampleSpan) -> FloatArray:
        """A stem's samples as (channel, sample)."""
        return self._silenced(self.stems.read(stem, self._inner(span)), span)

    def read_mixture(self, span: SampleSpan) -> FloatArray:
        """The mixture's samples as (channel, sample)."""
        return self._silenced(self.stems.read_mixture(self._inner(span)), span)

    def _inner(self, span: SampleSpan) -> SampleSpan:
        return SampleSpan(span.start - self.shift, span.stop - self.shift)

    def _silenced(self, block: FloatArray, span: SampleSpan) -> FloatArray:
        """Nothing sounds outside of the part, whatever the reader gives there."""
        first = max(self.leader.head - span.start, 0)
        last = max(self.leader.head + self.part.num_samples - span.start, 0)
        if first or last < block.shape[1]:
            block = block.copy()
            block[:, :first] = 0
            block[:, last:] = 0
        return block
