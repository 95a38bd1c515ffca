"""The left end of the difference lane: what is subtracted from which stem."""

from PySide6.QtCore import QSignalBlocker, Slot
from PySide6.QtWidgets import QComboBox, QLabel, QWidget

from app.lanes import Lane
from app.views.lanes.axis.lane_context import LaneContext
from app.views.lanes.header.plain_header import PlainHeader
from app.views.widgets.named_combo import NamedCombo
from cass_core.stem_names import Stem, stem_of


class DifferenceHeader(PlainHeader):
    """Chooses what the stem that keys act on is compared with.

    Attributes:
        other: the choice.
        words: what is drawn.
    """

    def __init__(self, lane: Lane, context: LaneContext, parent: QWidget | None = None) -> None:
        """Show what is chosen.

        Args:
            lane: its row.
            context: what is looked at.
            parent: the widget around it.
        """
        super().__init__(lane, parent)
        self.setToolTip(self.tr("What the stem that keys act on has and the other one has not"))
        self._context, self._stem = context, Stem.DX
        self.other, self.words = NamedCombo(), QLabel()
        self.other.set_name(self.tr("Compared with"))
        # names of versions may be long, the header is not
        self.other.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.other.setMinimumContentsLength(10)
        self.words.setProperty("role", "small")
        self.rows.addWidget(self.other)
        self.rows.addWidget(self.words)
        self.rows.addStretch(1)
        self.other.currentIndexChanged.connect(self._on_chosen)
        versions, view = context.project.versions, context.view
        for signal in (versions.changed, versions.current_changed, view.difference_changed):
            signal.connect(self._fill)
        view.focus_changed.connect(self._say)
        self._fill()

    @Slot()
    def _fill(self) -> None:
        """Offer the stems before repairs, and all other versions."""
        versions, chosen = self._context.project.versions, self._context.view.difference
        current = versions.current
        blocker = QSignalBlocker(self.other)
        self.other.clear()
        self.other.addItem(self.tr("Before repairs"), "")
        for version in versions.versions:
            if current is None or version.name != current.name:
                self.other.addItem(version.name, version.name)
        place = self.other.findData(chosen)
        self.other.setCurrentIndex(max(place, 0))
        blocker.unblock()
        if place < 0:
            self._context.view.set_difference("")
        self._say()

    @Slot()
    def _say(self) -> None:
        self._stem = stem_of(self._context.view.focus) or self._stem
        words = self.tr("{stem} now − {stem} then")
        if self._context.view.difference:
            words = self.tr("{stem} here − {stem} there")
        self.words.setText(words.format(stem=self._stem.code))

    @Slot()
    def _on_chosen(self) -> None:
        self._context.view.set_difference(str(self.other.currentData()))
