"""The big running time, which takes a position too."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QFont, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from app.look.theme import tabular
from app.project.positions import sample_at_timecode
from app.project.programme import Programme
from app.project.project import Project
from app.project.view_state import TimeFormat, ViewState
from app.views.lanes.axis.time_axis import format_position
from cass_core.errors import CassError, SettingsError

_SIZE_POINTS, _ROOM_PX = 1.55, 22
_WIDEST = "00:00:00:00"


class PositionField(QLineEdit):
    """Shows the position; click and type timecode, samples or minutes to go somewhere.

    Signals:
        position_entered: the sample that the user named.
        refused: one sentence about a text that names no position.
    """

    position_entered = Signal(int)
    refused = Signal(str)

    def __init__(self, project: Project, view: ViewState, parent: QWidget | None = None) -> None:
        """Show dashes.

        Args:
            project: whose programme the positions belong to.
            view: how they are written.
            parent: the widget around it.
        """
        super().__init__(parent)
        self._project, self._view, self._sample = project, view, 0
        self.setProperty("role", "plain")
        self.setAccessibleName(self.tr("Position"))
        self.setToolTip(self.tr("Where the playhead is; click and type to go somewhere"))
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setFont(_large(self.font()))
        self.setFixedWidth(self.fontMetrics().horizontalAdvance(_WIDEST) + _ROOM_PX)
        self.returnPressed.connect(self._on_return_pressed)
        project.programme_changed.connect(self._on_programme_changed)
        project.length_changed.connect(self._show)
        view.format_changed.connect(self._show)
        self._on_programme_changed()

    @Slot(int)
    def show_position(self, sample: int) -> None:
        """Show another position, unless the user types one."""
        if sample != self._sample:
            self._sample = sample
            self._show()

    def _show(self) -> None:
        if not self.hasFocus():
            text = format_position(self._sample, self._project.programme, self._view.time_format)
            if text != self.text():  # it is asked 60 times a second
                self.setText(text)

    def _on_programme_changed(self) -> None:
        self.setEnabled(self._project.programme is not None)
        self._sample = 0
        self._show()

    def _on_return_pressed(self) -> None:
        programme = self._project.programme
        if programme is None:
            return
        try:
            sample = read_position(programme, self._view.time_format, self.text())
        except CassError as error:
            self.refused.emit(str(error))
            self.selectAll()
            return
        self._sample = sample
        self.clearFocus()
        self.position_entered.emit(sample)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape gives up."""
        if event.key() == Qt.Key.Key_Escape:
            self.clearFocus()
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Offer the whole text to be replaced."""
        super().focusInEvent(event)
        self.selectAll()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show the position again."""
        super().focusOutEvent(event)
        self._show()


def read_position(programme: Programme, time_format: TimeFormat, text: str) -> int:
    """The sample that a text names.

    Args:
        programme: the movie.
        time_format: how positions are written; a bare number is samples where samples are shown.
        text: timecode, samples, seconds or minutes.

    Returns:
        A position inside the programme.

    Raises:
        SettingsError: the text names no position.
    """
    digits = "".join(text.split())
    if time_format is not TimeFormat.SAMPLES or not digits.replace(",", "").isdecimal():
        return sample_at_timecode(programme, text.strip())
    sample = int(digits.replace(",", ""))
    if sample > programme.num_samples:
        raise SettingsError(f"The programme ends before sample {sample}.")
    return sample


def _large(font: QFont) -> QFont:
    larger = tabular(font)
    larger.setPointSizeF(font.pointSizeF() * _SIZE_POINTS)
    larger.setWeight(QFont.Weight.Medium)
    return larger
