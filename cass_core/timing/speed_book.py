"""What separating costs on this computer, from what earlier runs took; never guessed."""

import json
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import asdict, astuple, dataclass, field
from functools import partial
from pathlib import Path

from cass_core.checked.json_file import read_json
from cass_core.checked.json_table import BadValueError, JsonTable
from cass_core.request.events import Grain
from cass_core.resource_files import user_cache_folder
from cass_core.timing.speed import Speed
from cass_core.whole_files import write_text

_VERSION = 2
_MOST_KEPT = 64
_MOST_S = 1e6  # seconds a second of programme; more is no measurement
_MOST_WINDOWS = 1 << 16


@dataclass(frozen=True)
class SpeedKey:
    """What the speed of separating depends on, beside the steps.

    Attributes:
        device: name of the device.
        model: name of the model.
        picture: the picture is looked at.
        rate_hz: of the programme.
        num_channels: of the programme.
        method: how the flow is integrated.
        windows: which the user has chosen; empty for the model's own.
    """

    device: str
    model: str
    picture: bool
    rate_hz: int
    num_channels: int
    method: str = "model"
    windows: str = ""

    @property
    def text(self) -> str:
        """The key as one line of the file."""
        parts = astuple(self) if self.windows else astuple(self)[:-1]  # as it was written before
        return "|".join(str(part).replace("|", " ") for part in parts)

    @property
    def load_text(self) -> str:
        """What the time depends on that passes before a run's work begins."""
        return "|".join(part.replace("|", " ") for part in (self.device, self.model))


@dataclass
class _Entries:
    speeds: dict[str, Speed] = field(default_factory=dict)
    pictures: dict[str, float] = field(default_factory=dict)
    loads: dict[str, float] = field(default_factory=dict)


class SpeedBook:
    """Speeds measured so far, in a small file that the command line and the window share."""

    def __init__(self, path: Path | None = None) -> None:
        """Choose the file; it is read when something is asked.

        Args:
            path: the file; the user's own in the cache folder where None.
        """
        self._path = path or user_cache_folder() / "speeds.json"

    def add(self, key: SpeedKey, speed: Speed, steps: int) -> None:
        """Keep what a run has measured.

        Args:
            key: what was separated with what.
            speed: what it took.
            steps: of the flow.
        """
        found = self._entries()
        known = found.speeds.pop(key.text, None)
        found.speeds[key.text] = speed.after(known, steps) if known else speed
        self._save(found)

    def speed(self, key: SpeedKey) -> Speed | None:
        """What separating costs, None where nothing is known."""
        return self._entries().speeds.get(key.text)

    def add_load(self, key: SpeedKey, seconds: float) -> None:
        """Keep how long the start of a run took; the last ones count."""
        found = self._entries()
        known = found.loads.pop(key.load_text, seconds)
        found.loads[key.load_text] = (known + seconds) / 2
        self._save(found)

    def load_s(self, key: SpeedKey) -> float:
        """How long a run takes to start; 0 while nobody knows."""
        return self._entries().loads.get(key.load_text, 0.0)

    def add_picture(self, size: str, cost_s: float) -> None:
        """Keep what looking at pictures of a size took, in seconds a second of film."""
        found = self._entries()
        found.pictures.pop(size, None)
        found.pictures[size] = cost_s
        self._save(found)

    def picture_s(self, size: str, length_s: float) -> float | None:
        """Seconds for looking at a picture, None where nothing is known.

        Args:
            size: such as "1920x1080".
            length_s: of the whole film.

        Returns:
            An estimate.
        """
        cost_s = self._entries().pictures.get(size)
        return None if cost_s is None else length_s * cost_s

    def _entries(self) -> _Entries:
        """What the file holds; nothing of it where it is damaged or of another program."""
        try:
            table = JsonTable(read_json(self._path), "")
            if table.whole_number("version") == _VERSION:
                return _Entries(
                    dict(table.each("speeds", _speed)),
                    dict(table.each("pictures", partial(_cost, "size"))),
                    dict(table.each("loads", partial(_cost, "key"))),
                )
        except (OSError, BadValueError):
            pass
        return _Entries()

    def _save(self, found: _Entries) -> None:
        content = {
            "version": _VERSION,
            "speeds": [{"key": key, **asdict(found.speeds[key])} for key in _newest(found.speeds)],
            "pictures": [
                {"size": size, "cost_s": found.pictures[size]} for size in _newest(found.pictures)
            ],
            "loads": [{"key": key, "cost_s": found.loads[key]} for key in _newest(found.loads)],
        }
        with suppress(OSError):  # the next run measures again
            self._path.parent.mkdir(parents=True, exist_ok=True)
            write_text(self._path, json.dumps(content, indent=1), durable=False)


def _newest(entries: Iterable[str]) -> list[str]:
    return list(entries)[-_MOST_KEPT:]


def _speed(table: JsonTable) -> tuple[str, Speed]:
    step_s = None if table.is_null("step_s") else table.number("step_s", 0, _MOST_S)
    return table.text("key"), Speed(
        table.number("prepare_s", 0, _MOST_S),
        step_s,
        table.number("render_s", 0, _MOST_S),
        _grain(table.table("grain")),
        table.number("heard_s", 0, _MOST_S),
    )


def _grain(table: JsonTable) -> Grain:
    windows = round(table.number("windows", 1, _MOST_WINDOWS))
    return Grain(table.number("window_s", 0, _MOST_S), windows)


def _cost(name: str, table: JsonTable) -> tuple[str, float]:
    return table.text(name), table.number("cost_s", 0, _MOST_S)
