"""Part of the export dialog: which part of the programme."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QLabel, QRadioButton, QWidget

from app.dialogs.export.rows import GAP_PX
from app.environment.numbers import decimal

_MINUTE_S = 60


class RangeButtons(QWidget):
    """A radio button for each range that there is, with its times.

    Signals:
        changed: another choice.
    """

    changed = Signal()

    def __init__(self, times: Mapping[str, str], parent: QWidget | None = None) -> None:
        """Make the buttons.

        Args:
            times: start, end and length as text, for each range that can be chosen.
            parent: the widget around it.
        """
        super().__init__(parent)
        names = {
            "whole": self.tr("Whole programme"),
            "selection": self.tr("Selection"),
            "loop": self.tr("Loop"),
            "separated": self.tr("Separated part"),
        }
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(GAP_PX)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(1, 1)
        self._buttons: dict[str, QRadioButton] = {}
        self._group = QButtonGroup(self)
        for row, (name, text) in enumerate(times.items()):
            button = QRadioButton(names[name])
            button.setAccessibleName(f"{names[name]}, {text}")
            button.setToolTip(text)
            label = QLabel(text)
            label.setProperty("role", "muted")
            grid.addWidget(button, row, 0)
            grid.addWidget(label, row, 1)
            self._buttons[name] = button
            self._group.addButton(button)
            button.toggled.connect(self.changed)

    @property
    def range(self) -> str:
        """The chosen one."""
        chosen = (name for name, button in self._buttons.items() if button.isChecked())
        return next(chosen, "whole")

    def show_choice(self, name: str) -> None:
        """Choose a range; the whole programme where there is no such range."""
        self._buttons.get(name, self._buttons["whole"]).setChecked(True)


def length_words(seconds: float) -> str:
    """A length of time: "51.9 s", "1:05 min"."""
    translate = QCoreApplication.translate
    if round(seconds, 1) < _MINUTE_S:
        return translate("RangeButtons", "{seconds} s").format(seconds=decimal(seconds, 1))
    minutes, rest = divmod(round(seconds), _MINUTE_S)
    words = translate("RangeButtons", "{minutes}:{seconds} min")
    return words.format(minutes=minutes, seconds=f"{rest:02d}")
