"""How stems are heard, as values that JSON holds."""

import math
from typing import Any

from cass_core.checked.json_table import JsonTable
from cass_core.stem_names import STEMS
from cass_core.stems.line import LinePoint, in_order
from cass_core.stems.rebalance import HIGHEST_DB, LOWEST_DB, Rebalance, StemGain


def rebalance_to_json(rebalance: Rebalance) -> dict[str, Any]:
    """A table with a key for each stem and one for the master."""
    mix: dict[str, Any] = {"master_db": finite(rebalance.master_db)}
    for stem in STEMS:
        gain = rebalance[stem]
        mix[stem.value] = {
            "gain_db": finite(gain.gain_db),
            "muted": bool(gain.muted),
            "soloed": bool(gain.soloed),
            "line": [{"sample": int(p.sample), "gain_db": finite(p.value)} for p in gain.line],
        }
    return mix


def rebalance_from_json(mix: JsonTable) -> Rebalance:
    """What `rebalance_to_json` has written; `BadValueError` where it is something else."""
    stems = tuple(_stem_gain(mix.table(stem.value)) for stem in STEMS)
    return Rebalance(stems, mix.number("master_db", LOWEST_DB, HIGHEST_DB))


def finite(value: float) -> float:
    """A number that JSON can hold; one that is none must not keep all the rest from being saved."""
    return float(value) if math.isfinite(value) else 0.0


def _stem_gain(table: JsonTable) -> StemGain:
    points = table.each("line", lambda p: LinePoint(p.count("sample"), _fader(p)))
    return StemGain(_fader(table), table.flag("muted"), table.flag("soloed"), in_order(points))


def _fader(table: JsonTable) -> float:
    return table.number("gain_db", LOWEST_DB, HIGHEST_DB)
