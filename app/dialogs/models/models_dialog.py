"""All models that can be used: what each is good for, getting one, and choosing one."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.dialogs.models.shelf_table import ShelfTable
from app.dialogs.models.shelf_words import licence_sentence, step_words
from app.environment.library_sentences import translated
from app.jobs.model_getter import GettingStep, ModelGetter
from app.jobs.model_list import separates
from app.jobs.model_shelf import ShelfEntry, read_shelf
from app.views.widgets.card import heading_font
from app.views.widgets.deferred_progress_bar import DeferredProgressBar
from app.views.widgets.file_drop import FileDrop
from app.views.widgets.text_labels import SentenceBox
from app.workflows.background_call import BackgroundCall

_SIZE_PX, _MARGIN_PX, _GAP_PX = (980, 620), 20, 12
_WHOLE = 1000


class ModelsDialog(QDialog):
    """A table, what there is to say of the current model, and what can be done with it.

    Attributes:
        table: the models.
        get: fetches the current model, or opens its page.
        use: chooses it for new separations.
        also: asks it together with what is chosen.
        file: takes a file that was downloaded.
        cancel: stops what is being got.
        problem: what went wrong.

    Signals:
        model_chosen: a model is to be used for new separations; its name.
        models_changed: there is another model.
    """

    model_chosen = Signal(str)
    models_changed = Signal()

    def __init__(
        self,
        getter: ModelGetter,
        in_use: Callable[[], str],
        speed: Callable[[ShelfEntry], str],
        parent: QWidget | None = None,
    ) -> None:
        """Prepare the window; the shelf is read when it is shown.

        Args:
            getter: fetches and imports.
            in_use: name of the model that new separations use.
            speed: how long a model takes, in words.
            parent: the window.
        """
        super().__init__(parent)
        self._getter, self._in_use, self._getting = getter, in_use, ""
        self._call = BackgroundCall(self)
        self.setWindowTitle(self.tr("Models"))
        self.table = ShelfTable(speed)
        self.title, self.good_at, self.licence = QLabel(), QLabel(), QLabel()
        self.get, self.use = QPushButton(), QPushButton(self.tr("Use for new separations"))
        self.also = QPushButton(self.tr("Ask as a second opinion"))
        self.page = QPushButton(self.tr("Open its page"))
        self.file = QPushButton(self.tr("Import a file…"))
        self.cancel = QPushButton(self.tr("Cancel"))
        self.bar, self.told = DeferredProgressBar(), QLabel()
        self.problem = SentenceBox("danger", self.tr("What went wrong"))
        self._explain_controls()
        self._lay_out()
        self._connect()
        self._on_changed()

    def stop(self) -> None:
        """Give up what is being got: for the end of the program."""
        self._getter.stop()
        self._call.stop()

    def refresh(self) -> None:
        """Read the shelf again, in the background."""
        self._call.start(read_shelf)

    def _explain_controls(self) -> None:
        self.page.setToolTip(self.tr("Open the publisher’s page in the browser"))
        self.file.setToolTip(self.tr("Take in a model’s file that you have downloaded"))
        self.use.setToolTip(self.tr("Remembered until you choose another one"))
        self.also.setToolTip(
            self.tr("Average the masks of all chosen models; it takes as long as all together")
        )
        self.cancel.setToolTip(self.tr("Stop; what has come is kept for the next time"))
        self.bar.setRange(0, _WHOLE)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("How far the model is fetched"))
        self.title.setFont(heading_font(self.title.font()))
        for label in (self.good_at, self.licence):
            label.setWordWrap(True)
        self.licence.setProperty("role", "muted")

    def _lay_out(self) -> None:
        intro = QLabel(
            self.tr(
                "Models separate the sound. Nothing is fetched before you ask for it; a file that "
                "you have downloaded can be dropped here."
            )
        )
        intro.setProperty("role", "muted")
        intro.setWordWrap(True)
        self._card = QFrame()
        self._card.setProperty("role", "card")
        words = QVBoxLayout(self._card)
        words.setSpacing(6)
        for label in (self.title, self.good_at, self.licence):
            words.addWidget(label)
        words.addLayout(_row(self.get, self.use, self.also, self.page, None, self.file))
        words.addLayout(_row(self.told, self.bar, self.cancel))
        words.addWidget(self.problem)
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN_PX, _MARGIN_PX, _MARGIN_PX, _MARGIN_PX)
        column.setSpacing(_GAP_PX)
        column.addWidget(intro)
        column.addWidget(self.table, 1)
        column.addWidget(self._card)
        close = QPushButton(self.tr("Close"))
        close.clicked.connect(self.close)
        column.addLayout(_row(None, close))
        for button in (self.get, self.also, self.page, self.file, self.cancel, close):
            button.setAutoDefault(False)
        self.resize(*_SIZE_PX)

    def _connect(self) -> None:
        self.table.chosen.connect(self._on_changed)
        self.get.clicked.connect(self._on_get)
        self.use.clicked.connect(self._on_use)
        self.also.clicked.connect(self._on_also)
        self.page.clicked.connect(self._open_page)
        self.file.clicked.connect(self._on_file)
        self.cancel.clicked.connect(self._getter.cancel)
        self._call.returned.connect(self._on_read)
        self._call.failed.connect(self._say)
        self._getter.changed.connect(self._on_changed)
        self._getter.progressed.connect(self._on_progressed)
        self._getter.got.connect(self._on_got)
        self._getter.failed.connect(self._say)
        drop = FileDrop(self)
        drop.hovered.connect(self._on_hovered)
        drop.dropped.connect(self.take)

    @Slot(object)
    def take(self, file: Path) -> None:
        """Import a file."""
        if not self._getter.busy:
            self._begin(file.name)
            self._getter.take(file)

    def _begin(self, title: str) -> None:
        self._getting = title
        self._say("")
        self._on_progressed(GettingStep())

    def _say(self, sentence: str) -> None:
        self.problem.show_sentences(sentence)

    @Slot(object)
    def _on_read(self, entries: tuple[ShelfEntry, ...]) -> None:
        self.table.show_entries(entries, self._in_use())
        self._on_changed()

    @Slot()
    def _on_changed(self) -> None:
        """Say what there is to say of the current model, and offer what can be done."""
        entry, busy = self.table.current, self._getter.busy
        for widget in (self.told, self.bar, self.cancel):
            widget.setVisible(busy)
        self.file.setEnabled(not busy)
        for button in (self.get, self.use, self.also, self.page):
            button.setVisible(entry is not None)
        if entry is None:
            return
        self.title.setText(translated(entry.title))
        self.good_at.setText(translated(entry.good_at))
        self.licence.setText(licence_sentence(entry))
        self.page.setVisible(bool(entry.page))
        self.use.setVisible(bool(entry.model) and entry.separates)
        self.use.setEnabled(entry.model != self._in_use())
        self.also.setVisible(bool(entry.model) and entry.separates)
        self.also.setEnabled(entry.model not in self._in_use().split(","))
        self._offer_to_get(entry, busy)

    def _offer_to_get(self, entry: ShelfEntry, busy: bool) -> None:
        self.get.setVisible(not entry.model and entry.can_fetch)
        self.get.setEnabled(not busy)
        size = f" ({entry.size_mb} MB)" if entry.size_mb else ""
        self.get.setText(self.tr("Get{size}").format(size=size))
        is_by_hand = not entry.model and not entry.can_fetch and bool(entry.page)
        for button, is_main in ((self.get, True), (self.page, is_by_hand)):
            button.setProperty("role", "main" if is_main else "")
            button.style().polish(button)
        if is_by_hand:
            by_hand = self.tr(
                "Its publisher gives {file} to people only: download it from its page and drop it "
                "here."
            ).format(file=entry.file)
            self.good_at.setText(f"{translated(entry.good_at)} {by_hand}")

    @Slot()
    def _on_get(self) -> None:
        entry = self.table.current
        if entry is not None:
            self._begin(translated(entry.title))
            self._getter.get(entry.name)

    @Slot()
    def _on_use(self) -> None:
        entry = self.table.current
        if entry is not None and entry.model:
            self._choose(entry.model)

    @Slot()
    def _on_also(self) -> None:
        entry = self.table.current
        if entry is not None and entry.model:
            self._choose(",".join(filter(None, (self._in_use(), entry.model))))

    def _choose(self, model: str) -> None:
        self.model_chosen.emit(model)
        self.refresh()

    @Slot()
    def _open_page(self) -> None:
        entry = self.table.current
        if entry is not None:
            QDesktopServices.openUrl(QUrl(entry.page))

    @Slot()
    def _on_file(self) -> None:
        kinds = self.tr("Models") + " (*.safetensors *.ckpt *.chpt *.pth *.pt *.th)"
        name, _ = QFileDialog.getOpenFileName(self, self.tr("Import a model"), "", kinds)
        if name:
            self.take(Path(name))

    @Slot(object)
    def _on_progressed(self, step: GettingStep) -> None:
        self.told.setText(step_words(self._getting, step))
        is_known = bool(step.whole) and not step.importing
        self.bar.setRange(0, _WHOLE if is_known else 0)
        if step.whole and is_known:
            self.bar.show_value(round(_WHOLE * step.have / step.whole))

    @Slot(str)
    def _on_got(self, model: str) -> None:
        """What was asked for is meant to be used."""
        self.models_changed.emit()
        if separates(model):
            self._choose(model)
        else:
            self.refresh()

    def _on_hovered(self, hovered: bool) -> None:
        self._card.setProperty("dropping", hovered)
        self._card.style().polish(self._card)

    def showEvent(self, event: QShowEvent) -> None:
        """See what is here."""
        super().showEvent(event)
        self.refresh()


def _row(*widgets: QWidget | None) -> QHBoxLayout:
    """Widgets beside each other; None takes the room that is left."""
    row = QHBoxLayout()
    row.setSpacing(8)
    for widget in widgets:
        if widget is None:
            row.addStretch(1)
        else:
            row.addWidget(widget)
    return row
