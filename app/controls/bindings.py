"""Connecting actions to what they do."""

from collections.abc import Callable, Mapping

from PySide6.QtGui import QAction

from app.actions.actions import Actions


def bind(actions: Actions, slots: Mapping[str, Callable[[], object]]) -> None:
    """Let each named action call its function.

    Args:
        actions: all actions.
        slots: by the action's name.
    """
    for name, slot in slots.items():
        actions[name].triggered.connect(_without_state(slot))


def bind_switch(action: QAction, slot: Callable[[bool], object]) -> None:
    """Let a checkable action call its function with whether it is on."""
    # Qt would call a method of its own, such as `setVisible`, without the state
    action.triggered.connect(lambda checked: slot(checked))


def show_checked(action: QAction, checked: bool) -> None:
    """Show whether something is on without acting on it."""
    if action.isChecked() != checked:
        action.setChecked(checked)


def _without_state(slot: Callable[[], object]) -> Callable[[bool], None]:
    def call(_checked: bool = False) -> None:
        slot()

    return call
