"""The bar below the lanes: time, buttons, speed, what is heard, where and how loud."""

from fractions import Fraction

from PySide6.QtCore import QEvent, QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QWidget

from app.actions.actions import Actions
from app.look.icons import icon
from app.playback.playback import Playback
from app.project.project import Project
from app.project.view_state import ViewState
from app.views.transport.action_tool_button import ActionToolButton
from app.views.transport.device_combo import DeviceCombo
from app.views.transport.loudness_panel import LoudnessPanel
from app.views.transport.monitor_switch import MonitorSwitch
from app.views.transport.position_field import PositionField

_EDGE_PX, _GAP_PX, _ICON_PX, _SMALL_ICON_PX = 12, 4, 20, 18
_WIDEST_SPEED = "−½×"
_HALF = 0.5


class TransportBar(QFrame):
    """Everything about playing in one row.

    Attributes:
        position: the running time.
        play: the button that plays and stops.
        monitor: mix or original.
        device: the choice of the sound device.
        loudness: the meters' numbers.

    Signals:
        refused: one sentence about a text that names no position, or nothing once it is right.
    """

    refused = Signal(str)

    def __init__(
        self,
        actions: Actions,
        playback: Playback,
        project: Project,
        view: ViewState,
        parent: QWidget | None = None,
    ) -> None:
        """Build the row.

        Args:
            actions: what the buttons trigger.
            playback: what is shown.
            project: what is open.
            view: how positions are written.
            parent: the widget around it.
        """
        super().__init__(parent)
        self.setProperty("role", "bar")
        self.setAccessibleName(self.tr("Transport"))
        self._actions, self._transport = actions, playback.transport
        self.position = PositionField(project, view)
        self.play = self._play_button()
        self.speed = QLabel()
        self.monitor = MonitorSwitch(playback.comparison, actions["ab"])
        self.device = DeviceCombo(playback.devices)
        self.loudness = LoudnessPanel(playback.meters)
        self._speaker = QLabel()
        self._speaker.setBuddy(self.device)  # readers take the name of a list from its label
        self._speaker.setAccessibleName(self.device.accessibleName())
        self._lay_out()
        self._connect()
        self._draw_speaker()
        self._on_state_changed()
        self._on_action_changed()

    def _connect(self) -> None:
        transport, position = self._transport, self.position
        position.position_entered.connect(transport.seek)
        position.refused.connect(self.refused)
        transport.position_changed.connect(position.show_position)
        transport.state_changed.connect(self._on_state_changed)
        self._actions["play"].changed.connect(self._on_action_changed)
        position.show_position(transport.position)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(_EDGE_PX, 5, _EDGE_PX, 5)
        row.setSpacing(_GAP_PX)
        row.addWidget(self.position)
        row.addWidget(_line())
        row.addWidget(self._button("to_start"))
        row.addWidget(self.play)
        for name in ("shuttle_stop", "loop"):
            row.addWidget(self._button(name))
        self.speed.setMinimumWidth(self.speed.fontMetrics().horizontalAdvance(_WIDEST_SPEED) + 12)
        self.speed.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.speed.setToolTip(self.tr("Speed of playback"))
        row.addWidget(self.speed)
        row.addWidget(_line())
        row.addWidget(self.monitor)
        row.addSpacing(_GAP_PX)
        row.addWidget(self._button("follow"))
        row.addStretch(1)
        row.addWidget(self._speaker)
        row.addWidget(self.device)
        row.addWidget(_line())
        row.addWidget(self.loudness)

    def _button(self, name: str) -> ActionToolButton:
        return ActionToolButton(self._actions[name])

    def _play_button(self) -> QToolButton:
        button = QToolButton()
        button.setIconSize(QSize(_ICON_PX, _ICON_PX))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(self._actions["play"].trigger)
        return button

    @Slot()
    def _on_state_changed(self) -> None:
        playing = self._transport.playing
        self.play.setIcon(icon("pause" if playing else "play"))
        self.play.setAccessibleName(self.tr("Pause") if playing else self.tr("Play"))
        text = speed_words(self._transport.speed)
        self.speed.setText(text)
        self.speed.setAccessibleName(self.tr("Speed {speed}").format(speed=text))
        self.speed.setProperty("role", "muted" if self._transport.speed == 1 else "good")
        self.speed.style().polish(self.speed)

    def _draw_speaker(self) -> None:
        self._speaker.setPixmap(icon("speaker").pixmap(_SMALL_ICON_PX, _SMALL_ICON_PX))

    @Slot()
    def _on_action_changed(self) -> None:
        self.play.setEnabled(self._actions["play"].isEnabled())
        self.play.setToolTip(self._actions["play"].toolTip())

    def changeEvent(self, event: QEvent) -> None:
        """Draw the icons in the new theme's colours."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "loudness"):
            self._on_state_changed()
            self.loudness.reset.setIcon(icon("reset"))
            self._draw_speaker()


def speed_words(speed: float) -> str:
    """A speed as "2×", "½×" or "−4×"."""
    sign, size = ("−" if speed < 0 else ""), abs(speed)
    return f"{sign}½×" if size == _HALF else f"{sign}{Fraction(size).limit_denominator(8)}×"


def _line() -> QFrame:
    line = QFrame()
    line.setProperty("role", "line")
    line.setFixedSize(1, 24)
    return line
