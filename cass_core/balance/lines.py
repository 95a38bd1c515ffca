"""Gains of every tenth of a second as gain lines that an editor can work with."""

from dataclasses import dataclass, replace

import numpy as np

from cass_core.balance.fit import Fit, fitted, with_error
from cass_core.balance.sums import STEP_HZ, FitSums, Numbers
from cass_core.clips import SampleSpan
from cass_core.stem_names import STEMS, Stem
from cass_core.stems.line import Line, LinePoint, in_order, is_flat
from cass_core.stems.rebalance import Rebalance, StemGain

_TOLERANCE_DB = 0.3
_FADE_S = 0.05


@dataclass(frozen=True)
class BalanceLines:
    """Gain lines for a span of a programme.

    Attributes:
        span: that they are for.
        rate_hz: of the programme.
        num_samples: of the programme.
        lines: one a stem in the order of `STEMS`, each with a point or more, all within the span.
        error_db: power of what they leave over, against that of the network's sound.
        unchanged_db: the same of the stems as they were.
        notices: what the editor must know, a sentence each.
    """

    span: SampleSpan
    rate_hz: int
    num_samples: int
    lines: tuple[Line, ...]
    error_db: float
    unchanged_db: float
    notices: tuple[str, ...] = ()

    def applied(self, rebalance: Rebalance) -> Rebalance:
        """A mix with these lines: in the span instead of its own, which stay outside."""
        stems = tuple(self._on(stem, rebalance[stem]) for stem in STEMS)
        return replace(rebalance, stems=stems)

    def _on(self, stem: Stem, gain: StemGain) -> StemGain:
        line, fade = self.lines[STEMS.index(stem)], max(1, round(_FADE_S * self.rate_hz))
        before, behind = self.span.start - fade, self.span.stop + fade
        points = list(line)
        if before >= 0:
            points += [LinePoint(self.span.start, line[0].value), _as_it_was(gain, before)]
        if behind < self.num_samples:
            points += [LinePoint(self.span.stop, line[-1].value), _as_it_was(gain, behind)]
        points += [p for p in gain.line if not before <= p.sample <= behind]
        whole = in_order(points)
        return replace(gain, line=whole if not is_flat(whole) else ())


def _as_it_was(gain: StemGain, place: int) -> LinePoint:
    return LinePoint(place, gain.line_db_at(place))


def balance_lines(sums: FitSums, span: SampleSpan, rate_hz: int, num_samples: int) -> BalanceLines:
    """Fit gain lines.

    Args:
        sums: a row for each tenth of a second of the span.
        span: on the programme's sample axis.
        rate_hz: of the programme.
        num_samples: of the programme.

    Returns:
        The lines, as simple as they can be within 0.3 dB, and what they leave over.
    """
    fit = fitted(sums)
    first = span.start * STEP_HZ // rate_hz
    places = (first + np.arange(len(sums.power)) + 0.5) / STEP_HZ * rate_hz
    places = np.clip(np.round(places), span.start, span.stop - 1).astype(np.int64)
    bends = [simplified(places, fit.gains_db[:, stem]) for stem in range(len(STEMS))]
    lines = tuple(
        tuple(LinePoint(int(places[n]), round(float(fit.gains_db[n, stem]), 2)) for n in kept)
        for stem, kept in enumerate(bends)
    )
    drawn = _error_of(sums, lines, places)
    return BalanceLines(span, rate_hz, num_samples, lines, drawn.error_db, drawn.unchanged_db)


def simplified(places: Numbers, values: Numbers) -> list[int]:
    """Which points of a curve to keep so that straight lines between them stay within 0.3 dB.

    Ramer, Douglas and Peucker's way: where a line is off the most a point is kept.

    Args:
        places: (point,), rising.
        values: (point,).

    Returns:
        Numbers of the points, rising; one where the curve is level.
    """
    if not len(values) or float(np.ptp(values)) <= _TOLERANCE_DB / 2:
        return [0] if len(values) else []
    kept, open_parts = {0, len(values) - 1}, [(0, len(values) - 1)]
    while open_parts:
        first, last = open_parts.pop()
        if last - first < 2:
            continue
        inner = slice(first + 1, last)
        straight = np.interp(places[inner], places[[first, last]], values[[first, last]])
        off = np.abs(values[inner] - straight)
        worst = int(np.argmax(off))
        if off[worst] > _TOLERANCE_DB:
            middle = first + 1 + worst
            kept.add(middle)
            open_parts += [(first, middle), (middle, last)]
    return sorted(kept)


def _error_of(sums: FitSums, lines: tuple[Line, ...], places: Numbers) -> Fit:
    """What the lines leave over as they are drawn."""
    drawn = [np.interp(places, [p.sample for p in line], [p.value for p in line]) for line in lines]
    return with_error(sums, np.stack(drawn, axis=1))
