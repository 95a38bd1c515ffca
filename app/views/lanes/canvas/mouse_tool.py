"""What a tool is told of the mouse, and what a lane asks of a tool."""

from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from app.views.lanes.canvas.lane_geometry import LaneGeometry
from app.views.lanes.canvas.lines.line_scale import LineScale

CLICK_PX = 4.0
"""A mouse that moved less than this was not dragged."""


@dataclass(frozen=True)
class Place:
    """Where the mouse is.

    Attributes:
        x_px: from the lane's left edge.
        y_px: from its top.
        geometry: the lane's axes.
        modifiers: keys that are held.
    """

    x_px: float
    y_px: float
    geometry: LaneGeometry
    modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier

    @property
    def sample(self) -> int:
        """The sample there."""
        return self.geometry.sample_at(self.x_px)

    @property
    def hz(self) -> float:
        """The frequency there."""
        return self.geometry.hz_at(self.y_px)

    def value(self, scale: LineScale) -> float:
        """A line's value there."""
        return self.geometry.value_at(self.y_px, scale)

    @property
    def with_shift(self) -> bool:
        """Whether Shift is held."""
        return bool(self.modifiers & Qt.KeyboardModifier.ShiftModifier)

    @property
    def with_box(self) -> bool:
        """Whether a key is held that selects frequencies too; window managers may keep Alt."""
        keys = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ControlModifier
        return bool(self.modifiers & keys)

    def is_far_from(self, other: "Place") -> bool:
        """Whether the mouse was dragged from there to here."""
        return max(abs(self.x_px - other.x_px), abs(self.y_px - other.y_px)) >= CLICK_PX


class MouseTool(Protocol):
    """What the left button and a few keys do in a lane."""

    def press(self, place: Place) -> None:
        """The button went down."""

    def drag(self, place: Place) -> None:
        """The mouse moves with the button down."""

    def release(self, place: Place) -> None:
        """The button came up."""

    def double_click(self, place: Place) -> None:
        """The button went down a second time."""

    def cursor(self, place: Place) -> Qt.CursorShape:
        """What the mouse looks like there."""

    def wants(self, event: QKeyEvent) -> bool:
        """Whether a key is for the tool, whatever it does elsewhere."""

    def key(self, event: QKeyEvent) -> None:
        """A key that it wants was pressed."""

    @property
    def words(self) -> str:
        """What is being changed, such as a gain; empty between two drags."""
