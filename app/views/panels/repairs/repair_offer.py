"""After another separation: which repairs it does not need, and the choice about them."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.project.repairs import Repairs
from app.views.widgets.text_labels import SentenceBox
from app.workflows.repair_review import RepairReview

_GAP_PX = 4


class RepairOffer(QWidget):
    """A sentence and two buttons; hidden while there is nothing to decide."""

    def __init__(
        self, review: RepairReview, repairs: Repairs, parent: QWidget | None = None
    ) -> None:
        """Build it.

        Args:
            review: knows what is not needed.
            repairs: the whole list.
            parent: the widget around it.
        """
        super().__init__(parent)
        self._review, self._repairs = review, repairs
        self.words = SentenceBox("muted", self.tr("Repairs that are not needed"))
        self.keep = QPushButton(self.tr("Keep all"))
        self.drop = QPushButton(self.tr("Remove these"))
        self.keep.setToolTip(self.tr("All repairs stay over the new version"))
        self.drop.setToolTip(self.tr("Remove the repairs that the new version does not need"))
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(_GAP_PX)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.keep)
        buttons.addWidget(self.drop)
        rows.addWidget(self.words)
        rows.addLayout(buttons)
        self.keep.clicked.connect(review.keep_all)
        self.drop.clicked.connect(review.drop_unneeded)
        review.offered.connect(self._show_offer)
        self._show_offer()

    @Slot()
    def _show_offer(self) -> None:
        count, total = len(self._review.unneeded), len(self._repairs.edits)
        words = self.tr(
            "The new version does not need {count} of your {total} repairs: the sound is in the "
            "right stem already."
        )
        self.words.show_sentences(words.format(count=count, total=total) if count else "")
        self.setVisible(count > 0)
