"""A frame with a heading, in which controls stand together."""

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

MARGIN_PX, GAP_PX = 12, 8


class Card(QFrame):
    """A group of controls; fill `rows`."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        """Make an empty card.

        Args:
            title: its heading, for the eye and for screen readers.
            parent: the widget around it.
        """
        super().__init__(parent)
        self.setProperty("role", "card")
        self.setAccessibleName(title)
        self.rows = QVBoxLayout(self)
        self.rows.setContentsMargins(MARGIN_PX, MARGIN_PX - 4, MARGIN_PX, MARGIN_PX)
        self.rows.setSpacing(GAP_PX)
        self.heading = QLabel(title)
        self.heading.setFont(heading_font(self.heading.font()))
        self.rows.addWidget(self.heading)


def muted_label(text: str) -> QLabel:
    """A name or an explanation."""
    label = QLabel(text)
    label.setProperty("role", "muted")
    return label


def heading_font(font: QFont) -> QFont:
    """The user's own font, larger and heavier."""
    larger = QFont(font)
    larger.setPointSizeF(font.pointSizeF() * 1.15)
    larger.setWeight(QFont.Weight.DemiBold)
    return larger
