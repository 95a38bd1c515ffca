"""Which graphics card was found, and PyTorch for it: fetched on request, removable."""

from PySide6.QtCore import Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QTableWidget, QTableWidgetItem, QWidget

from app.dialogs.preference_pages.card_words import (
    advice_sentence,
    card_sentence,
    engine_sentence,
    size_words,
    total_sentence,
)
from app.dialogs.preference_pages.form_page import FormPage
from app.jobs.graphics_card.build_getter import BuildGetter, BuildPlan
from app.jobs.graphics_card.card_standing import CardStanding, card_standing
from app.views.widgets.deferred_progress_bar import DeferredProgressBar
from app.views.widgets.text_labels import SentenceBox
from app.workflows.background_call import BackgroundCall
from cass_core.torch_builds.fetch_build import FetchProgress

_WHOLE, _TABLE_PX, _ROW_PX = 1000, 140, 22


class GraphicsCardPage(FormPage):
    """Nothing is asked of the network before the user presses a button.

    Attributes:
        needed: asks what is to be fetched, and how large it is.
        fetch: fetches it.
        remove: takes a fetched build away.
        cancel: stops; what has come is kept.
        parts: what is to be fetched.
    """

    def __init__(self, getter: BuildGetter) -> None:
        """Show nothing yet: the card is asked when the page is seen.

        Args:
            getter: fetches; goes on while the page is closed.
        """
        super().__init__()
        self._getter, self._call = getter, BackgroundCall(self)
        self._standing: CardStanding | None = None
        self._plan: BuildPlan | None = None
        self._has_changed = False
        self.name_page(self.tr("Graphics card"))
        self.card = SentenceBox("muted", self.tr("Graphics card"))
        self.engine = SentenceBox("muted", self.tr("What separates"))
        self.advice = SentenceBox("", self.tr("What to do"))
        self.total = SentenceBox("muted", self.tr("Size of all packages"))
        self.needed = QPushButton(self.tr("Show what is needed"))
        self.fetch, self.remove = QPushButton(self.tr("Fetch")), QPushButton(self.tr("Remove"))
        self.cancel = QPushButton(self.tr("Cancel"))
        self.parts, self.bar = QTableWidget(0, 3), DeferredProgressBar()
        self.problem = SentenceBox("danger", self.tr("What went wrong"))
        self._explain()
        self._add_rows()
        self._connect()
        self._show()

    def stop(self) -> None:
        """Wait for the driver's answer: for the end of the program."""
        self._call.stop()

    def _explain(self) -> None:
        self.needed.setToolTip(self.tr("Ask the package index for versions and sizes"))
        self.fetch.setToolTip(self.tr("Fetch the packages and check them; used after a restart"))
        self.remove.setToolTip(self.tr("Free the disk; the processor separates again"))
        self.cancel.setToolTip(self.tr("Stop; what has come is kept for the next time"))
        self.fetch.setProperty("role", "main")
        self.bar.setRange(0, _WHOLE)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("How far it is fetched"))
        self.bar.setToolTip(self.tr("How far it is fetched"))
        table = self.parts
        table.setAccessibleName(self.tr("Packages to fetch"))
        table.setToolTip(self.tr("Exact versions; each is checked against its published checksum"))
        table.setHorizontalHeaderLabels([self.tr("Package"), self.tr("Version"), self.tr("Size")])
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(_ROW_PX)
        table.setShowGrid(False)
        table.setTabKeyNavigation(False)
        table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        table.horizontalHeader().setSectionResizeMode(
            table.horizontalHeader().ResizeMode.ResizeToContents
        )
        table.horizontalHeader().setStretchLastSection(True)
        table.setFixedHeight(_TABLE_PX)

    def _add_rows(self) -> None:
        rows = (
            self.card,
            self.engine,
            self.advice,
            _row(self.needed, self.fetch, self.remove, None),
            self.parts,
            self.total,
            _row(self.bar, self.cancel),
            self.problem,
        )
        for row in rows:
            self._form.addRow(row)
        self.card.show_sentences(self.tr("Looking…"))

    def _connect(self) -> None:
        self._call.returned.connect(self._on_looked)
        self._call.failed.connect(self.problem.show_sentences)
        self.needed.clicked.connect(self._on_needed)
        self.fetch.clicked.connect(self._on_fetch)
        self.remove.clicked.connect(self._on_remove)
        self.cancel.clicked.connect(self._getter.cancel)
        self._getter.planned.connect(self._on_planned)
        self._getter.progressed.connect(self._on_progressed)
        self._getter.failed.connect(self.problem.show_sentences)
        self._getter.changed.connect(self._on_changed)

    def _show(self) -> None:
        """What can be done now."""
        standing, busy = self._standing, self._getter.busy
        can_fetch = standing is not None and standing.can_fetch
        is_there = standing is not None and standing.stored_fits
        self.needed.setVisible(can_fetch and not is_there)
        self.needed.setEnabled(not busy)
        self.fetch.setVisible(can_fetch and self._plan is not None and not is_there)
        self.fetch.setEnabled(not busy)
        self.remove.setVisible(standing is not None and bool(standing.stored))
        self.remove.setEnabled(not busy)
        for widget in (self.bar, self.cancel):
            widget.setVisible(busy)
        self.parts.setVisible(self._plan is not None and not is_there)
        if standing is not None:
            self.card.show_sentences(card_sentence(standing))
            self.engine.show_sentences(engine_sentence(standing))
            cuda = self._plan.cuda if self._plan else None
            self.advice.show_sentences(advice_sentence(standing, self._has_changed, cuda))
        self.total.show_sentences(total_sentence(self._plan) if self._plan and not is_there else "")

    @Slot(object)
    def _on_looked(self, standing: CardStanding) -> None:
        self._standing = standing
        self._show()

    @Slot()
    def _on_needed(self) -> None:
        self._begin()
        self._getter.plan()

    @Slot()
    def _on_fetch(self) -> None:
        if self._plan is not None:
            self._begin()
            self._has_changed = True
            self._getter.fetch(self._plan)

    @Slot()
    def _on_remove(self) -> None:
        self._begin()
        self._has_changed = True
        self._getter.remove()

    def _begin(self) -> None:
        self.problem.show_sentences()
        self.bar.setRange(0, 0)  # nothing is known yet

    @Slot(object)
    def _on_planned(self, plan: BuildPlan) -> None:
        self._plan = plan
        self.parts.setRowCount(len(plan.wheels))
        for row, wheel in enumerate(plan.wheels):
            words = (wheel.name, str(wheel.version), size_words(wheel.num_bytes))
            for column, text in enumerate(words):
                self.parts.setItem(row, column, QTableWidgetItem(text))

    @Slot(object)
    def _on_progressed(self, step: FetchProgress) -> None:
        is_whole = step.num_bytes >= step.whole_bytes  # what is unpacked now does not tell how far
        self.bar.setRange(0, 0 if is_whole else _WHOLE)
        if not is_whole:
            self.bar.show_value(round(_WHOLE * step.num_bytes / step.whole_bytes))

    @Slot()
    def _on_changed(self) -> None:
        self._show()
        if not self._getter.busy:
            self._call.start(card_standing)

    def showEvent(self, event: QShowEvent) -> None:
        """Look at the card when the page is seen for the first time."""
        super().showEvent(event)
        if self._standing is None:
            self._call.start(card_standing)


def _row(*widgets: QWidget | None) -> QWidget:
    """Widgets beside each other; None takes the room that is left."""
    around = QWidget()
    row = QHBoxLayout(around)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    for widget in widgets:
        if widget is None:
            row.addStretch(1)
        else:
            row.addWidget(widget)
    return around
