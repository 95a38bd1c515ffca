"""Where takes go, and how large the cache may become."""

from collections.abc import Callable, Collection
from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QPushButton, QSpinBox, QWidget

from app.dialogs.preference_pages.form_page import FormPage
from app.environment.numbers import decimal
from app.environment.settings import Settings
from app.jobs.sound.cache_size import (
    CacheSize,
    cache_limit_gb,
    clear_cache,
    measure_cache,
    set_cache_limit_gb,
)
from app.workflows.background_call import BackgroundCall
from app.workflows.preferences import set_take_folder, take_folder

_MOST_GB, _FIELD_PX, _GIGA = 4_000, 260, 1e9


class SeparationPage(FormPage):
    """Folders and disk space."""

    def __init__(self, settings: Settings, in_use: Callable[[], Collection[Path]]) -> None:
        """Show what is chosen and measure the cache.

        Args:
            settings: where the choices are kept.
            in_use: names the files of the cache that may not go.
        """
        super().__init__()
        self._settings, self._in_use = settings, in_use
        self.name_page(self.tr("Separation and disk"))
        self.folder = QLineEdit()
        self.folder.setReadOnly(True)
        self.folder.setFixedWidth(_FIELD_PX)
        self.choose = QPushButton(self.tr("Choose…"))
        self.beside = QPushButton(self.tr("Beside the movie"))
        self.limit = QSpinBox()
        self.clear = QPushButton(self.tr("Clear the cache"))
        self._call = BackgroundCall(self)
        self._add_rows()
        self._connect()
        self._show_folder()

    def stop(self) -> None:
        """Wait for the disk: for the end of the program."""
        self._call.stop()

    def _add_rows(self) -> None:
        tip = self.tr("Where the stems of movies that are opened from now on are kept")
        self.add_control(self.tr("Folder for takes"), self.folder, tip)
        self.choose.setToolTip(tip)
        self.beside.setToolTip(self.tr("Keep stems in a folder beside each movie"))
        buttons = QWidget()
        row = QHBoxLayout(buttons)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.choose)
        row.addWidget(self.beside)
        self._form.addRow("", buttons)
        self.limit.setRange(1, _MOST_GB)
        self.limit.setSuffix(" GB")
        self.limit.setMinimumWidth(110)
        self.limit.setValue(cache_limit_gb(self._settings))
        self.add_control(
            self.tr("Largest cache"),
            self.limit,
            self.tr("Decoded sound and drawn spectrograms; the oldest go first"),
        )
        self.clear.setToolTip(self.tr("Remove all that can be made again; stems and projects stay"))
        self._form.addRow("", self.clear)
        self.room = self.add_words(self.tr("Measuring the cache…"))

    def _connect(self) -> None:
        self.choose.clicked.connect(self._on_choose_clicked)
        self.beside.clicked.connect(self._on_beside_clicked)
        self.limit.valueChanged.connect(self._on_limit_changed)
        self.clear.clicked.connect(self._on_clear_clicked)
        self._call.returned.connect(self._on_measured)
        self._call.failed.connect(self.room.setText)

    def _show_folder(self) -> None:
        folder = take_folder(self._settings)
        text = str(folder) if folder else self.tr("Beside the movie")
        self.folder.setText(text)
        self.folder.setCursorPosition(0)
        self.beside.setEnabled(folder is not None)

    @Slot()
    def _on_choose_clicked(self) -> None:
        start = take_folder(self._settings) or self._settings.last_folder
        name = QFileDialog.getExistingDirectory(self, self.tr("Folder for takes"), str(start))
        if name:
            set_take_folder(self._settings, Path(name))
            self._show_folder()

    @Slot()
    def _on_beside_clicked(self) -> None:
        set_take_folder(self._settings, None)
        self._show_folder()

    @Slot(int)
    def _on_limit_changed(self, most_gb: int) -> None:
        set_cache_limit_gb(self._settings, most_gb)

    @Slot()
    def _on_clear_clicked(self) -> None:
        self.clear.setEnabled(False)
        keep = tuple(self._in_use())
        self._call.start(lambda: clear_cache(keep))

    @Slot(object)
    def _on_measured(self, room: CacheSize) -> None:
        self.clear.setEnabled(room.num_files > 0)
        gigabytes = decimal(room.num_bytes / _GIGA, 2)
        text = self.tr("The cache takes {size} GB in {count} files.")
        self.room.setText(text.format(size=gigabytes, count=room.num_files))

    def showEvent(self, event: QShowEvent) -> None:
        """Measure the cache."""
        super().showEvent(event)
        self._call.start(measure_cache)
