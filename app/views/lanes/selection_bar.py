"""The selection as numbers that can be typed, and how softly and how much it is repaired."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QSize, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QWidget,
)

from app.environment.error_report import sentence_for
from app.environment.numbers import decimal, short
from app.project.project import Project
from app.project.seen.selection import Selection
from app.project.view_state import Tool, ViewState
from app.views.lanes.axis.time_axis import format_position
from app.views.lanes.number_field import NumberField
from app.views.lanes.tool_box import ToolBox
from app.views.transport.typed_position import typed_position
from app.views.widgets.card import muted_label
from cass_core.clips import SampleSpan
from cass_core.errors import CassError, SettingsError

_TIME, _NUMBER = "00:00:00:00", "00000"
_EDGE_PX = 8


class SelectionBar(QWidget):
    """Start, end, length and band of the selection; the brush; feather, amount and gate of repairs.

    Signals:
        refused: one sentence about a text that cannot be; empty once it is right.
    """

    refused = Signal(str)

    def __init__(self, project: Project, view: ViewState, parent: QWidget | None = None) -> None:
        """Show what is selected.

        Args:
            project: whose programme.
            view: whose selection.
            parent: the widget around it.
        """
        super().__init__(parent)
        self._project, self._view = project, view
        self.tools = ToolBox(view)
        self.start = NumberField(self.tr("Start"), self.tr("Where the selection begins"), _TIME)
        self.stop = NumberField(self.tr("End"), self.tr("Where the selection ends"), _TIME)
        self.length = NumberField(
            self.tr("Length"), self.tr("How long it is; a longer one ends later"), _TIME
        )
        self.low = NumberField(
            self.tr("From"), self.tr("Lowest frequency in Hz; empty for all"), _NUMBER
        )
        self.high = NumberField(
            self.tr("To"), self.tr("Highest frequency in Hz; empty for all"), _NUMBER
        )
        self.feather_ms = NumberField(
            self.tr("Feather in time"), self.tr("Width of its soft edge in ms"), "0000"
        )
        self.feather_hz = NumberField(
            self.tr("Feather in frequency"), self.tr("Width of its soft edge in Hz"), "0000"
        )
        self.amount = NumberField(
            self.tr("Amount"), self.tr("How much of it a repair moves, in percent"), "000"
        )
        self.gate_db = NumberField(
            self.tr("Gate"), self.tr("What is quieter than this, in dBFS, a gate moves"), "−000"
        )
        self.brush_px = NumberField(
            self.tr("Brush size"), self.tr("Width of the brush on screen, in pixels"), "000"
        )
        self.hardness = NumberField(
            self.tr("Hardness"), self.tr("How much of the brush covers wholly, in percent"), "000"
        )
        self._lay_out()
        self._connect()
        self._show_all()
        self._show_brush()

    def _lay_out(self) -> None:
        where = _group(
            (self.tools, self.start, self.stop, self.length), ("Hz", self.low, self.high)
        )
        self._brush = _group(
            (self.tr("Brush px"), self.brush_px), (self.tr("Hard %"), self.hardness)
        )
        how = _group(
            (self._brush,),
            (self.tr("Soft"), self.feather_ms, self.feather_hz),
            (self.tr("Amount %"), self.amount),
            (self.tr("Gate dB"), self.gate_db),
        )
        self._groups = where, how
        self._rows = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._rows.setContentsMargins(_EDGE_PX, 2, _EDGE_PX, 2)
        self._rows.setSpacing(4)
        for group in self._groups:
            self._rows.addWidget(group)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        """As narrow as the wider of both halves, which stand below each other then."""
        width = max(group.sizeHint().width() for group in self._groups)
        return QSize(width + 2 * _EDGE_PX, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """One row where there is room for it, else two."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        wanted = sum(group.sizeHint().width() for group in self._groups) + 3 * _EDGE_PX
        is_wide = wanted <= self.width()
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._rows.setDirection(across if is_wide else down)

    def _connect(self) -> None:
        view = self._view
        view.selection_changed.connect(self._show_all)
        view.format_changed.connect(self._show_all)
        view.repair_changed.connect(self._show_all)
        view.tool_changed.connect(self._show_brush)
        self._project.programme_changed.connect(self._show_all)
        for field, take in (
            (self.start, self._take_start),
            (self.stop, self._take_stop),
            (self.length, self._take_length),
            (self.low, lambda text: self._take_band(0, text)),
            (self.high, lambda text: self._take_band(1, text)),
            (self.feather_ms, lambda text: self._set(feather_ms=_number(text, 0, 10_000))),
            (self.feather_hz, lambda text: self._set(feather_hz=_number(text, 0, 20_000))),
            (self.amount, lambda text: self._set(amount=_number(text, 0, 100) / 100)),
            (self.gate_db, lambda text: self._set(gate_db=_number(text, -200, 0))),
            (self.brush_px, lambda text: self._set(brush_px=_number(text, 4, 400))),
            (self.hardness, lambda text: self._set(hardness=_number(text, 0, 100) / 100)),
        ):
            field.entered.connect(self._taking(field, take))

    def _taking(self, field: NumberField, take: Callable[[str], None]) -> Callable[[str], None]:
        def taken(text: str) -> None:
            try:
                take(text.strip())
            except CassError as error:
                self.refused.emit(sentence_for(error))
                field.selectAll()
                return
            self.refused.emit("")
            field.clearFocus()

        return taken

    @Slot()
    def _show_all(self) -> None:
        programme, selection = self._project.programme, self._view.selection
        repair, band = self._view.repair, selection.band_hz if selection else None
        for field in self.findChildren(NumberField):
            field.setEnabled(programme is not None)
        span = selection.span if selection else None
        self.start.show_text(self._written(span.start) if span else "")
        self.stop.show_text(self._written(span.stop) if span else "")
        self.length.show_text(self._duration(span) if span else "")
        self.low.show_text(f"{band[0]:.0f}" if band else "")
        self.high.show_text(f"{band[1]:.0f}" if band else "")
        self.feather_ms.show_text(f"{repair.feather_ms:.0f}")
        self.feather_hz.show_text(f"{repair.feather_hz:.0f}")
        self.amount.show_text(f"{100 * repair.amount:.0f}")
        self.gate_db.show_text(decimal(repair.gate_db, 0))
        self.brush_px.show_text(f"{repair.brush_px:.0f}")
        self.hardness.show_text(f"{100 * repair.hardness:.0f}")

    @Slot()
    def _show_brush(self) -> None:
        """What a brush is like, while it is the tool."""
        self._brush.setVisible(self._view.tool is Tool.BRUSH)
        self._arrange()

    def _written(self, sample: int) -> str:
        return format_position(sample, self._project.programme, self._view.time_format)

    def _duration(self, span: SampleSpan) -> str:
        programme = self._project.programme
        rate_hz = programme.rate_hz if programme else 48_000
        return f"{decimal(span.num_samples / rate_hz, 3)} s"

    def _take_start(self, text: str) -> None:
        sample, former = self._typed(text), self._span
        self._select(SampleSpan(sample, former.stop if former.stop > sample else self._length))

    def _take_stop(self, text: str) -> None:
        sample, former = self._typed(text), self._span
        self._select(SampleSpan(former.start if former.start < sample else 0, sample))

    def _take_length(self, text: str) -> None:
        programme, start = self._project.programme, self._span.start
        if programme is not None:
            seconds = _number(text.removesuffix("s"), 0, 1e6)
            self._select(SampleSpan(start, start + max(round(seconds * programme.rate_hz), 1)))

    def _take_band(self, edge: int, text: str) -> None:
        selection, programme = self._view.selection, self._project.programme
        if programme is None:
            return
        top = programme.rate_hz / 2
        low, high = (selection and selection.band_hz) or (0.0, top)
        typed = _number(text, 0, top) if text else (0.0, top)[edge]
        low, high = sorted((typed, high) if edge == 0 else (low, typed))
        is_all = low <= 0 and high >= top
        self._view.select(Selection(self._span, None if is_all else (low, high)))

    @property
    def _span(self) -> SampleSpan:
        selection = self._view.selection
        return selection.span if selection else self._project.whole

    @property
    def _length(self) -> int:
        return self._project.whole.stop

    def _typed(self, text: str) -> int:
        programme = self._project.programme
        assert programme is not None
        return typed_position(programme, self._view.time_format, text, self._span.start)

    def _select(self, span: SampleSpan) -> None:
        selection = self._view.selection
        self._view.select(Selection(span, selection.band_hz if selection else None))

    def _set(self, **values: float) -> None:
        self._view.set_repair(replace(self._view.repair, **values))  # type: ignore[arg-type]


def _group(*parts: tuple[QWidget | str, *tuple[QWidget, ...]]) -> QWidget:
    """Names and fields in a row."""
    group = QWidget()
    row = QHBoxLayout(group)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(4)
    for words, *fields in parts:
        row.addWidget(_small(words) if isinstance(words, str) else words)
        for field in fields:
            row.addWidget(field)
        row.addSpacing(4)
    row.addStretch(1)
    return group


def _small(words: str) -> QLabel:
    label = muted_label(words)
    label.setProperty("role", "small")
    return label


def _number(text: str, lowest: float, highest: float) -> float:
    """A typed number within a range."""
    try:
        value = float(text.replace(",", ".").replace("−", "-"))
    except ValueError:
        value = float("nan")
    if not lowest <= value <= highest:
        words = QCoreApplication.translate(
            "SelectionBar", "'{text}' is not a number from {lowest} to {highest}; type one."
        )
        raise SettingsError(
            words.format(text=text, lowest=short(float(lowest)), highest=short(float(highest)))
        )
    return value
