"""Frames around what a review has found, in the colour of the stem where it belongs."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from app.lanes import LANES
from app.look.theme import DARK
from app.project.review.reviews import Review
from app.project.seen.selection import Selection
from app.views.lanes.axis.text_badge import draw_words, words_width
from app.views.lanes.canvas.lane_geometry import LaneGeometry
from cass_core.review.flag import Flag
from cass_core.spans import overlap
from cass_core.stem_names import Stem

_LEAST_PX = 2.0
_SHADOW = QColor(0, 0, 0, 170)
_THIN_PX, _CHOSEN_PX = 1.5, 3.0


def draw_flags(
    painter: QPainter, geometry: LaneGeometry, review: Review, stem: Stem, chosen: Flag | None
) -> None:
    """Paint the open flags of a lane.

    Args:
        painter: of the lane.
        geometry: its axes.
        review: what was found.
        stem: whose lane it is.
        chosen: the flag that is looked at.
    """
    for flag in review.open_flags:
        if flag.stem is stem and overlap(flag.span, geometry.axis.span).num_samples > 0:
            _draw(painter, geometry, flag, is_chosen=flag == chosen)


def _draw(painter: QPainter, geometry: LaneGeometry, flag: Flag, *, is_chosen: bool) -> None:
    rect = geometry.rect_of(Selection(flag.span, (flag.low_hz, flag.high_hz)))
    rect.setWidth(max(rect.width(), _LEAST_PX))
    colour = next(lane.colour for lane in LANES if lane.stem is flag.belongs)
    width = _CHOSEN_PX if is_chosen else _THIN_PX
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for pen in (QPen(_SHADOW, width + 2.0), QPen(QColor(DARK.colour(colour)), width)):
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        painter.setPen(pen)
        painter.drawRect(rect)
    words = f"→ {flag.belongs.code}"
    if words_width(painter, words) <= max(rect.width(), 40.0) or is_chosen:
        _draw_words(painter, rect, words)


def _draw_words(painter: QPainter, rect: QRectF, words: str) -> None:
    right = rect.left() + words_width(painter, words) + 4.0
    draw_words(painter, right, max(rect.top() + 3.0, 2.0), words)
