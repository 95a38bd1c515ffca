"""A small button that is lit while something is on: solo, mute, a tool."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from app.look.theme import active_theme

_HEIGHT_PX, _RADIUS_PX = 22, 4.0


class ToggleButton(QAbstractButton):
    """Says with its colour and its check mark for screen readers whether something is on."""

    def __init__(self, text: str, lamp: str, name: str, parent: QWidget | None = None) -> None:
        """Make a button that is off.

        Args:
            text: one or two letters, or a word.
            lamp: the theme's colour while it is on: "accent", "warning" or "danger".
            name: what it is called in words, for the tool tip and screen readers.
            parent: the widget around it.
        """
        super().__init__(parent)
        self._lamp = lamp
        self.setText(text)
        self.setCheckable(True)
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Wide enough for the text."""
        bold = QFont(self.font())
        bold.setBold(True)
        width = QFontMetrics(bold).horizontalAdvance(self.text()) + 12
        return QSize(max(width, _HEIGHT_PX), _HEIGHT_PX)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the lamp."""
        theme = active_theme()
        ground, ink = QColor(theme.raised), QColor(theme.text)
        if not self.isEnabled():
            ground, ink = QColor(theme.card), QColor(theme.border)
        elif self.isChecked():
            ground, ink = QColor(getattr(theme, self._lamp)), QColor(theme.accent_text)
        elif self.isDown() or self.underMouse():
            ground = QColor(theme.border)
        edge = theme.accent if self.hasFocus() else theme.border
        if self.isChecked() and self.hasFocus():
            edge = theme.text
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(edge), 1.0))
        painter.setBrush(ground)
        frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(frame, _RADIUS_PX, _RADIUS_PX)
        font = QFont(self.font())
        font.setBold(self.isChecked())
        painter.setFont(font)
        painter.setPen(ink)
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
