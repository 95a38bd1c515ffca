"""The name of the device that separates, asked for once a session."""

from PySide6.QtCore import QObject, Signal, Slot

from app.jobs.separating.run_events import DeviceFound, DeviceOrder
from app.jobs.separating.separation_session import SeparationSession


class DeviceReport(QObject):
    """Asks the separating process, which loads the network's libraries for it.

    Signals:
        found: `device` is known now.
    """

    found = Signal()

    def __init__(self, session: SeparationSession, parent: QObject | None = None) -> None:
        """Listen; nothing is asked yet.

        Args:
            session: the separating process.
            parent: owner.
        """
        super().__init__(parent)
        self._session = session
        self._device: DeviceFound | None = None
        session.device_found.connect(self._on_found)

    @property
    def device(self) -> DeviceFound | None:
        """Where separations run; None until the process has said so."""
        return self._device

    def ask(self) -> None:
        """Find out, unless that is known or any run is about to tell."""
        if self._device is None and not self._session.busy:
            self._session.start(DeviceOrder())

    @Slot(object)
    def _on_found(self, device: DeviceFound) -> None:
        if device != self._device:
            self._device = device
            self.found.emit()
