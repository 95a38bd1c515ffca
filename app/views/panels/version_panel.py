"""The versions of the stems: which one is heard, what it is compared with, what is on trial."""

from PySide6.QtCore import QPoint, QSignalBlocker, Qt, QTimer, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QPushButton,
    QWidget,
)

from app.commands.version_commands import base_of, undecided
from app.project.project import Project
from app.project.versions import Version
from app.views.panels.run_text import run_share
from app.views.panels.version_rows import RowRole, VersionRowPainter
from app.views.panels.version_text import state_words, version_details
from app.views.widgets.card import Card, muted_label
from app.workflows.separation.separation_runner import SeparationRunner

_GAP_PX, _LEAST_LIST_PX = 8, 48


class VersionPanel(Card):
    """A list; a click makes a version the current one."""

    def __init__(
        self, project: Project, separation: SeparationRunner, parent: QWidget | None = None
    ) -> None:
        """Build the panel.

        Args:
            project: whose versions.
            separation: what makes them grow, and its versions.
            parent: the widget around it.
        """
        super().__init__("", parent)
        self.heading.setText(self.tr("Versions"))
        self.setAccessibleName(self.tr("Versions"))
        self._project, self._versions = project, project.versions
        self._separation, self._version_controller = separation, separation.version_controller
        self.list = QListWidget()
        self.empty = muted_label(self.tr("Every separation is kept here, to compare and go back."))
        self.compare = QPushButton(self.tr("Compare"))
        self.keep, self.discard = QPushButton(self.tr("Keep")), QPushButton(self.tr("Discard"))
        self._trial_row = QWidget()
        self._lay_out()
        self._connect()
        self._on_changed()

    def _lay_out(self) -> None:
        self.list.setAccessibleName(self.tr("Versions"))
        self.list.setItemDelegate(VersionRowPainter(self.list))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setProperty("role", "plain")
        self.list.setMinimumHeight(_LEAST_LIST_PX)
        self.list.setMouseTracking(True)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.viewport().setAutoFillBackground(False)
        self.empty.setWordWrap(True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.keep.setProperty("role", "main")
        self.keep.setToolTip(self.tr("Let the trial take the place of what it covers"))
        self.discard.setToolTip(self.tr("Go back to what was there before"))
        self.rows.removeWidget(self.heading)
        top = QHBoxLayout()
        top.addWidget(self.heading, stretch=1)
        top.addWidget(self.compare)
        trial = QHBoxLayout(self._trial_row)
        trial.setContentsMargins(0, 0, 0, 0)
        trial.setSpacing(_GAP_PX)
        trial.addWidget(muted_label(self.tr("Is the trial better?")), stretch=1)
        trial.addWidget(self.keep)
        trial.addWidget(self.discard)
        self.rows.addLayout(top)
        self.rows.addWidget(self.empty, stretch=1)
        self.rows.addWidget(self.list, stretch=1)
        self.rows.addWidget(self._trial_row)

    def _connect(self) -> None:
        self.list.itemClicked.connect(self._on_item_chosen)
        self.list.itemActivated.connect(self._on_item_chosen)
        self.list.itemChanged.connect(self._on_item_renamed)
        self.list.customContextMenuRequested.connect(self._on_menu_wanted)
        remove = QShortcut(QKeySequence(QKeySequence.StandardKey.Delete), self.list)
        remove.setContext(Qt.ShortcutContext.WidgetShortcut)
        remove.activated.connect(self._on_remove_wanted)
        self.compare.clicked.connect(self._version_controller.compare)
        self.keep.clicked.connect(self._version_controller.keep_trial)
        self.discard.clicked.connect(self._version_controller.discard_trial)
        self._versions.changed.connect(self._on_changed)
        self._versions.current_changed.connect(self._on_changed)
        self._versions.take_grew.connect(self._on_take_grew)
        self._separation.changed.connect(self._on_states_changed)
        self._separation.progressed.connect(self._on_states_changed)

    @Slot()
    def _on_changed(self) -> None:
        """Fill the list anew; the row that keys act on stays."""
        row, blocker = self.list.currentRow(), QSignalBlocker(self.list)
        versions = self._versions.versions
        self.list.clear()
        for version in versions:
            item = QListWidgetItem(version.name)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
            self.list.addItem(item)
        self.list.setCurrentRow(min(row, len(versions) - 1))
        blocker.unblock()
        self._show_current_row()
        self.list.setVisible(bool(versions))
        for widget in (self.heading, self.compare):
            widget.setVisible(bool(versions))
        self.empty.setVisible(not versions)
        self._trial_row.setVisible(undecided(self._versions) is not None)
        other = self._version_controller.other
        self.compare.setEnabled(other is not None)
        words = self.tr("Change to {name}, and back")
        self.compare.setToolTip(
            words.format(name=other.name)
            if other is not None
            else self.tr("There is no other version yet")
        )
        self._on_states_changed()

    def _show_current_row(self) -> None:
        """Scroll to what is heard: the newest trial would lie below the others."""
        current = self._versions.current
        if current is not None:
            row = self._versions.versions.index(current)
            self.list.scrollToItem(self.list.item(row))

    @Slot(str)
    def _on_take_grew(self, _name: str) -> None:
        self._on_states_changed()

    @Slot()
    def _on_states_changed(self) -> None:
        blocker = QSignalBlocker(self.list)
        for row, version in enumerate(self._versions.versions[: self.list.count()]):
            self._show(self.list.item(row), version)
        blocker.unblock()
        self.list.viewport().update()

    def _show(self, item: QListWidgetItem, version: Version) -> None:
        takes = self._versions.takes_of(version)
        details = version_details(self._project, version.name, takes)
        is_trial = base_of(self._versions, version) is not None
        is_trial = is_trial or version == self._versions.trial
        separation = self._separation
        made = self._versions.take(separation.running)
        share = run_share(made, separation.report.progress)
        state = state_words(takes, separation.running, share, separation.state)
        if is_trial and not state:
            state = self.tr("on trial")
        is_current = version == self._versions.current
        item.setData(RowRole.DETAILS, details)
        item.setData(RowRole.STATE, state)
        item.setData(RowRole.CURRENT, is_current)
        item.setData(RowRole.TRIAL, is_trial)
        heard = self.tr("heard now") if is_current else ""
        words = ", ".join(filter(None, (version.name, heard, state, details)))
        item.setData(Qt.ItemDataRole.AccessibleTextRole, words)
        item.setToolTip(details)

    def _version_at(self, item: QListWidgetItem | None) -> Version | None:
        row = self.list.row(item) if item is not None else -1
        versions = self._versions.versions
        return versions[row] if 0 <= row < len(versions) else None

    @Slot(QListWidgetItem)
    def _on_item_chosen(self, item: QListWidgetItem) -> None:
        version = self._version_at(item)
        if version is not None:
            self._version_controller.make_current(version.name)

    @Slot(QListWidgetItem)
    def _on_item_renamed(self, item: QListWidgetItem) -> None:
        version = self._version_at(item)
        if version is not None:
            name, request = version.name, item.text()
            # the list is filled anew by it, which its editor has to survive
            QTimer.singleShot(0, self, lambda: self._rename(name, request))

    def _rename(self, name: str, request: str) -> None:
        self._version_controller.rename(name, request)
        self._on_changed()

    @Slot()
    def _on_remove_wanted(self) -> None:
        version = self._version_at(self.list.currentItem())
        if version is not None:
            self._version_controller.remove(version.name)

    @Slot(QPoint)
    def _on_menu_wanted(self, place: QPoint) -> None:
        item = self.list.itemAt(place) or self.list.currentItem()
        version = self._version_at(item)
        if version is not None and item is not None:
            menu = self.menu_for(item, version)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(self.list.viewport().mapToGlobal(place))

    def menu_for(self, item: QListWidgetItem, version: Version) -> QMenu:
        """What can be done with a version.

        Args:
            item: its row.
            version: which one.

        Returns:
            A menu that is not shown yet.
        """
        menu = QMenu(self)
        stopped = [
            take
            for take in self._versions.takes_of(version)
            if not take.is_complete and take.name != self._separation.running
        ]
        if stopped:
            name = stopped[0].name
            menu.addAction(self.tr("Resume"), lambda: self._separation.resume(name))
        menu.addAction(self.tr("Rename"), lambda: self.list.editItem(item))
        menu.addAction(self.tr("Remove"), lambda: self._version_controller.remove(version.name))
        menu.addAction(self.tr("Show the folder"), lambda: self._show_folder(version))
        return menu

    def _show_folder(self, version: Version) -> None:
        takes = self._versions.takes_of(version)
        if takes:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(takes[-1].folder)))
