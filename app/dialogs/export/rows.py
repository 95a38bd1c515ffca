"""What the parts of the export dialog stand in: distances, rows and the table of rows."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QWidget

GAP_PX, TIGHT_PX = 12, 4
_CAPTION_PX = 88


def row_of(*widgets: QWidget) -> QWidget:
    """Widgets beside each other, on the left."""
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(2 * GAP_PX)
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch(1)
    return holder


class RowTable(QGridLayout):
    """Rows of a caption and a widget, which are shown and hidden together."""

    def __init__(self) -> None:
        super().__init__()
        self._captions: dict[QWidget, QLabel] = {}
        self.setHorizontalSpacing(GAP_PX)
        self.setVerticalSpacing(GAP_PX)
        self.setColumnMinimumWidth(0, _CAPTION_PX)
        self.setColumnStretch(1, 1)

    def add_row(self, caption: str, widget: QWidget) -> None:
        """A row below the others."""
        label = QLabel(caption)
        label.setProperty("role", "muted")
        label.setMinimumHeight(24)
        row = self.rowCount()
        self.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
        self.addWidget(widget, row, 1)
        self._captions[widget] = label

    def show_row(self, widget: QWidget, is_shown: bool) -> None:
        """Show or hide the row of a widget."""
        for part in (widget, self._captions[widget]):
            part.setVisible(is_shown)

    def show_all(self) -> None:
        """Show every row."""
        for widget in self._captions:
            self.show_row(widget, True)
