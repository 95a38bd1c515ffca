"""Keeping what is not saved where the next start of the program finds it."""

from collections.abc import Callable
from contextlib import suppress

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from app.project.document import ProjectDocument
from app.workflows.document.document_writer import DocumentWriter, Stamp, WriteOrder
from app.workflows.document.recovery import AutosaveSlot, RecoverableProject, Recovery

AFTER_EDIT_MS = 20_000
SOON_MS = 1_000


class Autosave(QObject):
    """Writes the open document into a slot of this program's own, at most 20 s after an edit.

    Signals:
        noticed: autosaves fail; one sentence, said once.
    """

    noticed = Signal(str)

    def __init__(
        self, unsaved: Callable[[], ProjectDocument | None], parent: QObject | None = None
    ) -> None:
        """Keep nothing yet.

        Args:
            unsaved: gives what is open, or None where its own file holds all of it.
            parent: owner.
        """
        super().__init__(parent)
        self._unsaved = unsaved
        self._writer = DocumentWriter(self)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)  # others are late by up to a second
        self._slot: AutosaveSlot | None = None
        self._recovered: AutosaveSlot | None = None
        self._fails = False
        self._timer.timeout.connect(self.write)
        self._writer.written.connect(self._on_written)
        self._writer.failed.connect(self._on_write_failed)

    def remember(self, after_ms: int = AFTER_EDIT_MS) -> None:
        """Write within this time.

        Args:
            after_ms: an earlier date stays, so that many edits cannot put off the first one.
        """
        if not self._timer.isActive() or self._timer.remainingTime() > after_ms:
            self._timer.start(after_ms)

    @Slot()
    def write(self) -> None:
        """Write now; where nothing is unsaved any more, remove what was written before."""
        self._timer.stop()
        document = self._unsaved()
        if document is None:
            self.clear()
            return
        try:
            self._slot = self._slot or _claimed_slot()
        except OSError as error:
            self._on_failed(f"{error.filename} ({error.strerror or error})")
            return
        self._writer.write(WriteOrder(self._slot.path, document, autosave=True))

    def clear(self) -> None:
        """Remove what was written: the project's own file holds it now."""
        self._timer.stop()
        self._writer.finish()  # a late autosave would come back
        if self._slot is not None:
            self._slot.empty()

    def drop(self) -> None:
        """Give the slot up: what was open is closed, saved or not."""
        self.clear()
        if self._slot is not None:
            self._slot.give_up()
            self._slot = None

    def take(self, found: RecoverableProject) -> None:
        """Make what another run has left this program's own, so that nobody else opens it.

        Args:
            found: by `Recovery`.
        """
        self.give_back()
        self._recovered = Recovery().take(found)

    def give_back(self) -> None:
        """Leave what was taken and not opened for the next start."""
        if self._recovered is not None:
            self._recovered.give_up(keep=True)
            self._recovered = None

    def go_on_with_taken(self) -> None:
        """What was taken is open now: its slot becomes the slot."""
        if self._recovered is not None:
            self.drop()
            self._slot, self._recovered = self._recovered, None

    def stop(self, keep: bool) -> None:
        """Let go of everything: for the end of the program.

        Args:
            keep: what is unsaved is offered at the next start.
        """
        keep = keep and self._unsaved() is not None
        if keep:
            self.write()
        self._writer.finish()
        self._timer.stop()
        self.give_back()
        if self._slot is not None:
            self._slot.give_up(keep)
            self._slot = None

    @Slot(object, object)
    def _on_written(self, _order: WriteOrder, _stamp: Stamp | None) -> None:
        self._fails = False

    @Slot(object, str)
    def _on_write_failed(self, _order: WriteOrder, sentence: str) -> None:
        self._on_failed(sentence)

    def _on_failed(self, reason: str) -> None:
        """Say it once, and go on trying."""
        if not self._fails:
            text = self.tr("Changes cannot be kept for the case of a crash, save often: {reason}")
            self.noticed.emit(text.format(reason=reason))
        self._fails = True
        self.remember()


def _claimed_slot() -> AutosaveSlot:
    slot = AutosaveSlot.fresh()
    slot.claim()
    with suppress(OSError):
        slot.path.parent.chmod(0o700)  # what people work on is nobody else's
    return slot
