"""A stem's level over time as the points of an automation curve."""

from dataclasses import dataclass
from math import ceil

from cass_core.clips import SampleSpan
from cass_core.stems.line import is_flat
from cass_core.stems.rebalance import StemGain, fader_amplitude

_STEP_DB = 1.0  # between points of a curve that is straight in amplitude; it errs by 0.02 dB


@dataclass(frozen=True)
class LevelPoint:
    """A point of an envelope.

    Attributes:
        sample: from the start of the files.
        gain_db: fader, line and master together.
    """

    sample: int
    gain_db: float

    @property
    def amplitude(self) -> float:
        """The factor; 0 at the fader's lowest mark."""
        return fader_amplitude(self.gain_db)


@dataclass(frozen=True)
class Envelope:
    """A level, constant or straight in decibels between points.

    Attributes:
        gain_db: of fader and master, where the level is constant.
        points: at the start, at the end and at each bend; none where the level is constant.
    """

    gain_db: float = 0.0
    points: tuple[LevelPoint, ...] = ()

    @property
    def amplitude(self) -> float:
        """Factor of the constant level."""
        return fader_amplitude(self.gain_db)

    @property
    def is_neutral(self) -> bool:
        """Whether it changes nothing."""
        return not self.points and self.gain_db == 0

    def dense(self) -> tuple[LevelPoint, ...]:
        """Points between which straight lines in amplitude follow those in decibels."""
        found = list(self.points[:1])
        for left, right in zip(self.points, self.points[1:], strict=False):
            steps = max(ceil(abs(right.gain_db - left.gain_db) / _STEP_DB), 1)
            for step in range(1, steps + 1):
                share = step / steps
                sample = left.sample + round(share * (right.sample - left.sample))
                level_db = left.gain_db + share * (right.gain_db - left.gain_db)
                found.append(LevelPoint(sample, level_db))
        return tuple(found)


def envelope_of(gain: StemGain, span: SampleSpan, master_db: float = 0.0) -> Envelope:
    """The level of a stem over a part of the programme.

    Args:
        gain: fader and line.
        span: on the programme's axis.
        master_db: is added.

    Returns:
        The envelope, from the start of the span.
    """
    fader_db = gain.gain_db + master_db
    if is_flat(gain.line):
        return Envelope(fader_db)
    inside = (point.sample for point in gain.line if span.start < point.sample < span.stop)
    places = sorted({span.start, *inside, span.stop})
    points = tuple(LevelPoint(p - span.start, fader_db + gain.line_db_at(p)) for p in places)
    return Envelope(fader_db, points)
