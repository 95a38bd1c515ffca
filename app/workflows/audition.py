"""Hearing what is selected: with what surrounds it, alone, or all but that."""

from PySide6.QtCore import QObject, Slot

from app.playback.engine.sound_tracks import SoundTracks
from app.playback.playback import Playback
from app.project.project import Project
from app.project.view_state import ViewState
from app.workflows.playback_sources import PlaybackSources
from cass_core.clips import AudioSource, SampleSpan
from cass_core.repair.masked_sound import MaskedSound
from cass_core.stem_names import stem_of


class Audition(QObject):
    """Plays ranges of the programme and leaves the playhead where they begin."""

    def __init__(
        self,
        project: Project,
        view: ViewState,
        playback: Playback,
        listening: PlaybackSources,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._project, self._view, self._listening = project, view, listening
        self._transport, self._comparison = playback.transport, playback.comparison
        self._player = playback.player
        self._transport.state_changed.connect(self._on_state_changed)
        view.selection_changed.connect(self._on_selection_changed)

    def play_selection(self) -> None:
        """Play the selection with pre-roll and post-roll; without one, play on."""
        programme, selection = self._project.programme, self._view.selection
        if programme is None or selection is None:
            self._transport.toggle()
            return
        roll = round(self._view.repair.roll_s * programme.rate_hz)
        span = SampleSpan(
            max(selection.span.start - roll, 0),
            min(selection.span.stop + roll, programme.num_samples),
        )
        self._transport.play_range(span, selection.span.start)

    def play_selected_only(self) -> None:
        """Play only what is selected of the focused lane."""
        self._play_masked(inverse=False)

    def play_all_but(self) -> None:
        """Play the focused lane without what is selected."""
        self._play_masked(inverse=True)

    def _play_masked(self, *, inverse: bool) -> None:
        programme, selection = self._project.programme, self._view.selection
        source = self._focused_source()
        if programme is None or selection is None or source is None:
            return
        soft = self._view.repair
        region = soft.feathered(selection.region, programme.rate_hz, programme.num_samples)
        sound = MaskedSound(source, region, inverse=inverse)
        tracks = SoundTracks(
            sound, None, programme.rate_hz, programme.layout, programme.num_samples
        )
        self._transport.pause()
        self._comparison.set_auditioned(True)
        self._transport.play_range(selection.span, selection.span.start, tracks)

    def _focused_source(self) -> AudioSource | None:
        stem = stem_of(self._view.focus)
        if stem is None:
            return self._listening.mixture
        stems = self._listening.stems
        return stems.source(stem) if stems is not None else None

    @Slot()
    def _on_selection_changed(self) -> None:
        if self._view.selection is not None:  # what is selected is heard sooner or later
            self._player.get_ready()

    @Slot()
    def _on_state_changed(self) -> None:
        if not self._transport.plays_other_tracks:
            self._comparison.set_auditioned(False)
