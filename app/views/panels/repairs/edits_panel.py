"""The list of repairs: which are heard, how much of each, and where they are."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut, QUndoStack
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSpinBox,
    QWidget,
)

from app.commands.command_ids import QuickSteps
from app.commands.repair_commands import RemoveEdits, SetEditAmount, SwitchEdit
from app.project.project import Project
from app.project.view_state import ViewState
from app.views.lanes.axis.time_axis import format_position
from app.views.panels.repairs.edit_text import edit_words
from app.views.panels.repairs.repair_offer import RepairOffer
from app.views.widgets.card import Card, muted_label
from app.workflows.repair_review import RepairReview
from cass_core.repair.edits import Edit

_LEAST_LIST_PX = 72


class EditsPanel(Card):
    """A row for each edit; its box says whether it is heard, a click selects its region.

    Signals:
        chosen: an edit that the user wants to see.
    """

    chosen = Signal(object)

    def __init__(
        self,
        project: Project,
        view: ViewState,
        undo: QUndoStack,
        review: RepairReview,
        parent: QWidget | None = None,
    ) -> None:
        """Build the panel; it is hidden while nothing was repaired.

        Args:
            project: whose repairs.
            view: how positions are written.
            undo: takes the commands.
            review: knows which repairs a new version does not need.
            parent: the widget around it.
        """
        super().__init__("", parent)
        self.heading.setText(self.tr("Repairs"))
        self.setAccessibleName(self.tr("Repairs"))
        self._project, self._view, self._undo = project, view, undo
        self._repairs, self._steps = project.repairs, QuickSteps()
        self.list, self.amount = QListWidget(), QSpinBox()
        self.offer = RepairOffer(review, project.repairs)
        self.remove = QPushButton(self.tr("Remove"))
        self._lay_out()
        self._connect()
        self._on_changed()

    def _lay_out(self) -> None:
        self.list.setAccessibleName(self.tr("Repairs"))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setProperty("role", "plain")
        self.list.setMinimumHeight(_LEAST_LIST_PX)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setUniformItemSizes(True)
        self.list.viewport().setAutoFillBackground(False)
        self.amount.setRange(0, 100)
        self.amount.setSuffix(" %")
        self.amount.setAccessibleName(self.tr("Amount of the chosen repair"))
        self.amount.setToolTip(self.tr("How much of the sound the chosen repair moves"))
        self.remove.setToolTip(self.tr("Take the chosen repair from the list"))
        self.rows.removeWidget(self.heading)
        top = QHBoxLayout()
        top.addWidget(self.heading, stretch=1)
        top.addWidget(muted_label(self.tr("Amount")))
        top.addWidget(self.amount)
        top.addWidget(self.remove)
        self.rows.addLayout(top)
        self.rows.addWidget(self.offer)
        self.rows.addWidget(self.list, stretch=1)

    def _connect(self) -> None:
        self.list.itemChanged.connect(self._on_item_changed)
        self.list.itemClicked.connect(self._on_item_chosen)
        self.list.itemActivated.connect(self._on_item_chosen)
        self.list.currentRowChanged.connect(self._show_amount)
        remove = QShortcut(QKeySequence(QKeySequence.StandardKey.Delete), self.list)
        remove.setContext(Qt.ShortcutContext.WidgetShortcut)
        remove.activated.connect(self._on_remove_wanted)
        self.remove.clicked.connect(self._on_remove_wanted)
        self.amount.valueChanged.connect(self._on_amount_changed)
        self._repairs.changed.connect(self._on_changed)
        self._view.format_changed.connect(self._on_changed)

    @property
    def current(self) -> Edit | None:
        """The edit of the chosen row."""
        row, edits = self.list.currentRow(), self._repairs.edits.edits
        return edits[row] if 0 <= row < len(edits) else None

    @Slot()
    def _on_changed(self) -> None:
        """Fill the list anew; a new edit is the chosen one."""
        edits, row = self._repairs.edits, self.list.currentRow()
        grown, blocker = len(edits) > self.list.count(), QSignalBlocker(self.list)
        self.list.clear()
        for edit in edits:
            self.list.addItem(self._item(edit))
        self.list.setCurrentRow(len(edits) - 1 if grown else min(row, len(edits) - 1))
        blocker.unblock()
        if self.list.currentItem() is not None:
            self.list.scrollToItem(self.list.currentItem())
        self.setVisible(len(edits) > 0)
        self._show_amount()

    def _item(self, edit: Edit) -> QListWidgetItem:
        span = edit.operation.region.span
        programme, time_format = self._project.programme, self._view.time_format
        place = format_position(max(span.start, 0), programme, time_format)
        item = QListWidgetItem(f"{place}  {edit_words(edit)}")
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(Qt.CheckState.Checked if edit.is_on else Qt.CheckState.Unchecked)
        item.setToolTip(self.tr("Click to select it; the box says whether it is heard"))
        return item

    @Slot()
    def _show_amount(self) -> None:
        edit, blocker = self.current, QSignalBlocker(self.amount)
        self.amount.setEnabled(edit is not None)
        self.remove.setEnabled(edit is not None)
        if edit is not None:
            self.amount.setValue(round(100 * edit.operation.amount))
        blocker.unblock()

    @Slot(QListWidgetItem)
    def _on_item_changed(self, item: QListWidgetItem) -> None:
        row, is_on = self.list.row(item), item.checkState() is Qt.CheckState.Checked
        if self._repairs.edits.edits[row].is_on != is_on:
            self._undo.push(SwitchEdit(self._repairs, row, is_on=is_on))

    @Slot(QListWidgetItem)
    def _on_item_chosen(self, _item: QListWidgetItem) -> None:
        if self.current is not None:
            self.chosen.emit(self.current)

    @Slot(int)
    def _on_amount_changed(self, percent: int) -> None:
        row = self.list.currentRow()
        if self.current is not None:
            gesture = self._steps.gesture(row)
            self._undo.push(SetEditAmount(self._repairs, row, percent / 100, gesture))

    @Slot()
    def _on_remove_wanted(self) -> None:
        if self.current is not None:
            self._undo.push(RemoveEdits(self._repairs, (self.current,)))
