"""What separating costs on this computer, from what earlier runs took; never guessed."""

import json
from contextlib import suppress
from dataclasses import asdict, astuple, dataclass
from pathlib import Path

from cass_core.json_table import BadValueError, JsonTable
from cass_core.resource_files import user_cache_folder
from cass_core.whole_files import write_text

_VERSION = 1
_MOST_KEPT = 64
_MOST_S = 1e6  # seconds a second of programme; more is no measurement


@dataclass(frozen=True)
class Speed:
    """What separating costs, in seconds a second of programme.

    Attributes:
        fixed_s: for everything but the steps of the flow; the first step included where
            `step_s` is None.
        step_s: for each step; None where that could not be told apart.
    """

    fixed_s: float
    step_s: float | None


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
    """

    device: str
    model: str
    picture: bool
    rate_hz: int
    num_channels: int
    method: str = "model"

    @property
    def text(self) -> str:
        """The key as one line of the file."""
        return "|".join(str(part).replace("|", " ") for part in astuple(self))


_Entries = tuple[dict[str, Speed], dict[str, float]]


class SpeedBook:
    """Speeds measured so far, in a small file that the command line and the window share."""

    def __init__(self, path: Path | None = None) -> None:
        """Choose the file; it is read when something is asked.

        Args:
            path: the file; the user's own in the cache folder where None.
        """
        self._path = path or user_cache_folder() / "speeds.json"

    def add(self, key: SpeedKey, speed: Speed, steps: int) -> None:
        """Keep what a run has measured; the latest one counts.

        Args:
            key: what was separated with what.
            speed: what it took.
            steps: of the flow.
        """
        speeds, _ = found = self._entries()
        known = speeds.pop(key.text, None)
        if speed.step_s is None and known is not None and known.step_s is not None:
            # a run of one step cannot tell its parts apart, an earlier one could
            speed = Speed(max(0.0, speed.fixed_s - steps * known.step_s), known.step_s)
        speeds[key.text] = speed
        self._save(found)

    def separating_s(self, key: SpeedKey, steps: int, length_s: float) -> float | None:
        """Seconds for separating.

        Args:
            key: what with what.
            steps: of the flow.
            length_s: of the programme.

        Returns:
            An estimate, None where nothing is known to make it from.
        """
        speed = self._entries()[0].get(key.text)
        if speed is None:
            return None
        if speed.step_s is not None:
            return length_s * (speed.fixed_s + steps * speed.step_s)
        return length_s * speed.fixed_s if steps == 1 else None

    def add_picture(self, size: str, cost_s: float) -> None:
        """Keep what looking at pictures of a size took, in seconds a second of film."""
        _, pictures = found = self._entries()
        pictures.pop(size, None)
        pictures[size] = cost_s
        self._save(found)

    def picture_s(self, size: str, length_s: float) -> float | None:
        """Seconds for looking at a picture, None where nothing is known.

        Args:
            size: such as "1920x1080".
            length_s: of the whole film.

        Returns:
            An estimate.
        """
        cost_s = self._entries()[1].get(size)
        return None if cost_s is None else length_s * cost_s

    def _entries(self) -> _Entries:
        """What the file holds; nothing of it where it is damaged or of another program."""
        try:
            table = JsonTable(json.loads(self._path.read_text(encoding="utf-8")), "")
            if table.whole_number("version") == _VERSION:
                return dict(table.each("speeds", _speed)), dict(table.each("pictures", _picture))
        except (OSError, ValueError, RecursionError, BadValueError):
            pass
        return {}, {}

    def _save(self, found: _Entries) -> None:
        speeds, pictures = found
        content = {
            "version": _VERSION,
            "speeds": [{"key": key, **asdict(speeds[key])} for key in list(speeds)[-_MOST_KEPT:]],
            "pictures": [
                {"size": size, "cost_s": pictures[size]} for size in list(pictures)[-_MOST_KEPT:]
            ],
        }
        with suppress(OSError):  # the next run measures again
            self._path.parent.mkdir(parents=True, exist_ok=True)
            write_text(self._path, json.dumps(content, indent=1), durable=False)


def _speed(table: JsonTable) -> tuple[str, Speed]:
    step_s = None if table.is_null("step_s") else table.number("step_s", 0, _MOST_S)
    return table.text("key"), Speed(table.number("fixed_s", 0, _MOST_S), step_s)


def _picture(table: JsonTable) -> tuple[str, float]:
    return table.text("size"), table.number("cost_s", 0, _MOST_S)
