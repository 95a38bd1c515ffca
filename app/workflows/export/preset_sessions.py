"""The sessions of a preset as they were chosen for the last export by it."""

import json
from dataclasses import replace

from app.environment.settings import Settings
from cass_core.checked.json_file import parsed
from cass_core.checked.json_table import BadValueError, JsonTable
from cass_core.delivery.presets.preset import DeliveryPreset
from cass_core.errors import SettingsError

_KEY = "export/preset_sessions"


def remember_sessions(
    settings: Settings, preset: DeliveryPreset, sessions: tuple[str, ...], flags: bool
) -> None:
    """Keep what was chosen for the next time.

    Args:
        settings: where it is kept.
        preset: as its file says it.
        sessions: keys of the sessions.
        flags: whether the review's places are markers of them.
    """
    values = {
        "preset": preset.key, "its": preset.sessions, "its_flags": preset.flags,
        "sessions": sessions, "flags": flags,
    }  # fmt: skip
    settings.set_value(_KEY, json.dumps(values))


def with_remembered(settings: Settings, preset: DeliveryPreset) -> DeliveryPreset:
    """A preset with the sessions of the last export by it, unless its file says others since.

    Args:
        settings: where they are kept.
        preset: as its file says it.

    Returns:
        The preset, changed or as it was.
    """
    try:
        kept = JsonTable(parsed(settings.value(_KEY, "") or "{}"), "")
        its = kept.texts("its"), kept.flag("its_flags")
        if kept.text("preset") != preset.key or its != (preset.sessions, preset.flags):
            return preset
        return replace(preset, sessions=kept.texts("sessions"), flags=kept.flag("flags"))
    except (BadValueError, SettingsError):
        return preset
