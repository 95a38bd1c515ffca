"""Choosing some of a sound track's channels."""

from collections.abc import Sequence

from PySide6.QtCore import Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

_A_ROW, _COLUMN_PX, _WIDTH_PX = 8, 48, 400
_MARGIN_PX, _GAP_PX = 20, 12


class ChannelDialog(QDialog):
    """A check box for each channel, and buttons for the usual choices."""

    def __init__(
        self, labels: Sequence[str], chosen: Sequence[int], parent: QWidget | None = None
    ) -> None:
        """Show what is chosen.

        Args:
            labels: names of all channels in the file's order, such as L, R, C.
            chosen: numbers of those that are open, from 0; empty for all.
            parent: the window.
        """
        super().__init__(parent)
        self.setWindowTitle(self.tr("Channels"))
        self.boxes = tuple(QCheckBox(label) for label in labels)
        self.presets: dict[str, QPushButton] = {}
        self._note = QLabel()
        self._buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        self._open = self._buttons.button(QDialogButtonBox.StandardButton.Ok)
        self._add_presets(labels)
        self._lay_out()
        self._check(chosen or range(len(labels)))
        for box in self.boxes:
            box.toggled.connect(self._on_toggled)
        self._on_toggled()

    @property
    def channels(self) -> tuple[int, ...]:
        """Numbers of the chosen channels, from 0 and in rising order; empty for all of them."""
        chosen = self._checked
        return () if len(chosen) == len(self.boxes) else chosen

    @property
    def _checked(self) -> tuple[int, ...]:
        return tuple(number for number, box in enumerate(self.boxes) if box.isChecked())

    def _add_presets(self, labels: Sequence[str]) -> None:
        """Buttons for the choices that this layout allows."""
        usual = {self.tr("All"): tuple(labels), self.tr("L R"): ("L", "R"), self.tr("Centre"): "C"}
        for name, wanted in usual.items():
            if set(wanted) <= set(labels):
                self._add_preset(name, [n for n, label in enumerate(labels) if label in wanted])
        self._add_preset(self.tr("None"), [])

    def _add_preset(self, name: str, numbers: Sequence[int]) -> None:
        button = QPushButton(name)
        button.setAutoDefault(False)
        button.setToolTip(
            self.tr("Check these channels only") if numbers else self.tr("Check no channel")
        )
        button.clicked.connect(lambda _checked=False: self._check(numbers))
        self.presets[name] = button

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN_PX, _MARGIN_PX, _MARGIN_PX, _MARGIN_PX)
        column.setSpacing(_GAP_PX)
        explanation = QLabel(
            self.tr("Only the checked channels are heard, separated and exported.")
        )
        explanation.setWordWrap(True)
        presets, grid = QHBoxLayout(), QGridLayout()
        for button in self.presets.values():
            presets.addWidget(button)
        presets.addStretch(1)
        grid.setHorizontalSpacing(_GAP_PX)
        grid.setVerticalSpacing(_GAP_PX)
        for number, box in enumerate(self.boxes):
            box.setToolTip(self.tr("Channel {number} of the file").format(number=number + 1))
            grid.addWidget(box, number // _A_ROW, number % _A_ROW)
            grid.setColumnMinimumWidth(number % _A_ROW, _COLUMN_PX)
        grid.setColumnStretch(_A_ROW, 1)
        self._note.setProperty("role", "muted")
        self._open.setText(self.tr("Open"))
        self._open.setProperty("role", "main")
        self._buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(self.tr("Cancel"))
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        column.addWidget(explanation)
        column.addLayout(presets)
        column.addLayout(grid)
        column.addWidget(self._note)
        column.addWidget(self._buttons)
        self.setMinimumWidth(_WIDTH_PX)

    def _check(self, numbers: Sequence[int]) -> None:
        for number, box in enumerate(self.boxes):
            box.setChecked(number in numbers)

    @Slot()
    def _on_toggled(self) -> None:
        """At least one channel is needed."""
        count = len(self._checked)
        self._open.setEnabled(count > 0)
        words = self.tr("Checked: {count} of {all}")
        self._note.setText(
            words.format(count=count, all=len(self.boxes))
            if count
            else self.tr("Check at least one channel.")
        )
