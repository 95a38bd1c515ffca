"""The left end of a lane: name, solo, mute, gain and meter."""

from PySide6.QtCore import QCoreApplication, QRect, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QWidget

from app.commands.mix_commands import SetMasterGain, SetMute, SetSolo, SetStemGain
from app.commands.sensitivity_commands import SetStrictness
from app.environment.numbers import decimal
from app.lanes import Lane
from app.look.theme import active_theme
from app.playback.engine.meter_readings import MeterReadings
from app.views.lanes.axis.lane_context import LaneContext
from app.views.lanes.header.gain_field import GainField
from app.views.lanes.header.level_meter import LEAST_DB, LevelMeter
from app.views.lanes.header.strictness_field import StrictnessField
from app.views.lanes.header.toggle_button import ToggleButton
from cass_core.stem_names import Stem

HEADER_PX = 168
_BAR_PX, _FOCUSED_BAR_PX = 3, 5
_GAP_PX = 4


class LaneHeader(QWidget):
    """Shows how a lane is heard and changes it through commands.

    Signals:
        focus_asked: the user clicked, so that keys shall act on this lane.
    """

    focus_asked = Signal()

    def __init__(self, lane: Lane, context: LaneContext, parent: QWidget | None = None) -> None:
        """Show the lane as it is heard now.

        Args:
            lane: its row.
            context: what is looked at and acted on.
            parent: the widget around it.
        """
        super().__init__(parent)
        self._lane, self._context = lane, context
        self._stem = lane.stem
        words = QCoreApplication.translate("Lanes", lane.label)
        self.setAccessibleName(self.tr("{lane}, {words}").format(lane=lane.code, words=words))
        self.setFixedWidth(HEADER_PX)
        self._name, self._words = QLabel(lane.code), QLabel(words)
        self._peak = QLabel()
        self.solo, self.mute, self.original = self._buttons()
        self.gain = GainField(self.tr("{lane} gain").format(lane=lane.code))
        self.strictness = StrictnessField(
            self.tr("{lane} bleed and artefacts").format(lane=lane.code), lane.colour, self
        )
        self.strictness.hide()
        self.meter = LevelMeter(lane.colour, self.tr("{lane} level").format(lane=lane.code))
        self._name.setProperty("role", "lane")
        self._name.setProperty("lane", lane.colour)
        for label in (self._words, self._peak):
            label.setProperty("role", "small")
        self._lay_out()
        self._connect()
        self._show_peak()
        self._show_mix()
        self._show_sensitivity()
        self._show_monitor()

    def _buttons(self) -> tuple[ToggleButton, ToggleButton, ToggleButton]:
        solo = ToggleButton(
            "S", "warning", self.tr("Solo {lane}").format(lane=self._lane.code), self
        )
        solo.setToolTip(self.tr("Solo. With Ctrl: only this one."))
        mute = ToggleButton(
            "M", "danger", self.tr("Mute {lane}").format(lane=self._lane.code), self
        )
        mute.setToolTip(self.tr("Mute"))
        original = ToggleButton("A/B", "accent", self.tr("Hear the original mixture"), self)
        is_stem = self._stem is not None
        solo.setVisible(is_stem)
        mute.setVisible(is_stem)
        original.setVisible(not is_stem)
        return solo, mute, original

    def _lay_out(self) -> None:
        title = QHBoxLayout()
        title.setSpacing(6)
        title.addWidget(self._name)
        title.addWidget(self._words, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(4)
        for button in (self.solo, self.mute, self.original):
            if not button.isHidden():
                buttons.addWidget(button)
        buttons.addWidget(self.gain, 1)
        grid = QGridLayout(self)
        grid.setContentsMargins(12, 8, 8, 8)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(_GAP_PX)
        grid.addLayout(title, 0, 0)
        grid.addLayout(buttons, 1, 0)
        grid.addWidget(self._peak, 2, 0)
        grid.setRowStretch(3, 1)
        grid.addWidget(self.meter, 0, 1, 4, 1)
        grid.setColumnStretch(0, 1)

    def _connect(self) -> None:
        context = self._context
        self.solo.clicked.connect(self._on_solo_clicked)
        self.mute.clicked.connect(self._on_mute_clicked)
        self.original.clicked.connect(self._on_original_clicked)
        self.gain.chosen.connect(self._on_gain_chosen)
        self.gain.refused.connect(context.refused)
        self.strictness.chosen.connect(self._on_strictness_chosen)
        self.strictness.refused.connect(context.refused)
        context.project.sensitivity.changed.connect(self._show_sensitivity)
        self.meter.cleared.connect(self._show_peak)
        context.project.programme_changed.connect(self.meter.clear)
        context.project.mix.changed.connect(self._show_mix)
        context.meters.metered.connect(self._on_metered)
        context.comparison.switched.connect(self._show_monitor)
        context.view.focus_changed.connect(self.update)

    def _on_solo_clicked(self, on: bool) -> None:
        if self._stem is not None:
            keys = self._pressed_keys()
            alone = bool(keys & Qt.KeyboardModifier.ControlModifier)
            mix = self._context.project.mix
            self._context.undo.push(SetSolo(mix, self._stem, on or alone, exclusive=alone))
            self._show_mix()

    def _on_mute_clicked(self, on: bool) -> None:
        if self._stem is not None:
            self._context.undo.push(SetMute(self._context.project.mix, self._stem, on))

    def _on_original_clicked(self, on: bool) -> None:
        self._context.comparison.set_original(on)

    def _on_gain_chosen(self, gain_db: float, gesture: int) -> None:
        mix = self._context.project.mix
        command = (
            SetMasterGain(mix, gain_db, gesture)
            if self._stem is None
            else SetStemGain(mix, self._stem, gain_db, gesture)
        )
        self._context.undo.push(command)

    def _on_strictness_chosen(self, percent: float, gesture: int) -> None:
        if self._stem is not None:
            sensitivity = self._context.project.sensitivity
            self._context.undo.push(SetStrictness(sensitivity, self._stem, percent, gesture))

    def _show_sensitivity(self) -> None:
        if self._stem is not None:
            self.strictness.show_value(self._context.project.sensitivity.value[self._stem].percent)

    def _on_metered(self, readings: MeterReadings) -> None:
        self.meter.show_level(
            readings.peaks_db[self._lane.code], readings.holds_db[self._lane.code]
        )
        self._show_peak()

    def _show_peak(self) -> None:
        hold_db = self.meter.hold_db
        is_silent = hold_db <= LEAST_DB
        text = "" if is_silent else self.tr("Peak {level} dB").format(level=decimal(hold_db, 1))
        if text != self._peak.text():
            self._peak.setText(text)
            self.meter.setAccessibleDescription(text)

    def _show_mix(self, _changed: Stem | None = None) -> None:
        mix = self._context.project.mix
        if self._stem is None:
            self.gain.show_value(mix.master_db)
            return
        gain = mix.gain(self._stem)
        self.gain.show_value(gain.gain_db)
        self.solo.setChecked(gain.soloed)
        self.mute.setChecked(gain.muted)

    def _show_monitor(self) -> None:
        self.original.setChecked(self._context.comparison.original)

    def _pressed_keys(self) -> Qt.KeyboardModifier:
        return QGuiApplication.keyboardModifiers()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show how strict the stem is below the rest, where there is room for it."""
        super().resizeEvent(event)
        above, height = self._peak.geometry(), self.strictness.sizeHint().height()
        top = above.bottom() + _GAP_PX
        self.strictness.setGeometry(above.left(), top, above.width(), height)
        has_room = top + height + _GAP_PX <= self.height()
        self.strictness.setVisible(has_room and self._stem is not None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Keys shall act on this lane."""
        self.focus_asked.emit()
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground and the bar in the lane's colour."""
        theme, painter = active_theme(), QPainter(self)
        focused = self._context.view.focus == self._lane.code
        painter.fillRect(self.rect(), QColor(theme.raised if focused else theme.card))
        width = _FOCUSED_BAR_PX if focused else _BAR_PX
        painter.fillRect(QRect(0, 0, width, self.height()), QColor(theme.colour(self._lane.colour)))
