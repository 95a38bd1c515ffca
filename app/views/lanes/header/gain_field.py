"""A gain in decibels, to be dragged or typed."""

import re

from PySide6.QtWidgets import QWidget

from app.environment.numbers import short
from app.views.lanes.canvas.lines.gain_scale import written_gain
from app.views.lanes.header.drag_field import DragField, Steps
from cass_core.stems.rebalance import HIGHEST_DB, LOWEST_DB

_NUMBER = re.compile(r"[+-]?(\d+([.,]\d*)?|[.,]\d+)")
_STEPS = Steps(step=0.5, fine=0.1, page=3.0, a_pixel=0.1, fine_a_pixel=0.02)


def read_gain(text: str) -> float | None:
    """A gain as typed: "3", "-4,5", "+2 dB", "-inf"; None when it is none, or too loud."""
    plain = text.strip().lower().removesuffix("db").strip().replace("−", "-")
    if plain in ("-inf", "-∞", "-oo"):
        return LOWEST_DB
    if not _NUMBER.fullmatch(plain):
        return None
    gain_db = max(float(plain.replace(",", ".")), LOWEST_DB)
    return gain_db if gain_db <= HIGHEST_DB else None


class GainField(DragField):
    """Shows a gain; a double click brings it back to 0 dB."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """Show 0 dB.

        Args:
            name: what screen readers call it.
            parent: the widget around it.
        """
        super().__init__(name, (LOWEST_DB, HIGHEST_DB), _STEPS, parent)
        self.setToolTip(
            self.tr("Drag or turn the wheel to change, type a number, double-click for 0 dB.")
        )

    def written(self, value: float) -> str:
        """Such as "-4.5 dB"."""
        return written_gain(value)

    def typed(self, text: str) -> float | None:
        """A gain as typed, see `read_gain`."""
        return read_gain(text)

    def refusal(self, text: str) -> str:
        """One sentence about a text that is no gain."""
        words = self.tr("'{text}' is no gain; type a number up to +{highest}, or -inf.")
        return words.format(text=text, highest=short(HIGHEST_DB))
