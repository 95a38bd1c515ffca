"""Fusion with check marks and radio dots in the theme's colours: its own vanish on a dark card."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPalette, QPen
from PySide6.QtWidgets import QAbstractSpinBox, QProxyStyle, QStyle, QStyleOption, QWidget

from app.look.plain_text import keep_plain

_LINE_PX = 1.0
_ROW_PX, _MARGIN_PX = 24, 5
_TICK = ((0.24, 0.52), (0.43, 0.71), (0.77, 0.31))


class IndicatorStyle(QProxyStyle):
    """Fusion with indicators of our own; everything else is left to the style sheet."""

    def __init__(self) -> None:
        super().__init__("Fusion")

    def drawPrimitive(
        self,
        element: QStyle.PrimitiveElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        """Draw the indicators."""
        kinds = QStyle.PrimitiveElement
        if element not in (kinds.PE_IndicatorCheckBox, kinds.PE_IndicatorRadioButton):
            super().drawPrimitive(element, option, painter, widget)
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(option.rect).adjusted(_LINE_PX, _LINE_PX, -_LINE_PX, -_LINE_PX)
        if element == kinds.PE_IndicatorCheckBox:
            _draw_check(painter, box, option)
        else:
            _draw_radio(painter, box, option)
        painter.restore()

    def polish(self, target: object) -> None:
        """Give numbers the margin of other fields, which style sheets cannot; keep text plain."""
        super().polish(target)  # type: ignore[call-overload]
        if isinstance(target, QWidget):
            keep_plain(target)
        if isinstance(target, QAbstractSpinBox) and target.lineEdit() is not None:
            target.lineEdit().setTextMargins(_MARGIN_PX, 0, 0, 0)

    def sizeFromContents(
        self,
        kind: QStyle.ContentsType,
        option: QStyleOption,
        size: QSize,
        widget: QWidget | None = None,
    ) -> QSize:
        """Give rows of lists room.

        A style sheet could too, but lists that are filled before they are shown do not ask it.
        """
        wanted = super().sizeFromContents(kind, option, size, widget)  # type: ignore[arg-type]
        if kind == QStyle.ContentsType.CT_ItemViewItem:
            wanted.setHeight(max(wanted.height(), _ROW_PX))
        return wanted


def _draw_check(painter: QPainter, box: QRectF, option: QStyleOption) -> None:
    checked = bool(option.state & QStyle.StateFlag.State_On)
    painter.setPen(QPen(_line_colour(option, checked), _LINE_PX))
    painter.setBrush(_fill_colour(option) if checked else option.palette.base().color())
    painter.drawRoundedRect(box, 3, 3)
    if checked:
        tick = [QPointF(box.x() + x * box.width(), box.y() + y * box.height()) for x, y in _TICK]
        pen = QPen(option.palette.highlightedText().color(), 0.13 * box.width())
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.drawPolyline(tick)


def _draw_radio(painter: QPainter, box: QRectF, option: QStyleOption) -> None:
    checked = bool(option.state & QStyle.StateFlag.State_On)
    painter.setPen(QPen(_line_colour(option, checked), _LINE_PX))
    painter.setBrush(option.palette.base().color())
    painter.drawEllipse(box)
    if checked:
        inner = 0.26 * box.width()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(_fill_colour(option))
        painter.drawEllipse(box.adjusted(inner, inner, -inner, -inner))


def _line_colour(option: QStyleOption, checked: bool) -> QColor:
    over = bool(option.state & QStyle.StateFlag.State_MouseOver)
    if checked or over:
        return _fill_colour(option)
    return option.palette.color(_group(option), QPalette.ColorRole.PlaceholderText)


def _fill_colour(option: QStyleOption) -> QColor:
    """The accent; quiet where the control cannot be used."""
    if option.state & QStyle.StateFlag.State_Enabled:
        return option.palette.color(QPalette.ColorRole.Accent)
    return option.palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.PlaceholderText)


def _group(option: QStyleOption) -> QPalette.ColorGroup:
    enabled = bool(option.state & QStyle.StateFlag.State_Enabled)
    return QPalette.ColorGroup.Normal if enabled else QPalette.ColorGroup.Disabled
