"""Which tool selects."""

from PySide6.QtCore import Slot

from app.project.view_state import Tool, ViewState
from app.views.widgets.named_combo import NamedCombo


class ToolBox(NamedCombo):
    """The tools that select, by name."""

    def __init__(self, view: ViewState) -> None:
        super().__init__()
        self._view = view
        self.set_name(self.tr("Tool"), self.tr("What the mouse selects with"))
        self.setStyleSheet("padding: 1px 6px; min-height: 20px; border-radius: 4px;")
        for tool, name in (
            (Tool.SELECT, self.tr("Box")),
            (Tool.LASSO, self.tr("Lasso")),
            (Tool.BRUSH, self.tr("Brush")),
            (Tool.WAND, self.tr("Wand")),
            (Tool.HARMONICS, self.tr("Partials")),
        ):
            self.addItem(name, tool)
        self.activated.connect(lambda _number: view.set_tool(self.currentData()))
        view.tool_changed.connect(self._show_tool)
        self._show_tool()

    @Slot()
    def _show_tool(self) -> None:
        """Show the tool; of lines, the box that would select."""
        self.setCurrentIndex(max(self.findData(self._view.tool), 0))
