"""What is drawn over the picture: timecode and faces."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from app.jobs.face_boxes import FaceBox

MARGIN_PX = 10.0
_PILL_RADIUS_PX = 6.0
_PILL_COLOUR = QColor(0, 0, 0, 190)
_TEXT_COLOUR = QColor("#f4f6f9")
_FACE_COLOURS = ("#f2c14e", "#4fc1e0", "#ef7f9d", "#93d36a", "#b79cf0", "#ff9662")
_FACE_RADIUS_PX = 7.0
_LINE_PX, _SPEAKING_LINE_PX = 2.0, 3.5
_WAVE = (0.4, 0.85, 1.0, 0.6, 0.3)  # heights of the mark's bars
_WAVE_HEIGHT_PX, _BAR_PX, _BAR_STEP_PX = 12.0, 2.0, 4.0


def face_colour(track: int) -> QColor:
    """The colour of a face; the same for all pictures it is seen in."""
    return QColor(_FACE_COLOURS[track % len(_FACE_COLOURS)])


def face_area(face: FaceBox, picture: QRectF) -> QRectF:
    """Where a face is on screen."""
    left, top, right, bottom = face.box
    width, height = picture.width(), picture.height()
    corner = QPointF(picture.x() + left * width, picture.y() + top * height)
    return QRectF(corner, corner + QPointF((right - left) * width, (bottom - top) * height))


def draw_faces(painter: QPainter, faces: tuple[FaceBox, ...], picture: QRectF) -> None:
    """Draw a frame around each face, the speaker's last and with a mark.

    Args:
        painter: of the widget.
        faces: what to draw.
        picture: where the picture is.
    """
    painter.save()
    painter.setClipRect(picture)
    for face in sorted(faces, key=lambda one: one.speaking):
        area, colour = face_area(face, picture), face_colour(face.track)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        # a dark line below keeps the frame visible on bright pictures
        width = _SPEAKING_LINE_PX if face.speaking else _LINE_PX
        for pen in (QPen(QColor(0, 0, 0, 120), width + 2), QPen(colour, width)):
            painter.setPen(pen)
            painter.drawRoundedRect(area, _FACE_RADIUS_PX, _FACE_RADIUS_PX)
        if face.speaking:
            _draw_wave(painter, area, picture, colour)
    painter.restore()


def draw_pill(painter: QPainter, text: str, middle: QPointF, picture: QRectF) -> None:
    """Write on a dark pill, cut off at the picture's edges.

    Args:
        painter: of the widget; its font is used.
        text: a few words.
        middle: of the pill.
        picture: what it lies on.
    """
    metrics = QFontMetricsF(painter.font())
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, picture.width() - 40)
    pill = QRectF(0, 0, metrics.horizontalAdvance(shown) + 20, metrics.height() + 8)
    pill.moveCenter(middle)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_PILL_COLOUR)
    painter.drawRoundedRect(pill, _PILL_RADIUS_PX, _PILL_RADIUS_PX)
    painter.setPen(_TEXT_COLOUR)
    painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, shown)


def draw_timecode(painter: QPainter, text: str, font: QFont, picture: QRectF) -> None:
    """Draw the timecode at the bottom of the picture.

    Args:
        painter: of the widget.
        text: the timecode.
        font: to write it in.
        picture: where it shall be.
    """
    metrics = QFontMetricsF(font)
    # as wide as the widest digits, so that it does not tremble while playing
    widest = "".join("0" if letter.isdigit() else letter for letter in text)
    size = QRectF(0, 0, metrics.horizontalAdvance(widest) + 20, metrics.height() + 8).size()
    pill = QRectF(QPointF(0, 0), size)
    pill.moveCenter(QPointF(picture.center().x(), picture.bottom() - MARGIN_PX - size.height() / 2))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_PILL_COLOUR)
    painter.drawRoundedRect(pill, _PILL_RADIUS_PX, _PILL_RADIUS_PX)
    painter.setFont(font)
    painter.setPen(_TEXT_COLOUR)
    painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, text)


def _draw_wave(painter: QPainter, area: QRectF, picture: QRectF, colour: QColor) -> None:
    """The mark of who speaks: bars of a sound wave at the frame's top."""
    width = _BAR_STEP_PX * len(_WAVE) + 8
    mark = QRectF(area.right() - width, area.top() - _WAVE_HEIGHT_PX - 10, width, 18)
    if mark.top() < picture.top() + 2:
        mark.moveTop(area.top() + 4)
        mark.moveRight(area.right() - 4)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_PILL_COLOUR)
    painter.drawRoundedRect(mark, _PILL_RADIUS_PX, _PILL_RADIUS_PX)
    painter.setBrush(colour)
    for number, share in enumerate(_WAVE):
        height = _WAVE_HEIGHT_PX * share
        x = mark.x() + 5 + number * _BAR_STEP_PX
        painter.drawRoundedRect(QRectF(x, mark.center().y() - height / 2, _BAR_PX, height), 1, 1)
