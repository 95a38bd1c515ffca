"""Weights of second opinions that were measured on this computer: the default for their models."""

import json
import logging
from collections.abc import Sequence

from cass_core.checked.json_file import read_json
from cass_core.checked.json_table import BadValueError, JsonTable
from cass_core.checkpoints.opinions_config import LARGEST_WEIGHT, Weights
from cass_core.checkpoints.registry import user_models_folder
from cass_core.errors import OutputError
from cass_core.stem_names import STEMS
from cass_core.whole_files import write_text

_log = logging.getLogger(__name__)
_NAME = "opinion-weights.json"
_MOST_BYTES = 1_000_000

_Known = dict[frozenset[str], dict[str, Weights]]


def measured_weights(checksums: Sequence[str]) -> tuple[Weights, ...] | None:
    """What was measured for models that are asked together.

    Args:
        checksums: of their weights.

    Returns:
        The weights of each in the same order; None where nobody has measured these.
    """
    found = _known().get(frozenset(checksums))
    return None if found is None else tuple(found[checksum] for checksum in checksums)


def keep_weights(checksums: Sequence[str], weights: Sequence[Weights]) -> None:
    """Remember what was measured; it replaces what was known of the same models.

    Args:
        checksums: of the models' weights, no two the same.
        weights: of each, a stem in the order of `STEMS`.

    Raises:
        OutputError: it cannot be written.
    """
    known = _known() | {frozenset(checksums): dict(zip(checksums, weights, strict=True))}
    rows = [
        {"models": [{"sha256": name, "weights": row} for name, row in models.items()]}
        for models in known.values()
    ]
    file = user_models_folder() / _NAME
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        write_text(file, json.dumps({"measured": rows}, indent=1) + "\n", durable=True)
    except OSError as error:
        raise OutputError(
            f"The weights cannot be kept in {file} ({error.strerror}); check the disk."
        ) from error


def _known() -> _Known:
    """By the models that are asked together; nothing where the file is damaged."""
    file = user_models_folder() / _NAME
    try:
        rows = JsonTable(read_json(file, _MOST_BYTES), "").each("measured", _row)
    except FileNotFoundError:
        return {}
    except (OSError, BadValueError) as error:
        _log.warning("%s is left out: %s", file, error)
        return {}
    return {frozenset(row): row for row in rows}


def _row(table: JsonTable) -> dict[str, Weights]:
    models = dict(table.each("models", _model))
    if not all(sum(weights) > 0 for weights in zip(*models.values(), strict=True)):
        raise BadValueError("a stem has no weight above 0")
    return models


def _model(table: JsonTable) -> tuple[str, Weights]:
    return table.text("sha256"), table.numbers("weights", len(STEMS), 0.0, LARGEST_WEIGHT)
