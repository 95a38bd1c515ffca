"""Part of the export dialog: what is written, how large it is, and what is in the way."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QLabel

from app.environment.numbers import decimal
from app.workflows.export.export_choice import ExportChoice
from app.workflows.export.export_planner import ExportPlanner
from app.workflows.export.export_sentences import ExportSentences
from cass_core.errors import CassError
from cass_core.programme.disk_room import free_bytes

_NAMES_PX, _MOST_NAMES, _MOST_SHOWN = 480, 5, 8


class Forecast:
    """Labels that the dialog lays out.

    Attributes:
        names: of the files.
        size: of all of them, and what is free.
        sentences: what becomes of gains, speed and the review's places.
        problem: why nothing can be exported; hidden where all is well.
    """

    def __init__(self, planner: ExportPlanner, sentences: ExportSentences) -> None:
        """Say nothing yet.

        Args:
            planner: knows what a choice means.
            sentences: says it.
        """
        self._planner, self._words = planner, sentences
        self.names, self.size, self.sentences, self.problem = (QLabel() for _ in range(4))
        self.names.setAccessibleName(QCoreApplication.translate("Forecast", "Names of the files"))
        for label in (self.names, self.size, self.sentences):
            label.setProperty("role", "muted")
        for label in (self.names, self.problem):
            label.setWordWrap(True)
        self.names.setContentsMargins(0, 4, 0, 0)
        self.names.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.names.setMinimumHeight(_MOST_NAMES * self.names.fontMetrics().lineSpacing())
        self.problem.setProperty("role", "warning")
        policy = self.problem.sizePolicy()
        policy.setRetainSizeWhenHidden(True)  # the buttons below stay where they are
        self.problem.setSizePolicy(policy)

    def show_choice(self, choice: ExportChoice, existing: tuple[Path, ...], problem: str) -> None:
        """Say what a choice writes.

        Args:
            choice: the whole choice.
            existing: files that it would replace.
            problem: why it cannot be exported; empty where it can.
        """
        self._show_names(choice, {path.name for path in existing})
        self.size.setText(self._size_words(choice))
        self.sentences.setText(self._words.of(choice))
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))

    def _show_names(self, choice: ExportChoice, taken: set[str]) -> None:
        try:
            names = self._planner.names(choice)
        except CassError:
            names = ()
        translate = QCoreApplication.translate
        mark = translate("Forecast", "{name} (exists)")
        shown = [mark.format(name=name) if name in taken else name for name in names]
        metrics, middle = self.names.fontMetrics(), Qt.TextElideMode.ElideMiddle
        lines = [metrics.elidedText(line, middle, _NAMES_PX) for line in shown]
        if len(lines) > _MOST_SHOWN:
            more = translate("Forecast", "and {number} more")
            rest = more.format(number=len(lines) - _MOST_SHOWN + 1)
            lines = [*lines[: _MOST_SHOWN - 1], rest]
        self.names.setText("\n".join(lines) or "–")
        self.names.setToolTip("\n".join(shown))

    def _size_words(self, choice: ExportChoice) -> str:
        translate = QCoreApplication.translate
        free = free_bytes(choice.folder) if choice.folder.is_absolute() else None
        compressed = choice.encoding.is_compressed and not (choice.as_movie or choice.preset)
        up_to, about = translate("Forecast", "Up to {size}"), translate("Forecast", "About {size}")
        text = up_to if compressed else about
        words = text.format(size=_size(self._planner.num_bytes(choice)))
        if free is not None:
            words += translate("Forecast", ", {free} free").format(free=_size(free))
        return words


def _size(num_bytes: int) -> str:
    if num_bytes >= 1e9:
        return f"{decimal(num_bytes / 1e9, 1)} GB"
    return f"{decimal(num_bytes / 1e6, 1)} MB"
