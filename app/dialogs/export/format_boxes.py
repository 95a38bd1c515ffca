"""Part of the export dialog: how files are stored."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.dialogs.export.rows import GAP_PX, TIGHT_PX
from app.environment.numbers import decimal
from app.views.widgets.named_combo import NamedCombo
from cass_core.delivery.encodings import bits_of
from cass_core.delivery.naming import FILE_TYPES
from cass_core.media.remux.movie_formats import MOVIE_FORMATS, movie_format

_RATES_HZ = (44_100, 48_000, 88_200, 96_000)


class FormatBoxes(QWidget):
    """File type, bits, and what becomes of a remix over full scale; for a movie its format.

    Signals:
        changed: another choice.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.file_type, self.bits, self.rate = NamedCombo(), NamedCombo(), NamedCombo()
        self.movie, self.overs = NamedCombo(), QComboBox()
        self.dither = QCheckBox(self.tr("Dither the remix"))
        self.mono = QCheckBox(self.tr("A mono track for each channel"))
        self.overs_label = QLabel(self.tr("If the remix passes full scale:"))
        self._fill()
        self._explain()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(TIGHT_PX)
        for widgets in (
            (self.file_type, self.bits, self.rate, self.movie, self.mono, self.dither),
            (self.overs_label, self.overs),
        ):
            row = QHBoxLayout()
            row.setSpacing(GAP_PX)
            for widget in widgets:
                row.addWidget(widget)
            row.addStretch(1)
            column.addLayout(row)
        self.file_type.currentIndexChanged.connect(self._on_type_changed)
        for box in (self.bits, self.rate, self.movie, self.overs):
            box.currentIndexChanged.connect(self.changed)
        self.dither.toggled.connect(self.changed)
        self.mono.toggled.connect(self.changed)

    def show_file_type(self, file_type: str, bits: int) -> None:
        """Choose how sound files are stored."""
        self.file_type.setCurrentIndex(self.file_type.findData(file_type))
        self.bits.setCurrentIndex(self.bits.findData(bits))

    def show_parts(self, *, as_movie: bool, has_remix: bool) -> None:
        """Show only what matters for the rest of the choice."""
        is_float = not as_movie and self.bits.currentData() == 32
        for box in (self.file_type, self.bits, self.rate):
            box.setVisible(not as_movie)
        self.movie.setVisible(as_movie)
        self.mono.setVisible(as_movie)
        self.dither.setVisible(has_remix and not as_movie and self.bits.currentData() == 16)
        for widget in (self.overs_label, self.overs):
            widget.setVisible(has_remix and not is_float)
        self.overs.setItemText(0, self._loud_words[self._loud_way(as_movie)])

    def _loud_way(self, as_movie: bool) -> str:
        """What becomes of a remix over full scale that is not turned down."""
        chosen = movie_format(self.movie.currentData())
        if not as_movie or chosen.is_lossless and chosen.as_float() is not None:
            return "float"
        return "nothing" if chosen.as_float() is None else "leave"

    @property
    def _loud_words(self) -> dict[str, str]:
        return {
            "float": self.tr("write 32-bit float instead"),
            "nothing": self.tr("export nothing and say so"),
            "leave": self.tr("leave it so; players may clip it"),
        }

    def _fill(self) -> None:
        for file_type in FILE_TYPES:
            self.file_type.addItem(file_type.upper(), file_type)
        for one in MOVIE_FORMATS:
            self.movie.addItem(one.label, one.key)
        lower = self.tr("turn it down as a whole")
        # as wide as its longest words from the beginning: the dialog does not grow under the mouse
        for words in (*self._loud_words.values(), lower):
            self.overs.addItem(words)
        self.overs.ensurePolished()
        self.overs_label.ensurePolished()
        self.overs.setMinimumWidth(self.overs.sizeHint().width())
        label_px = self.overs_label.sizeHint().width()
        self.setMinimumWidth(label_px + GAP_PX + self.overs.minimumWidth())
        self.overs.clear()
        self.overs.addItem(self._loud_words["float"], "float")
        self.overs.addItem(lower, "lower")
        self._fill_bits()
        self.rate.addItem(self.tr("its own rate"), 0)
        for rate_hz in _RATES_HZ:
            self.rate.addItem(f"{decimal(rate_hz / 1000, 1)} kHz", rate_hz)

    def _fill_bits(self) -> None:
        former = self.bits.currentData()
        self.bits.blockSignals(True)
        self.bits.clear()
        for bits in bits_of(self.file_type.currentData()):
            text = self.tr("32-bit float") if bits == 32 else self.tr("{bits}-bit")
            self.bits.addItem(text.format(bits=bits), bits)
        kept = self.bits.findData(former)
        self.bits.setCurrentIndex(kept if kept >= 0 else self.bits.findData(24))
        self.bits.blockSignals(False)

    def _explain(self) -> None:
        self.file_type.set_name(self.tr("File type"))
        self.bits.set_name(self.tr("Bit depth"))
        self.rate.set_name(
            self.tr("Sample rate"),
            self.tr(
                "Sample rate of the files; another than the programme's is converted (soxr VHQ)"
            ),
        )
        self.movie.set_name(self.tr("Format of the movie; the picture stays untouched"))
        self.overs.setAccessibleName(self.tr("What happens to a remix that passes full scale"))
        self.overs.setToolTip(self.overs.accessibleName())
        self.mono.setToolTip(
            self.tr("Sound tracks of one channel each, as broadcasters want them in MXF")
        )
        self.dither.setToolTip(self.tr("Noise of one step that hides the rounding to 16 bits"))
        self.overs_label.setBuddy(self.overs)

    @Slot()
    def _on_type_changed(self) -> None:
        self._fill_bits()
        self.changed.emit()
