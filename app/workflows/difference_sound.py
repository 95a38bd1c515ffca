"""The sound of the difference lane: a stem minus what it was, or minus another version's."""

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from app.environment.error_report import sentence_for
from app.jobs.images.spectrogram_store import SpectrogramStore
from app.lanes import DIFFERENCE_CODE
from app.project.project import Project
from app.project.view_state import ViewState
from app.workflows.playback_sources import PlaybackSources, run_code
from cass_core.clips import SampleSpan
from cass_core.errors import CassError
from cass_core.repair.edited_stems import EditedStems
from cass_core.repair.edits import EditList
from cass_core.repair.grid import Grid
from cass_core.repair.sensitivity.sensitive_stems import SensitiveStems
from cass_core.repair.sensitivity.sensitivity import Sensitivity
from cass_core.spans import overlap
from cass_core.stem_names import Stem, stem_of
from cass_core.stems.patched_stems import PatchedStems
from cass_core.stems.readable_stems import StemSource
from cass_core.stems.sound_difference import SoundDifference

_STILL_DRAWN_MS = 1000


class DifferenceSound(QObject):
    """Gives the store what is chosen while the lane is shown.

    Signals:
        failed: the other version cannot be read; one sentence.
    """

    failed = Signal(str)

    def __init__(
        self,
        project: Project,
        view: ViewState,
        sources: PlaybackSources,
        store: SpectrogramStore,
        parent: QObject | None = None,
    ) -> None:
        """Follow the project and the view.

        Args:
            project: whose versions.
            view: which lane keys act on, and what is subtracted.
            sources: what is heard.
            store: draws the difference.
            parent: owner.
        """
        super().__init__(parent)
        self._project, self._view, self._sources, self._store = project, view, sources, store
        self._stem = Stem.DX
        self._other: PatchedStems | None = None
        self._other_name = ""
        self._parting: list[PatchedStems] = []
        self._shown: tuple[object, ...] = ()
        self._edits, self._decided = EditList(), Sensitivity()
        store.sound_changed.connect(self._on_sound_changed)
        for signal in (view.lanes_changed, view.focus_changed, view.difference_changed):
            signal.connect(self._renew)

    def close(self) -> None:
        """Let go of all files."""
        self._show_nothing()
        self._close_other()
        self._release()

    @Slot(str)
    def _on_sound_changed(self, code: str) -> None:
        if code == self._stem.code:
            self._renew()

    @Slot()
    def _renew(self) -> None:
        """Subtract what is chosen now."""
        self._stem = stem_of(self._view.focus) or self._stem
        first = self._sources.stems
        if DIFFERENCE_CODE not in self._view.shown_lanes or first is None:
            self._show_nothing()
            return
        try:
            second = self._second(self._view.difference)
        except CassError as error:
            self.failed.emit(sentence_for(error))
            second = None
        if second is None:
            self._show_nothing()
            return
        self._show(first, second)

    def _second(self, version: str) -> EditedStems | None:
        """What is subtracted: the stems without repairs, or another version with them."""
        if not version:
            self._close_other()
            below = self._sources.below
            return EditedStems(below, EditList()) if below is not None else None
        if self._other is None or self._other_name != version:
            self._close_other()
            self._other, self._other_name = self._opened(version), version
        if self._other is None:
            return None
        decided = SensitiveStems(self._other, self._project.sensitivity.value)
        return EditedStems(decided, self._project.repairs.edits)

    def _opened(self, name: str) -> PatchedStems | None:
        version = self._project.versions.version(name)
        takes = self._project.versions.takes_of(version) if version else ()
        begun = [take.folder for take in takes if take.position > take.span.start]
        return PatchedStems.open(begun) if begun else None

    def _show(self, first: EditedStems, second: EditedStems) -> None:
        source = SoundDifference(StemSource(first, self._stem), StemSource(second, self._stem))
        grid, before = Grid(first.rate_hz), self._edits
        edited, decided = self._sources.own_parts, self._project.sensitivity.value
        covered = _common(first.covered, second.covered)
        identity = f"{run_code(first)}-{run_code(second)}-{self._stem.code}-difference"
        shown = (identity, covered)
        turned = decided.changed_since(self._decided, SampleSpan(0, first.num_samples))
        self._edits, self._decided = first.edits, decided
        if shown == self._shown:
            changed = (*first.edits.changed_since(before, grid), *turned)
            self._store.set_edited(DIFFERENCE_CODE, source, edited, changed)
            return
        self._shown = shown
        self._store.set_source(DIFFERENCE_CODE, source, identity, covered, edited)

    def _show_nothing(self) -> None:
        if self._shown:
            self._shown = ()
            self._store.set_source(DIFFERENCE_CODE, None, "", ())

    def _close_other(self) -> None:
        """Let go of the other version once what is drawn of it is done."""
        if self._other is not None:
            self._parting.append(self._other)
            QTimer.singleShot(_STILL_DRAWN_MS, self, self._release)
        self._other, self._other_name = None, ""

    @Slot()
    def _release(self) -> None:
        while self._parting:
            self._parting.pop(0).close()


def _common(one: tuple[SampleSpan, ...], other: tuple[SampleSpan, ...]) -> tuple[SampleSpan, ...]:
    """Where both are separated."""
    both = (overlap(a, b) for a in one for b in other)
    return tuple(span for span in both if span.num_samples > 0)
