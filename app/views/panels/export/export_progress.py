"""A slim panel for the export that runs beside the work: how far, how it ended, what next."""

from PySide6.QtCore import QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.environment.library_sentences import translated
from app.environment.numbers import percent
from app.views.panels.run_text import remaining_words
from app.views.widgets.deferred_progress_bar import DeferredProgressBar
from app.views.widgets.text_labels import ElidedLabel, SentenceBox
from app.workflows.export.export_runner import ExportRunner, ExportState

_MARGIN_PX, _GAP_PX, _BAR_STEPS = 12, 8, 1000
_FINISHED = (ExportState.DONE, ExportState.FAILED, ExportState.STOPPED)


class ExportProgressPanel(QFrame):
    """Shows an `ExportRunner`; hidden while there is nothing to tell.

    Signals:
        change_wanted: the user wants to choose anew what failed.
    """

    change_wanted = Signal()

    def __init__(self, exports: ExportRunner, parent: QWidget | None = None) -> None:
        """Show an export.

        Args:
            exports: what is shown.
            parent: the widget around it.
        """
        super().__init__(parent)
        self._exports = exports
        self._has_title = False
        self.setProperty("role", "bar")
        self.setAccessibleName(self.tr("Export"))
        self.state = ElidedLabel()
        self.bar = DeferredProgressBar()
        self.sentences = SentenceBox("muted", self.tr("What to know about the export"))
        self.cancel = QPushButton(self.tr("Cancel"))
        self.retry = QPushButton(self.tr("Try again"))
        self.change = QPushButton(self.tr("Change…"))
        self.show_folder = QPushButton(self.tr("Show in folder"))
        self.dismiss = QPushButton(self.tr("Dismiss"))
        self._lay_out()
        self._explain()
        self._connect()
        self._on_changed()

    def show_title(self, is_one_of_several: bool) -> None:
        """Say which export this is, where there are others."""
        if is_one_of_several != self._has_title:
            self._has_title = is_one_of_several
            self._on_progressed()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(_GAP_PX)
        row.addWidget(self.state, 1)
        row.addWidget(self.bar, 2)
        for button in (self.cancel, self.retry, self.change, self.show_folder, self.dismiss):
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN_PX, _GAP_PX, _MARGIN_PX, _GAP_PX)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self.sentences)

    def _explain(self) -> None:
        self.bar.setRange(0, _BAR_STEPS)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Progress of the export"))
        self.cancel.setToolTip(self.tr("Stop the export; no file is left behind"))
        self.retry.setToolTip(self.tr("Export the same once more"))
        self.change.setToolTip(self.tr("Choose another folder, name or format"))
        self.show_folder.setToolTip(self.tr("Open the folder of the files"))
        self.dismiss.setToolTip(self.tr("Close this message"))

    def _connect(self) -> None:
        exports = self._exports
        exports.changed.connect(self._on_changed)
        exports.progressed.connect(self._on_progressed)
        self.cancel.clicked.connect(exports.cancel)
        self.retry.clicked.connect(exports.retry)
        self.dismiss.clicked.connect(exports.clear)
        self.change.clicked.connect(self.change_wanted)
        self.show_folder.clicked.connect(self._on_show_folder)

    @Slot()
    def _on_changed(self) -> None:
        exports, state = self._exports, self._exports.state
        had_focus = self.isAncestorOf(self.focusWidget()) if self.focusWidget() else False
        self.setVisible(state is not ExportState.IDLE)
        self.bar.setVisible(exports.busy)
        self.cancel.setVisible(exports.busy or state is ExportState.WAITING)
        self.cancel.setEnabled(state in (ExportState.RUNNING, ExportState.WAITING))
        self.retry.setVisible(state in (ExportState.FAILED, ExportState.STOPPED))
        self.change.setVisible(state in (ExportState.FAILED, ExportState.STOPPED))
        self.show_folder.setVisible(state is ExportState.DONE)
        self.dismiss.setVisible(state in _FINISHED)
        self._show_sentences()
        self._on_progressed()
        if had_focus and state in _FINISHED:
            (self.show_folder if state is ExportState.DONE else self.retry).setFocus()

    def _show_sentences(self) -> None:
        result, problem = self._exports.result, self._exports.problem
        self.sentences.setProperty("role", "danger" if problem else "muted")
        self.sentences.style().polish(self.sentences)
        done = result if self._exports.state is ExportState.DONE else None
        notices = map(translated, done.notices) if done else ()
        self.sentences.show_sentences(problem, *notices)

    @Slot()
    def _on_progressed(self) -> None:
        progress = self._exports.progress
        share = progress.share if progress is not None else 0.0
        self.bar.show_value(round(share * _BAR_STEPS))
        title = self._exports.order.title if self._exports.order else ""
        words = self._words(share)
        self.state.show_text(f"{title} · {words}" if title and self._has_title else words)

    def _words(self, share: float) -> str:
        """What is going on, in a few words."""
        state, progress = self._exports.state, self._exports.progress
        if state is ExportState.RUNNING:
            stages = {
                "reviewing": self.tr("Looking for misplaced sounds"),
                "measuring": self.tr("Measuring the peaks"),
                "writing": self.tr("Writing the files"),
                "checking": self.tr("Reading the files back"),
            }
            stage = stages[progress.stage] if progress else self.tr("Starting the export")
            left = remaining_words(self._exports.remaining_s)
            return " · ".join(part for part in (stage, percent(share), left) if part)
        if state is ExportState.DONE and self._exports.result is not None:
            return self._done_words(len(self._exports.result.paths))
        return {
            ExportState.WAITING: self.tr("Waits for the export before it"),
            ExportState.STOPPING: self.tr("Stopping the export"),
            ExportState.STOPPED: self.tr("The export was cancelled"),
            ExportState.FAILED: self.tr("Not exported"),
        }.get(state, "")

    def _done_words(self, num_files: int) -> str:
        result = self._exports.result
        assert result is not None
        text = self.tr("1 file exported") if num_files == 1 else self.tr("{count} files exported")
        words = text.format(count=num_files)
        if result.null_exact:
            words += self.tr(" · stems sum bit for bit to the mixture")
        return words

    @Slot()
    def _on_show_folder(self) -> None:
        if self._exports.result is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._exports.result.folder)))
