"""The table's rows as Qt actions; menus, buttons and the palette show the same ones."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Signal
from PySide6.QtGui import QAction, QActionGroup, QCursor, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from app.actions.action_context import ActionContext
from app.actions.action_table import ACTIONS, MENUS
from app.actions.keymaps import KeyMap
from app.actions.rows.row import ActionRow
from app.environment.settings import Settings
from app.look.icons import has_icon, icon

__all__ = ["ACTIONS", "Actions", "ActionContext"]


class Actions(QObject):
    """All actions, with the user's shortcuts, enabled by the situation.

    Attributes:
        key_map: the shortcuts in force.
        recent_menu: the files that were open before.

    Signals:
        recent_chosen: one of them, as a `Path`.
    """

    recent_chosen = Signal(object)

    def __init__(self, parent: QObject, settings: Settings) -> None:
        """Make all actions.

        Args:
            parent: the window; shortcuts work in all of it.
            settings: where the user's shortcuts are kept.
        """
        super().__init__(parent)
        self.key_map = KeyMap(settings, self)
        self._groups: dict[str, QActionGroup] = {}
        self._menus: list[tuple[QMenu, str]] = []  # of the bar, with their marked titles
        self._actions = {row.name: self._built(row) for row in ACTIONS}
        self.recent_menu = QMenu(parent if isinstance(parent, QWidget) else None)
        self._actions["recent"].triggered.connect(self._show_recent)
        self._add_to(parent)
        self.key_map.changed.connect(self._on_keys_changed)
        self._on_keys_changed()
        self.set_recent(())
        self.update_for(ActionContext())
        parent.installEventFilter(self)

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def names(self) -> tuple[str, ...]:
        """All actions in the order of the menus."""
        return tuple(self._actions)

    def title(self, name: str) -> str:
        """What the user reads, without mnemonic and dots."""
        return plain(self._actions[name].text()).removesuffix("…")

    def place(self, name: str) -> str:
        """Titles of the menus in which an action stands, from the outside in."""
        menus = {menu.name: menu for menu in MENUS}
        menu = menus[next(row.menu for row in ACTIONS if row.name == name)]
        titles = [plain(_translated(menu.title))]
        while menu.parent:
            menu = menus[menu.parent]
            titles.insert(0, plain(_translated(menu.title)))
        return " › ".join(titles)

    def update_for(self, now: ActionContext) -> None:
        """Enable what is possible."""
        for row in ACTIONS:
            self._actions[row.name].setEnabled(row.when(now))

    def fill(self, bar: QMenuBar) -> None:
        """Put all actions into the menus that the table names."""
        outer = [menu for menu in MENUS if not menu.parent]
        made = {menu.name: _add_menu(bar, menu.title) for menu in outer}
        self._menus = [(made[menu.name], _translated(menu.title)) for menu in outer]
        self._mark_menus()
        inner = {menu.name: menu for menu in MENUS if menu.parent}
        for row in ACTIONS:
            if row.menu not in made:
                menu = inner[row.menu]
                if menu.gap:
                    made[menu.parent].addSeparator()
                made[row.menu] = _add_menu(made[menu.parent], menu.title)
            if row.gap:
                made[row.menu].addSeparator()
            made[row.menu].addAction(self._actions[row.name])
        self._actions["recent"].setMenu(self.recent_menu)

    def set_recent(self, paths: tuple[Path, ...]) -> None:
        """Show these files as the recent ones, the last one first."""
        self.recent_menu.clear()
        for path in paths:
            entry = self.recent_menu.addAction(path.name.replace("&", "&&"))
            entry.setToolTip(str(path))
            entry.setStatusTip(str(path))
            entry.triggered.connect(lambda _=False, path=path: self.recent_chosen.emit(path))
        if not paths:
            self.recent_menu.addAction(self.tr("No files yet")).setEnabled(False)

    def _built(self, row: ActionRow) -> QAction:
        action = QAction(_translated(row.text), self)
        action.setObjectName(row.name)
        action.setStatusTip(_translated(row.tip))
        action.setCheckable(row.checkable)
        action.setAutoRepeat(row.repeats)
        action.setMenuRole(_menu_role(row.name))
        if has_icon(row.name):
            action.setIcon(icon(row.name))
            action.setIconVisibleInMenu(False)
        if row.group:
            group = self._groups.setdefault(row.group, QActionGroup(self))
            group.addAction(action)
        return action

    def _add_to(self, parent: QObject) -> None:
        if isinstance(parent, QWidget):
            parent.addActions(list(self._actions.values()))

    def _show_recent(self) -> None:
        self.recent_menu.popup(QCursor.pos())

    def _on_keys_changed(self) -> None:
        for name, keys in self.key_map.all_keys().items():
            action = self._actions[name]
            action.setShortcuts([QKeySequence(key) for key in keys])
            shown = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            tip = action.statusTip()
            action.setToolTip(f"{tip} ({shown})" if shown else tip)
        self._mark_menus()

    def _mark_menus(self) -> None:
        """A menu gives up its letter where an action has the key: Qt would follow neither."""
        for menu, title in self._menus:
            letter = QKeySequence.mnemonic(title).toString()
            is_taken = bool(letter) and self.key_map.owner(letter) is not None
            menu.setTitle(plain(title) if is_taken else title)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Draw the icons again when the theme's colours change."""
        if event.type() == QEvent.Type.PaletteChange:
            for name, action in self._actions.items():
                if has_icon(name):
                    action.setIcon(icon(name))
        return super().eventFilter(watched, event)


def plain(text: str) -> str:
    """A title without the mark of its mnemonic."""
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&")


def _translated(text: str) -> str:
    return QCoreApplication.translate("Actions", text)


def _add_menu(parent: QMenuBar | QMenu, title: str) -> QMenu:
    menu = parent.addMenu(_translated(title))
    menu.setAccessibleName(plain(_translated(title)))
    menu.setToolTipsVisible(True)
    return menu


def _menu_role(name: str) -> QAction.MenuRole:
    """Where macOS puts an action; its guesses by words would take wrong ones."""
    roles = {
        "about": QAction.MenuRole.AboutRole,
        "preferences": QAction.MenuRole.PreferencesRole,
        "quit": QAction.MenuRole.QuitRole,
    }
    return roles.get(name, QAction.MenuRole.NoRole)
