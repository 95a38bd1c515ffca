"""What is open, given to the transport and to the spectrograms."""

import hashlib
from contextlib import suppress

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from app.environment.error_report import sentence_for
from app.jobs.images.spectrogram_store import SpectrogramStore
from app.playback.engine.sound_tracks import SoundTracks
from app.playback.transport import Transport
from app.project.project import Project
from app.project.versions import Take
from cass_core.clips import SampleSpan
from cass_core.errors import CassError
from cass_core.media.files.layout_names import channels_code
from cass_core.media.sound.growing_wave import GrowingWave
from cass_core.repair.edited_stems import EditedStems
from cass_core.repair.edits import EditList
from cass_core.repair.grid import Grid
from cass_core.repair.other_takes import OtherTakes
from cass_core.repair.sensitivity.sensitive_stems import SensitiveStems
from cass_core.repair.sensitivity.sensitivity import Sensitivity
from cass_core.repair.tiles.tile_memory import TileMemory
from cass_core.stem_names import LANE_CODES, MIXTURE_CODE, STEMS
from cass_core.stems.patched_stems import PatchedStems

_STILL_HEARD_MS = 1000


class PlaybackSources(QObject):
    """Opens the sound of the programme and the stems of the current version.

    Signals:
        failed: the stems cannot be read; one sentence.
    """

    failed = Signal(str)

    def __init__(
        self, project: Project, transport: Transport, store: SpectrogramStore, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._project, self._transport, self._store = project, transport, store
        self._mixture: GrowingWave | None = None
        self._stems: EditedStems | None = None
        self._below: SensitiveStems | None = None
        self._memory, self._others = TileMemory(), OtherTakes()
        self._missing: frozenset[str] = frozenset()
        self._opened: tuple[Take, ...] = ()
        self._is_played = False
        self._parting: list[EditedStems] = []
        project.programme_changed.connect(self._on_programme_changed)
        project.length_changed.connect(self._give_to_transport)
        project.decoded.connect(self._on_decoded)
        project.versions.current_changed.connect(self.reopen_stems)
        project.versions.take_grew.connect(self._on_take_grew)
        project.sensitivity.changed.connect(self._on_sensitivity)
        project.repairs.changed.connect(self._on_repaired)

    @property
    def stems(self) -> EditedStems | None:
        """The repaired stems of the current version; None without one."""
        return self._stems

    @property
    def mixture(self) -> GrowingWave | None:
        """The programme's sound; None while nothing is open."""
        return self._mixture

    @property
    def below(self) -> SensitiveStems | None:
        """The same stems without repairs."""
        return self._below

    @property
    def separated(self) -> tuple[SampleSpan, ...]:
        """The parts of the programme that have stems."""
        return self._stems.covered if self._stems else ()

    @property
    def own_parts(self) -> tuple[SampleSpan, ...]:
        """Where stems are others than those on disk."""
        if self._below is None:
            return ()
        edits, grid = self._project.repairs.edits, Grid(self._below.rate_hz)
        decided = self._below.changed_since(Sensitivity())
        return (*decided, *edits.changed_since(EditList(), grid))

    @Slot()
    def reopen_stems(self) -> None:
        """Open the takes of the current version that have something on disk."""
        self._close_stems()
        takes = tuple(t for t in self._project.versions.current_takes if t.position > t.span.start)
        try:
            if takes:
                separated = PatchedStems.open([take.folder for take in takes])
                self._below = SensitiveStems(separated, self._project.sensitivity.value)
        except CassError as error:
            self.failed.emit(sentence_for(error))
        self._memory, self._others = TileMemory(), OtherTakes()
        self._missing = frozenset()
        self._stems = self._edited()
        self._opened = takes if self._stems else ()
        self._show_stems(new=True)
        self._give_to_transport()

    @Slot()
    def _on_repaired(self) -> None:
        """Hear and draw other repairs of the same stems; what is not touched stays drawn."""
        if self._stems is not None:
            before = self._stems.edits
            now = self._project.repairs.edits
            self._hear_changed(now.changed_since(before, Grid(self._stems.rate_hz)))

    @Slot()
    def _on_sensitivity(self) -> None:
        """Hear and draw what the masks decide now, under the same repairs."""
        if self._below is None:
            return
        before = self._below.sensitivity
        self._below = self._below.decided(self._project.sensitivity.value)
        self._memory = TileMemory()
        edits, grid = self._project.repairs.edits, Grid(self._below.rate_hz)
        changed = self._below.changed_since(before)
        self._hear_changed(tuple(edits.spread(span, grid) for span in changed))

    def _hear_changed(self, changed: tuple[SampleSpan, ...]) -> None:
        """Go on with the same takes, of which some parts sound different now."""
        self._stems = stems = self._edited()
        assert stems is not None
        for stem in STEMS:
            self._store.set_edited(stem.code, stems.source(stem), self.own_parts, changed)
        self._give_to_transport()

    def _edited(self) -> EditedStems | None:
        """The stems below with the project's repairs."""
        if self._below is None:
            return None
        edits = self._project.repairs.edits
        self._open_others(edits, self._below)
        return EditedStems(self._below, edits, self._memory, self._others)

    def _open_others(self, edits: EditList, below: SensitiveStems) -> None:
        """Open the takes that repairs take from and that have something on disk."""
        for name in sorted(edits.takes - self._missing):
            take = self._project.versions.take(name)
            if take is None or take.position <= take.span.start:
                continue
            try:
                self._others.open(name, take.folder, below)
            except CassError as error:  # said once; the repair does nothing
                self._missing |= {name}
                self.failed.emit(sentence_for(error))

    def close(self) -> None:
        """Let go of all files."""
        self._transport.set_tracks(None)
        self._is_played = False
        for lane in LANE_CODES:
            self._store.set_source(lane, None, "", ())
        self._close_stems()
        if self._mixture is not None:
            self._mixture.close()
            self._mixture = None

    @Slot()
    def release(self) -> None:
        """Close the stems that were heard before; the oldest first, all when nothing plays."""
        while self._parting:
            self._parting.pop(0).close()
            if self._is_played:
                return

    @Slot()
    def _on_programme_changed(self) -> None:
        self.close()
        programme = self._project.programme
        if programme is None:
            return
        with suppress(CassError):  # not a sample is decoded yet; the next report opens it
            self._open_mixture()
        self.reopen_stems()

    @Slot(int)
    def _on_decoded(self, num_samples: int) -> None:
        if self._mixture is None:
            with suppress(CassError):
                self._open_mixture()
                self._give_to_transport()
        if self._mixture is not None and self._project.is_decoded:
            self._mixture.set_num_samples(num_samples)  # the header's estimate may be too long
        self._store.set_covered(MIXTURE_CODE, (SampleSpan(0, num_samples),))

    def _open_mixture(self) -> None:
        programme = self._project.programme
        assert programme is not None
        self._mixture = GrowingWave(programme.sound, programme.num_samples)
        chosen = channels_code(programme.channels)
        identity = f"{programme.cache_key}-{programme.audio_stream}{chosen}"
        covered = (SampleSpan(0, self._project.num_decoded),)
        self._store.set_source(MIXTURE_CODE, self._mixture, identity, covered)

    @Slot(str)
    def _on_take_grew(self, name: str) -> None:
        if any(take.name == name for take in self._opened) and self._stems is not None:
            self._show_growth(self._stems)
        elif name in self._project.repairs.edits.takes and self._stems is not None:
            self._show_growing_repair(name, self._stems)
        elif any(take.name == name for take in self._project.versions.current_takes):
            self.reopen_stems()  # its first window is there

    def _show_growth(self, stems: EditedStems) -> None:
        try:
            stems.refresh()
        except CassError:
            self.reopen_stems()  # says which folder cannot be read
            return
        self._show_stems(new=False)
        self._transport.refresh_tracks()

    def _show_growing_repair(self, name: str, stems: EditedStems) -> None:
        """Hear and draw as much of a repair as is separated anew."""
        if self._below is None:
            return
        self._open_others(stems.edits, self._below)
        try:
            self._others.refresh()
        except CassError as error:
            self.failed.emit(sentence_for(error))
            return
        self._memory.clear()
        grid = Grid(stems.rate_hz)
        own = [edit for edit in stems.edits if name in EditList((edit,)).takes]
        grown = tuple(stems.edits.reach(edit, grid) for edit in own)
        for stem in STEMS:
            self._store.set_edited(stem.code, stems.source(stem), self.own_parts, grown)
        self._transport.refresh_tracks()

    def _show_stems(self, *, new: bool) -> None:
        for stem in STEMS:
            if not new:
                self._store.set_covered(stem.code, self.separated)
            elif self._stems is None:
                self._store.set_source(stem.code, None, "", ())
            else:
                source = self._stems.source(stem)
                identity = f"{run_code(self._stems)}-{stem.code}"
                self._store.set_source(stem.code, source, identity, self.separated, self.own_parts)

    @Slot()
    def _give_to_transport(self) -> None:
        """Let the transport play what is open now from where it is."""
        programme = self._project.programme
        if programme is None or self._mixture is None:
            return
        tracks = SoundTracks(
            self._mixture,
            self._stems,
            programme.rate_hz,
            programme.layout,
            programme.num_samples,
        )
        if self._is_played:
            self._transport.refresh_tracks(tracks)
        else:
            self._transport.set_tracks(tracks)
            self._is_played = True

    def _close_stems(self) -> None:
        """Let go of the stems once what is read ahead of them was heard."""
        if self._stems is not None:
            self._parting.append(self._stems)
            QTimer.singleShot(_STILL_HEARD_MS, self.release)
        self._stems, self._below, self._opened = None, None, ()


def run_code(stems: EditedStems) -> str:
    """What the stems' pictures are kept under: runs of one identity give the same samples."""
    runs = "".join(map(repr, stems.identities))
    return hashlib.sha256(runs.encode()).hexdigest()[:24]
