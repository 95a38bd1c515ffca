"""A slim panel for balancing by the picture: how far, and how near the gain lines come."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from app.environment.numbers import decimal, percent
from app.views.widgets.deferred_progress_bar import DeferredProgressBar
from app.views.widgets.text_labels import ElidedLabel
from app.workflows.balance_runner import BalanceRunner

_MARGIN_PX, _GAP_PX, _BAR_STEPS = 12, 8, 1000
_ROUGH_DB = -6.0  # a quarter of the sound is something else than the stems, louder or softer


class BalancePanel(QFrame):
    """Shows a `BalanceRunner`; hidden while there is nothing to tell."""

    def __init__(self, balancing: BalanceRunner, parent: QWidget | None = None) -> None:
        """Show a runner.

        Args:
            balancing: what is shown.
            parent: the widget around it.
        """
        super().__init__(parent)
        self._balancing = balancing
        self.setProperty("role", "bar")
        self.setAccessibleName(self.tr("Balance by the picture"))
        self.state, self.bar = ElidedLabel(), DeferredProgressBar()
        self.cancel, self.dismiss = QPushButton(self.tr("Cancel")), QPushButton(self.tr("Dismiss"))
        self.bar.setRange(0, _BAR_STEPS)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Progress of balancing"))
        self.cancel.setToolTip(self.tr("Stop; the gain lines stay as they are"))
        self.dismiss.setToolTip(self.tr("Close this message"))
        row = QHBoxLayout(self)
        row.setContentsMargins(_MARGIN_PX, _GAP_PX, _MARGIN_PX, _GAP_PX)
        row.setSpacing(_GAP_PX)
        row.addWidget(self.state, 2)
        row.addWidget(self.bar, 1)
        row.addWidget(self.cancel)
        row.addWidget(self.dismiss)
        balancing.changed.connect(self._on_changed)
        self.cancel.clicked.connect(balancing.cancel)
        self.dismiss.clicked.connect(balancing.clear)
        self._on_changed()

    @Slot()
    def _on_changed(self) -> None:
        balancing = self._balancing
        self.setVisible(balancing.busy or balancing.lines is not None)
        for widget in (self.bar, self.cancel):
            widget.setVisible(balancing.busy)
        self.dismiss.setVisible(not balancing.busy)
        self.bar.show_value(round(balancing.share * _BAR_STEPS))
        self.state.show_text(self._words())

    def _words(self) -> str:
        """What is going on, or how near the lines come."""
        lines = self._balancing.lines
        if lines is None:
            going = self.tr("Balancing by the picture")
            return f"{going} · {percent(self._balancing.share)}"
        words = self.tr(
            "Balanced by the picture · fit error {error} dB, without the gain lines {before} dB"
        ).format(error=decimal(lines.error_db, 1), before=decimal(lines.unchanged_db, 1))
        if lines.error_db > _ROUGH_DB:
            words += self.tr(" · the network changes more than gains can follow")
        return words
