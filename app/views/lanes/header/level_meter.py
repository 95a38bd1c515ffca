"""A bar for the level of a lane, with the held peak and a lamp for clipping."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.look.theme import DARK, active_theme

# levels in dBFS and their height; most of the bar is for what an editor works at
_SCALE = ((-70.0, 0.0), (-60.0, 0.03), (-40.0, 0.17), (-20.0, 0.52), (-10.0, 0.75), (0.0, 1.0))
_LOUD_DB, _HOT_DB, _CLIP_DB = -9.0, -1.0, 0.0
_MARKS_DB = (-6.0, -12.0, -20.0, -40.0)
LEAST_DB = -70.0
"""What is quieter is not shown."""
_LAMP_PX, _GAP_PX, _WIDTH_PX = 6, 2, 12
_CLEAR_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_KEYPAD = Qt.KeyboardModifier.KeypadModifier


def height_of(level_db: float) -> float:
    """Share of the bar that a level fills, 0 to 1."""
    lowest_db, _ = _SCALE[0]
    level_db = min(max(level_db, lowest_db), 0.0)
    for (low_db, low), (high_db, high) in zip(_SCALE, _SCALE[1:], strict=False):
        if level_db <= high_db:
            return low + (high - low) * (level_db - low_db) / (high_db - low_db)
    return 1.0


class LevelMeter(QWidget):
    """A click or Return puts the clip lamp out and forgets the held peak.

    Signals:
        cleared: the user put the lamp out.
    """

    cleared = Signal()

    def __init__(self, colour: str, name: str, parent: QWidget | None = None) -> None:
        """Show silence.

        Args:
            colour: name of the lane's colour in `Theme`.
            name: what screen readers call it.
            parent: the widget around it.
        """
        super().__init__(parent)
        self._colour = colour
        self._peak_db = self._hold_db = LEAST_DB
        self._clipped = False
        self.setAccessibleName(name)
        self.setToolTip(self.tr("Level and held peak. Click to put the clip lamp out."))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setFixedWidth(_WIDTH_PX)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    @property
    def peak_db(self) -> float:
        """The level that is shown, in dBFS."""
        return self._peak_db

    @property
    def hold_db(self) -> float:
        """The held peak, in dBFS."""
        return self._hold_db

    def show_level(self, peak_db: float, hold_db: float) -> None:
        """Show a level.

        Args:
            peak_db: of this moment, in dBFS.
            hold_db: highest of the last seconds, in dBFS.
        """
        before = self._places()
        clipped = self._clipped or max(peak_db, hold_db) >= _CLIP_DB
        has_new_lamp = clipped != self._clipped
        self._peak_db, self._hold_db, self._clipped = peak_db, hold_db, clipped
        if has_new_lamp or before != self._places():
            self.update()

    def clear(self) -> None:
        """Put the lamp out and forget the held peak."""
        self._clipped = False
        self._hold_db = self._peak_db
        self.update()
        self.cleared.emit()

    def _places(self) -> tuple[int, int]:
        """Heights of bar and held peak in whole pixels."""
        height = self._bar().height() * self.devicePixelRatioF()
        levels = (self._peak_db, self._hold_db)
        return round(height * height_of(levels[0])), round(height * height_of(levels[1]))

    def _bar(self) -> QRectF:
        top = _LAMP_PX + _GAP_PX
        return QRectF(0.0, top, self.width(), max(self.height() - top, 1))

    def sizeHint(self) -> QSize:
        """As narrow as its lamp."""
        return QSize(_WIDTH_PX, 64)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Put the lamp out."""
        self.clear()

    def wants(self, event: QKeyEvent) -> bool:
        """Whether it works with a key that is also a shortcut of the window."""
        return not event.modifiers() & ~_KEYPAD and event.key() in _CLEAR_KEYS

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Put the lamp out."""
        if event.key() in _CLEAR_KEYS:
            self.clear()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the lamp, the bar in its three colours, the held peak and the marks."""
        theme, painter, bar = active_theme(), QPainter(self), self._bar()
        painter.fillRect(bar, QColor(theme.canvas))
        lamp = QRectF(0.0, 0.0, self.width(), _LAMP_PX)
        painter.fillRect(lamp, QColor(theme.danger if self._clipped else theme.canvas))
        zones = (
            (LEAST_DB, _LOUD_DB, QColor(DARK.colour(self._colour))),
            (_LOUD_DB, _HOT_DB, QColor("#e8c15a")),
            (_HOT_DB, _CLIP_DB, QColor("#f0705f")),
        )
        for low_db, high_db, colour in zones:
            if self._peak_db > low_db:
                self._fill(painter, low_db, min(high_db, self._peak_db), colour)
        if self._hold_db > LEAST_DB:
            y_px = bar.bottom() - bar.height() * height_of(self._hold_db)
            painter.fillRect(QRectF(0.0, y_px, bar.width(), 1.5), QColor("#f4f6f8"))
        for mark_db in _MARKS_DB:
            y_px = round(bar.bottom() - bar.height() * height_of(mark_db))
            painter.fillRect(QRectF(0.0, y_px, bar.width(), 1.0), QColor(255, 255, 255, 38))
        if self.hasFocus():
            painter.setPen(QColor(theme.accent))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def _fill(self, painter: QPainter, low_db: float, high_db: float, colour: QColor) -> None:
        bar = self._bar()
        top = bar.bottom() - bar.height() * height_of(high_db)
        bottom = bar.bottom() - bar.height() * height_of(low_db)
        painter.fillRect(QRectF(0.0, top, bar.width(), bottom - top), colour)
