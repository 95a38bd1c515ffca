"""Why there is a picture or none, and what is said in its place."""

from enum import Enum

from PySide6.QtCore import QCoreApplication, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

_TITLE_PX, _GAP_PX, _MARGIN_PX = 15, 8.0, 24.0
# the canvas is dark in both themes
_TITLE_COLOUR, _SENTENCE_COLOUR = QColor("#d5dae2"), QColor("#9aa4b3")


class PictureState(Enum):
    """Why the view shows what it shows."""

    NOTHING_OPEN = "nothing open"
    NO_PICTURE = "no picture"
    OPENING = "opening"
    SHOWN = "shown"
    BROKEN = "broken"


def picture_words(state: PictureState, problem: str = "") -> tuple[str, str]:
    """What is the case, and what to do about it; the second may be empty.

    Args:
        state: of the view.
        problem: one sentence, where the picture is broken.

    Returns:
        A title and a sentence.
    """
    translate = QCoreApplication.translate
    if state is PictureState.NOTHING_OPEN:
        return (
            translate("PictureState", "No movie is open"),
            translate("PictureState", "Open a movie, or drop one on the window."),
        )
    if state is PictureState.NO_PICTURE:
        return (
            translate("PictureState", "No picture"),
            translate(
                "PictureState", "This file is sound alone; it can be separated all the same."
            ),
        )
    if state is PictureState.OPENING:
        return translate("PictureState", "Opening the picture…"), ""
    if state is PictureState.BROKEN:
        return translate("PictureState", "The picture cannot be shown"), problem
    return translate("PictureState", "The picture of what is heard"), ""


def draw_state(painter: QPainter, words: tuple[str, str], font: QFont, area: QRectF) -> None:
    """Write a title and a sentence into the middle of an area.

    Args:
        painter: of the widget.
        words: title and sentence.
        font: of the widget.
        area: the whole widget.
    """
    title, sentence = words
    heading = QFont(font)
    heading.setPixelSize(_TITLE_PX)
    heading.setWeight(QFont.Weight.DemiBold)
    room = area.adjusted(_MARGIN_PX, _GAP_PX, -_MARGIN_PX, -_GAP_PX)
    flags = Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap
    title_box = QFontMetricsF(heading).boundingRect(room, flags, title)
    height = title_box.height()
    if sentence:
        height += _GAP_PX + QFontMetricsF(font).boundingRect(room, flags, sentence).height()
    top = max(room.center().y() - height / 2, room.top())
    painter.setFont(heading)
    painter.setPen(_TITLE_COLOUR)
    painter.drawText(QRectF(room.x(), top, room.width(), title_box.height()), flags, title)
    painter.setFont(font)
    painter.setPen(_SENTENCE_COLOUR)
    below = top + title_box.height() + _GAP_PX
    painter.drawText(QRectF(room.x(), below, room.width(), room.bottom() - below), flags, sentence)
