"""The two corners left of overview and ruler: the tool, and how positions are written."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QWidget

from app.look.theme import active_theme
from app.project.view_state import TimeFormat, Tool, ViewState
from app.views.lanes.header.lane_header import HEADER_PX
from app.views.lanes.header.toggle_button import ToggleButton
from app.views.lanes.ruler.ruler_menu import format_names
from app.views.widgets.named_combo import NamedCombo


class Corner(QWidget):
    """As wide as the lanes' headers and on the same ground."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedWidth(HEADER_PX)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(8, 0, 8, 0)
        self.row.setSpacing(4)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground."""
        QPainter(self).fillRect(self.rect(), QColor(active_theme().card))


class ToolCorner(Corner):
    """Two buttons, at most one of them lit: select, or draw gain lines."""

    def __init__(self, view: ViewState, parent: QWidget | None = None) -> None:
        """Show the view's tool.

        Args:
            view: whose tool it is.
            parent: the widget around it.
        """
        super().__init__(parent)
        self._view = view
        select = ToggleButton(self.tr("Select"), "accent", self.tr("Select time and frequencies"))
        gain_line = ToggleButton(self.tr("Gain line"), "accent", self.tr("Draw gain over time"))
        self._buttons = {Tool.SELECT: select, Tool.GAIN_LINE: gain_line}
        self._group = group = QButtonGroup(self)
        for tool, button in self._buttons.items():
            group.addButton(button)
            self.row.addWidget(button)  # the longer word gets more room
            button.clicked.connect(lambda _on, chosen=tool: view.set_tool(chosen))
        view.tool_changed.connect(self._show_tool)
        self._show_tool()

    def _show_tool(self) -> None:
        """Light the tool's button; a shape's tool has none here."""
        self._group.setExclusive(False)
        for tool, button in self._buttons.items():
            button.setChecked(tool is self._view.tool)
        self._group.setExclusive(True)


class FormatCorner(Corner):
    """A box with the ways to write positions."""

    def __init__(self, view: ViewState, parent: QWidget | None = None) -> None:
        """Show the view's format.

        Args:
            view: whose format it is.
            parent: the widget around it.
        """
        super().__init__(parent)
        self._view = view
        self._box = NamedCombo()
        self._box.set_name(self.tr("How positions are written"))
        self._box.setStyleSheet("padding: 1px 6px; min-height: 20px; border-radius: 4px;")
        for time_format, name in format_names().items():
            self._box.addItem(name, time_format)
        self.row.addWidget(self._box, 1, Qt.AlignmentFlag.AlignVCenter)
        self._box.activated.connect(self._on_activated)
        view.format_changed.connect(self._show_format)
        self._show_format()

    def _on_activated(self, number: int) -> None:
        self._view.set_time_format(tuple(TimeFormat)[number])

    def _show_format(self) -> None:
        self._box.setCurrentIndex(tuple(TimeFormat).index(self._view.time_format))
