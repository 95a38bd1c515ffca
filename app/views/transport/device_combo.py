"""The choice of the sound device."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QComboBox, QWidget

from app.playback.devices.device_choice import OutputDeviceChoice

_LEAST_LETTERS, _MOST_PX = 8, 320


class DeviceCombo(QComboBox):
    """Lists the devices as they come and go; the first entry is the desktop's own choice."""

    def __init__(self, devices: OutputDeviceChoice, parent: QWidget | None = None) -> None:
        """Show the device that is used.

        Args:
            devices: which there are, and which is used.
            parent: the widget around it.
        """
        super().__init__(parent)
        self._devices, self._shown = devices, list[tuple[str, str]]()
        self.setAccessibleName(self.tr("Output device"))
        self.setToolTip(self.tr("Sound device that is played on"))
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.setMaximumWidth(_MOST_PX)
        self.setMinimumContentsLength(_LEAST_LETTERS)
        self.activated.connect(self._on_activated)
        devices.changed.connect(self._on_devices_changed)
        self._on_devices_changed()

    @Slot()
    def _on_devices_changed(self) -> None:
        entries = [(self._usual_text(), "")]
        entries += [(device.name, device.name) for device in self._devices.listed()]
        chosen = self._devices.name
        if chosen and all(name != chosen for _, name in entries):
            gone = self.tr("{device} (not connected)").format(device=chosen)
            entries.append((gone, chosen))
        if entries != self._shown:
            self._shown = entries
            self.clear()
            for text, name in entries:
                self.addItem(text, name)
        self.setCurrentIndex([name for _, name in entries].index(chosen))

    def _usual_text(self) -> str:
        if not self._devices.is_real:
            return self.tr("No sound device")
        return self.tr("Desktop’s device")

    @Slot(int)
    def _on_activated(self, index: int) -> None:
        self._devices.use(str(self.itemData(index)))

    def showPopup(self) -> None:
        """Look for devices that came or went first."""
        self._devices.listed()
        super().showPopup()
