"""The files that were open before, as a column of quiet buttons."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from app.environment.settings import Settings
from app.look.icons import icon

_MOST, _NAME_PX, _FOLDER_PX = 6, 260, 260


class RecentList(QWidget):
    """A button for each file; invisible without any.

    Signals:
        chosen: one of the files, as a `Path`.
    """

    chosen = Signal(object)

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        """Show what the settings remember.

        Args:
            settings: that know the recent files.
            parent: the widget around it.
        """
        super().__init__(parent)
        self._settings = settings
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        heading = QLabel(self.tr("Opened before"))
        heading.setProperty("role", "small")
        self._column.addWidget(heading)
        self.buttons: list[QPushButton] = []
        self.refresh()

    def refresh(self) -> None:
        """Look at the settings again."""
        for button in self.buttons:
            button.deleteLater()
            self._column.removeWidget(button)
        paths = self._settings.recent()[:_MOST]
        self.buttons = [self._button(path) for path in paths]
        for button in self.buttons:
            self._column.addWidget(button)
        self.setVisible(bool(paths))

    def _button(self, path: Path) -> QPushButton:
        mode, metrics = Qt.TextElideMode.ElideMiddle, self.fontMetrics()
        name = metrics.elidedText(path.name, mode, _NAME_PX)
        folder = metrics.elidedText(str(path.parent), mode, _FOLDER_PX)
        button = QPushButton(f"{name}   ·   {folder}".replace("&", "&&"))
        button.setIcon(icon("film"))
        button.setProperty("role", "link")
        button.setToolTip(str(path))
        button.setAccessibleName(self.tr("Open {file}").format(file=path.name))
        button.clicked.connect(lambda: self.chosen.emit(path))
        return button
