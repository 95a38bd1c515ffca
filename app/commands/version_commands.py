"""Changes of the list of versions; takes and their files stay, so that undo can bring all back."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QUndoCommand

from app.project.versions import Take, Version, Versions


@dataclass(frozen=True)
class VersionList:
    """All that a command changes.

    Attributes:
        versions: oldest first.
        current: name of the one that is heard; empty for none.
        trial: name of the undecided one; empty for none.
    """

    versions: tuple[Version, ...]
    current: str
    trial: str

    @classmethod
    def of(cls, versions: Versions) -> "VersionList":
        """What is there now."""
        current, trial = versions.current, versions.trial
        return cls(versions.versions, current.name if current else "", trial.name if trial else "")

    def put(self, version: Version, name: str | None = None) -> "VersionList":
        """Replace the version of a name, or of the new one's own name; else add it."""
        old = name or version.name
        if all(other.name != old for other in self.versions):
            return replace(self, versions=(*self.versions, version))
        swapped = tuple(version if other.name == old else other for other in self.versions)
        return replace(self, versions=swapped)

    def without(self, name: str) -> "VersionList":
        """Drop a version; the one before it is heard instead."""
        names = [version.name for version in self.versions]
        kept = tuple(version for version in self.versions if version.name != name)
        current, trial = self.current, "" if self.trial == name else self.trial
        if current == name:
            current = kept[max(0, names.index(name) - 1)].name if kept else ""
        return VersionList(kept, current, trial)


def base_of(versions: Versions, trial: Version) -> Version | None:
    """The version that another was laid over: the first one before it that shares a take with it.

    Several trials may lie over one version; what is kept of one stays below the others.
    """
    names = [version.name for version in versions.versions]
    before = versions.versions[: names.index(trial.name)] if trial.name in names else ()
    return next((other for other in before if set(other.takes) & set(trial.takes)), None)


def undecided(versions: Versions) -> Version | None:
    """The trial to keep or discard: the one that is heard, else the last one."""
    current = versions.current
    if current is not None and base_of(versions, current) is not None:
        return current
    return versions.trial


class ChangeVersions(QUndoCommand):
    """Any change of the list; one that changes nothing leaves no step behind."""

    def __init__(
        self,
        versions: Versions,
        text: str,
        change: Callable[[VersionList], VersionList],
        take: Take | None = None,
    ) -> None:
        """Prepare the change; nothing happens before `redo`.

        Args:
            versions: what is changed.
            text: for the undo and redo actions.
            change: gives the new list for the one that is found.
            take: a new one that the list will name.
        """
        super().__init__(text)
        self._versions, self._change, self._take = versions, change, take
        self._old: VersionList | None = None
        self._new = VersionList((), "", "")

    @property
    def takes(self) -> frozenset[str]:
        """Names of all takes that undo or redo can bring back."""
        lists = (self._new, self._old or self._new)
        return frozenset(
            name for each in lists for version in each.versions for name in version.takes
        )

    def redo(self) -> None:
        """Change the list, the first time by what is found."""
        if self._old is None:
            if self._take is not None:
                self._versions.put_take(self._take)
            self._old = VersionList.of(self._versions)
            self._new = self._change(self._old)
            self.setObsolete(self._new == self._old)
        self._show(self._new)

    def undo(self) -> None:
        """Bring back the list as it was."""
        if self._old is not None:
            self._show(self._old)

    def _show(self, state: VersionList) -> None:
        self._versions.set_versions(state.versions, state.current, state.trial)


class AddVersion(ChangeVersions):
    """Add a version and hear it."""

    def __init__(
        self, versions: Versions, version: Version, take: Take, *, trial: bool = False
    ) -> None:
        """Prepare the change.

        Args:
            versions: where to.
            version: the new one.
            take: its new take.
            trial: the user has to decide about it later.
        """

        def change(now: VersionList) -> VersionList:
            undecided = version.name if trial else now.trial
            return replace(now.put(version), current=version.name, trial=undecided)

        text = QCoreApplication.translate("VersionCommands", "Separate")
        super().__init__(versions, text, change, take)


class ExtendVersion(ChangeVersions):
    """Lay another take into a version and hear it."""

    def __init__(
        self, versions: Versions, version: Version, takes: tuple[str, ...], take: Take
    ) -> None:
        """Prepare the change.

        Args:
            versions: where it stands.
            version: which one.
            takes: all of its takes from now on, the lowest first.
            take: the new one among them.
        """
        text = QCoreApplication.translate("VersionCommands", "Separate")
        super().__init__(
            versions,
            text,
            lambda now: replace(now.put(Version(version.name, takes)), current=version.name),
            take,
        )


class KeepTrial(ChangeVersions):
    """Lay what was tried over the version that it was tried on."""

    def __init__(self, versions: Versions) -> None:
        """Prepare the change.

        Args:
            versions: with a trial.
        """

        def change(now: VersionList) -> VersionList:
            trial = undecided(versions)
            if trial is None:
                return now
            base = base_of(versions, trial)
            if base is None:
                return replace(now, current=trial.name, trial="")
            own = tuple(take for take in trial.takes if take not in base.takes)
            laid = Version(base.name, _heard(versions, Version(base.name, (*base.takes, *own))))
            return replace(now.without(trial.name).put(laid), current=base.name)

        text = QCoreApplication.translate("VersionCommands", "Keep the trial")
        super().__init__(versions, text, change)


class DiscardTrial(ChangeVersions):
    """Go back to the version that the trial was laid over."""

    def __init__(self, versions: Versions) -> None:
        """Prepare the change.

        Args:
            versions: with a trial.
        """

        def change(now: VersionList) -> VersionList:
            trial = undecided(versions)
            if trial is None:
                return now
            base, left = base_of(versions, trial), now.without(trial.name)
            return replace(left, current=base.name) if base else left

        text = QCoreApplication.translate("VersionCommands", "Discard the trial")
        super().__init__(versions, text, change)


class RemoveVersion(ChangeVersions):
    """Take a version from the list."""

    def __init__(self, versions: Versions, name: str) -> None:
        """Prepare the change.

        Args:
            versions: where it stands.
            name: which one.
        """
        text = QCoreApplication.translate("VersionCommands", "Remove a version")
        super().__init__(versions, text, lambda now: now.without(name))


class RenameVersion(ChangeVersions):
    """Give a version another name; one that is taken gets a number."""

    def __init__(self, versions: Versions, name: str, new_name: str) -> None:
        """Prepare the change.

        Args:
            versions: where it stands.
            name: the old one.
            new_name: the name that the user typed.
        """

        def change(now: VersionList) -> VersionList:
            version, request = versions.version(name), new_name.strip()
            if version is None or request in ("", name):
                return now
            fresh = replace(version, name=versions.free_name(request))
            current = fresh.name if now.current == name else now.current
            trial = fresh.name if now.trial == name else now.trial
            return replace(now.put(fresh, name), current=current, trial=trial)

        text = QCoreApplication.translate("VersionCommands", "Rename a version")
        super().__init__(versions, text, change)


def _heard(versions: Versions, version: Version) -> tuple[str, ...]:
    """The version's takes without those that a later complete one hides wholly."""
    takes = versions.takes_of(version)
    return tuple(
        take.name
        for number, take in enumerate(takes)
        if not any(
            later.is_complete
            and later.span.start <= take.span.start
            and take.span.stop <= later.span.stop
            for later in takes[number + 1 :]
        )
    )
