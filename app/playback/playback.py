"""All that plays, made once and wired: transport, comparison, devices and meters."""

from PySide6.QtCore import QObject, Slot

from app.playback.comparison import Comparison
from app.playback.devices.device_choice import OutputDeviceChoice
from app.playback.devices.player import Player
from app.playback.devices.player_events import PlayerEvent
from app.playback.engine.meter_readings import MeterReadings
from app.playback.live_meters import LiveMeters
from app.playback.mailbox import Mailbox
from app.playback.transport import Transport
from app.project.stem_mix import StemMix
from app.project.timeline import Timeline


class Playback(QObject):
    """The parts that views and controls talk to; each knows only the player or nothing.

    Attributes:
        comparison: what is monitored.
        meters: how loud it is.
        devices: where it is heard.
        transport: where in the programme, and how fast.
        player: what plays; also knows how often it came too late.
    """

    def __init__(self, mix: StemMix, timeline: Timeline, parent: QObject | None = None) -> None:
        """Prepare; the sound device is opened when it is first needed.

        Args:
            mix: how the stems are heard.
            timeline: whose loop is followed.
            parent: owner.
        """
        super().__init__(parent)
        self._mailbox = Mailbox(self)
        self.comparison = Comparison(mix, timeline, self)
        self.meters = LiveMeters(self._mailbox.put, self)
        self.player = Player(self.comparison.settings, self._mailbox.put, self.meters.take)
        self.devices = OutputDeviceChoice(self.player, self)
        self.transport = Transport(self.player, timeline, self)
        self._mailbox.delivered.connect(self._on_delivered)
        self.comparison.changed.connect(self._on_settings_changed)
        self.transport.tracks_changed.connect(self.comparison.set_tracks)
        self.transport.begun.connect(self.meters.reset)

    def close(self) -> None:
        """End all threads and give the device back; for the end of the program."""
        self.transport.close()
        self._mailbox.close()
        self.comparison.close()
        self.player.close()
        self.meters.close()

    @Slot()
    def _on_settings_changed(self) -> None:
        self.player.set_settings(self.comparison.settings)

    @Slot(object)
    def _on_delivered(self, news: PlayerEvent | MeterReadings) -> None:
        if isinstance(news, MeterReadings):
            self.meters.show(news)
        else:
            self.transport.take(news)
            self.devices.take(news)
