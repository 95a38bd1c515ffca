"""Repairs of what is selected: what a key means for the lane that keys act on."""

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QUndoStack

from app.commands.repair_commands import AddEdits
from app.project.project import Project
from app.project.seen.selection import selection_of
from app.project.view_state import ViewState
from app.workflows.playback_sources import PlaybackSources
from cass_core.repair.edits import Edit
from cass_core.repair.grid import Grid
from cass_core.repair.listening.floor import measured_floor_db
from cass_core.repair.operations import Fill, Gate, Move, Operation, ShareOut
from cass_core.repair.region import Region
from cass_core.spans import overlap
from cass_core.stem_names import Stem, stem_of

translate = QCoreApplication.translate


class Repairer(QObject):
    """Turns the selection into edits; each is one step of undo."""

    def __init__(
        self,
        project: Project,
        view: ViewState,
        listening: PlaybackSources,
        undo: QUndoStack,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._project, self._view = project, view
        self._listening, self._undo = listening, undo

    @property
    def region(self) -> Region | None:
        """What is selected, with its soft edges; None where nothing is, or no stem is heard."""
        programme, selection = self._project.programme, self._view.selection
        if programme is None or selection is None or self._listening.stems is None:
            return None
        soft = self._view.repair
        return soft.feathered(selection.region, programme.rate_hz, programme.num_samples)

    def move(self, target: Stem) -> None:
        """Move what is selected of the focused stem, or of both others, to a stem."""
        source, region = stem_of(self._view.focus), self.region
        if region is not None:
            source = None if source is target else source
            words = translate("Repairer", "Move to {stem}").format(stem=target.code)
            self.apply(Move(region, source, target, self._view.repair.amount), words)

    def share_out(self) -> None:
        """Share what is selected of the focused stem out among the others."""
        source, region = stem_of(self._view.focus), self.region
        if region is not None and source is not None:
            words = translate("Repairer", "Share out {stem}").format(stem=source.code)
            self.apply(ShareOut(region, source, self._view.repair.amount), words)

    def gate(self) -> None:
        """Give what is quiet in the focused stem to the effects; of these, to the music."""
        source, region = stem_of(self._view.focus), self.region
        if region is not None and source is not None:
            target, soft = self.gate_target(source), self._view.repair
            words = translate("Repairer", "Gate {stem}").format(stem=source.code)
            self.apply(Gate(region, source, target, soft.gate_db, soft.amount), words)

    def gate_target(self, source: Stem) -> Stem:
        """The stem that gets what a gate holds back of another."""
        return Stem.MX if source is Stem.FX else Stem.FX

    def fill(self) -> None:
        """Bring ambience from the dialogue back to the effects, up to the floor around it."""
        region, stems = self.region, self._listening.stems
        if region is None or stems is None:
            return
        grid = Grid(stems.rate_hz)
        floor_db = measured_floor_db(stems.source(Stem.FX).read, region.span, grid)
        words = translate("Repairer", "Fill the hole")
        amount = self._view.repair.amount
        self.apply(Fill(region, Stem.DX, Stem.FX, floor_db, amount), words)

    def show(self, edit: Edit) -> None:
        """Select what an edit has changed, and bring it into view."""
        chosen, visible = selection_of(edit.operation.region), self._view.visible
        if chosen is None:
            return
        self._view.select(chosen)
        if overlap(chosen.span, visible).num_samples <= 0:
            middle = (chosen.span.start + chosen.span.stop) // 2
            self._view.scroll(middle - (visible.start + visible.stop) // 2)

    def apply(self, operation: Operation, words: str) -> None:
        """Add an edit to the project, to be heard at once.

        Args:
            operation: what is done.
            words: for the undo action.
        """
        self._undo.push(AddEdits(self._project.repairs, words, Edit(operation)))
