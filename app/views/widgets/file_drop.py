"""Files dropped on a widget."""

from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget


class FileDrop(QObject):
    """Takes one local file that is dropped on a widget, unless it is switched off.

    Signals:
        hovered: a file that would be taken is above the widget, or no longer is.
        dropped: the file, as a `Path`.
    """

    hovered = Signal(bool)
    dropped = Signal(object)

    def __init__(self, target: QWidget) -> None:
        """Listen to the widget's events.

        Args:
            target: where files may be dropped; children included.
        """
        super().__init__(target)
        self.enabled = True
        target.setAcceptDrops(True)
        target.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Handle what belongs to dragging."""
        if isinstance(event, QDragEnterEvent):
            return self._enter(event)
        if isinstance(event, QDropEvent) and event.type() == QEvent.Type.Drop:
            return self._drop(event)
        if event.type() == QEvent.Type.DragLeave:
            self.hovered.emit(False)
        return super().eventFilter(watched, event)

    def _enter(self, event: QDragEnterEvent) -> bool:
        taken = self.enabled and file_of(event.mimeData()) is not None
        event.setAccepted(taken)
        if taken:
            event.acceptProposedAction()
            self.hovered.emit(True)
        return True

    def _drop(self, event: QDropEvent) -> bool:
        path = file_of(event.mimeData())
        self.hovered.emit(False)
        if path is not None and self.enabled:
            event.acceptProposedAction()
            self.dropped.emit(path)
        return True


def file_of(data: QMimeData) -> Path | None:
    """The one local file that is dragged; None for anything else."""
    urls = data.urls()
    if len(urls) != 1 or not urls[0].isLocalFile():
        return None
    return Path(urls[0].toLocalFile())
