"""Hints for a separation: what is selected belongs to one stem, whatever the model thinks."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace

from cass_core.checked.json_file import parsed
from cass_core.checked.json_table import BadValueError, JsonTable
from cass_core.errors import SettingsError
from cass_core.repair.edit_json import region_from_json, region_to_json
from cass_core.repair.region import Region
from cass_core.request.settings import SeparationSettings
from cass_core.stem_names import STEM_CODES, Stem

FEWEST_STEPS = 4
"""Steps that hints want: the first one sees nothing of them yet, from then on each counts."""


@dataclass(frozen=True)
class Guide:
    """A selection and the stem that it belongs to.

    Attributes:
        region: on the programme's axis.
        stem: whose sound is there.
    """

    region: Region
    stem: Stem


def guided(choice: SeparationSettings, guides: Sequence[Guide]) -> SeparationSettings:
    """How a separation is made that is given hints.

    Args:
        choice: how it would be made without.
        guides: of those that lie over each other the later one counts.

    Returns:
        The choice with the hints and with as many steps as they want; the choice for none.
    """
    if not guides:
        return choice
    steps = max(choice.steps, FEWEST_STEPS)
    return replace(choice, steps=steps, guides=guides_to_text(guides))


def guides_to_text(guides: Sequence[Guide]) -> str:
    """Hints as `SeparationSettings.guides` holds them; empty for none."""
    if not guides:
        return ""
    rows = [{"stem": one.stem.code, "region": region_to_json(one.region)} for one in guides]
    return json.dumps(rows, separators=(",", ":"), sort_keys=True)


def guides_from_text(text: str) -> tuple[Guide, ...]:
    """What `guides_to_text` has given.

    Args:
        text: JSON, or empty.

    Returns:
        The hints; of those that lie over each other the later one counts.

    Raises:
        SettingsError: it is something else.
    """
    try:
        return JsonTable({"guides": parsed(text)}, "").each("guides", _guide) if text else ()
    except BadValueError as error:
        raise SettingsError(f"The hints for the separation are damaged: {error}.") from error


def _guide(table: JsonTable) -> Guide:
    stem = Stem(table.text("stem", STEM_CODES))
    return Guide(region_from_json(table.table("region")), stem)
