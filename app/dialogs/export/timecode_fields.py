"""Part of the export dialog: the timecode, by hand or from another file."""

from pathlib import Path

from PySide6.QtCore import QLocale, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QWidget

from app.dialogs.export.rows import GAP_PX
from app.environment.error_report import sentence_for
from app.views.widgets.named_combo import NamedCombo
from cass_core.errors import CassError
from cass_core.programme.clock import ProgrammeClock
from cass_core.programme.timecode_choice import (
    TimecodeChoice,
    TimecodeReference,
    timecode_reference,
)
from cass_core.programme.timecode_rates import TIMECODE_RATES

_TIMECODE_PX = 150
_FIRST, _HERE, _FILE = "first", "here", "file"


class TimecodeFields(QWidget):
    """The timecode in place of the movie's: of a frame, or of another file's start.

    Signals:
        changed: another choice.
    """

    changed = Signal()

    def __init__(self, clock: ProgrammeClock, playhead: int, parent: QWidget | None = None) -> None:
        """Begin with the movie's own.

        Args:
            clock: of the movie, to be shown where nothing is typed.
            playhead: the sample whose timecode can be said, too.
            parent: the widget around it.
        """
        super().__init__(parent)
        self._clock, self._playhead = clock, playhead
        self._reference: TimecodeReference | None = None
        self._trouble = ""
        self._way, self._start, self._rate = NamedCombo(), QLineEdit(), NamedCombo()
        self._way.addItem(self.tr("First frame"), _FIRST)
        self._way.addItem(self.tr("Frame at the playhead"), _HERE)
        self._way.addItem(self.tr("As another file…"), _FILE)
        self._way.set_name(
            self.tr("Where the timecode is said"),
            self.tr(
                "Type the timecode of the first frame, or of the frame at the playhead, such as a "
                "clap or the start of LTC; or start where another movie or Broadcast WAV does"
            ),
        )
        self._start.setMaximumWidth(_TIMECODE_PX)
        self._rate.addItem(self.tr("as the movie counts"), "")
        for name in TIMECODE_RATES:
            words = name.replace("ndf", " NDF").replace("df", " DF")
            self._rate.addItem(words.replace(".", QLocale().decimalPoint()), name)
        self._rate.set_name(
            self.tr("Rate of the timecode"),
            self.tr("How frames are counted; the sound is not pulled up or down by it"),
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP_PX)
        for widget in (self._way, self._start, self._rate):
            row.addWidget(widget)
        row.addStretch(1)
        self._way.activated.connect(self._on_way_chosen)
        self._start.textChanged.connect(self.changed)
        self._rate.currentIndexChanged.connect(self.changed)
        self._explain()

    @property
    def choice(self) -> TimecodeChoice:
        """What is said; empty for the movie's."""
        rate = str(self._rate.currentData())
        if self._way.currentData() == _FILE:
            return TimecodeChoice(rate=rate, reference=self._reference)
        is_here = self._way.currentData() == _HERE and bool(self._start.text().strip())
        at = self._playhead if is_here else None
        return TimecodeChoice(self._start.text().strip(), rate, at)

    @property
    def problem(self) -> str:
        """Why the chosen file gives no timecode; empty where all is well."""
        return self._trouble if self._way.currentData() == _FILE else ""

    def refer_to(self, path: Path) -> None:
        """Start where another file does, or say why that is not possible.

        Args:
            path: a movie with a timecode or a Broadcast WAV.
        """
        self._reference, self._trouble = None, ""
        try:
            self._reference = timecode_reference(path)
        except (CassError, OSError) as error:
            self._trouble = sentence_for(error)
        self._way.setCurrentIndex(self._way.findData(_FILE))
        self._explain()
        self._start.setText(path.name)
        self.changed.emit()

    @Slot()
    def _on_way_chosen(self) -> None:
        if self._way.currentData() == _FILE:
            name, _ = QFileDialog.getOpenFileName(self, self.tr("File with the timecode"))
            if name:
                self.refer_to(Path(name))
                return
            self._way.setCurrentIndex(0)
        if self._start.isReadOnly():
            self._start.clear()
        self._explain()
        self.changed.emit()

    def _explain(self) -> None:
        """What the line is for, which follows the way."""
        way, clock = self._way.currentData(), self._clock
        self._start.setReadOnly(way == _FILE)
        shown = clock.start_timecode
        if way == _HERE and clock.is_stated:
            shown = clock.timecode_at(self._playhead)
        self._start.setPlaceholderText(shown or self.tr("none"))
        names = {
            _FIRST: self.tr("Timecode of the first frame"),
            _HERE: self.tr("Timecode of the frame at the playhead"),
            _FILE: self.tr("File whose start is taken"),
        }
        self._start.setAccessibleName(names[way])
        tips = {
            _FIRST: self.tr(
                "Timecode of the first frame, HH:MM:SS:FF; empty for that of the movie"
            ),
            _HERE: self.tr(
                "Timecode of the frame at the playhead, HH:MM:SS:FF; empty for that of the movie"
            ),
            _FILE: self.tr("The files start where this one does"),
        }
        self._start.setToolTip(tips[way])
