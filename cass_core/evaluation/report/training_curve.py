"""The validation curve that a training writes, read from its CSV file."""

import csv
import math
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from cass_core.errors import MediaError
from cass_core.stem_names import STEM_CODES

_PLACES = {"audio_hours": "hours of mixtures heard", "step": "optimiser steps"}
_LOSSES = ("train_loss", "loss")


@dataclass(frozen=True)
class TrainingCurve:
    """What was measured while a model learned.

    Attributes:
        place_label: what the places count.
        places: one a measurement.
        gains: SI-SDR improvement in dB by the name of its column.
        loss: one a measurement; empty where the file holds none.
    """

    place_label: str
    places: Sequence[float]
    gains: dict[str, Sequence[float]]
    loss: Sequence[float]


def read_curve(path: Path) -> TrainingCurve:
    """Read a curve by its headings: audio_hours or step, DX_1 and so on, train_loss.

    Args:
        path: the CSV file.

    Returns:
        Improvements after one step of the flow, or the first number of steps there is.

    Raises:
        MediaError: there is no such curve in the file.
    """
    try:
        with path.open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        columns = {
            name: [_number(row[name]) for row in rows] for name in (rows[0] if rows else ()) if name
        }
    except (OSError, ValueError, TypeError, csv.Error) as error:
        raise MediaError(f"{path} holds no training curve; name a validation.csv.") from error
    place = next((name for name in _PLACES if name in columns), None)
    gains = _gains(columns)
    if place is None or not gains:
        raise MediaError(f"{path} holds no training curve; name a validation.csv.")
    loss = next((columns[name] for name in _LOSSES if name in columns), [])
    return TrainingCurve(_PLACES[place], columns[place], gains, loss)


def _gains(columns: dict[str, list[float]]) -> dict[str, Sequence[float]]:
    found: dict[str, Sequence[float]] = {}
    for wanted in (*STEM_CODES, "mean"):
        name = next((n for n in columns if n.split("_")[0].lower() == wanted.lower()), None)
        if name is not None:
            found[wanted] = columns[name]
    return found


def _number(text: str | None) -> float:
    return float(text) if text else math.nan
