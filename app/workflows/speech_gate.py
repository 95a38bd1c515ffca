"""A gate that is closed while nobody speaks."""

from functools import partial

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot
from PySide6.QtGui import QUndoStack

from app.commands.repair_commands import AddEdits
from app.project.project import Project
from app.project.view_state import ViewState
from app.workflows.background_call import BackgroundCall
from app.workflows.repairer import Repairer
from cass_core.isolation.isolated import isolated_call
from cass_core.repair.cells import Cells
from cass_core.repair.edits import Edit
from cass_core.repair.operations import Move
from cass_core.review.reviewing import silent_moments
from cass_core.spans import overlap
from cass_core.stem_names import stem_of

translate = QCoreApplication.translate


class SpeechGate(QObject):
    """Listens for speech in another process, then moves what lies between it.

    Signals:
        noticed: one sentence about what is done, or why nothing was.
        failed: stems cannot be read; one sentence.
        ended: it listens no more.
    """

    ended = Signal()
    noticed = Signal(str)
    failed = Signal(str)

    def __init__(
        self,
        project: Project,
        view: ViewState,
        repairer: Repairer,
        undo: QUndoStack,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._project, self._view = project, view
        self._repairer, self._undo = repairer, undo
        self._move: Move | None = None
        self._takes: tuple[str, ...] = ()
        self._call = BackgroundCall(self)
        self._call.returned.connect(self._on_returned)
        self._call.failed.connect(self.ended)
        self._call.failed.connect(self.failed)

    @property
    def busy(self) -> bool:
        """Whether it listens."""
        return self._call.busy

    def close_between(self) -> None:
        """Give what the focused stem has while nobody speaks to effects; of these, to music."""
        source, region = stem_of(self._view.focus), self._repairer.region
        takes = self._project.versions.current_takes
        if region is None or source is None or not takes:
            return
        target, amount = self._repairer.gate_target(source), self._view.repair.amount
        self._move = Move(region, source, target, amount)
        self._takes = tuple(take.name for take in takes)
        folders = [take.folder for take in takes]
        span = overlap(region.span, self._project.whole)
        self._call.start(partial(isolated_call, folders[-1].name, silent_moments, folders, span))
        self.noticed.emit(translate("SpeechGate", "Listening for speech in the selection…"))

    def stop(self) -> None:
        """Wait for what is heard: for the end of the program."""
        self._call.stop()

    @Slot(object)
    def _on_returned(self, silence: Cells | None) -> None:
        self.ended.emit()
        move, names = self._move, tuple(t.name for t in self._project.versions.current_takes)
        if move is None or move.source is None or names != self._takes:
            return  # other stems are heard by now
        if silence is None:
            sentence = translate("SpeechGate", "Somebody speaks all the time there: all stays.")
            self.noticed.emit(sentence)
            return
        words = translate("SpeechGate", "Gate {stem} while nobody speaks")
        words = words.format(stem=move.source.code)
        between = Move(
            move.region.with_part(silence, "intersect"), move.source, move.target, move.amount
        )
        self._undo.push(AddEdits(self._project.repairs, words, Edit(between, note=_note(move))))


def _note(move: Move) -> str:
    source = move.source.code if move.source else ""
    words = translate("SpeechGate", "{source} → {target} while nobody speaks")
    return words.format(source=source, target=move.target.code)
