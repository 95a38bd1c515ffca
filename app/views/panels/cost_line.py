"""What separates and how long that takes, measured on request."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from app.environment.numbers import percent
from app.project.project import Project
from app.views.panels.run_text import fallback_words
from app.views.widgets.card import muted_label
from app.views.widgets.text_labels import ElidedLabel, SentenceBox
from app.workflows.separation.run_state import QueuedSeparation
from app.workflows.separation.separation_runner import SeparationRunner

_GAP_PX, _LINE_GAP_PX = 8, 4


class CostLine(QWidget):
    """The device, and until the time is known a button that measures it or gives that up.

    Attributes:
        estimate: says that the time is not known, or how far the measurement is.
        measure: begins and ends it.
        device: what separates.
        fallback: why it is not a graphics card.
    """

    def __init__(
        self,
        project: Project,
        separation: SeparationRunner,
        request: Callable[[], QueuedSeparation],
        parent: QWidget | None = None,
    ) -> None:
        """Build the line.

        Args:
            project: what is separated.
            separation: does it.
            request: what would be separated now.
            parent: the widget around it.
        """
        super().__init__(parent)
        self._project, self._separation, self._request = project, separation, request
        self._costs = separation.costs
        self.estimate, self.measure = muted_label(""), QPushButton()
        self.device = ElidedLabel()
        self.fallback = SentenceBox("muted", self.tr("Why it is not a graphics card"))
        self._lay_out()
        self.measure.clicked.connect(self._on_clicked)
        self._costs.measured.connect(self._show_words)

    @Slot()
    def refresh(self) -> None:
        """Show what is known now."""
        device = self._separation.device.device
        self.device.setVisible(device is not None)
        self.device.show_text(self.tr("Runs on {name}").format(name=device.name if device else ""))
        self.fallback.show_sentences(fallback_words(device.lacks) if device else "")
        is_open = self._project.programme is not None
        is_asked = is_open and self._costs.estimate(self._request()).seconds is None
        is_shown = is_asked or (is_open and self._costs.measuring)
        self.estimate.setVisible(is_shown)
        self.measure.setVisible(is_shown)
        self._show_words()

    def _lay_out(self) -> None:
        self.device.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.estimate.setWordWrap(True)
        self.estimate.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.fallback.setProperty("small", "true")
        cost = QHBoxLayout()
        cost.setSpacing(_GAP_PX)
        cost.addWidget(self.device)
        cost.addWidget(self.estimate, stretch=1)
        cost.addWidget(self.measure)
        facts = QVBoxLayout(self)
        facts.setContentsMargins(0, 0, 0, 0)
        facts.setSpacing(_LINE_GAP_PX)
        facts.addLayout(cost)
        facts.addWidget(self.fallback)

    @Slot()
    def _show_words(self) -> None:
        if self._costs.measuring:
            share = percent(self._costs.measured_share)
            self.estimate.setText(self.tr("Measuring · {share}").format(share=share))
            self.measure.setText(self.tr("Cancel"))
            self.measure.setToolTip(self.tr("End the measurement"))
        else:
            self.estimate.setText(self.tr("Time is known after the first run"))
            self.measure.setText(self.tr("Measure"))
            self.measure.setToolTip(
                self.tr("Separate a minute of noise to find out how long it takes")
            )
        self.measure.setEnabled(self._costs.measuring or not self._separation.busy)

    @Slot()
    def _on_clicked(self) -> None:
        if self._costs.measuring:
            self._costs.cancel()
        else:
            self._costs.measure(self._request())
