"""What a row of the table of actions says."""

from collections.abc import Callable
from dataclasses import dataclass

from app.actions.action_context import ActionContext


@dataclass(frozen=True)
class Menu:
    """A menu of the menu bar, or one inside another.

    Attributes:
        name: how rows name it.
        title: what the user reads, with its mnemonic.
        parent: name of the menu that it stands in; empty for the menu bar.
        gap: a line stands before it.
    """

    name: str
    title: str
    parent: str = ""
    gap: bool = False


@dataclass(frozen=True)
class ActionRow:
    """One action.

    Attributes:
        name: how the program calls it.
        menu: name of its menu.
        text: what the user reads, with its mnemonic.
        tip: one sentence for the tool tip and the status line.
        keys: the usual shortcuts; the first is shown.
        when: whether it is possible.
        group: actions of one group exclude each other; empty for none.
        checkable: whether it is on or off.
        gap: a line stands before it in the menu.
        repeats: whether holding the key repeats it.
    """

    name: str
    menu: str
    text: str
    tip: str
    keys: tuple[str, ...]
    when: Callable[[ActionContext], bool]
    group: str = ""
    checkable: bool = False
    gap: bool = False
    repeats: bool = False
