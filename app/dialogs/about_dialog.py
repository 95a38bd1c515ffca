"""What this program is, who made its parts, and under which licences."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QTabWidget,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from app.environment.component_list import (
    LICENCE,
    Component,
    components,
    starter_licence,
)
from app.look.icons import application_icon
from app.workflows.background_call import BackgroundCall
from cass_core.resource_files import program_version, resource

_SIZE_PX, _MARGIN_PX, _LOGO_PX = (640, 520), 20, 64


class AboutDialog(QDialog):
    """Version and licence, the model card of the starter weights, and all components.

    Attributes:
        tabs: the pages.
        table: the components.
        card: the model card.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        """Prepare the pages; what is read from disk comes when they are shown.

        Args:
            parent: the window.
        """
        super().__init__(parent)
        self.setWindowTitle(self.tr("About Cass Studio"))
        self.tabs, self.table, self.card = QTabWidget(), self._component_table(), QTextBrowser()
        self._call = BackgroundCall(self)
        self._call.returned.connect(self._on_read)
        self.card.setOpenExternalLinks(True)
        self.card.setAccessibleName(self.tr("Model card"))
        self.tabs.addTab(self._program_page(), self.tr("Program"))
        self.tabs.addTab(_padded(self.card), self.tr("Model"))
        self.tabs.addTab(_padded(self.table), self.tr("Components"))
        self.tabs.setAccessibleName(self.tr("About Cass Studio"))
        self._lay_out()
        self.finished.connect(self._call.stop)

    def _lay_out(self) -> None:
        logo, title = QLabel(), QLabel("Cass Studio")
        logo.setPixmap(application_icon().pixmap(_LOGO_PX, _LOGO_PX))
        title.setProperty("role", "title")
        version = QLabel(self.tr("Version {version}").format(version=program_version()))
        version.setProperty("role", "muted")
        words, head, column = QVBoxLayout(), QHBoxLayout(), QVBoxLayout(self)
        words.setSpacing(0)
        words.addWidget(title)
        words.addWidget(version)
        head.setSpacing(16)
        head.addWidget(logo)
        head.addLayout(words, 1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column.setContentsMargins(_MARGIN_PX, _MARGIN_PX, _MARGIN_PX, _MARGIN_PX)
        column.setSpacing(14)
        column.addLayout(head)
        column.addWidget(self.tabs, 1)
        column.addWidget(buttons)
        self.resize(*_SIZE_PX)

    def _program_page(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(_MARGIN_PX, _MARGIN_PX, _MARGIN_PX, _MARGIN_PX)
        column.setSpacing(12)
        sentences = (
            self.tr(
                "Separates the soundtrack of a movie into dialogue, effects and music, helped by "
                "what the picture shows. Nothing leaves this computer."
            ),
            self.tr("The program is free software under {licence}.").format(licence=LICENCE),
            self.tr(
                "The weights of the starter model are offered under {licence}; "
                "the stems that you make with them are yours."
            ).format(licence=starter_licence()),
            self.tr(
                "The packages of FFmpeg and Qt that it uses stand under the GPL and the LGPL; "
                "the page “Components” lists everything."
            ),
        )
        for sentence in sentences:
            label = QLabel(sentence)
            label.setWordWrap(True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            column.addWidget(label)
        column.addStretch(1)
        return page

    def _component_table(self) -> QTableWidget:
        table = QTableWidget(0, 3)
        table.setAccessibleName(self.tr("Components and their licences"))
        table.setHorizontalHeaderLabels(
            [self.tr("Component"), self.tr("Version"), self.tr("Licence")]
        )
        table.verticalHeader().hide()
        table.setShowGrid(False)
        table.setTabKeyNavigation(False)
        table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        header = table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        return table

    @Slot(object)
    def _on_read(self, read: tuple[str, tuple[Component, ...]]) -> None:
        card, parts = read
        self.card.setMarkdown(card)
        inside = self.tr("in {package}")
        self.table.setRowCount(len(parts))
        for row, part in enumerate(parts):
            version = inside.format(package=part.carrier) if part.carrier else part.version
            for column, text in enumerate((part.name, version, part.licence)):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                self.table.setItem(row, column, item)

    def showEvent(self, event: QShowEvent) -> None:
        """Read the card and the packages' own words, once."""
        super().showEvent(event)
        if self.table.rowCount() == 0:
            self._call.start(_read)


def _read() -> tuple[str, tuple[Component, ...]]:
    card = resource("models", "starter", "README.md")
    text = card.read_text(encoding="utf-8") if card.is_file() else ""
    return text, components()


def _padded(widget: QWidget) -> QWidget:
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(8, 8, 8, 8)
    column.addWidget(widget)
    return page
