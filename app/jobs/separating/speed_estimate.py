"""How long a separation will take, from what earlier ones took on this computer; never guessed."""

from dataclasses import astuple, dataclass

from app.environment.settings import Settings
from app.jobs.separating.run_events import SpeedMeasured

_SPEEDS, _PICTURES = "speed/separating", "speed/picture"
_MOST_KEPT = 64


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
        """The key as one line of the settings."""
        return "|".join(str(part).replace("|", " ").replace("=", " ") for part in astuple(self))


class SpeedBook:
    """Speeds measured so far, kept in the settings."""

    def __init__(self, settings: Settings) -> None:
        """Read and write through the settings.

        Args:
            settings: where the measurements are kept.
        """
        self._settings = settings

    def add(self, key: SpeedKey, speed: SpeedMeasured, steps: int) -> None:
        """Keep what a run has measured; the latest one counts.

        Args:
            key: what was separated with what.
            speed: what it took.
            steps: of the flow.
        """
        fixed_s, step_s = speed.fixed_s, speed.step_s
        known = self._speed(key)
        if step_s is None and known is not None and known.step_s is not None:
            # a run of one step cannot tell its parts apart, an earlier one could
            fixed_s, step_s = max(0.0, fixed_s - steps * known.step_s), known.step_s
        self._put(_SPEEDS, key.text, f"{fixed_s:.6g} {'' if step_s is None else f'{step_s:.6g}'}")

    def separating_s(self, key: SpeedKey, steps: int, length_s: float) -> float | None:
        """Seconds for separating.

        Args:
            key: what with what.
            steps: of the flow.
            length_s: of the programme.

        Returns:
            An estimate, None where nothing is known to make it from.
        """
        speed = self._speed(key)
        if speed is None:
            return None
        if speed.step_s is not None:
            return length_s * (speed.fixed_s + steps * speed.step_s)
        return length_s * speed.fixed_s if steps == 1 else None

    def add_picture(self, size: str, cost_s: float) -> None:
        """Keep what looking at pictures of a size took, in seconds a second of film."""
        self._put(_PICTURES, size, f"{cost_s:.6g}")

    def picture_s(self, size: str, length_s: float) -> float | None:
        """Seconds for looking at a picture, None where nothing is known.

        Args:
            size: such as "1920x1080".
            length_s: of the whole film.

        Returns:
            An estimate.
        """
        cost_s = _numbers(self._entries(_PICTURES).get(size, ""))
        return length_s * cost_s[0] if cost_s else None

    def _speed(self, key: SpeedKey) -> SpeedMeasured | None:
        numbers = _numbers(self._entries(_SPEEDS).get(key.text, ""))
        return SpeedMeasured(numbers[0], numbers[1] if numbers[1:] else None) if numbers else None

    def _entries(self, group: str) -> dict[str, str]:
        lines = self._settings.value(group, list[str]())
        return {key: value for key, _, value in (line.partition("=") for line in lines)}

    def _put(self, group: str, key: str, value: str) -> None:
        entries = self._entries(group)
        entries.pop(key, None)
        kept = [*entries.items(), (key, value)][-_MOST_KEPT:]
        self._settings.set_value(group, [f"{name}={text}" for name, text in kept])


def _numbers(text: str) -> list[float]:
    """Numbers of a line; none where somebody else has written it."""
    try:
        numbers = [float(word) for word in text.split()]
    except ValueError:
        return []
    return numbers if all(0 <= number < 1e6 for number in numbers) else []
