"""What a separation is expected to take, before it begins."""

from dataclasses import dataclass

from cass_core.request.events import Phase, RunBegun
from cass_core.request.settings import SeparationSettings
from cass_core.timing.speed_book import SpeedBook, SpeedKey

_HD_PIXELS = 1920 * 1080


@dataclass(frozen=True)
class Work:
    """What the time that a separation takes depends on.

    Attributes:
        device: name of the device.
        model: name or folder of the model.
        settings: how.
        rate_hz: of the programme.
        num_channels: of the programme.
        part_s: length of the part that is separated.
        length_s: length of the whole programme.
        picture_size: of the picture that is looked at, such as "1920x1080"; empty for none.
        start_s: where the part begins in the programme.
    """

    device: str
    model: str
    settings: SeparationSettings
    rate_hz: int
    num_channels: int
    part_s: float
    length_s: float
    picture_size: str = ""
    start_s: float = 0.0

    @classmethod
    def of(cls, model: str, settings: SeparationSettings, begun: RunBegun) -> "Work":
        """The work of a run that has begun."""
        return cls(
            begun.device_name,
            model,
            settings,
            begun.rate_hz,
            begun.num_channels,
            begun.part_s,
            begun.length_s,
            begun.picture_size,
            begun.start_s,
        )

    def key(self, picture: bool | None = None) -> SpeedKey:
        """What its speed is kept under; as if with a picture or without, where that is given."""
        looks = bool(self.picture_size) if picture is None else picture
        settings = self.settings
        chosen = settings.window_s or settings.hop_s
        return SpeedKey(
            self.device,
            self.model,
            looks,
            self.rate_hz,
            self.num_channels,
            settings.method,
            f"{settings.window_s:g}/{settings.hop_s:g}" if chosen else "",
        )


@dataclass(frozen=True)
class Estimate:
    """How long a separation will take.

    Attributes:
        seconds: None while it is not known.
        picture_unknown: looking at the picture comes on top, and nobody knows how long that takes.
    """

    seconds: float | None
    picture_unknown: bool = False


def separating_s(work: Work, book: SpeedBook) -> float | None:
    """Seconds for the separating alone; None while nothing is known to make it from."""
    stop_s = work.start_s + work.part_s
    for picture in (None, False):  # what is measured on purpose has no picture
        speed = book.speed(work.key(picture))
        if speed is None:
            continue
        seconds = speed.seconds(work.settings.steps, work.start_s, stop_s, work.length_s)
        if seconds is not None:
            return seconds
    return None


def estimate(work: Work, book: SpeedBook, *, is_seen: bool = False) -> Estimate:
    """Seconds from start to end, the start of the run with its loading of the model included.

    Args:
        work: what is to be done.
        book: what is known of this computer.
        is_seen: the picture was looked at already; what was seen is kept on disk.

    Returns:
        What is known.
    """
    seconds = separating_s(work, book)
    if seconds is not None:
        seconds += book.load_s(work.key())
    if seconds is None or not work.picture_size or is_seen:
        return Estimate(seconds)
    picture_s = book.picture_s(work.picture_size, work.length_s)
    if picture_s is None:
        return Estimate(seconds, picture_unknown=True)
    return Estimate(seconds + picture_s)


@dataclass(frozen=True)
class PhaseCost:
    """What a phase will take.

    Attributes:
        seconds: expected.
        is_guess: nobody has measured it, so it serves the bar's proportions only.
    """

    seconds: float
    is_guess: bool = False


def phase_costs(
    work: Work, book: SpeedBook, device_kind: str, *, is_decoded: bool, is_delivered: bool
) -> dict[Phase, PhaseCost]:
    """What each phase will take; guesses are those of a small processor.

    Args:
        work: what is done.
        book: what is known of this computer.
        device_kind: "cpu", "cuda" or "mps".
        is_decoded: the sound is on disk already.
        is_delivered: files are written from the stems afterwards.

    Returns:
        A cost for each phase, in order.
    """
    step = 0.02 if device_kind == "cpu" else 0.001
    separate = separating_s(work, book)
    look = book.picture_s(work.picture_size, work.length_s) if work.picture_size else 0.0
    sound = 0.0 if is_decoded else 0.004 * work.num_channels * work.length_s
    write = 0.006 * work.num_channels * work.part_s if is_delivered else 0.0
    guess = work.part_s * (0.02 + step * work.settings.steps + 0.012 * work.num_channels)
    return {
        "load": PhaseCost(0.0),
        "sound": PhaseCost(sound),
        "picture": _cost(look, work.length_s * (0.15 + 0.2 * _pixels(work) / _HD_PIXELS)),
        "separate": _cost(separate, guess),
        "write": PhaseCost(write),
    }


def _cost(seconds: float | None, guess: float) -> PhaseCost:
    return PhaseCost(guess if seconds is None else seconds, seconds is None)


def _pixels(work: Work) -> int:
    width, _, height = work.picture_size.partition("x")
    return int(width) * int(height) if height else 0
