"""Project files read and written in the background, and what is known of them."""

from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from app.project.document import ProjectDocument
from app.workflows.background_call import BackgroundCall
from app.workflows.document.document_writer import DocumentWriter, Stamp, WriteOrder, stamp_of
from app.workflows.document.project_reader import ReadProject, read_project, with_checked_takes


class ProjectStore(QObject):
    """Reads and writes project files; one that another program has changed is not replaced.

    Signals:
        read: a `ReadProject`.
        read_failed: one sentence.
        written: the `WriteOrder` that was carried out.
        write_failed: one sentence.
    """

    read = Signal(object)
    read_failed = Signal(str)
    written = Signal(object)
    write_failed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._writer, self._reader = DocumentWriter(self), BackgroundCall(self)
        self._stamps: dict[Path, Stamp | None] = {}
        self._writer.written.connect(self._on_written)
        self._writer.failed.connect(self._on_write_failed)
        self._reader.returned.connect(self._on_read)
        self._reader.failed.connect(self.read_failed)

    def load(self, path: Path) -> None:
        """Read a project file; ends in `read` or `read_failed`."""
        self._reader.start(partial(read_project, path))

    def check(self, document: ProjectDocument) -> None:
        """Look after the takes of a document that was read already; ends as `load`."""
        self._reader.start(partial(with_checked_takes, document))

    def save(self, path: Path, document: ProjectDocument, edit: int, *, replaces: bool) -> None:
        """Write a project file; ends in `written` or `write_failed`.

        Args:
            path: absolute.
            document: its content.
            edit: number of the last edit that the document holds.
            replaces: whatever stands there, even where another program has changed it.
        """
        stamp = None if replaces else self._stamps.get(path)
        self._writer.write(WriteOrder(path, replace(document, path=path), edit, stamp=stamp))

    def stop(self) -> None:
        """Wait for files that are being written: for the end of the program."""
        self._reader.stop()
        self._writer.finish()

    @Slot(object)
    def _on_read(self, found: ReadProject) -> None:
        if found.document.path is not None and found.stamp is not None:
            self._stamps[found.document.path] = found.stamp
        self.read.emit(found)

    @Slot(object, object)
    def _on_written(self, order: WriteOrder, stamp: Stamp | None) -> None:
        self._stamps[order.path] = stamp
        self.written.emit(order)

    @Slot(object, str)
    def _on_write_failed(self, order: WriteOrder, sentence: str) -> None:
        # who saves once more has read the sentence
        self._stamps[order.path] = stamp_of(order.path)
        self.write_failed.emit(sentence)
