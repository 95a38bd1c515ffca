"""What the user does with versions: hear, compare, keep, discard, rename, remove."""

from collections.abc import Collection
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QUndoStack

from app.commands.repair_commands import ChangeEdits
from app.commands.version_commands import (
    AddVersion,
    ChangeVersions,
    DiscardTrial,
    ExtendVersion,
    KeepTrial,
    RemoveVersion,
    RenameVersion,
    base_of,
    undecided,
)
from app.project.project import Project
from app.project.versions import Take, Version
from app.workflows.background_call import BackgroundCall
from app.workflows.separation.take_folders import delete_takes, set_aside
from cass_core.spans import covers, overlap


class VersionController(QObject):
    """Pushes commands; which version is heard is no change of the work and has no undo step."""

    def __init__(self, project: Project, undo: QUndoStack, parent: QObject | None = None) -> None:
        """Listen to the versions.

        Args:
            project: whose versions.
            undo: where commands go.
            parent: owner.
        """
        super().__init__(parent)
        self._project, self._versions, self._undo = project, project.versions, undo
        self._deleting = BackgroundCall(self)
        self._doomed: list[Path] = []
        self._heard = self._before = ""
        self._versions.current_changed.connect(self._on_current_changed)

    def place(self, take: Take) -> ChangeVersions:
        """Find the version that a new take belongs to, and put it there.

        Args:
            take: new.

        Returns:
            The command, which is done.
        """
        command = self._placing(take)
        self._undo.push(command)
        return command

    def make_current(self, name: str) -> None:
        """Hear and see a version."""
        if self._versions.version(name) is not None:
            trial = self._versions.trial
            self._versions.set_versions(self._versions.versions, name, trial.name if trial else "")

    def next_version(self) -> None:
        """Hear the version after the current one, the first after the last."""
        names, current = self._names(), self._versions.current
        if names:
            here = names.index(current.name) if current else -1
            self.make_current(names[(here + 1) % len(names)])

    def compare(self) -> None:
        """Change between the current version and the one that was heard before it."""
        other = self.other
        if other is not None:
            self.make_current(other.name)

    @property
    def other(self) -> Version | None:
        """What `compare` would change to."""
        current, trial = self._versions.current, self._versions.trial
        before = self._versions.version(self._before)
        if before is not None and before != current:
            return before
        if trial is not None and trial == current and (base := base_of(self._versions, trial)):
            return base
        others = [version for version in self._versions.versions if version != current]
        return others[-1] if others else None

    def keep_trial(self) -> None:
        """Let the trial replace what it was laid over."""
        if undecided(self._versions) is not None:
            self._undo.push(KeepTrial(self._versions))

    def discard_trial(self) -> None:
        """Go back to what the trial was laid over."""
        if undecided(self._versions) is not None:
            self._undo.push(DiscardTrial(self._versions))

    def rename(self, name: str, new_name: str) -> None:
        """Call a version something else."""
        if self._versions.version(name) is not None:
            self._undo.push(RenameVersion(self._versions, name, new_name))

    def remove(self, name: str) -> None:
        """Take a version from the list; its files stay until `clean_up`."""
        if self._versions.version(name) is not None:
            self._undo.push(RemoveVersion(self._versions, name))

    def clean_up(self, keep: Collection[str] = ()) -> None:
        """Delete the files of takes that no version, repair, undo step or saved project names.

        Nothing may be reading them. Before a project closes, clear the undo stack first.

        Args:
            keep: names of takes that the project's file on disk refers to.
        """
        named = {*keep, *(name for version in self._versions.versions for name in version.takes)}
        named |= self._project.repairs.edits.takes
        for number in range(self._undo.count()):
            command = self._undo.command(number)
            if isinstance(command, ChangeVersions | ChangeEdits):
                named |= command.takes
        unused = [take for take in self._versions.takes if take.name not in named]
        for take in unused:
            self._versions.remove_take(take.name)
        self.delete(unused)

    def delete(self, takes: Collection[Take]) -> None:
        """Delete files of takes that are no longer in the project."""
        self._doomed += filter(None, (set_aside(take.folder) for take in takes))
        if self._doomed:
            self._deleting.start(partial(delete_takes, tuple(self._doomed)))

    def stop(self) -> None:
        """Wait for what is being deleted: for the end of the program."""
        self._deleting.stop()

    def way(self, take: Take) -> str:
        """How a take was made, as a version's name."""
        choice = take.choice
        one = self.tr("1 step")
        words = [one if choice.steps == 1 else self.tr("{n} steps").format(n=choice.steps)]
        programme = self._project.programme
        if not choice.picture and programme is not None and programme.has_picture:
            words.append(self.tr("no picture"))
        if choice.render == "generated":
            words.append(self.tr("generated"))
        return ", ".join(words)

    def _placing(self, take: Take) -> ChangeVersions:
        versions = self._versions
        host = versions.trial or versions.current
        if host is None or not host.takes:
            return self._new_version(take)
        hosts = versions.takes_of(host)
        if take.span == self._project.whole:
            # parts that were separated first, and now the whole in the same way
            if all(_same_way(take, other) and other.span != take.span for other in hosts):
                return ExtendVersion(versions, host, (take.name, *host.takes), take)
            return self._new_version(take)
        goes_first = any(
            _same_way(take, other) and not other.is_complete and covers(other.span, take.span)
            for other in hosts
        )
        if goes_first:
            return ExtendVersion(versions, host, (*host.takes, take.name), take)
        takes = (*self._below(host, take), take.name)
        name = self.tr("Trial: {how}").format(how=self.way(take))
        return AddVersion(versions, Version(versions.free_name(name), takes), take, trial=True)

    def _below(self, host: Version, take: Take) -> tuple[str, ...]:
        """What another trial is laid over: not what an undecided one says of the same part."""
        base = base_of(self._versions, host)
        if base is None:
            return host.takes
        own = (self._versions.take(name) for name in host.takes if name not in base.takes)
        meets = any(one and overlap(one.span, take.span).num_samples > 0 for one in own)
        return base.takes if meets else host.takes

    def _new_version(self, take: Take) -> ChangeVersions:
        name = self._versions.free_name(self.way(take))
        return AddVersion(self._versions, Version(name, (take.name,)), take)

    def _names(self) -> list[str]:
        return [version.name for version in self._versions.versions]

    @Slot()
    def _on_current_changed(self) -> None:
        current = self._versions.current
        name = current.name if current else ""
        if name != self._heard:
            self._before, self._heard = self._heard, name


def _same_way(take: Take, other: Take) -> bool:
    return (take.choice, take.model) == (other.choice, other.model)
