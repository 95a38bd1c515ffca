"""Part of the export dialog: whether the sound is pulled up or down."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from app.dialogs.export.rows import GAP_PX
from app.views.widgets.named_combo import NamedCombo
from cass_core.delivery.renditions.speed import SPEEDS, SpeedChange


class SpeedFields(QWidget):
    """Whether the sound is pulled up or down, and what becomes of its pitch.

    Signals:
        changed: another choice.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._speed = NamedCombo()
        self._keeps_pitch = QCheckBox(self.tr("Keep the pitch"))
        words = {
            "": self.tr("as it is"),
            "down-0.1": self.tr("pulled down 0.1 % (24 to 23.976, 30 to 29.97)"),
            "up-0.1": self.tr("pulled up 0.1 % (23.976 to 24, 29.97 to 30)"),
            "24-25": self.tr("from 24 to 25 frames a second"),
            "25-24": self.tr("from 25 to 24 frames a second"),
            "23.976-25": self.tr("from 23.976 to 25 frames a second"),
            "25-23.976": self.tr("from 25 to 23.976 frames a second"),
        }
        for key in ("", *SPEEDS):
            self._speed.addItem(words[key], key)
        self._speed.set_name(
            self.tr("Speed of the sound"),
            self.tr("For a picture that runs at another speed; report and files say it"),
        )
        self._keeps_pitch.setToolTip(
            self.tr("Stretch the sound in time; else its pitch follows the speed, without a loss")
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP_PX)
        row.addWidget(self._speed)
        row.addWidget(self._keeps_pitch)
        row.addStretch(1)
        self._keeps_pitch.setEnabled(False)
        self._speed.currentIndexChanged.connect(self._on_chosen)
        self._keeps_pitch.toggled.connect(self.changed)

    @property
    def speed(self) -> SpeedChange | None:
        """The chosen one; None for the movie's own."""
        key = str(self._speed.currentData())
        return SpeedChange(key, self._keeps_pitch.isChecked()) if key else None

    @Slot()
    def _on_chosen(self) -> None:
        self._keeps_pitch.setEnabled(self.speed is not None)
        self.changed.emit()
