"""Autosaves: where they lie, whose they are, and which of them nobody looks after any more."""

import logging
import uuid
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from app.project.document import ProjectDocument
from app.project.project_file import EXTENSION, ProjectFileError, load_document
from cass_core.errors import CassError
from cass_core.media.files.file_lock import FileLock
from cass_core.resource_files import user_data_folder

_log = logging.getLogger(__name__)


class AutosaveSlot:
    """A place for the autosaves of one open project; its lock says that the project is open."""

    def __init__(self, path: Path) -> None:
        """Name the slot; nothing happens before `claim`.

        Args:
            path: of the document.
        """
        self.path = path
        self._lock = FileLock(path.with_suffix(".lock"))

    @classmethod
    def fresh(cls) -> "AutosaveSlot":
        """A slot that nobody had before."""
        return cls(autosave_folder() / f"{uuid.uuid4().hex}{EXTENSION}")

    def claim(self) -> bool:
        """Make the slot this program's own; false where it is another living program's."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        return self._lock.acquire()

    def empty(self) -> None:
        """Remove the document; the slot stays this program's."""
        with suppress(OSError):
            self.path.unlink(missing_ok=True)

    def give_up(self, keep: bool = False) -> None:
        """Let go of the slot.

        Args:
            keep: leave the document, so that it is offered at the next start.
        """
        if not keep:
            self.empty()
        self._lock.release()


@dataclass(frozen=True)
class RecoverableProject:
    """Work that a program which ended badly has left.

    Attributes:
        document: the work.
        saved_at: when it was kept, local time.
        slot: where it lies.
    """

    document: ProjectDocument
    saved_at: datetime
    slot: Path

    @property
    def name(self) -> str:
        """What people call the project."""
        return self.document.name


class Recovery:
    """Finds autosaves that no living program looks after."""

    def found(self) -> tuple[RecoverableProject, ...]:
        """What can be recovered, the latest first."""
        for lock in autosave_folder().glob("*.lock"):
            if not lock.with_suffix(EXTENSION).exists():
                _remove_if_dead(lock)
        slots = autosave_folder().glob(f"*{EXTENSION}")
        projects = [project for slot in slots if (project := _recoverable(slot))]
        return tuple(sorted(projects, key=lambda project: project.saved_at, reverse=True))

    def take(self, project: RecoverableProject) -> AutosaveSlot:
        """Make a slot this program's own; the document stays until the work is saved.

        Args:
            project: one of `found`.

        Returns:
            The slot, claimed.

        Raises:
            ProjectFileError: another program has taken or removed it meanwhile.
        """
        slot = AutosaveSlot(project.slot)
        if not slot.claim():
            raise _taken_elsewhere(project)
        if not project.slot.exists():
            slot.give_up()
            raise _taken_elsewhere(project)
        return slot

    def discard(self, project: RecoverableProject) -> None:
        """Remove what was found, unless another program has taken it meanwhile."""
        slot = AutosaveSlot(project.slot)
        if slot.claim():
            slot.give_up()


def autosave_folder() -> Path:
    """Where this user's autosaves lie."""
    return user_data_folder() / "autosave"


def _recoverable(slot: Path) -> RecoverableProject | None:
    try:
        lock = FileLock(slot.with_suffix(".lock"))
        if not lock.acquire():
            return None
        try:
            saved_at = datetime.fromtimestamp(slot.stat().st_mtime)
            return RecoverableProject(load_document(slot), saved_at, slot)
        finally:
            lock.release()
    except (CassError, OSError) as error:
        _log.warning("An autosave cannot be used: %s", error)
        return None


def _remove_if_dead(path: Path) -> None:
    with suppress(OSError):
        lock = FileLock(path)
        if lock.acquire():
            lock.release()


def _taken_elsewhere(project: RecoverableProject) -> ProjectFileError:
    words = QCoreApplication.translate(
        "Faults",
        "{name} was recovered or removed by another window of Cass Studio; look for it there.",
    )
    return ProjectFileError(words.format(name=project.name))
