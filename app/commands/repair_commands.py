"""Changes of the list of repairs; undo brings back the very list that was before."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QCoreApplication

from app.commands.command_ids import CommandId, new_gesture
from app.commands.value_command import ChangeValue
from app.project.repairs import Repairs
from app.project.versions import Take, Versions
from cass_core.repair.edits import Edit, EditList


class ChangeEdits(ChangeValue[EditList]):
    """Any change of the list."""

    def __init__(
        self,
        repairs: Repairs,
        text: str,
        change: Callable[[EditList], EditList],
        gesture: object = None,
    ) -> None:
        """Prepare the change; nothing happens before `redo`.

        Args:
            repairs: what is changed.
            text: for the undo and redo actions.
            change: gives the new list for the one that is found.
            gesture: commands of one gesture become one step; None for a step of its own.
        """
        super().__init__(
            text, lambda: repairs.edits, repairs.set_edits, change, CommandId.REPAIR, gesture
        )

    @property
    def takes(self) -> frozenset[str]:
        """Names of all takes that undo or redo can bring back."""
        values = self.values or ()
        return frozenset[str]().union(*(edits.takes for edits in values))


class AddEdits(ChangeEdits):
    """Repair something."""

    def __init__(self, repairs: Repairs, text: str, *edits: Edit) -> None:
        """Prepare the change.

        Args:
            repairs: what is changed.
            text: what is done, for the undo and redo actions.
            *edits: come behind the others, in their order.
        """
        super().__init__(repairs, text, lambda found: EditList((*found.edits, *edits)))


class AddTakeEdit(AddEdits):
    """Repair something with another separation, which may still have to be made."""

    def __init__(
        self, repairs: Repairs, versions: Versions, text: str, take: Take, edit: Edit
    ) -> None:
        """Prepare the change.

        Args:
            repairs: what is changed.
            versions: keep the take.
            text: what is done, for the undo and redo actions.
            take: the separation.
            edit: what is taken from it.
        """
        super().__init__(repairs, text, edit)
        self._versions, self._take = versions, take

    def redo(self) -> None:
        """Change the list; the first time the take is new."""
        if self._versions.take(self._take.name) is None:
            self._versions.put_take(self._take)
        super().redo()


class RemoveEdits(ChangeEdits):
    """Take edits from the list."""

    def __init__(self, repairs: Repairs, edits: tuple[Edit, ...]) -> None:
        """Prepare the change.

        Args:
            repairs: what is changed.
            edits: those to remove, as they are in the list now.
        """
        text = QCoreApplication.translate("RepairCommands", "Remove a repair")
        gone = {id(edit) for edit in edits}
        super().__init__(
            repairs,
            text,
            lambda found: EditList(tuple(edit for edit in found if id(edit) not in gone)),
        )


class SwitchEdit(ChangeEdits):
    """Hear an edit or not."""

    def __init__(self, repairs: Repairs, place: int, *, is_on: bool) -> None:
        """Prepare the change.

        Args:
            repairs: what is changed.
            place: of the edit in the list.
            is_on: whether it is heard.
        """
        on = QCoreApplication.translate("RepairCommands", "Switch a repair on")
        off = QCoreApplication.translate("RepairCommands", "Switch a repair off")
        super().__init__(
            repairs, on if is_on else off, lambda found: found.switched(place, is_on=is_on)
        )


class SetEditAmount(ChangeEdits):
    """Change how much of a sound is moved."""

    def __init__(
        self, repairs: Repairs, place: int, amount: float, gesture: int | None = None
    ) -> None:
        """Prepare the change.

        Args:
            repairs: what is changed.
            place: of the edit in the list.
            amount: 0 to 1.
            gesture: commands of one gesture become one step; None for a step of its own.
        """
        text = QCoreApplication.translate("RepairCommands", "Amount of a repair")

        def change(found: EditList) -> EditList:
            edit = found.edits[place]
            operation = replace(edit.operation, amount=amount)  # type: ignore[type-var]
            return found.replaced(place, replace(edit, operation=operation))

        super().__init__(repairs, text, change, ("amount", place, gesture or new_gesture()))
