"""What the app and its separating process tell each other; plain values that import nothing big."""

from dataclasses import dataclass
from enum import Enum

from cass_core.request.events import RunEvent
from cass_core.request.request import SeparationRequest
from cass_core.request.settings import SeparationSettings


class Control(Enum):
    """What the process is asked to do with its order."""

    PAUSE = "pause"
    GO_ON = "go on"
    CANCEL = "cancel"


@dataclass(frozen=True)
class MeasureOrder:
    """Find out how fast this computer separates.

    Attributes:
        model: name or folder of the model.
        rate_hz: of the programme.
        layout: FFmpeg's name of the programme's channel layout.
        num_channels: its channels.
        settings: how.
    """

    model: str
    rate_hz: int
    layout: str
    num_channels: int
    settings: SeparationSettings


@dataclass(frozen=True)
class DeviceOrder:
    """Find out where the network will run."""


Order = SeparationRequest | MeasureOrder | DeviceOrder


@dataclass(frozen=True)
class DeviceFound:
    """Where the network runs.

    Attributes:
        kind: "cuda", "mps" or "cpu".
        name: such as "NVIDIA RTX A4000", "Apple GPU" or "CPU (8 cores)".
        lacks: what it takes for a graphics card: "card" or "cuda"; empty where it is one.
    """

    kind: str
    name: str
    lacks: str = ""


@dataclass(frozen=True)
class Told:
    """What the library told, as it was.

    Attributes:
        event: the library's own.
        time_s: when, on the clock of the work, which stands still in pauses.
    """

    event: RunEvent
    time_s: float


@dataclass(frozen=True)
class Paused:
    """The process does nothing until it is told to go on."""


@dataclass(frozen=True)
class WentOn:
    """The process is at work again."""


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


Event = DeviceFound | Told | Paused | WentOn | OrderDone | OrderCancelled | OrderFailed
ENDINGS = (OrderDone, OrderCancelled, OrderFailed)
