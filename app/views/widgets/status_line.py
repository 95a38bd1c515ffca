"""The window's last line: what happened last, and facts that stay."""

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from app.views.widgets.text_labels import ElidedLabel

KINDS = ("", "good", "warning", "danger")
_EDGE_PX, _HEIGHT_PX = 12, 24
_PASSING_MS = 8_000


class StatusLine(QWidget):
    """One sentence on the left, short facts on the right.

    Attributes:
        sentence: what happened last.
        facts: by name, such as the device for separation and the programme's rate.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        """Say nothing yet.

        Args:
            parent: the widget around it.
        """
        super().__init__(parent)
        self.sentence, self.facts = ElidedLabel(), dict[str, QLabel]()
        self._hint = ""
        self._told = ("", "")
        self._passing = QTimer(self)
        self._passing.setSingleShot(True)
        self._passing.timeout.connect(self._on_passed)
        self.setFixedHeight(_HEIGHT_PX)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(_EDGE_PX, 0, _EDGE_PX, 2)
        self._row.setSpacing(16)
        self._row.addWidget(self.sentence, 1)
        self.say("")

    def say(self, sentence: str, kind: str = "") -> None:
        """Say what happened.

        Args:
            sentence: one sentence, or nothing.
            kind: "" for news, which leave after some seconds; "good", "warning" or "danger" for
                what stays until something else is said.
        """
        self._told = (sentence, kind)
        self._show()
        if kind in ("", "good") and sentence:
            self._passing.start(_PASSING_MS)
        else:
            self._passing.stop()

    def withdraw(self, sentence: str) -> None:
        """Say a sentence no more, where it is still the last one."""
        if sentence and sentence == self._told[0]:
            self.say("")

    @Slot(str)
    def hint(self, text: str) -> None:
        """Explain what the mouse or the menu points at; an empty text brings the sentence back."""
        self._hint = text
        self._show()

    def set_fact(self, name: str, text: str, tip: str = "") -> None:
        """Show a fact on the right, in the order in which facts were first set.

        Args:
            name: which fact.
            text: a few words; nothing hides it.
            tip: the whole of it.
        """
        if name not in self.facts:
            label = self.facts[name] = QLabel()
            label.setProperty("role", "small")
            self._row.addWidget(label)
        label = self.facts[name]
        label.setText(text)
        label.setToolTip(tip or text)
        label.setVisible(bool(text))

    def _show(self) -> None:
        sentence, kind = (self._hint, "") if self._hint else self._told
        self.sentence.show_text(sentence)
        role = kind if kind in KINDS and kind else "muted"
        if role != self.sentence.property("role"):
            self.sentence.setProperty("role", role)
            self.sentence.style().polish(self.sentence)

    @Slot()
    def _on_passed(self) -> None:
        self._told = ("", "")
        self._show()
