"""The files that a separation has written."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.jobs.separation_job import Separated
from app.views.card import muted_label, two_columns
from app.views.text_labels import ElidedLabel
from cass_core.stem_names import STEMS

_NAMES = (*(stem.label for stem in STEMS), "Mixture")


class ResultList(QWidget):
    """A row for each file, and how well they sum to the mixture; invisible without a result."""

    def __init__(self) -> None:
        super().__init__()
        table = two_columns(self)
        self.files = [ElidedLabel() for _ in _NAMES]
        for row, (name, file) in enumerate(zip(_NAMES, self.files, strict=True)):
            table.addWidget(muted_label(name), row, 0)
            table.addWidget(file, row, 1)
        self.sum = muted_label("")
        table.addWidget(self.sum, len(_NAMES), 0, 1, 2, Qt.AlignmentFlag.AlignLeft)
        self.show_result(None)

    def show_result(self, result: Separated | None) -> None:
        """Show what a separation left on disk."""
        self.setVisible(result is not None)
        if result is None:
            return
        for file, path in zip(self.files, result.waves, strict=True):
            file.show_text(path.name)
        self.sum.setText(_sum_words(result))


def _sum_words(result: Separated) -> str:
    if result.sums_exactly:
        return "The stems sum to the mixture bit for bit."
    return (
        f"The stems sum to the mixture; the largest difference is {result.null_depth_db:.0f} dBFS."
    )
