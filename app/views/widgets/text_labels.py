"""Labels for text that is not ours: file names of any length, sentences of any library."""

import math

from PySide6.QtCore import QSize, QSizeF, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QTextEdit, QWidget


class ElidedLabel(QLabel):
    """One line that loses its middle where it is too long; the tool tip has all of it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_text(self, text: str) -> None:
        """Show a text, elided where necessary."""
        self.setText(text)
        self.setToolTip(text)
        self.setAccessibleName(text)

    def minimumSizeHint(self) -> QSize:
        """Any width will do."""
        return QSize(0, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw what fits."""
        painter = QPainter(self)
        line = self.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideMiddle, self.width()
        )
        self.style().drawItemText(
            painter,
            self.contentsRect(),
            int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter),
            self.palette(),
            self.isEnabled(),
            line,
            self.foregroundRole(),
        )


class SentenceBox(QTextEdit):
    """Sentences that wrap anywhere, can be copied, and vanish when there are none.

    A label would widen the window to the longest path that a sentence names.
    """

    def __init__(self, role: str, name: str, parent: QWidget | None = None) -> None:
        """Make an invisible box.

        Args:
            role: "muted", "warning" or "danger".
            name: what screen readers call it.
            parent: the widget around it.
        """
        super().__init__(parent)
        self.setProperty("role", role)
        self.setAccessibleName(name)
        self.setReadOnly(True)
        self.setAcceptDrops(False)  # a file dropped here is meant for the window
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.document().setDocumentMargin(0)
        self.document().documentLayout().documentSizeChanged.connect(self._on_size_changed)
        self.show_sentences()

    def text(self) -> str:
        """What stands in the box."""
        return self.toPlainText()

    def show_sentences(self, *sentences: str) -> None:
        """Show these sentences, a line each; empty ones are left out."""
        text = "\n".join(sentence for sentence in sentences if sentence)
        if text != self.text():  # so that a selection survives news about something else
            self.setPlainText(text)
        self.setVisible(bool(text))

    @Slot(QSizeF)
    def _on_size_changed(self, size: QSizeF) -> None:
        self.setFixedHeight(math.ceil(size.height()) + 2)
