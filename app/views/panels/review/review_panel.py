"""The list of what a review has found: what to look at first, what is done."""

from PySide6.QtCore import QCoreApplication, QSignalBlocker, Qt, Slot
from PySide6.QtGui import QBrush, QColor
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from app.environment.library_sentences import translated
from app.environment.translation import QT_TRANSLATE_NOOP
from app.lanes import LANES
from app.look.theme import active_theme
from app.project.project import Project
from app.project.review.reviews import Decision, ReviewedFlag
from app.project.view_state import ViewState
from app.views.lanes.axis.time_axis import format_position
from app.views.widgets.card import Card, muted_label
from app.workflows.review_runner import ReviewRunner
from cass_core.review.flag import Kind
from cass_core.stem_names import Stem

_KEY = Qt.ItemDataRole.UserRole
_SORT = Qt.ItemDataRole.UserRole + 1
_LEAST_LIST_PX = 128  # four places and the heading
_URGENCY_COLUMN = 3
KIND_WORDS = {
    Kind.SPEECH_IN_FX: QT_TRANSLATE_NOOP("ReviewPanel", "Speech in FX"),
    Kind.SPEECH_IN_MX: QT_TRANSLATE_NOOP("ReviewPanel", "Speech in MX"),
    Kind.OVER_SEPARATED: QT_TRANSLATE_NOOP("ReviewPanel", "Word with a missing part"),
    Kind.GHOST: QT_TRANSLATE_NOOP("ReviewPanel", "Ghost in DX"),
    Kind.MUSIC_IN_DX: QT_TRANSLATE_NOOP("ReviewPanel", "Music in DX"),
    Kind.EFFECT_IN_DX: QT_TRANSLATE_NOOP("ReviewPanel", "Effect in DX"),
    Kind.MUSIC_IN_FX: QT_TRANSLATE_NOOP("ReviewPanel", "Music in FX"),
    Kind.EFFECT_IN_MX: QT_TRANSLATE_NOOP("ReviewPanel", "Effect in MX"),
}


class _Row(QTreeWidgetItem):
    """Sorted by values, not by what is written."""

    def __lt__(self, other: QTreeWidgetItem) -> bool:
        tree = self.treeWidget()
        column = tree.sortColumn() if tree is not None else 0
        mine, others = self.data(column, _SORT), other.data(column, _SORT)
        return bool(mine < others)


class ReviewPanel(Card):
    """A click looks at a place; keys go from one to the next."""

    def __init__(
        self,
        project: Project,
        view: ViewState,
        reviewing: ReviewRunner,
        parent: QWidget | None = None,
    ) -> None:
        """Build the panel.

        Args:
            project: whose review.
            view: how positions are written.
            reviewing: what the buttons do.
            parent: the widget around it.
        """
        super().__init__("", parent)
        self.heading.setText(self.tr("Review"))
        self.setAccessibleName(self.tr("Review"))
        self._project, self._view, self._reviewing = project, view, reviewing
        self.begin = QPushButton(self.tr("Find misplaced sounds"))
        self.progress = QProgressBar()
        self.done = muted_label("")
        self.kinds = QComboBox()
        self.list = QTreeWidget()
        self.listen = QPushButton(self.tr("Listen"))
        self.accept = QPushButton(self.tr("Move"))
        self.dismiss = QPushButton(self.tr("Dismiss"))
        self.comment = QLineEdit()
        self._lay_out()
        self._connect()
        self._on_state_changed()
        self._on_changed()

    def _lay_out(self) -> None:
        self.progress.setRange(0, 1000)
        self.progress.setTextVisible(False)
        self.kinds.setAccessibleName(self.tr("Kinds that are shown"))
        self.kinds.addItem(self.tr("All kinds"), None)
        for kind, words in KIND_WORDS.items():
            self.kinds.addItem(QCoreApplication.translate("ReviewPanel", words), kind)
        self.list.setHeaderLabels(
            [self.tr("Where"), self.tr("What"), self.tr("To"), self.tr("Sure")]
        )
        self.list.setRootIsDecorated(False)
        self.list.sortByColumn(_URGENCY_COLUMN, Qt.SortOrder.AscendingOrder)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setUniformRowHeights(True)
        self.list.setMinimumHeight(_LEAST_LIST_PX)
        self.list.setAccessibleName(self.tr("Places"))
        self.list.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.list.header().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        self.list.header().setStretchLastSection(False)
        self.accept.setProperty("role", "main")
        self.comment.setPlaceholderText(self.tr("Comment"))
        self.comment.setAccessibleName(self.tr("Comment"))
        self.rows.removeWidget(self.heading)
        top, below = QHBoxLayout(), QHBoxLayout()
        top.addWidget(self.heading)
        top.addWidget(self.done, stretch=1)
        top.addWidget(self.kinds)
        for button in (self.listen, self.accept, self.dismiss):
            below.addWidget(button)
        below.addWidget(self.comment, stretch=1)
        self.rows.addLayout(top)
        self.rows.addWidget(self.begin)
        self.rows.addWidget(self.progress)
        self.rows.addWidget(self.list, stretch=1)
        self.rows.addLayout(below)

    def _connect(self) -> None:
        self.begin.clicked.connect(self._reviewing.start)
        self.listen.clicked.connect(self._reviewing.listen)
        self.accept.clicked.connect(self._reviewing.accept)
        self.dismiss.clicked.connect(self._reviewing.dismiss)
        self.kinds.currentIndexChanged.connect(self._on_changed)
        self.list.itemClicked.connect(self._on_row_chosen)
        self.list.itemActivated.connect(self._on_row_chosen)
        self.comment.editingFinished.connect(self._on_comment)
        self._reviewing.changed.connect(self._on_state_changed)
        self._project.reviews.changed.connect(self._on_changed)
        self._project.reviews.chosen_changed.connect(self._show_chosen)
        self._project.versions.take_grew.connect(self._on_state_changed)
        self._project.versions.changed.connect(self._on_state_changed)
        self._view.format_changed.connect(self._on_changed)

    @Slot()
    def _on_state_changed(self) -> None:
        self.begin.setEnabled(self._reviewing.can_start)
        self.progress.setVisible(self._reviewing.busy)
        self.progress.setValue(round(1000 * self._reviewing.share))

    @Slot()
    def _on_changed(self) -> None:
        """Fill the list anew."""
        review, kind = self._project.reviews.review, self.kinds.currentData()
        blocker = QSignalBlocker(self.list)
        self.list.setSortingEnabled(False)
        self.list.clear()
        for place, one in enumerate(review.flags):
            if kind is None or one.flag.kind is kind:
                self.list.addTopLevelItem(self._row(place, one))
        self.list.setSortingEnabled(True)
        self.list.header().setSortIndicatorShown(self.list.sortColumn() >= 0)
        blocker.unblock()
        has_flags = bool(review.flags)
        words = self.tr("{done} of {all} done")
        done = words.format(done=review.num_decided, all=len(review.flags))
        self.done.setText(done if has_flags else "")
        for widget in (self.list, self.listen, self.accept, self.dismiss, self.comment, self.kinds):
            widget.setVisible(has_flags)
        self._show_chosen()

    def _row(self, place: int, one: ReviewedFlag) -> _Row:
        flag = one.flag
        where = format_position(flag.span.start, self._project.programme, self._view.time_format)
        what = QCoreApplication.translate("ReviewPanel", KIND_WORDS[flag.kind])
        mark = {Decision.MOVED: "✓ ", Decision.DISMISSED: "– "}.get(one.decision, "")
        words = f"{mark}{what}" + (f": {one.comment}" if one.comment else "")
        row = _Row([where, words, flag.belongs.code, f"{round(100 * flag.score)} %"])
        for column, value in enumerate((flag.span.start, words, flag.belongs.code, place)):
            row.setData(column, _SORT, value)
        row.setData(0, _KEY, flag.key)
        row.setToolTip(1, translated(flag.kind.explained))
        row.setForeground(2, QBrush(QColor(_colour(flag.belongs))))
        if one.decision is not Decision.OPEN:
            for column in range(3):
                row.setForeground(column, QBrush(QColor(active_theme().muted)))
        return row

    @Slot()
    def _show_chosen(self) -> None:
        chosen = self._project.reviews.chosen
        key = chosen.flag.key if chosen else ""
        for number in range(self.list.topLevelItemCount()):
            row = self.list.topLevelItem(number)
            if row is not None and row.data(0, _KEY) == key:
                self.list.setCurrentItem(row)
        is_open = chosen is not None and chosen.decision is Decision.OPEN
        self.accept.setEnabled(is_open)
        self.dismiss.setEnabled(is_open)
        self.listen.setEnabled(chosen is not None)
        self.comment.setEnabled(chosen is not None)
        self.comment.setText(chosen.comment if chosen else "")
        words = self.tr("Move to {stem}")
        text = words.format(stem=chosen.flag.belongs.code) if chosen else self.tr("Move")
        self.accept.setText(text)

    def _on_row_chosen(self, row: QTreeWidgetItem) -> None:
        found = self._project.reviews.review.find(str(row.data(0, _KEY)))
        if found is not None:
            self._reviewing.look_at(found.flag)

    @Slot()
    def _on_comment(self) -> None:
        chosen = self._project.reviews.chosen
        if chosen is not None and self.comment.text() != chosen.comment:
            self._reviewing.comment(self.comment.text())


def _colour(stem: Stem) -> str:
    return active_theme().colour(next(lane.colour for lane in LANES if lane.stem is stem))
