"""Which keys trigger which action: presets as data, the user's own changes over them."""

import json
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QKeySequence

from app.actions.action_table import ACTIONS
from app.environment.settings import Settings
from app.environment.translation import QT_TRANSLATE_NOOP
from cass_core.checked.json_file import parsed
from cass_core.checked.json_table import BadValueError

Keys = tuple[str, ...]


@dataclass(frozen=True)
class Preset:
    """A set of shortcuts under one name.

    Attributes:
        name: how the settings call it.
        title: what the user reads.
        keys: by action, where they differ from the table's.
    """

    name: str
    title: str
    keys: dict[str, Keys]


PRESETS = (
    Preset("cass", QT_TRANSLATE_NOOP("KeyMap", "Cass Studio"), {}),
    Preset(
        "pro tools",
        QT_TRANSLATE_NOOP("KeyMap", "Pro Tools-like"),
        {
            "to_start": ("Return", "Home"),
            "to_end": ("Ctrl+Return", "End"),
            "loop": ("Ctrl+Shift+L",),
            "clear_loop": ("Ctrl+Alt+L",),
            "add_marker": ("Enter",),
            "return_to_start": ("N",),
            "zoom_in": ("T", "="),
            "zoom_out": ("R", "-"),
            "zoom_selection": ("Alt+F",),
            "zoom_all": ("Alt+A",),
            "solo": ("Shift+S",),
            "previous_marker": ("Ctrl+Left",),
            "frame_back": (",", "Left"),
            "frame_forward": (".", "Right"),
            "ten_frames_back": ("M", "Alt+Left"),
            "ten_frames_forward": ("/", "Alt+Right"),
            "export": ("Ctrl+Alt+B", "Ctrl+E"),
            "redo": ("Ctrl+Shift+Z",),
            "separate": ("Ctrl+Alt+S",),
            "separate_selection": ("Ctrl+Alt+Shift+S",),
            "resume_run": ("Ctrl+Alt+R",),
            "tool_wand": ("Shift+T",),
        },
    ),
    Preset(
        "reaper",
        QT_TRANSLATE_NOOP("KeyMap", "Reaper-like"),
        {
            "to_start": ("W", "Home"),
            "waveform": ("Shift+W",),
            "loop": ("R",),
            "previous_marker": ("[", "Ctrl+Left"),
            "next_marker": ("]", "Ctrl+Right"),
            "mute": ("F5",),
            "solo": ("F6",),
            "zoom_in": ("+", "="),
            "tool_gain_line": ("Shift+V",),
            "compare_version": ("Ctrl+Alt+V",),
            "export": ("Ctrl+Alt+R",),
            "resume_run": ("Ctrl+Alt+Return",),
            "palette": ("?", "Ctrl+Shift+P"),
            "preferences": ("Ctrl+P", "Ctrl+,"),
            "select_none": ("Escape",),
        },
    ),
)

_PRESET_KEY, _OWN_KEY = "keys/preset", "keys/own"


def preset_keys(preset: Preset) -> dict[str, Keys]:
    """All shortcuts of a preset, by action."""
    return {row.name: preset.keys.get(row.name, row.keys) for row in ACTIONS}


def same_key(first: str, second: str) -> bool:
    """Whether two spellings mean the same key."""
    return QKeySequence(first) == QKeySequence(second)


class KeyMap(QObject):
    """The shortcuts in force; setters keep them in the settings and emit when something changed.

    Signals:
        changed: an action has other shortcuts.
    """

    changed = Signal()

    def __init__(self, settings: Settings, parent: QObject | None = None) -> None:
        """Read the user's shortcuts.

        Args:
            settings: where they are kept.
            parent: what owns this.
        """
        super().__init__(parent)
        self._settings = settings
        name = settings.value(_PRESET_KEY, PRESETS[0].name)
        self._preset = next((one for one in PRESETS if one.name == name), PRESETS[0])
        self._own = _read(settings.value(_OWN_KEY, ""))

    @property
    def preset(self) -> Preset:
        """The preset under the user's own changes."""
        return self._preset

    @property
    def own(self) -> dict[str, Keys]:
        """The user's own changes, by action."""
        return dict(self._own)

    def keys(self, action: str) -> Keys:
        """Shortcuts of an action; the first is the one that is shown."""
        return self.all_keys()[action]

    def all_keys(self) -> dict[str, Keys]:
        """Shortcuts by action."""
        return preset_keys(self._preset) | self._own

    def owner(self, key: str) -> str | None:
        """The action that a key triggers; None for a free key."""
        found = (
            name
            for name, keys in self.all_keys().items()
            if any(same_key(key, other) for other in keys)
        )
        return next(found, None)

    def set_preset(self, name: str) -> None:
        """Change to another preset; the user's own changes to the former one go.

        Args:
            name: of the preset.
        """
        self._preset = next(one for one in PRESETS if one.name == name)
        self._own = {}
        self._keep()

    def set_keys(self, action: str, keys: Keys) -> None:
        """Give an action other shortcuts, and take them from the actions that had them.

        Args:
            action: its name.
            keys: any spelling that Qt knows; none for an action without shortcut.
        """
        spelled = tuple(QKeySequence(key).toString() for key in keys)
        changes = {action: spelled}
        for name, former in self.all_keys().items():
            left = tuple(k for k in former if not any(same_key(k, key) for key in spelled))
            if name != action and left != former:
                changes[name] = left
        usual = preset_keys(self._preset)
        merged = self._own | changes
        self._own = {name: value for name, value in merged.items() if value != usual[name]}
        self._keep()

    def reset(self, action: str) -> None:
        """Give an action the preset's shortcuts again."""
        self.set_keys(action, preset_keys(self._preset)[action])

    def reset_all(self) -> None:
        """Drop all of the user's own changes."""
        self._own = {}
        self._keep()

    def _keep(self) -> None:
        self._settings.set_value(_PRESET_KEY, self._preset.name)
        self._settings.set_value(_OWN_KEY, json.dumps(self._own))
        self.changed.emit()


def _read(text: str) -> dict[str, Keys]:
    """The user's changes, without what an edited or older file may hold besides."""
    try:
        read = parsed(text) if text else {}
    except BadValueError:
        return {}
    names = {row.name for row in ACTIONS}
    pairs = read.items() if isinstance(read, dict) else ()
    return {name: _valid(keys) for name, keys in pairs if name in names and isinstance(keys, list)}


def _valid(keys: list[object]) -> Keys:
    return tuple(key for key in keys if isinstance(key, str) and QKeySequence(key).toString())
