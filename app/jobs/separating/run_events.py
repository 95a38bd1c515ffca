"""What the app and its separating process tell each other; plain values that import nothing big."""

from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from cass_core.request.settings import Method, SeparationSettings


class Control(Enum):
    """What the process is asked to do with its order."""

    PAUSE = "pause"
    GO_ON = "go on"
    CANCEL = "cancel"


@dataclass(frozen=True)
class SeparationOrder:
    """What to separate, how, and where to.

    Attributes:
        movie: the file.
        sound: its decoded sound, a float wave.
        folder: for the stems; a stopped run that stands there goes on.
        model: name or folder of the model.
        start: first sample of the part.
        stop: the sample behind it.
        audio_stream: number among the file's sound tracks.
        channels: numbers of the track's channels that `sound` holds, from 0; empty for all.
        settings: how.
    """

    movie: Path
    sound: Path
    folder: Path
    model: str
    start: int
    stop: int
    audio_stream: int = 0
    channels: tuple[int, ...] = ()
    settings: SeparationSettings = SeparationSettings()


@dataclass(frozen=True)
class MeasureOrder:
    """Find out how fast this computer separates.

    Attributes:
        model: name or folder of the model.
        rate_hz: of the programme.
        layout: FFmpeg's name of the programme's channel layout.
        num_channels: its channels.
        method: how the flow is integrated.
    """

    model: str
    rate_hz: int
    layout: str
    num_channels: int
    method: Method = "model"


@dataclass(frozen=True)
class DeviceOrder:
    """Find out where the network will run."""


Order = SeparationOrder | MeasureOrder | DeviceOrder


@dataclass(frozen=True)
class DeviceFound:
    """Where the network runs.

    Attributes:
        kind: "cuda", "mps" or "cpu".
        name: such as "NVIDIA RTX A4000", "Apple GPU" or "CPU (8 cores)".
        sentence: why it is not a graphics card; empty where it is one.
    """

    kind: str
    name: str
    sentence: str = ""


@dataclass(frozen=True)
class PhaseProgress:
    """How far a separation is.

    Attributes:
        phase: "load", "sound", "picture" or "separate".
        share: of the whole run, 0 to 1.
        phase_share: of this phase.
        time_s: when, on the process's own clock.
    """

    phase: str
    share: float
    phase_share: float
    time_s: float


@dataclass(frozen=True)
class TakeGrew:
    """Another window is on disk; everything before `position` can be heard."""

    position: int


@dataclass(frozen=True)
class Notice:
    """What the run had to fall back on, as one sentence."""

    sentence: str


@dataclass(frozen=True)
class Paused:
    """The process does nothing until it is told to go on."""


@dataclass(frozen=True)
class WentOn:
    """The process is at work again."""


@dataclass(frozen=True)
class SpeedMeasured:
    """What separating costs, in seconds a second of programme.

    Attributes:
        fixed_s: for everything but the steps of the flow; the first step included where
            `step_s` is None.
        step_s: for each step; None where that could not be told apart.
    """

    fixed_s: float
    step_s: float | None


@dataclass(frozen=True)
class OrderDone:
    """The order is carried out."""


@dataclass(frozen=True)
class OrderCancelled:
    """The order was given up when asked to; what is finished stays."""


@dataclass(frozen=True)
class OrderFailed:
    """The order could not be carried out; what is finished stays.

    Attributes:
        sentence: for the user.
        trace: for the log; empty where the library foresaw the failure.
    """

    sentence: str
    trace: str = ""


Event = (
    DeviceFound
    | PhaseProgress
    | TakeGrew
    | Notice
    | Paused
    | WentOn
    | SpeedMeasured
    | OrderDone
    | OrderCancelled
    | OrderFailed
)
ENDINGS = (OrderDone, OrderCancelled, OrderFailed)
