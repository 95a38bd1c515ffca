"""Changes of markers and loop; each undo brings back exactly what was before."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QUndoCommand

from app.commands.command_ids import CommandId, new_gesture
from app.project.timeline import Timeline
from cass_core.clips import SampleSpan
from cass_core.programme.markers.marker import Marker

Markers = tuple[Marker, ...]


class ChangeMarkers(QUndoCommand):
    """Any change of the markers; one that changes nothing leaves no step behind."""

    def __init__(
        self,
        timeline: Timeline,
        text: str,
        change: Callable[[Markers], Markers],
        gesture: int | None = None,
    ) -> None:
        """Prepare the change; nothing happens before `redo`.

        Args:
            timeline: what is changed.
            text: for the undo and redo actions.
            change: gives the new markers for those that are found.
            gesture: commands of one gesture become one step; None for a step of its own.
        """
        super().__init__(text)
        self._timeline, self._change = timeline, change
        self._gesture = gesture or new_gesture()
        self._old: Markers | None = None
        self._new: Markers = ()

    def redo(self) -> None:
        """Change the markers, the first time by what is found."""
        if self._old is not None:
            self._timeline.set_markers(self._new)
            return
        self._old = self._timeline.markers
        self._timeline.set_markers(self._change(self._old))
        self._new = self._timeline.markers
        self.setObsolete(self._new == self._old)

    def undo(self) -> None:
        """Bring back what was before."""
        if self._old is not None:
            self._timeline.set_markers(self._old)

    def id(self) -> int:
        """The kind, for Qt."""
        return CommandId.MARKER

    def mergeWith(self, other: QUndoCommand) -> bool:
        """Take in the next command of the same gesture."""
        if not isinstance(other, ChangeMarkers) or other._gesture != self._gesture:
            return False
        self._new = other._new
        self.setObsolete(self._new == self._old)
        return True


class AddMarker(ChangeMarkers):
    """Mark a position."""

    def __init__(self, timeline: Timeline, sample: int, name: str) -> None:
        """Prepare the change.

        Args:
            timeline: what is changed.
            sample: where.
            name: what the user calls it.
        """
        text = QCoreApplication.translate("TimelineCommands", "Add marker")
        marker = Marker(max(sample, 0), name)

        def change(found: Markers) -> Markers:
            return found if marker in found else (*found, marker)

        super().__init__(timeline, text, change)


class AddMarkers(ChangeMarkers):
    """Take in a list of markers; those that are there already stay single."""

    def __init__(self, timeline: Timeline, markers: Sequence[Marker]) -> None:
        """Prepare the change.

        Args:
            timeline: what is changed.
            markers: of the list.
        """
        text = QCoreApplication.translate("TimelineCommands", "Import markers")

        def change(found: Markers) -> Markers:
            return (*found, *(marker for marker in markers if marker not in found))

        super().__init__(timeline, text, change)


class MoveMarker(ChangeMarkers):
    """Move a marker."""

    def __init__(
        self, timeline: Timeline, marker: Marker, sample: int, gesture: int | None = None
    ) -> None:
        """Prepare the change.

        Args:
            timeline: what is changed.
            marker: as it is now; while it is dragged, as the last command has left it.
            sample: where to.
            gesture: commands of one gesture become one step; None for a step of its own.
        """
        text = QCoreApplication.translate("TimelineCommands", "Move marker")
        moved = replace(marker, sample=max(sample, 0))
        super().__init__(timeline, text, _exchange(marker, moved), gesture)


class RenameMarker(ChangeMarkers):
    """Call a marker something else."""

    def __init__(self, timeline: Timeline, marker: Marker, name: str) -> None:
        """Prepare the change.

        Args:
            timeline: what is changed.
            marker: as it is now.
            name: its new name.
        """
        text = QCoreApplication.translate("TimelineCommands", "Rename marker")
        super().__init__(timeline, text, _exchange(marker, replace(marker, name=name)))


class RemoveMarker(ChangeMarkers):
    """Remove a marker."""

    def __init__(self, timeline: Timeline, marker: Marker) -> None:
        """Prepare the change.

        Args:
            timeline: what is changed.
            marker: as it is now.
        """
        text = QCoreApplication.translate("TimelineCommands", "Remove marker")
        super().__init__(timeline, text, lambda found: _without(found, marker))


class SetLoop(QUndoCommand):
    """Change the range between in and out point, and whether it loops."""

    def __init__(
        self,
        timeline: Timeline,
        loop: SampleSpan | None,
        looping: bool,
        gesture: int | None = None,
    ) -> None:
        """Prepare the change.

        Args:
            timeline: what is changed.
            loop: the range; None or an empty one for none.
            looping: stay within it while playing.
            gesture: commands of one gesture become one step; None for a step of its own.
        """
        super().__init__(QCoreApplication.translate("TimelineCommands", "Loop"))
        self._timeline, self._gesture = timeline, gesture or new_gesture()
        self._old: tuple[SampleSpan | None, bool] | None = None
        self._new = (loop, looping)

    def redo(self) -> None:
        """Change the loop."""
        before = _loop_of(self._timeline)
        self._timeline.set_loop(*self._new)
        if self._old is None:
            self._old, self._new = before, _loop_of(self._timeline)
            self.setObsolete(self._new == self._old)

    def undo(self) -> None:
        """Bring back the loop that was before."""
        if self._old is not None:
            self._timeline.set_loop(*self._old)

    def id(self) -> int:
        """The kind, for Qt."""
        return CommandId.LOOP

    def mergeWith(self, other: QUndoCommand) -> bool:
        """Take in the next command of the same gesture."""
        if not isinstance(other, SetLoop) or other._gesture != self._gesture:
            return False
        self._new = other._new
        self.setObsolete(self._new == self._old)
        return True


def _loop_of(timeline: Timeline) -> tuple[SampleSpan | None, bool]:
    return timeline.loop, timeline.looping


def _without(markers: Markers, marker: Marker) -> Markers:
    """All but one marker; a second one that is equal to it stays."""
    if marker not in markers:
        return markers
    place = markers.index(marker)
    return markers[:place] + markers[place + 1 :]


def _exchange(old: Marker, new: Marker) -> Callable[[Markers], Markers]:
    """Put a marker in another's place, where that one still exists."""

    def change(found: Markers) -> Markers:
        return (*_without(found, old), new) if old in found else found

    return change
