"""Sound device, stopping and comparing."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox

from app.dialogs.preference_pages.form_page import FormPage
from app.playback.transport import Transport
from app.views.transport.device_combo import DeviceCombo


class PlaybackPage(FormPage):
    """Follows the transport, which other controls change too."""

    def __init__(self, transport: Transport) -> None:
        """Show what is chosen.

        Args:
            transport: that is changed.
        """
        super().__init__()
        self._transport = transport
        self.name_page(self.tr("Playback"))
        self.device = DeviceCombo(transport)
        self.add_control(
            self.tr("Output device"), self.device, self.tr("Sound device that is played on")
        )
        self.returns = QCheckBox(self.tr("Return to the start when stopped"))
        self.returns.toggled.connect(transport.set_return_to_start)
        self.add_check(self.returns, self.tr("The playhead goes back to where playing began"))
        self.level_match = QCheckBox(self.tr("Compare equally loud"))
        self.level_match.toggled.connect(transport.set_level_match)
        self.add_check(
            self.level_match,
            self.tr("The original is played as loud as the mix"),
        )
        transport.state_changed.connect(self._on_state_changed)
        self._on_state_changed()

    @Slot()
    def _on_state_changed(self) -> None:
        self.returns.setChecked(self._transport.return_to_start)
        if self.level_match.isChecked() != self._transport.level_match:
            self.level_match.setChecked(self._transport.level_match)
