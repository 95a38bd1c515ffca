"""How far the flow is followed, from fast and conservative to most natural."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSlider, QVBoxLayout, QWidget

from app.views.panels.quality_scale import STEPS, label_for, position_of, steps_at, words_for
from app.views.widgets.card import muted_label


class QualitySlider(QWidget):
    """A slider on a logarithmic scale.

    Signals:
        steps_changed: the user chose another number of steps.
    """

    steps_changed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(0, len(STEPS) - 1)
        self.slider.setPageStep(2)
        self._title, self._value = QLabel(self.tr("&Quality")), QLabel()
        self._title.setBuddy(self.slider)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(2)
        rows.addLayout(_two_ends(self._title, self._value))
        rows.addWidget(self.slider)
        ends = (muted_label(words_for(steps)) for steps in (STEPS[0], STEPS[-1]))
        rows.addLayout(_two_ends(*ends))
        self.slider.valueChanged.connect(self._on_moved)
        self._show_steps()

    @property
    def steps(self) -> int:
        """The number of steps that the slider shows."""
        return steps_at(self.slider.value())

    def set_steps(self, steps: int) -> None:
        """Show a number of steps, or the nearest one on the scale."""
        self.slider.setValue(position_of(steps))

    def _on_moved(self) -> None:
        self._show_steps()
        self.steps_changed.emit(self.steps)

    def _show_steps(self) -> None:
        label = label_for(self.steps)
        self._value.setText(label)
        # a slider's own value is its position, which says nothing to who cannot see it
        self.slider.setAccessibleName(self.tr("Quality: {label}").format(label=label))
        self.slider.setToolTip(self.tr("More steps sound more natural and take longer."))


def _two_ends(left: QLabel, right: QLabel) -> QHBoxLayout:
    row = QHBoxLayout()
    row.addWidget(left)
    row.addStretch(1)
    row.addWidget(right)
    return row
