"""Settings on disk as plain JSON: texts, numbers and truths, from which no object ever comes out.

Qt's own format can hold serialised objects, which Python's binding builds when it reads them; what
stands in such a file could run code.
"""

import json
import logging
import os
import re
from contextlib import suppress
from pathlib import Path

from cass_core.checked.json_file import read_json, read_text
from cass_core.checked.json_table import BadValueError
from cass_core.whole_files import write_text

_log = logging.getLogger(__name__)

Stored = bool | int | float | str | list[str]

_LARGEST_BYTES = 1 << 20
_PLAIN_LINE = re.compile(r"([A-Za-z_][\w\\]*)=([\w./:+ -]*)")
_SECTION = re.compile(r"\[(\w+)\]")


class SettingsStore:
    """Values by key in a file that several windows may write.

    Attributes:
        path: the file.
        set_aside: where a damaged file was put when this store was made; None where it was sound.
    """

    def __init__(self, path: Path) -> None:
        """Read the file; a damaged one is set aside, and everything is as at the first start.

        Args:
            path: made, with its folder, when the first value is set.
        """
        self.path = path
        self.set_aside: Path | None = None
        values = _read(path)
        if values is None:
            self.set_aside = _put_aside(path)
            values = {}
        self._values = values if path.exists() else _plain_values(path.with_suffix(".ini"))

    def value(self, key: str) -> object:
        """What was set, as JSON reads it; None where nothing was."""
        return self._values.get(key)

    def everything(self) -> dict[str, object]:
        """All values by key."""
        return dict(self._values)

    def set_value(self, key: str, value: Stored) -> None:
        """Keep a value; what another window has set meanwhile stays."""
        if key in self._values and self._values[key] == value and self.path.exists():
            return
        known = _read(self.path) or {}
        self._values |= known
        self._values[key] = value
        with suppress(OSError):  # a disk that takes nothing: the value lasts as long as the program
            self.path.parent.mkdir(parents=True, exist_ok=True)
            write_text(self.path, json.dumps(self._values, indent=1) + "\n", durable=False)


def _read(path: Path) -> dict[str, object] | None:
    """The values; None where the file is damaged, no values where there is none."""
    try:
        if not path.exists():
            return {}
        values = read_json(path, _LARGEST_BYTES)
    except (OSError, ValueError, BadValueError):
        return None
    return values if isinstance(values, dict) else None


def _put_aside(path: Path) -> Path:
    aside = path.with_name(f"{path.name}.damaged")
    with suppress(OSError):
        os.replace(path, aside)
    _log.warning("The settings in %s were damaged and were set aside.", path)
    return aside


def _plain_values(path: Path) -> dict[str, object]:
    """Plain words and numbers of a file that earlier programs wrote; everything else is left."""
    values: dict[str, object] = {}
    section = ""
    with suppress(OSError, BadValueError):
        for line in read_text(path, _LARGEST_BYTES).splitlines():
            if named := _SECTION.fullmatch(line):
                section = "" if named[1] == "General" else f"{named[1]}/"
            elif found := _PLAIN_LINE.fullmatch(line):
                values[section + found[1].replace("\\", "/")] = found[2]
    return values
