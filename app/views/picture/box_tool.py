"""A box that the user draws on the picture, with the mouse or with keys."""

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QWidget

from app.look.theme import active_theme
from app.views.picture.picture_overlay import draw_pill

_KEY = Qt.Key
_MOVES = {
    _KEY.Key_Left: (-1, 0), _KEY.Key_Right: (1, 0), _KEY.Key_Up: (0, -1), _KEY.Key_Down: (0, 1),
}  # fmt: skip
_ENTERS = (_KEY.Key_Return, _KEY.Key_Enter)
_STEP, _LEAST = 0.02, 0.02  # of the picture
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
        self._box, self._corner = QRectF(_MIDDLE), QPointF()
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
        """Ask for a box, beginning with one in the middle."""
        self._is_asking, self._is_dragging, self._words = True, False, ""
        self._box = QRectF(_MIDDLE)
        self._picture.setCursor(Qt.CursorShape.CrossCursor)
        self._picture.setFocus()
        self._picture.update()

    def show_busy(self, words: str) -> None:
        """Keep the box and say what is done with it."""
        self._is_asking, self._words = False, words
        self._picture.unsetCursor()
        self._picture.update()

    def end(self) -> None:
        """Show no box any more."""
        self._is_asking, self._words = False, ""
        self._picture.unsetCursor()
        self._picture.update()

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
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(_SHADE)
        for part in (
            QRectF(area.topLeft(), QPointF(area.right(), inner.top())),
            QRectF(QPointF(area.left(), inner.bottom()), area.bottomRight()),
            QRectF(QPointF(area.left(), inner.top()), inner.bottomLeft()),
            QRectF(inner.topRight(), QPointF(area.right(), inner.bottom())),
        ):
            painter.drawRect(part)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for pen in (QPen(QColor(0, 0, 0, 160), 4), QPen(QColor(active_theme().accent), 2)):
            painter.setPen(pen)
            painter.drawRect(inner)
        if self._words:
            draw_pill(painter, self._words, QPointF(area.center().x(), area.top() + 24), area)
        painter.restore()

    def _on_screen(self, area: QRectF) -> QRectF:
        box = self._box
        corner = QPointF(area.x() + box.x() * area.width(), area.y() + box.y() * area.height())
        size = QPointF(box.width() * area.width(), box.height() * area.height())
        return QRectF(corner, corner + size)

    def _share(self, event: QMouseEvent) -> QPointF:
        area = self._picture.picture_area()  # type: ignore[attr-defined]
        place = event.position()
        x = (place.x() - area.x()) / max(area.width(), 1)
        y = (place.y() - area.y()) / max(area.height(), 1)
        return QPointF(min(max(x, 0.0), 1.0), min(max(y, 0.0), 1.0))

    def _on_mouse(self, event: QMouseEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.MouseButtonPress and event.button() == Qt.MouseButton.LeftButton:
            self._corner, self._is_dragging = self._share(event), True
            self._box = QRectF(self._corner, self._corner)
        elif kind == QEvent.Type.MouseMove and self._is_dragging:
            self._box = QRectF(self._corner, self._share(event)).normalized()
        elif kind == QEvent.Type.MouseButtonRelease and self._is_dragging:
            self._is_dragging = False
            self._box = QRectF(self._corner, self._share(event)).normalized()
            if min(self._box.width(), self._box.height()) < _LEAST:  # a click is no box
                self._box = QRectF(_MIDDLE)
            else:
                self._give()
        self._picture.update()
        return True

    def _on_key(self, event: QKeyEvent) -> bool:
        if not self.wants(event):
            return False
        if event.key() == _KEY.Key_Escape:
            self.left.emit()
        elif event.key() in _ENTERS:
            self._give()
        else:
            x, y = (_STEP * way for way in _MOVES[_KEY(event.key())])
            if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                self._resize(x, y)
            else:
                self._move(x, y)
        self._picture.update()
        return True

    def _move(self, x: float, y: float) -> None:
        box = self._box
        box.moveLeft(min(max(box.x() + x, 0.0), 1 - box.width()))
        box.moveTop(min(max(box.y() + y, 0.0), 1 - box.height()))

    def _resize(self, x: float, y: float) -> None:
        box = self._box
        box.setWidth(min(max(box.width() + x, _LEAST), 1 - box.x()))
        box.setHeight(min(max(box.height() + y, _LEAST), 1 - box.y()))

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
