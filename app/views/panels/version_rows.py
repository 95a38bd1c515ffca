"""A row of the list of versions, drawn in two lines."""

from enum import IntEnum

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.look.theme import active_theme

_PADDING_PX, _MARK_PX, _LINE_GAP_PX, _RADIUS_PX = 8, 3, 2, 4

Index = QModelIndex | QPersistentModelIndex


class RowRole(IntEnum):
    """What a row holds beside its name."""

    DETAILS = Qt.ItemDataRole.UserRole
    STATE = Qt.ItemDataRole.UserRole + 1
    CURRENT = Qt.ItemDataRole.UserRole + 2
    TRIAL = Qt.ItemDataRole.UserRole + 3


class VersionRowPainter(QStyledItemDelegate):
    """Name and state above, details below; what is heard has a bar at its left edge."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a row."""
        theme, is_current = active_theme(), bool(index.data(RowRole.CURRENT))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        row = option.rect.adjusted(0, 1, 0, -1)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if is_current or hovered:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.raised))
            painter.drawRoundedRect(row, _RADIUS_PX, _RADIUS_PX)
        if is_current:
            mark = QRect(row.left(), row.top(), _MARK_PX, row.height())
            painter.setBrush(QColor(theme.accent))
            painter.drawRoundedRect(mark, _MARK_PX / 2, _MARK_PX / 2)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QColor(theme.accent))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(row, _RADIUS_PX, _RADIUS_PX)
        self._draw_words(painter, option, index, row)
        painter.restore()

    def _draw_words(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index, row: QRect
    ) -> None:
        theme = active_theme()
        inside = row.adjusted(_PADDING_PX + _MARK_PX, _PADDING_PX // 2, -_PADDING_PX, 0)
        above = QRect(inside.topLeft(), QSize(inside.width(), option.fontMetrics.height()))
        below = above.translated(0, above.height() + _LINE_GAP_PX)
        state = str(index.data(RowRole.STATE) or "")
        state_px = option.fontMetrics.horizontalAdvance(state)
        painter.setFont(option.font)
        painter.setPen(QColor(theme.warning if index.data(RowRole.TRIAL) else theme.muted))
        painter.drawText(above, Qt.AlignmentFlag.AlignRight, state)
        painter.setPen(QColor(theme.muted))
        _draw_elided(painter, below, str(index.data(RowRole.DETAILS)))
        font = QFont(option.font)
        font.setWeight(
            QFont.Weight.DemiBold if index.data(RowRole.CURRENT) else QFont.Weight.Normal
        )
        painter.setFont(font)
        painter.setPen(QColor(theme.text))
        name_box = above.adjusted(0, 0, -state_px - _PADDING_PX, 0)
        _draw_elided(painter, name_box, str(index.data(Qt.ItemDataRole.DisplayRole)))

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Two lines."""
        height = 2 * option.fontMetrics.height() + _LINE_GAP_PX + _PADDING_PX + 2
        return QSize(0, height)

    def updateEditorGeometry(  # noqa: N802
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """Let a new name be typed over the whole row."""
        editor.setGeometry(option.rect)


def _draw_elided(painter: QPainter, box: QRect, text: str) -> None:
    elided = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, box.width())
    painter.drawText(box, Qt.AlignmentFlag.AlignLeft, elided)
