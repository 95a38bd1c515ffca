"""How far the flow is followed, from fast and conservative to most natural."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QSlider, QWidget

from app.views.card import muted_label
from app.views.quality_scale import (
    FIRST_WORDS,
    LAST_WORDS,
    STEPS,
    label_for,
    position_of,
    steps_at,
)


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
        self._title, self._value = QLabel("&Quality"), QLabel()
        self._title.setBuddy(self.slider)
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setVerticalSpacing(2)
        layout.addWidget(self._title, 0, 0)
        layout.addWidget(self._value, 0, 1, Qt.AlignmentFlag.AlignRight)
        layout.addWidget(self.slider, 1, 0, 1, 2)
        for column, words in enumerate((FIRST_WORDS, LAST_WORDS)):
            side = Qt.AlignmentFlag.AlignRight if column else Qt.AlignmentFlag.AlignLeft
            layout.addWidget(muted_label(words), 2, column, side)
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
        self.slider.setAccessibleName(f"Quality: {label}")
        self.slider.setToolTip("More steps sound more natural and take longer.")
