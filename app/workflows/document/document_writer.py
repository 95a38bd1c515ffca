"""Writing project files one after the other without keeping the window waiting."""

from collections.abc import Generator
from dataclasses import dataclass
from pathlib import Path
from queue import SimpleQueue

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot

from app.environment.error_report import sentence_for
from app.jobs.job import Job
from app.jobs.job_runner import JobRunner
from app.project.document import ProjectDocument
from app.project.project_file import ProjectFileError, save_document

Stamp = tuple[int, int]
"""Time of the last change in ns and size of a file, which tell whether somebody changed it."""


@dataclass(frozen=True)
class WriteOrder:
    """A document on its way to the disk.

    Attributes:
        path: of the file.
        document: its content.
        edit: number of the last edit that the document holds.
        autosave: written without being asked for.
        stamp: of the file when it was read or written last; None to replace whatever is there.
    """

    path: Path
    document: ProjectDocument
    edit: int = 0
    autosave: bool = False
    stamp: Stamp | None = None


class DocumentWriter(QObject):
    """Writes orders in turn; a waiting autosave gives way to a newer one.

    Signals:
        written: the `WriteOrder` and the file's `Stamp`.
        failed: the `WriteOrder` and one sentence.
    """

    written = Signal(object, object)
    failed = Signal(object, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._runner = JobRunner(self)
        self._runner.idle.connect(self._on_idle)
        self._waiting: list[WriteOrder] = []
        self._results: SimpleQueue[tuple[WriteOrder, str]] = SimpleQueue()

    @property
    def busy(self) -> bool:
        """Whether something is still to be written."""
        return self._runner.busy or bool(self._waiting)

    def write(self, order: WriteOrder) -> None:
        """Write a document soon."""
        self._waiting = [
            other for other in self._waiting if not (other.autosave and order.autosave)
        ]
        self._waiting.append(order)
        if not self._runner.busy:
            self._begin()

    def finish(self) -> None:
        """Block until all is written and reported: for the end of the program."""
        self._runner.cancel_and_wait()
        waiting, self._waiting = self._waiting, []
        for order in waiting:
            self._carry_out(order)
        self._report()

    def _begin(self) -> None:
        order = self._waiting.pop(0)

        def steps() -> Generator[object, None, None]:
            self._carry_out(order)
            yield None

        self._runner.start(Job(steps))

    def _carry_out(self, order: WriteOrder) -> None:
        try:
            _check_untouched(order)
            save_document(order.path, order.document, order.autosave)
        except Exception as error:  # whatever happens, the user must know
            self._results.put((order, sentence_for(error)))
        else:
            self._results.put((order, ""))

    def _report(self) -> None:
        while not self._results.empty():
            order, problem = self._results.get()
            if problem:
                self.failed.emit(order, problem)
            else:
                self.written.emit(order, stamp_of(order.path))

    @Slot()
    def _on_idle(self) -> None:
        if self._waiting:
            self._begin()
        self._report()


def stamp_of(path: Path) -> Stamp | None:
    """The file's stamp; None where it does not exist."""
    try:
        status = path.stat()
    except (OSError, ValueError):
        return None
    return status.st_mtime_ns, status.st_size


def _check_untouched(order: WriteOrder) -> None:
    now = stamp_of(order.path)
    if order.stamp is not None and now is not None and now != order.stamp:
        words = QCoreApplication.translate(
            "Faults",
            "{path} was changed by another program since it was opened; save once more to replace "
            "it, or save under another name.",
        )
        raise ProjectFileError(words.format(path=order.path))
