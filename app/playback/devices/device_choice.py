"""Which sound device is used, which there are, and what the user is told about them."""

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal

from app.playback.devices.device_delay import USUAL_DELAY_S
from app.playback.devices.output_devices import OutputDevice
from app.playback.devices.player import Player
from app.playback.devices.player_events import (
    DelayGrown,
    DeviceLost,
    DevicesListed,
    OutputOpened,
    PlayerEvent,
)


class OutputDeviceChoice(QObject):
    """Chooses the player's device and follows what the player reports about it.

    Signals:
        changed: another device is used, or another delay, or there are others.
        problem: one sentence for the user.
    """

    changed = Signal()
    problem = Signal(str)

    def __init__(self, player: Player, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._player = player
        self._name = ""
        self._is_real = True
        self._listed: tuple[OutputDevice, ...] = ()
        self._delays_s: dict[str, float] = {}

    @property
    def name(self) -> str:
        """Name of the device; empty for the default one."""
        return self._name

    @property
    def is_real(self) -> bool:
        """False while only a timer runs."""
        return self._is_real

    def listed(self) -> tuple[OutputDevice, ...]:
        """All devices, as of the last look; a new look begins."""
        self._player.look_for_devices()
        return self._listed

    @property
    def delays_s(self) -> dict[str, float]:
        """What was chosen or found for devices, by their names; empty for the default one."""
        return dict(self._delays_s)

    @property
    def delay_s(self) -> float:
        """How much sound the device is given ahead."""
        return self._delays_s.get(self._name, USUAL_DELAY_S)

    def use_delays(self, delays_s: Mapping[str, float]) -> None:
        """Give devices more or less sound ahead.

        Args:
            delays_s: by their names; others keep theirs.
        """
        self._delays_s |= delays_s
        self._player.use_delays(self._delays_s)
        self.changed.emit()

    def use(self, name: str) -> None:
        """Go over to a device."""
        self._name = name
        self._player.use_device(name)
        self.changed.emit()

    def take(self, event: PlayerEvent) -> None:
        """Take over what the player reports, and tell the user what matters."""
        if isinstance(event, DevicesListed) and event.devices != self._listed:
            self._listed = event.devices
            self.changed.emit()
        elif isinstance(event, OutputOpened):
            self._tell_refused(event)
            if (event.device_name, event.has_device) != (self._name, self._is_real):
                self._name, self._is_real = event.device_name, event.has_device
                self.changed.emit()
        elif isinstance(event, DelayGrown):
            self._delays_s[event.device_name] = event.delay_s
            self.changed.emit()
        elif isinstance(event, DeviceLost):
            self._name = ""
            name = event.device_name or self.tr("The sound device")
            text = self.tr("{device} is gone; playback has stopped, play again on another device.")
            self.problem.emit(text.format(device=name))
            self.changed.emit()

    def _tell_refused(self, event: OutputOpened) -> None:
        if not event.has_device and self._is_real:
            self.problem.emit(
                self.tr("No sound device could be opened; picture and playhead run in silence.")
            )
        elif event.has_device and event.refused:
            text = self.tr("{device} could not be opened; the default device is used.")
            self.problem.emit(text.format(device=event.refused))
