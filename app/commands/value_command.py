"""Base of commands that replace one frozen value by another."""

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtGui import QUndoCommand

from app.commands.command_ids import new_gesture

Value = TypeVar("Value")


class ChangeValue(QUndoCommand, Generic[Value]):
    """Any change of a value; one that changes nothing leaves no step behind."""

    def __init__(
        self,
        text: str,
        found: Callable[[], Value],
        put: Callable[[Value], None],
        change: Callable[[Value], Value],
        kind: int,
        gesture: object = None,
    ) -> None:
        """Prepare the change; nothing happens before `redo`.

        Args:
            text: for the undo and redo actions.
            found: gives the value as it is.
            put: replaces it.
            change: gives the new value for the one that is found.
            kind: commands of one kind and gesture become one step.
            gesture: anything that can be compared; None for a step of its own.
        """
        super().__init__(text)
        self._found, self._put, self._change = found, put, change
        self._kind, self._gesture = kind, gesture or new_gesture()
        self._values: tuple[Value, Value] | None = None

    @property
    def values(self) -> tuple[Value, Value] | None:
        """What undo and what redo bring back; None before the first time."""
        return self._values

    def redo(self) -> None:
        """Change the value, the first time by what is found."""
        if self._values is not None:
            self._put(self._values[1])
            return
        old = self._found()
        self._put(self._change(old))
        self._keep(old, self._found())  # what its owner has left of it

    def undo(self) -> None:
        """Bring back what was before."""
        if self._values is not None:
            self._put(self._values[0])

    def id(self) -> int:
        """The kind, for Qt."""
        return self._kind

    def mergeWith(self, other: QUndoCommand) -> bool:
        """Take in the next command of the same gesture."""
        if not isinstance(other, ChangeValue) or other._gesture != self._gesture:
            return False
        if self._values is not None and other._values is not None:
            self._keep(self._values[0], other._values[1])
        return True

    def _keep(self, old: Value, new: Value) -> None:
        self._values = old, new
        self.setObsolete(new == old)
