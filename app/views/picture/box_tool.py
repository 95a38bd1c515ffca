"""A box that the user draws on the picture, moves and sizes, with the mouse or with keys."""

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QWidget

from app.look.theme import active_theme
from app.views.picture.box_grip import LEAST, Grip, cursor_of, dragged, grip_at
from app.views.picture.picture_overlay import draw_pill

_KEY = Qt.Key
_MOVES = {
    _KEY.Key_Left: (-1, 0), _KEY.Key_Right: (1, 0), _KEY.Key_Up: (0, -1), _KEY.Key_Down: (0, 1),
}  # fmt: skip
_ENTERS = (_KEY.Key_Return, _KEY.Key_Enter)
_STEP, _FINE_STEP = 0.02, 0.002  # of the picture
_REACH_PX, _HANDLE_PX = 7.0, 7.0
_MIDDLE = QRectF(0.35, 0.3, 0.3, 0.4)
_SHADE = QColor(0, 0, 0, 110)


class BoxTool(QObject):
    """Takes mouse and keys of the picture while a box is asked for.

    Signals:
        drawn: left, top, width and height in shares of the picture.
        left: the user wants no box.
    """

    drawn = Signal(float, float, float, float)
    left = Signal()

    def __init__(self, picture: QWidget) -> None:
        """Do nothing until `begin`.

        Args:
            picture: has `picture_area`.
        """
        super().__init__(picture)
        self._picture = picture
        self._box = QRectF(_MIDDLE)
        self._former, self._corner = QRectF(), QPointF()
        self._grip: Grip | None = None
        self._is_asking = self._is_dragging = False
        self._words = ""
        picture.installEventFilter(self)

    @property
    def box(self) -> QRectF:
        """The box, in shares of the picture."""
        return self._box

    @property
    def is_asking(self) -> bool:
        """Whether a box can be drawn now."""
        return self._is_asking

    def begin(self) -> None:
        """Ask for a box, beginning with the last one or one in the middle."""
        self._is_asking, self._is_dragging, self._words = True, False, ""
        self._picture.setMouseTracking(True)
        self._picture.setCursor(Qt.CursorShape.CrossCursor)
        self._picture.setFocus()
        self._picture.update()

    def show_busy(self, words: str) -> None:
        """Keep the box and say what is done with it."""
        self._leave(words)

    def end(self) -> None:
        """Show no box any more; the next one begins where it was."""
        self._leave("")

    def wants(self, event: QKeyEvent) -> bool:
        """Whether a key is for the box."""
        mine = event.key() in _MOVES or event.key() in (*_ENTERS, _KEY.Key_Escape)
        return mine and (self._is_asking or (bool(self._words) and event.key() == _KEY.Key_Escape))

    def draw(self, painter: QPainter, area: QRectF) -> None:
        """Draw the box over a picture.

        Args:
            painter: of the picture.
            area: where the picture is.
        """
        if not self._is_asking and not self._words:
            return
        inner = self._on_screen(area)
        painter.save()
        _draw_shade(painter, area, inner)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for pen in (QPen(QColor(0, 0, 0, 160), 4), QPen(QColor(active_theme().accent), 2)):
            painter.setPen(pen)
            painter.drawRect(inner)
        if self._is_asking:
            _draw_handles(painter, inner)
        if not self._is_dragging:
            words = self._words or self.tr("Return or a double click finds its sound")
            draw_pill(painter, words, QPointF(area.center().x(), area.top() + 24), area)
        painter.restore()

    def _leave(self, words: str) -> None:
        self._is_asking, self._is_dragging, self._words = False, False, words
        self._picture.setMouseTracking(False)
        self._picture.unsetCursor()
        self._picture.update()

    def _on_screen(self, area: QRectF) -> QRectF:
        box = self._box
        corner = QPointF(area.x() + box.x() * area.width(), area.y() + box.y() * area.height())
        size = QPointF(box.width() * area.width(), box.height() * area.height())
        return QRectF(corner, corner + size)

    def _area(self) -> QRectF:
        area: QRectF = self._picture.picture_area()  # type: ignore[attr-defined]
        return area

    def _share(self, event: QMouseEvent) -> QPointF:
        area, place = self._area(), event.position()
        x = (place.x() - area.x()) / max(area.width(), 1)
        y = (place.y() - area.y()) / max(area.height(), 1)
        return QPointF(min(max(x, 0.0), 1.0), min(max(y, 0.0), 1.0))

    def _grip_at(self, place: QPointF) -> Grip | None:
        area = self._area()
        reach = QPointF(_REACH_PX / max(area.width(), 1), _REACH_PX / max(area.height(), 1))
        return grip_at(self._box, place, reach)

    def _on_mouse(self, event: QMouseEvent) -> bool:
        kind, place = event.type(), self._share(event)
        is_left = event.button() == Qt.MouseButton.LeftButton
        if kind == QEvent.Type.MouseButtonPress and is_left:
            self._former, self._corner, self._is_dragging = QRectF(self._box), place, True
            self._grip = self._grip_at(place)
        elif kind == QEvent.Type.MouseMove and self._is_dragging:
            self._drag_to(place)
        elif kind == QEvent.Type.MouseMove:
            self._picture.setCursor(cursor_of(self._grip_at(place)))
        elif kind == QEvent.Type.MouseButtonRelease and is_left and self._is_dragging:
            self._drag_to(place)
            self._is_dragging = False
            if min(self._box.width(), self._box.height()) < LEAST:  # a click is no box
                self._box = self._former
        elif kind == QEvent.Type.MouseButtonDblClick and is_left and self._grip_at(place):
            self._give()
        self._picture.update()
        return True

    def _drag_to(self, place: QPointF) -> None:
        if self._grip is None:
            self._box = QRectF(self._corner, place).normalized()
        else:
            self._box = dragged(self._former, self._grip, place - self._corner)

    def _on_key(self, event: QKeyEvent) -> bool:
        if not self.wants(event):
            return False
        if event.key() == _KEY.Key_Escape:
            self._on_escape()
        elif event.key() in _ENTERS:
            self._give()
        else:
            keys = event.modifiers()
            step = _FINE_STEP if keys & Qt.KeyboardModifier.ControlModifier else _STEP
            across, down = _MOVES[_KEY(event.key())]
            grip = (abs(across), abs(down)) if keys & Qt.KeyboardModifier.ShiftModifier else (0, 0)
            self._box = dragged(self._box, grip, QPointF(step * across, step * down))
        self._picture.update()
        return True

    def _on_escape(self) -> None:
        """Take back what is being dragged, else the whole box."""
        if self._is_dragging:
            self._box, self._is_dragging = self._former, False
        else:
            self.left.emit()

    def _give(self) -> None:
        box = self._box
        self.drawn.emit(box.x(), box.y(), box.width(), box.height())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take what is for the box."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._on_key(event)
        if isinstance(event, QMouseEvent) and self._is_asking:
            return self._on_mouse(event)
        return super().eventFilter(watched, event)


def _draw_shade(painter: QPainter, area: QRectF, inner: QRectF) -> None:
    """Darken what is outside the box."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_SHADE)
    for part in (
        QRectF(area.topLeft(), QPointF(area.right(), inner.top())),
        QRectF(QPointF(area.left(), inner.bottom()), area.bottomRight()),
        QRectF(QPointF(area.left(), inner.top()), inner.bottomLeft()),
        QRectF(inner.topRight(), QPointF(area.right(), inner.bottom())),
    ):
        painter.drawRect(part)


def _draw_handles(painter: QPainter, box: QRectF) -> None:
    """Show where the box can be sized: its corners and the middles of its edges."""
    painter.setPen(QPen(QColor(0, 0, 0, 160), 1))
    painter.setBrush(QColor(active_theme().accent))
    middle = box.center()
    for x in (box.left(), middle.x(), box.right()):
        for y in (box.top(), middle.y(), box.bottom()):
            if QPointF(x, y) != middle:
                handle = QRectF(0, 0, _HANDLE_PX, _HANDLE_PX)
                handle.moveCenter(QPointF(x, y))
                painter.drawRect(handle)
