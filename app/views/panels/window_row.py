"""How long the windows of a model are, when the next one begins, and what that costs."""

import math

from PySide6.QtCore import QLocale, QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import QDoubleSpinBox, QHBoxLayout, QVBoxLayout, QWidget

from app.views.widgets.card import muted_label
from cass_core.request.windows import (
    LONGEST_WINDOW_S,
    SHORTEST_HOP_S,
    SHORTEST_WINDOW_S,
    Windows,
)

_GAP_PX, _LINE_GAP_PX = 8, 4
_STEP_S, _DECIMALS = 0.5, 2


class WindowRow(QWidget):
    """Two lengths of time, for models that leave them to the user.

    Attributes:
        length: seconds that the network hears at once.
        hop: seconds from one window to the next.
        cost: how many times each second is heard.

    Signals:
        changed: the user has chosen others.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show nothing yet.

        Args:
            parent: the widget around it.
        """
        super().__init__(parent)
        self._own = Windows(LONGEST_WINDOW_S, LONGEST_WINDOW_S)
        self.length, self.hop, self.cost = _seconds_box(), _seconds_box(), muted_label("")
        self._describe()
        self._lay_out()
        self.length.valueChanged.connect(self._on_window)
        self.hop.valueChanged.connect(self._on_changed)

    @property
    def window_s(self) -> float:
        """The chosen length; 0 for the model's own."""
        return _chosen(self.length, self._own.window_s)

    @property
    def hop_s(self) -> float:
        """The chosen way to the next window; 0 for the model's own."""
        own_s = self._own.hop_s * self._stretch
        return _chosen(self.hop, own_s)

    def show_windows(self, own: Windows, window_s: float = 0.0, hop_s: float = 0.0) -> None:
        """Offer what a model leaves to the user; nothing is emitted.

        Args:
            own: the model's own windows.
            window_s: to begin with; 0 for its own.
            hop_s: to begin with; 0 for its own.
        """
        self._own = own
        with QSignalBlocker(self.length), QSignalBlocker(self.hop):
            shortest, longest = (
                (SHORTEST_WINDOW_S, LONGEST_WINDOW_S)
                if own.is_resizable
                else (own.window_s, own.window_s)
            )
            self.length.setRange(min(shortest, own.window_s), max(longest, own.window_s))
            self.length.setValue(window_s or own.window_s)
            self.length.setEnabled(own.is_resizable)
            self._limit_hop()
            self.hop.setValue(hop_s or own.hop_s * self._stretch)
        self._show_cost()

    @property
    def _stretch(self) -> float:
        """By how much the window is longer than the model's own."""
        return self.length.value() / self._own.window_s

    def _limit_hop(self) -> None:
        longest_s = math.floor(100 * self.length.value() * self._own.most_of_window + 1e-6) / 100
        self.hop.setRange(SHORTEST_HOP_S, max(longest_s, self._own.hop_s * self._stretch))

    def _describe(self) -> None:
        self.length.setAccessibleName(self.tr("Window"))
        self.length.setToolTip(self.tr("Seconds that the network hears at once"))
        self.hop.setAccessibleName(self.tr("Way to the next window"))
        self.hop.setToolTip(
            self.tr("Seconds from one window to the next: longer is faster, shorter is smoother")
        )
        self.cost.setWordWrap(True)
        self.cost.setProperty("role", "small")

    def _lay_out(self) -> None:
        boxes = QHBoxLayout()
        boxes.setSpacing(_GAP_PX)
        boxes.addWidget(self.length)
        boxes.addWidget(muted_label(self.tr("every")))
        boxes.addWidget(self.hop)
        boxes.addStretch(1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(_LINE_GAP_PX)
        rows.addLayout(boxes)
        rows.addWidget(self.cost)

    def _show_cost(self) -> None:
        passes = self.length.value() / self.hop.value()
        words = self.tr("Each second goes through the network {passes} times.")
        self.cost.setText(words.format(passes=QLocale().toString(passes, "g", 2)))

    @Slot()
    def _on_window(self) -> None:
        """The next window follows as before in proportion, as far as the user did not say else."""
        self._limit_hop()
        with QSignalBlocker(self.hop):
            self.hop.setValue(self._own.hop_s * self._stretch)
        self._on_changed()

    @Slot()
    def _on_changed(self) -> None:
        self._show_cost()
        self.changed.emit()


def _seconds_box() -> QDoubleSpinBox:
    box = QDoubleSpinBox()
    box.setDecimals(_DECIMALS)
    box.setSingleStep(_STEP_S)
    box.setSuffix(" s")
    box.setKeyboardTracking(False)
    box.setAlignment(Qt.AlignmentFlag.AlignRight)
    return box


def _chosen(box: QDoubleSpinBox, own_s: float) -> float:
    """What stands in a box; 0 where that is the model's own, as far as the box can show it."""
    is_own = abs(box.value() - own_s) < 0.5 * 10**-_DECIMALS + 1e-9
    return 0.0 if is_own else box.value()
