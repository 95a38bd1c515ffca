"""Loudness and true peak of what is heard."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from app.environment.numbers import decimal
from app.look.icons import icon
from app.look.theme import tabular
from app.playback.engine.meter_readings import MeterReadings
from app.playback.live_meters import LiveMeters

LOUDEST_PEAK_DB = -1.0
"""True peak above which it is shown in the warning colour, in dBTP."""

_SILENCE_LUFS = -69.9
_WIDEST = "−00.0"


class LoudnessPanel(QWidget):
    """Four numbers: momentary, short-term and integrated loudness, and the true peak."""

    def __init__(self, meters: LiveMeters, parent: QWidget | None = None) -> None:
        """Show no readings.

        Args:
            meters: what is shown.
            parent: the widget around it.
        """
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        loudness = self.tr("Loudness in LUFS of the last {time}")
        self.momentary = _Reading(
            "M", self.tr("Momentary loudness"), loudness.format(time="400 ms")
        )
        self.short_term = _Reading("S", self.tr("Short-term loudness"), loudness.format(time="3 s"))
        self.integrated = _Reading(
            "I", self.tr("Integrated loudness"), self.tr("Loudness in LUFS since playing began")
        )
        self.true_peak = _Reading(
            "TP", self.tr("True peak"), self.tr("Highest true peak in dBTP since playing began")
        )
        unit = QLabel("LUFS")
        unit.setProperty("role", "small")
        row.addWidget(unit)
        for reading in (self.momentary, self.short_term, self.integrated, self.true_peak):
            row.addWidget(reading)
        self.reset = QToolButton()
        self.reset.setIcon(icon("reset"))
        self.reset.setAccessibleName(self.tr("Measure loudness anew"))
        self.reset.setToolTip(self.tr("Measure integrated loudness and true peak anew"))
        self.reset.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.reset.clicked.connect(meters.reset)
        row.addWidget(self.reset)
        meters.metered.connect(self.show_readings)
        self.show_readings(meters.readings)

    @Slot(object)
    def show_readings(self, readings: MeterReadings) -> None:
        """Show other readings."""
        self.momentary.show_level(readings.momentary_lufs)
        self.short_term.show_level(readings.short_term_lufs)
        self.integrated.show_level(readings.integrated_lufs)
        self.true_peak.show_level(
            readings.true_peak_db, is_too_loud=readings.true_peak_db > LOUDEST_PEAK_DB
        )


class _Reading(QWidget):
    """A number under its letter."""

    def __init__(self, letter: str, name: str, tip: str) -> None:
        super().__init__()
        self._name, self._text = name, ""
        self.setToolTip(f"{name}: {tip[0].lower()}{tip[1:]}")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head, self.value = QLabel(letter), QLabel()
        head.setProperty("role", "small")
        self.value.setFont(tabular(self.value.font()))
        self.value.setMinimumWidth(self.value.fontMetrics().horizontalAdvance(_WIDEST) + 2)
        for label in (head, self.value):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(label)

    def show_level(self, level_db: float, is_too_loud: bool = False) -> None:
        """Show a level, or dashes for silence."""
        text = "–" if level_db <= _SILENCE_LUFS else decimal(level_db, 1).replace("-", "−")
        if text == self._text:  # 25 times a second
            return
        self._text = text
        self.value.setText(text)
        self.value.setAccessibleName(f"{self._name}: {text}")
        role = "danger" if is_too_loud else ""
        if role != self.value.property("role"):
            self.value.setProperty("role", role)
            self.value.style().polish(self.value)
