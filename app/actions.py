"""Every action of the window as one row of a table."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenuBar


@dataclass(frozen=True)
class Situation:
    """What decides which actions are possible.

    Attributes:
        can_separate: a movie with sound is open.
        running: a separation is at work.
        stopping: it was told to stop.
        stopped_run: an earlier run of this movie can go on.
        has_result: stems of this movie are on disk.
    """

    can_separate: bool = False
    running: bool = False
    stopping: bool = False
    stopped_run: bool = False
    has_result: bool = False


@dataclass(frozen=True)
class ActionRow:
    """One action.

    Attributes:
        name: how the program calls it.
        menu: title of its menu.
        text: what the user reads, with its mnemonic.
        keys: shortcuts; the first is shown.
        when: whether it is possible.
    """

    name: str
    menu: str
    text: str
    keys: tuple[str, ...]
    when: Callable[[Situation], bool]


ACTIONS = (
    ActionRow("open", "&File", "&Open…", ("Ctrl+O",), lambda now: not now.running),
    ActionRow("show", "&File", "Show in &Folder", ("Ctrl+Shift+O",), lambda now: now.has_result),
    ActionRow("quit", "&File", "&Quit", ("Ctrl+Q",), lambda now: True),
    ActionRow(
        "separate",
        "&Separation",
        "&Separate",
        ("Ctrl+Return", "Ctrl+Enter"),
        lambda now: now.can_separate and not now.running,
    ),
    ActionRow(
        "resume",
        "&Separation",
        "&Resume",
        ("Ctrl+Shift+Return", "Ctrl+Shift+Enter"),
        lambda now: now.can_separate and now.stopped_run and not now.running,
    ),
    ActionRow(
        "cancel",
        "&Separation",
        "&Cancel",
        ("Escape",),
        lambda now: now.running and not now.stopping,
    ),
)


class Actions(QObject):
    """The table's rows as Qt actions; menus and buttons show the same ones."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._actions = {row.name: self._built(row) for row in ACTIONS}
        self.update_for(Situation())

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def update_for(self, now: Situation) -> None:
        """Enable what is possible."""
        for row in ACTIONS:
            self._actions[row.name].setEnabled(row.when(now))

    def fill(self, bar: QMenuBar) -> None:
        """Put all actions into the menus that the table names."""
        for title in dict.fromkeys(row.menu for row in ACTIONS):
            menu = bar.addMenu(title)
            menu.setAccessibleName(title.replace("&", ""))
            menu.addActions([self._actions[row.name] for row in ACTIONS if row.menu == title])

    def _built(self, row: ActionRow) -> QAction:
        action = QAction(row.text, self)
        action.setObjectName(row.name)
        action.setShortcuts([QKeySequence(keys) for keys in row.keys])
        return action
