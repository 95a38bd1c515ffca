"""The exports beside the work: one line for each that runs, waits or has ended."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from app.views.panels.export.export_progress import ExportProgressPanel
from app.workflows.export.export_queue import ExportQueue
from app.workflows.export.export_runner import ExportRunner

_MOST_PX = 220  # more lines scroll


class ExportList(QScrollArea):
    """Shows an `ExportQueue`; hidden while there is nothing to tell.

    Signals:
        change_wanted: the `ExportRunner` of what the user wants to choose anew.
    """

    change_wanted = Signal(object)

    def __init__(self, exports: ExportQueue, parent: QWidget | None = None) -> None:
        """Show a queue.

        Args:
            exports: what is shown.
            parent: the widget around it.
        """
        super().__init__(parent)
        self._exports = exports
        self._panels: dict[ExportRunner, ExportProgressPanel] = {}
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.setAccessibleName(self.tr("Exports"))
        self._inside = inside = QWidget()
        self._rows = QVBoxLayout(inside)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(0)
        self.setWidget(inside)
        exports.added.connect(self._on_added)
        exports.removed.connect(self._on_removed)
        self.hide()

    @property
    def panels(self) -> tuple[ExportProgressPanel, ...]:
        """The lines, the oldest first."""
        return tuple(self._panels.values())

    @Slot(object)
    def _on_added(self, runner: ExportRunner) -> None:
        panel = ExportProgressPanel(runner)
        panel.change_wanted.connect(lambda: self.change_wanted.emit(runner))
        self._panels[runner] = panel
        self._rows.addWidget(panel)
        self._show_titles()

    @Slot(object)
    def _on_removed(self, runner: ExportRunner) -> None:
        panel = self._panels.pop(runner)
        self._rows.removeWidget(panel)
        panel.hide()
        panel.deleteLater()
        self._show_titles()

    def _show_titles(self) -> None:
        for panel in self._panels.values():
            panel.show_title(len(self._panels) > 1)
        self.setVisible(bool(self._panels))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """As high as the lines, up to a few of them."""
        hint = self._inside.sizeHint()
        return QSize(hint.width(), min(hint.height(), _MOST_PX))

    def minimumSizeHint(self) -> QSize:
        """The same height; any width that the lines can have."""
        return QSize(self._inside.minimumSizeHint().width(), self.sizeHint().height())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Grow and shrink with the lines."""
        done = super().eventFilter(watched, event)
        if event.type() is QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return done
