"""A sensitivity as JSON values and back, checked value by value."""

from typing import Any

from cass_core.checked.json_table import JsonTable
from cass_core.repair.sensitivity.sensitivity import (
    FEWEST_ARTEFACTS,
    LEAST_BLEED,
    Sensitivity,
    Strictness,
)
from cass_core.stem_names import STEMS
from cass_core.stems.line import LinePoint, in_order
from cass_core.stems.rebalance_json import finite

KEY = "sensitivity"
"""Under which a project's file holds it; files of the first programs know none."""


def sensitivity_to_json(sensitivity: Sensitivity) -> dict[str, Any]:
    """A table with a key for each stem."""
    return {
        stem.value: {
            "percent": finite(sensitivity[stem].percent),
            "line": [
                {"sample": int(point.sample), "percent": finite(point.value)}
                for point in sensitivity[stem].line
            ],
        }
        for stem in STEMS
    }


def sensitivity_of_project(content: JsonTable) -> Sensitivity:
    """What a project's file says; `BadValueError` where it is damaged.

    Args:
        content: the whole file.

    Returns:
        The neutral one where the file knows none.
    """
    if KEY not in content:
        return Sensitivity()
    tables = content.table(KEY)
    return Sensitivity(tuple(_strictness(tables.table(stem.value)) for stem in STEMS))


def _strictness(table: JsonTable) -> Strictness:
    points = table.each("line", lambda p: LinePoint(p.count("sample"), _percent(p)))
    return Strictness(_percent(table), in_order(points))


def _percent(table: JsonTable) -> float:
    return table.number("percent", FEWEST_ARTEFACTS, LEAST_BLEED)
