"""Part of the export dialog: what a house wants beside tracks and format."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from app.dialogs.export.rows import GAP_PX, TIGHT_PX
from app.environment.library_sentences import translated
from app.views.widgets.named_combo import NamedCombo
from cass_core.delivery.export_request import FullScale
from cass_core.delivery.loudness.targets import TARGETS
from cass_core.delivery.sets.track_files import FileForm

_FORMS = (FileForm(), FileForm("poly", "film"), FileForm("mono"))


class DeliveryBoxes(QWidget):
    """How channels become files, what happens at full scale, and the report.

    Signals:
        changed: another choice.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._form, self._full_scale, self._target = NamedCombo(), NamedCombo(), NamedCombo()
        self._report = QLabel(self.tr("Report:"))
        self._fill()
        self._form.set_name(self.tr("How the channels of a track become files"))
        self._full_scale.set_name(
            self.tr("What happens to stems and mixture that pass full scale"),
            self.tr(
                "Sound of lossy movies often passes full scale; the stems sum to the mixture "
                "whatever you choose"
            ),
        )
        self._target.set_name(
            self.tr("Loudness report"),
            self.tr(
                "Measure loudness, true peak and faults, and write a report as HTML and JSON "
                "beside the files"
            ),
        )
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(GAP_PX)
        grid.setVerticalSpacing(TIGHT_PX)
        rows = (
            (self.tr("Channels:"), self._form),
            (self.tr("If stems pass full scale:"), self._full_scale),
        )
        for row, (words, box) in enumerate(rows):
            grid.addWidget(QLabel(words), row, 0)
            grid.addWidget(box, row, 1)
        for box in (self._form, self._full_scale, self._target):
            box.currentIndexChanged.connect(self.changed)
        grid.setColumnStretch(2, 1)

    @property
    def report(self) -> tuple[QLabel, NamedCombo]:
        """The choice of a report and its caption, to be laid out by the dialog."""
        return self._report, self._target

    @property
    def form(self) -> FileForm:
        """How channels become files."""
        return _FORMS[self._form.currentIndex()]

    @property
    def full_scale(self) -> FullScale:
        """What happens where stems or mixture pass full scale."""
        chosen: FullScale = self._full_scale.currentData()
        return chosen

    @property
    def target(self) -> str:
        """Key of the loudness target; empty for no report."""
        return str(self._target.currentData())

    def show_choice(self, form: FileForm, full_scale: FullScale, target: str) -> None:
        """Choose all three."""
        self._form.setCurrentIndex(_FORMS.index(form) if form in _FORMS else 0)
        self._full_scale.setCurrentIndex(self._full_scale.findData(full_scale))
        self._target.setCurrentIndex(max(self._target.findData(target), 0))

    def _fill(self) -> None:
        self._form.addItem(self.tr("One file a track"))
        self._form.addItem(self.tr("One file a track, film order (L C R Ls Rs Lfe)"))
        self._form.addItem(self.tr("One mono file a channel (.L .R .C …)"))
        self._full_scale.addItem(self.tr("write 32-bit float instead"), "float")
        self._full_scale.addItem(self.tr("turn all of them down by one gain"), "lower")
        self._full_scale.addItem(self.tr("leave the mixture cut off there"), "clip")
        self._target.addItem(self.tr("No report"), "")
        for target in TARGETS:
            self._target.addItem(translated(target.label), target.key)
