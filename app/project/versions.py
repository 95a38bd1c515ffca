"""The separations of a programme: takes on disk, and versions that are made of them."""

from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from cass_core.clips import SampleSpan
from cass_core.request.settings import SeparationSettings


@dataclass(frozen=True)
class Take:
    """One run of the separator, whole or a part of the programme.

    Attributes:
        name: unique within the project; its folder's name too.
        folder: the folder of stems (`StemSet`).
        span: the part of the programme that it covers.
        choice: how it was made.
        model: name of the model.
        position: first sample that is not separated yet; `span.stop` when it is complete.
        model_sha256: checksum of the model's weights; empty where nobody knows it.
    """

    name: str
    folder: Path
    span: SampleSpan
    choice: SeparationSettings
    model: str
    position: int
    model_sha256: str = ""

    @property
    def is_complete(self) -> bool:
        """Whether the whole span is separated."""
        return self.position >= self.span.stop


@dataclass(frozen=True)
class Version:
    """Stems to listen to: takes laid over each other.

    Attributes:
        name: what the user calls it; unique within the project.
        takes: names of takes, the lowest first; a later one covers the earlier ones.
    """

    name: str
    takes: tuple[str, ...]


class Versions(QObject):
    """All takes and versions, the current version and the one it is compared with.

    Signals:
        changed: takes or versions were added, removed, renamed or replaced.
        current_changed: another version is heard, or its list of takes changed.
        take_grew: a take has more finished samples; its name.
    """

    changed = Signal()
    current_changed = Signal()
    take_grew = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._takes: dict[str, Take] = {}
        self._versions: tuple[Version, ...] = ()
        self._current = ""
        self._trial = ""

    @property
    def takes(self) -> tuple[Take, ...]:
        """All takes, oldest first."""
        return tuple(self._takes.values())

    @property
    def folders(self) -> dict[str, Path]:
        """Folders of all takes, by name."""
        return {take.name: take.folder for take in self.takes}

    @property
    def versions(self) -> tuple[Version, ...]:
        """All versions, oldest first."""
        return self._versions

    @property
    def current(self) -> Version | None:
        """The version that is heard and seen."""
        return self.version(self._current)

    @property
    def trial(self) -> Version | None:
        """A version that the user has not decided about: to keep or to discard."""
        return self.version(self._trial)

    @property
    def current_takes(self) -> tuple[Take, ...]:
        """Takes of the current version, the lowest first."""
        current = self.current
        return self.takes_of(current) if current else ()

    def take(self, name: str) -> Take | None:
        """A take by name."""
        return self._takes.get(name)

    def version(self, name: str) -> Version | None:
        """A version by name."""
        return next((version for version in self._versions if version.name == name), None)

    def takes_of(self, version: Version) -> tuple[Take, ...]:
        """The takes of a version, the lowest first."""
        return tuple(self._takes[name] for name in version.takes if name in self._takes)

    def put_take(self, take: Take) -> None:
        """Add a take, or replace the one of that name."""
        self._takes[take.name] = take
        self.changed.emit()

    def set_position(self, name: str, position: int) -> None:
        """Say that a take is separated up to a sample."""
        take = self._takes[name]
        if position != take.position:
            self._takes[name] = replace(take, position=position)
            self.take_grew.emit(name)

    def remove_take(self, name: str) -> None:
        """Forget a take; its files stay."""
        if self._takes.pop(name, None) is not None:
            self.changed.emit()

    def set_versions(self, versions: tuple[Version, ...], current: str, trial: str = "") -> None:
        """Replace all versions and say which one is heard.

        Args:
            versions: oldest first.
            current: name of the one that is heard; empty for none.
            trial: name of the undecided one; empty for none.
        """
        before = (self.current, self._trial)
        if (versions, current, trial) == (self._versions, self._current, self._trial):
            return
        self._versions, self._current, self._trial = versions, current, trial
        self.changed.emit()
        if before != (self.current, self._trial):
            self.current_changed.emit()

    def free_name(self, request: str) -> str:
        """The request, with a number behind it when a version has it already."""
        taken = {version.name for version in self._versions}
        numbered = (f"{request} {number}" for number in range(2, len(taken) + 3))
        return next(name for name in (request, *numbered) if name not in taken)

    def free_take_name(self) -> str:
        """A name that no take has."""
        number = 1
        while f"take {number:03d}" in self._takes:
            number += 1
        return f"take {number:03d}"
