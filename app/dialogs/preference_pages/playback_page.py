"""Sound device, stopping and comparing."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox

from app.dialogs.preference_pages.form_page import FormPage, choice_box
from app.playback.devices.device_delay import DELAYS_S
from app.playback.playback import Playback
from app.views.transport.device_combo import DeviceCombo


class PlaybackPage(FormPage):
    """Follows what other controls change too."""

    def __init__(self, playback: Playback) -> None:
        """Show what is chosen.

        Args:
            playback: what is changed.
        """
        super().__init__()
        self._transport, self._comparison = playback.transport, playback.comparison
        self.name_page(self.tr("Playback"))
        self.device = DeviceCombo(playback.devices)
        self.add_control(
            self.tr("Output device"), self.device, self.tr("Sound device that is played on")
        )
        self._devices = playback.devices
        entries = {f"{delay_s}": f"{round(1000 * delay_s)} ms" for delay_s in DELAYS_S}
        self.delay = choice_box(entries, f"{self._devices.delay_s}")
        self.delay.activated.connect(self._on_delay_chosen)
        self.add_control(
            self.tr("Delay of the sound"),
            self.delay,
            self.tr("Short for quick faders, long where the sound has gaps; it grows by itself"),
        )
        self.returns = QCheckBox(self.tr("Return to the start when stopped"))
        self.returns.toggled.connect(self._transport.set_return_to_start)
        self.add_check(self.returns, self.tr("The playhead goes back to where playing began"))
        self.level_match = QCheckBox(self.tr("Compare equally loud"))
        self.level_match.toggled.connect(self._comparison.set_level_match)
        self.add_check(
            self.level_match,
            self.tr("The original is played as loud as the mix"),
        )
        self._transport.state_changed.connect(self._show)
        self._comparison.switched.connect(self._show)
        self._devices.changed.connect(self._show)
        self._show()

    @Slot()
    def _on_delay_chosen(self) -> None:
        self._devices.use_delays({self._devices.name: float(self.delay.currentData())})

    @Slot()
    def _show(self) -> None:
        self.delay.setCurrentIndex(self.delay.findData(f"{self._devices.delay_s}"))
        self.returns.setChecked(self._transport.return_to_start)
        self.level_match.setChecked(self._comparison.level_match)
