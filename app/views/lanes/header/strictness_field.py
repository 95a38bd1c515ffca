"""How strict a stem is, to be dragged or typed: less bleed, or fewer artefacts."""

import re

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.look.theme import active_theme
from app.views.lanes.canvas.lines.strictness_scale import written_strictness
from app.views.lanes.header.drag_field import DragField, Steps
from cass_core.repair.sensitivity.sensitivity import FEWEST_ARTEFACTS, LEAST_BLEED

_NUMBER = re.compile(r"[+-]?\d+([.,]\d*)?")
_STEPS = Steps(step=5.0, fine=1.0, page=25.0, a_pixel=1.0, fine_a_pixel=0.2)
_BAR_PX, _INSET_PX = 2.0, 3.0


def read_strictness(text: str) -> float | None:
    """A strictness as typed: "40", "-25 %"; None where it is none, or beyond the ends."""
    plain = text.strip().removesuffix("%").strip().replace("−", "-")
    if not _NUMBER.fullmatch(plain):
        return None
    percent = float(plain.replace(",", "."))
    return percent if FEWEST_ARTEFACTS <= percent <= LEAST_BLEED else None


class StrictnessField(DragField):
    """Says what there is less of; a bar goes from the middle to where the control stands."""

    def __init__(self, name: str, colour: str, parent: QWidget | None = None) -> None:
        """Show the middle.

        Args:
            name: what screen readers call it.
            colour: name of the bar's colour in `Theme`.
            parent: the widget around it.
        """
        self._colour = colour
        super().__init__(name, (FEWEST_ARTEFACTS, LEAST_BLEED), _STEPS, parent)
        self.setToolTip(
            self.tr(
                "Up for less bleed of the other stems, down for fewer artefacts. "
                "Double-click for stems as they were separated."
            )
        )

    def written(self, value: float) -> str:
        """What there is less of, such as "Bleed −40"."""
        return written_strictness(value)

    def typed(self, text: str) -> float | None:
        """A strictness as typed, see `read_strictness`."""
        return read_strictness(text)

    def refusal(self, text: str) -> str:
        """One sentence about a text that is none."""
        words = self.tr(
            "'{text}' is none; type a number from -100 (fewest artefacts) to 100 (least bleed)."
        )
        return words.format(text=text)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the text and the bar under it."""
        super().paintEvent(event)
        half = (self.width() - 2.0 * _INSET_PX) / 2.0
        way = half * self.value / LEAST_BLEED
        middle, top = self.width() / 2.0, self.height() - _BAR_PX - 1.0
        painter, theme = QPainter(self), active_theme()
        bar = QRectF(middle + min(way, 0.0), top, abs(way), _BAR_PX)
        painter.fillRect(bar, QColor(theme.colour(self._colour)))
        painter.fillRect(QRectF(middle - 0.5, top, 1.0, _BAR_PX), QColor(theme.muted))
