"""A small button with an action's icon."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QToolButton, QWidget

_ICON_PX = 20


class ActionToolButton(QToolButton):
    """Follows an action: same icon, same tool tip, on and off together."""

    def __init__(self, action: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setDefaultAction(action)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        self.setIconSize(QSize(_ICON_PX, _ICON_PX))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        action.changed.connect(self._name_it)
        self._name_it()

    def _name_it(self) -> None:
        self.setAccessibleName(self.defaultAction().text().replace("&", "").removesuffix("…"))
        self.setAccessibleDescription(self.defaultAction().statusTip())
