"""How stems are heard, as values that JSON holds."""

import math
from collections.abc import Iterable
from typing import Any

from cass_core.checked.json_table import JsonTable
from cass_core.stem_names import STEMS
from cass_core.stems.rebalance import HIGHEST_DB, LOWEST_DB, GainPoint, Rebalance, StemGain


def rebalance_to_json(rebalance: Rebalance) -> dict[str, Any]:
    """A table with a key for each stem and one for the master."""
    mix: dict[str, Any] = {"master_db": finite(rebalance.master_db)}
    for stem in STEMS:
        gain = rebalance[stem]
        mix[stem.value] = {
            "gain_db": finite(gain.gain_db),
            "muted": bool(gain.muted),
            "soloed": bool(gain.soloed),
            "line": [{"sample": int(p.sample), "gain_db": finite(p.gain_db)} for p in gain.line],
        }
    return mix


def rebalance_from_json(mix: JsonTable) -> Rebalance:
    """What `rebalance_to_json` has written; `BadValueError` where it is something else."""
    stems = tuple(_stem_gain(mix.table(stem.value)) for stem in STEMS)
    return Rebalance(stems, mix.number("master_db", LOWEST_DB, HIGHEST_DB))


def in_order(points: Iterable[GainPoint]) -> tuple[GainPoint, ...]:
    """The points in rising order inside the programme; of two at one sample the later counts.

    Args:
        points: in any order.

    Returns:
        A line as `StemGain` wants it.
    """
    by_sample = {max(point.sample, 0): point.gain_db for point in points}
    return tuple(GainPoint(sample, by_sample[sample]) for sample in sorted(by_sample))


def finite(value: float) -> float:
    """A number that JSON can hold; one that is none must not keep all the rest from being saved."""
    return float(value) if math.isfinite(value) else 0.0


def _stem_gain(table: JsonTable) -> StemGain:
    points = table.each("line", lambda p: GainPoint(p.count("sample"), _fader(p)))
    return StemGain(_fader(table), table.flag("muted"), table.flag("soloed"), in_order(points))


def _fader(table: JsonTable) -> float:
    return table.number("gain_db", LOWEST_DB, HIGHEST_DB)
