"""Parts of the export dialog: what, which range, how stored."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from app.environment.numbers import decimal
from app.lanes import SOUND_LANES
from app.views.widgets.check_menu import CheckMenu
from app.views.widgets.named_combo import NamedCombo
from cass_core.delivery.encodings import bits_of
from cass_core.delivery.naming import FILE_TYPES
from cass_core.media.remux.movie_formats import MOVIE_FORMATS, movie_format
from cass_core.stem_names import DELIVERED_CODES, DERIVED_CODES, MIXTURE_CODE, REMIX_CODE

GAP_PX, TIGHT_PX = 12, 4
_RATES_HZ = (44_100, 48_000, 88_200, 96_000)
_MINUTE_S = 60
_STEM_LANES = tuple(lane for lane in SOUND_LANES if lane.stem is not None)
_MIXTURE_LANES = tuple(lane for lane in SOUND_LANES if lane.stem is None)


def derived_labels() -> dict[str, str]:
    """Words for the tracks that are sums and differences of others, by their codes."""
    translate = QCoreApplication.translate
    words = (
        translate("ExportFields", "Music and effects (ME)"),
        translate("ExportFields", "Mixture without effects (MIX-FX)"),
        translate("ExportFields", "Mixture without music (MIX-MX)"),
        translate("ExportFields", "Residual (RES)"),
    )
    return dict(zip(DERIVED_CODES, words, strict=True))


class TrackBoxes(QWidget):
    """A check box for each track, and whether stems carry their gains.

    Signals:
        changed: another choice.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._boxes = {
            lane.code: QCheckBox(QCoreApplication.translate("Lanes", lane.track_label))
            for lane in (*_STEM_LANES, *_MIXTURE_LANES)
        }
        self._boxes[REMIX_CODE] = QCheckBox(self.tr("Remix (REMIX)"))
        self._boxes[MIXTURE_CODE].setToolTip(self.tr("The sound of the movie as it was"))
        self._boxes[REMIX_CODE].setToolTip(
            self.tr("The sum of the stems with gain, mute, solo and gain lines, as you hear it")
        )
        for lane in _STEM_LANES:
            self._boxes[lane.code].setToolTip(self.tr("This stem as a file of its own"))
        self._more = CheckMenu(derived_labels(), self.tr("Further tracks"))
        self._more.setAccessibleName(self.tr("Further tracks"))
        self._more.setToolTip(
            self.tr("Sums and differences of stems and mixture; in whole steps they null exactly")
        )
        self._gains = QCheckBox(self.tr("Stems with their gains"))
        self._gains.setToolTip(
            self.tr("Write stems as they are heard; they do not sum to the original mixture then")
        )
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(2 * GAP_PX)
        grid.setVerticalSpacing(TIGHT_PX)
        for column, lane in enumerate(_STEM_LANES):
            grid.addWidget(self._boxes[lane.code], 0, column)
        grid.addWidget(self._boxes[MIXTURE_CODE], 1, 0)
        grid.addWidget(self._boxes[REMIX_CODE], 1, 1)
        grid.addWidget(self._more, 1, 2)
        grid.addWidget(self._gains, 2, 0, 1, 3)
        grid.setColumnStretch(3, 1)
        for box in (*self._boxes.values(), self._gains):
            box.toggled.connect(self._on_toggled)
        self._more.changed.connect(self._on_toggled)

    @property
    def tracks(self) -> tuple[str, ...]:
        """The checked tracks."""
        checked = {name for name, box in self._boxes.items() if box.isChecked()}
        checked |= set(self._more.keys) if self._more.isEnabled() else set()
        return tuple(code for code in DELIVERED_CODES if code in checked)

    @property
    def apply_gains(self) -> bool:
        """Whether stems are written as they are heard."""
        return self._gains.isChecked()

    def show_choice(self, tracks: tuple[str, ...], apply_gains: bool) -> None:
        """Check the boxes."""
        for name, box in self._boxes.items():
            box.setChecked(name in tracks)
        self._more.check(set(tracks) & set(DERIVED_CODES))
        self._gains.setChecked(apply_gains)

    def allow_stems(self, is_separated: bool) -> None:
        """Leave only the mixture where nothing is separated."""
        for name, box in self._boxes.items():
            box.setEnabled(is_separated or name == MIXTURE_CODE)
            if not box.isEnabled():
                box.setChecked(False)
        self._more.setEnabled(is_separated)
        if not is_separated:
            self._boxes[MIXTURE_CODE].setChecked(True)
        self._on_toggled()

    @Slot()
    def _on_toggled(self) -> None:
        self._gains.setEnabled(bool(set(self.tracks) - {MIXTURE_CODE, REMIX_CODE}))
        self.changed.emit()


class RangeButtons(QWidget):
    """A radio button for each range that there is, with its times.

    Signals:
        changed: another choice.
    """

    changed = Signal()

    def __init__(self, times: Mapping[str, str], parent: QWidget | None = None) -> None:
        """Make the buttons.

        Args:
            times: start, end and length as text, for each range that can be chosen.
            parent: the widget around it.
        """
        super().__init__(parent)
        names = {
            "whole": self.tr("Whole programme"),
            "selection": self.tr("Selection"),
            "loop": self.tr("Loop"),
            "separated": self.tr("Separated part"),
        }
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(GAP_PX)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(1, 1)
        self._buttons: dict[str, QRadioButton] = {}
        self._group = QButtonGroup(self)
        for row, (name, text) in enumerate(times.items()):
            button = QRadioButton(names[name])
            button.setAccessibleName(f"{names[name]}, {text}")
            button.setToolTip(text)
            label = QLabel(text)
            label.setProperty("role", "muted")
            grid.addWidget(button, row, 0)
            grid.addWidget(label, row, 1)
            self._buttons[name] = button
            self._group.addButton(button)
            button.toggled.connect(self.changed)

    @property
    def range(self) -> str:
        """The chosen one."""
        chosen = (name for name, button in self._buttons.items() if button.isChecked())
        return next(chosen, "whole")

    def show_choice(self, name: str) -> None:
        """Choose a range; the whole programme where there is no such range."""
        self._buttons.get(name, self._buttons["whole"]).setChecked(True)


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


def length_words(seconds: float) -> str:
    """A length of time: "51.9 s", "1:05 min"."""
    translate = QCoreApplication.translate
    if round(seconds, 1) < _MINUTE_S:
        return translate("ExportFields", "{seconds} s").format(seconds=decimal(seconds, 1))
    minutes, rest = divmod(round(seconds), _MINUTE_S)
    words = translate("ExportFields", "{minutes}:{seconds} min")
    return words.format(minutes=minutes, seconds=f"{rest:02d}")
