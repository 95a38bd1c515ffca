"""What the player's thread reports."""

from dataclasses import dataclass

from app.playback.devices.output_devices import OutputDevice


@dataclass(frozen=True)
class DevicesListed:
    """PortAudio has looked which devices there are.

    Attributes:
        devices: all that can play.
    """

    devices: tuple[OutputDevice, ...]


@dataclass(frozen=True)
class OutputOpened:
    """Another output is used.

    Attributes:
        device_name: what was asked for; empty for the default device.
        has_device: False where only a timer runs.
        refused: name of a device that could not be opened; empty if none.
        reason: of the refusal, as a clause.
    """

    device_name: str
    has_device: bool
    refused: str = ""
    reason: str = ""


@dataclass(frozen=True)
class DeviceLost:
    """The device went away.

    Attributes:
        device_name: empty for the default device.
    """

    device_name: str


@dataclass(frozen=True)
class DelayGrown:
    """The device has run dry so often that it is opened with a longer delay.

    Attributes:
        device_name: empty for the default device.
        delay_s: the new one.
    """

    device_name: str
    delay_s: float


@dataclass(frozen=True)
class ReadingFailed:
    """The tracks cannot be read.

    Attributes:
        serial: of the order.
        sentence: for the user.
    """

    serial: int
    sentence: str


PlayerEvent = DevicesListed | OutputOpened | DeviceLost | DelayGrown | ReadingFailed
