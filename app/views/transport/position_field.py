"""The big running time, which takes a position too."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QFont
from PySide6.QtWidgets import QWidget

from app.environment.error_report import sentence_for
from app.look.theme import tabular
from app.project.project import Project
from app.project.view_state import ViewState
from app.views.lanes.axis.time_axis import format_position
from app.views.transport.typed_position import typed_position
from app.views.widgets.typed_field import TypedField
from cass_core.errors import CassError

_SIZE_POINTS, _ROOM_PX = 1.55, 22
_WIDEST = "00:00:00:00"


class PositionField(TypedField):
    """Shows the position; type a place or a way to go there.

    Signals:
        position_entered: the sample that the user named.
        refused: one sentence about a text that names no position; empty once it is right or gone.
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
        self.setToolTip(
            self.tr("Where the playhead is; type where to go, or how far, such as +10 or -1:00")
        )
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
            sample = typed_position(programme, self._view.time_format, self.text(), self._sample)
        except CassError as error:
            self.refused.emit(sentence_for(error))
            self.selectAll()
            return
        self.clearFocus()
        self.position_entered.emit(sample)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show the position again."""
        super().focusOutEvent(event)
        self.refused.emit("")
        self._show()


def _large(font: QFont) -> QFont:
    larger = tabular(font)
    larger.setPointSizeF(font.pointSizeF() * _SIZE_POINTS)
    larger.setWeight(QFont.Weight.Medium)
    return larger
