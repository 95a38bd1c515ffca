"""Files that the desktop hands to the program while it runs: macOS does so for a double click."""

from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication


class OpenEventFilter(QObject):
    """Sees what is meant for the whole application.

    Signals:
        asked: a file is to be opened; its path.
    """

    asked = Signal(Path)

    def __init__(self, application: QApplication) -> None:
        """Begin to listen.

        Args:
            application: whose events are looked at; its child from now on.
        """
        super().__init__(application)
        application.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take files, and nothing else."""
        if isinstance(event, QFileOpenEvent) and event.file():
            self.asked.emit(Path(event.file()))
            return True
        return super().eventFilter(watched, event)
