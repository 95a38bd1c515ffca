"""What is monitored: the remix, or the original at the same loudness."""

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from app.playback.engine.mixer import MixSettings
from app.playback.engine.sound_tracks import SoundTracks
from app.playback.loudness_match import LoudnessMatch, LoudnessProfile
from app.playback.mailbox import Mailbox
from app.project.stem_mix import StemMix
from app.project.timeline import Timeline
from cass_core.clips import SampleSpan
from cass_core.stems.rebalance import Rebalance

_MEASURE_AFTER_MS = 500  # a take that grows or a loop that is dragged is measured when it rests


class Comparison(QObject):
    """Mix settings for the player, A/B included.

    The gain that makes both equally loud is fixed for the whole programme or loop: it changes
    with the faders and with the loop, never with what happens to be heard.

    Signals:
        changed: `settings` are others.
        switched: the other one is heard, or the original is brought to another loudness.
    """

    changed = Signal()
    switched = Signal()

    def __init__(self, mix: StemMix, timeline: Timeline, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._mix, self._timeline = mix, timeline
        self._tracks: SoundTracks | None = None
        self._profile: LoudnessProfile | None = None
        self._original = self._level_match = self._auditioned = False
        self._mailbox = Mailbox(self)
        self._match = LoudnessMatch(self._mailbox.put)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_MEASURE_AFTER_MS)
        self._timer.timeout.connect(self._on_rest)
        self._settings = MixSettings(mix.rebalance)
        self._mailbox.delivered.connect(self._on_measured)
        mix.changed.connect(self._on_changed)
        timeline.loop_changed.connect(self._measure_later)

    @property
    def settings(self) -> MixSettings:
        """What is heard."""
        return self._settings

    @property
    def original(self) -> bool:
        """Whether the mixture is heard."""
        return self._original

    @property
    def level_match(self) -> bool:
        """Whether the mixture is brought to the remix's loudness."""
        return self._level_match

    def set_original(self, on: bool) -> None:
        """Hear the mixture or the remix."""
        if on != self._original:
            self._original = on
            self._on_changed()
            self.switched.emit()

    def set_auditioned(self, on: bool) -> None:
        """Hear the tracks' mixture plainly, whatever is soloed, muted or compared."""
        if on != self._auditioned:
            self._auditioned = on
            self._on_changed()

    def set_level_match(self, on: bool) -> None:
        """Bring the mixture to the remix's loudness; measured in the background."""
        if on == self._level_match:
            return
        self._level_match = on
        self._on_changed()
        if self._profile is None:
            self._measure_later()
        self.switched.emit()

    @Slot(object)
    def set_tracks(self, tracks: SoundTracks | None) -> None:
        """Compare others."""
        self._tracks = tracks
        if tracks is None:
            self._profile = None
            self._match.stop()
        self._measure_later()

    def close(self) -> None:
        """Give up what is being measured."""
        self._timer.stop()
        self._mailbox.close()
        self._match.stop()

    @Slot()
    def _measure_later(self) -> None:
        # without stems both are the mixture
        if self._level_match and self._tracks is not None and self._tracks.stems is not None:
            self._timer.start()
        else:
            self._profile = None  # measured when it is wanted

    @Slot()
    def _on_rest(self) -> None:
        tracks = self._tracks
        if tracks is None:
            return
        loop = self._timeline.loop if self._timeline.looping else None
        self._match.start(tracks, loop or SampleSpan(0, tracks.num_samples))

    @Slot(object)
    def _on_measured(self, profile: LoudnessProfile) -> None:
        self._profile = profile
        self._on_changed()

    @Slot(object)
    def _on_changed(self, _stem: object = None) -> None:
        rebalance = self._mix.rebalance
        matches = self._original and self._level_match and self._profile is not None
        original_db = self._profile.match_db(rebalance) if matches and self._profile else 0.0
        settings = MixSettings(rebalance, self._original, original_db)
        if self._auditioned:
            settings = MixSettings(Rebalance(), original=True)
        if settings != self._settings:
            self._settings = settings
            self.changed.emit()
