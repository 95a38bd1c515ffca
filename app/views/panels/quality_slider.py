"""In how many steps the flow is followed, and which number the model's makers recommend."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSlider, QVBoxLayout, QWidget

from app.views.panels.quality_scale import STEPS, label_for, position_of, steps_at
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
        self._recommended = 0
        self._title, self._value = QLabel(self.tr("&Quality")), QLabel()
        self._title.setBuddy(self.slider)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(2)
        rows.addLayout(_two_ends(self._title, self._value))
        rows.addWidget(self.slider)
        ends = (muted_label(words) for words in (self.tr("Fast"), self.tr("Takes longest")))
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

    def show_recommended(self, steps: int) -> None:
        """Say how many steps the model's makers recommend; 0 for a model that takes none."""
        self._recommended = steps
        self._show_steps()

    def _on_moved(self) -> None:
        self._show_steps()
        self.steps_changed.emit(self.steps)

    def _show_steps(self) -> None:
        has_steps = self._recommended > 0
        label = label_for(self.steps, self._recommended) if has_steps else self.tr("One pass")
        self._value.setText(label)
        # a slider's own value is its position, which says nothing to who cannot see it
        self.slider.setAccessibleName(self.tr("Quality: {label}").format(label=label))
        if not has_steps:
            self.slider.setToolTip(label)
            return
        words = self.tr(
            "More steps take longer and are not always better; {steps} recommended for this model."
        )
        self.slider.setToolTip(words.format(steps=label_for(self._recommended)))


def _two_ends(left: QLabel, right: QLabel) -> QHBoxLayout:
    row = QHBoxLayout()
    row.addWidget(left)
    row.addStretch(1)
    row.addWidget(right)
    return row
