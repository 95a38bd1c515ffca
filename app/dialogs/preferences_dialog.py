"""The preferences: pages that change things at once, while everything goes on."""

from collections.abc import Callable, Collection
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QListWidget,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.dialogs.preference_pages.general_page import GeneralPage
from app.dialogs.preference_pages.graphics_card_page import GraphicsCardPage
from app.dialogs.preference_pages.playback_page import PlaybackPage
from app.dialogs.preference_pages.separation_page import SeparationPage
from app.dialogs.preference_pages.spectrogram_page import SpectrogramPage
from app.environment.settings import Settings
from app.jobs.graphics_card.build_getter import BuildGetter
from app.playback.playback import Playback
from app.project.view_state import ViewState

_SIZE_PX, _LIST_PX = (680, 500), 170


class PreferencesDialog(QDialog):
    """Not modal: it may stay open while the programme plays; use `show()`.

    Attributes:
        general: theme, language.
        playback: device, stopping, comparing.
        spectrogram: axis, levels, colours, time.
        separation: folder for takes, cache.
        card: graphics card, and PyTorch for it.
    """

    def __init__(
        self,
        settings: Settings,
        view: ViewState,
        playback: Playback,
        getter: BuildGetter,
        in_use: Callable[[], Collection[Path]] = tuple,
        parent: QWidget | None = None,
    ) -> None:
        """Show what is chosen.

        Args:
            settings: where choices are kept.
            view: look of the spectrograms and time format.
            playback: device and ways to stop and compare.
            getter: fetches PyTorch for a graphics card.
            in_use: names the files of the cache that may not be cleared.
            parent: the window.
        """
        super().__init__(parent)
        self.setWindowTitle(self.tr("Preferences"))
        self.setModal(False)
        self.general = GeneralPage(settings)
        self.playback = PlaybackPage(playback)
        self.spectrogram = SpectrogramPage(view)
        self.separation = SeparationPage(settings, in_use)
        self.card = GraphicsCardPage(getter)
        self._stack, self._list = QStackedWidget(), QListWidget()
        pages = (self.general, self.playback, self.spectrogram, self.separation, self.card)
        for page in pages:
            self._stack.addWidget(page)
            self._list.addItem(page.title)
        self._list.setFixedWidth(_LIST_PX)
        self._list.setAccessibleName(self.tr("Pages"))
        self._list.setToolTip(self.tr("What to change"))
        self._list.currentRowChanged.connect(self._stack.setCurrentIndex)
        self._list.setCurrentRow(0)
        self._lay_out()
        self.finished.connect(self.separation.stop)
        self.finished.connect(self.card.stop)

    def _lay_out(self) -> None:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        pages = QHBoxLayout()
        pages.addWidget(self._list)
        pages.addWidget(self._stack, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(12)
        column.addLayout(pages, 1)
        column.addWidget(buttons, 0, Qt.AlignmentFlag.AlignRight)
        self.resize(*_SIZE_PX)
