"""Preferences that outlive the program, typed; whatever stands in the file, values are valid."""

import json
import math
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar, cast

from PySide6.QtCore import QByteArray

from app.environment.settings_store import SettingsStore
from cass_core.request.settings import (
    HIGHEST_STEPS,
    LOWEST_STEPS,
    RENDERS,
    SeparationSettings,
)
from cass_core.request.windows import LONGEST_WINDOW_S
from cass_core.resource_files import user_data_folder

MOST_RECENT_FILES = 12

_BYTES = "base64:"

Setting = TypeVar("Setting", bool, int, float, str, list[str])


def stored_settings() -> "Settings":
    """This user's settings."""
    return Settings(SettingsStore(user_data_folder() / "settings.json"))


class Settings:
    """What is remembered between two runs of the program."""

    def __init__(self, store: SettingsStore) -> None:
        """Read and write through `store`.

        Args:
            store: where the values are kept.
        """
        self._store = store

    @property
    def set_aside(self) -> Path | None:
        """Where a damaged file was put at this start; None where it was sound."""
        return self._store.set_aside

    @property
    def last_folder(self) -> Path:
        """Where the last movie was opened; the home folder where that is gone."""
        folder = Path(self._text("last_folder"))
        return folder if folder.is_absolute() and folder.is_dir() else Path.home()

    @last_folder.setter
    def last_folder(self, folder: Path) -> None:
        self._store.set_value("last_folder", str(folder))

    @property
    def choice(self) -> SeparationSettings:
        """How the user separated last."""
        usual = SeparationSettings()
        steps = self._text("separation/steps")
        render = self._text("separation/render")
        return SeparationSettings(
            steps=int(steps) if steps.isdecimal() and _is_possible(int(steps)) else usual.steps,
            picture=self._text("separation/picture") != "false",
            render=render if render in RENDERS else usual.render,
            window_s=self._window_seconds("separation/window_s"),
            hop_s=self._window_seconds("separation/hop_s"),
        )

    @choice.setter
    def choice(self, choice: SeparationSettings) -> None:
        self._store.set_value("separation/steps", choice.steps)
        self._store.set_value("separation/picture", choice.picture)
        self._store.set_value("separation/render", choice.render)
        self._store.set_value("separation/window_s", choice.window_s)
        self._store.set_value("separation/hop_s", choice.hop_s)

    @property
    def window_geometry(self) -> QByteArray:
        """Place and size of the window, as `QWidget.saveGeometry` gave them; empty at first."""
        return self._bytes("window/geometry")

    @window_geometry.setter
    def window_geometry(self, geometry: QByteArray) -> None:
        self._store.set_value("window/geometry", _written(geometry))

    @property
    def window_state(self) -> QByteArray:
        """Splitters and bars, as `QMainWindow.saveState` gave them; empty at first."""
        return self._bytes("window/state")

    @window_state.setter
    def window_state(self, state: QByteArray) -> None:
        self._store.set_value("window/state", _written(state))

    def value(self, key: str, default: Setting) -> Setting:
        """A value that the part of the program which owns the key has set.

        Args:
            key: "group/name".
            default: what comes back where there is none, or one of another type.

        Returns:
            A value of the default's own type; numbers are finite.
        """
        raw = self._store.value(key)
        if isinstance(raw, list | dict):  # nothing that `set_value` writes
            return default
        try:
            read = None if raw is None else _READERS[type(default)](str(raw))
        except (ValueError, OverflowError, RecursionError):
            read = None
        return default if read is None else cast(Setting, read)

    def set_value(self, key: str, value: bool | int | float | str | list[str]) -> None:
        """Keep a value for `value`.

        Args:
            key: "group/name".
            value: of the type that the key always has.
        """
        self._store.set_value(key, json.dumps(value) if isinstance(value, list) else value)

    def everything(self) -> dict[str, object]:
        """All values by key, as they stand in the file: for a report."""
        return self._store.everything()

    def recent(self) -> tuple[Path, ...]:
        """Projects and movies that were open and still exist, the last one first."""
        paths = (Path(text) for text in self.value("recent_files", list[str]()))
        return tuple(path for path in paths if _is_there(path))

    def add_recent(self, path: Path) -> None:
        """Put a file at the head of the recent ones.

        Args:
            path: of a project or a movie.
        """
        former = self.value("recent_files", list[str]())
        text = str(path.absolute())
        files = [text, *(other for other in former if other != text)]
        self.set_value("recent_files", files[:MOST_RECENT_FILES])

    def _window_seconds(self, key: str) -> float:
        """What was chosen of a model's windows; 0 for its own, and for what none can be."""
        seconds = self.value(key, 0.0)
        return seconds if 0 <= seconds <= LONGEST_WINDOW_S else 0.0

    def _bytes(self, key: str) -> QByteArray:
        value = self._store.value(key)
        if not isinstance(value, str) or not value.startswith(_BYTES):
            return QByteArray()
        return QByteArray.fromBase64(value.removeprefix(_BYTES).encode("ascii", "replace"))

    def _text(self, key: str) -> str:
        """A value as text; of files that earlier programs wrote all are texts."""
        value = self._store.value(key)
        if value is None:
            return ""
        return str(value).lower() if isinstance(value, bool) else str(value)


def _written(value: QByteArray) -> str:
    return _BYTES + value.toBase64().toStdString()


def _is_possible(steps: int) -> bool:
    return LOWEST_STEPS <= steps <= HIGHEST_STEPS


def _is_there(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):  # a name that this system cannot have
        return False


def _truth(text: str) -> bool | None:
    return {"true": True, "false": False}.get(text.lower())


def _whole_number(text: str) -> int | None:
    number = int(text)
    return number if abs(number) < 1 << 63 else None


def _finite_number(text: str) -> float | None:
    number = float(text)
    return number if math.isfinite(number) else None


def _texts(text: str) -> list[str] | None:
    read = json.loads(text)
    is_list = isinstance(read, list) and all(isinstance(item, str) for item in read)
    return read if is_list else None


_READERS: dict[type, Callable[[str], object]] = {
    bool: _truth,
    int: _whole_number,
    float: _finite_number,
    str: str,
    list: _texts,
}
