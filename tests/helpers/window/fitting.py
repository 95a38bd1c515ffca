"""What of a window's texts does not fit into its widget."""

from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QLabel,
    QScrollArea,
    QTabBar,
    QToolButton,
)

from app.views.lanes.header.toggle_button import ToggleButton
from app.views.widgets.text_labels import ElidedLabel

_KINDS = (QAbstractButton, QLabel, QComboBox, QTabBar)


def cut_off(top):
    """Controls and labels on screen that show less than their text, and by how many pixels.

    Labels that are made to be elided, which have all of it in their tool tip, are left out, and so
    is what can be scrolled to.
    """
    return [
        f"{type(widget).__name__} {_text(widget)!r} {missing}"
        for kind in _KINDS
        for widget in top.findChildren(kind)
        if widget.isVisible()
        and _shows_text(widget)
        and (missing := max(_missing_px(widget), _hidden_px(widget, top))) > 0
    ]


def _shows_text(widget):
    is_icon = isinstance(widget, QToolButton) and not widget.icon().isNull()
    return not isinstance(widget, ElidedLabel) and not is_icon and bool(_text(widget).strip())


def _missing_px(widget):
    if isinstance(widget, QLabel) and widget.wordWrap():
        return widget.heightForWidth(widget.width()) - widget.height()
    if isinstance(widget, ToggleButton):
        return bold_width(widget) - widget.width()
    wanted = widget.minimumSizeHint() if isinstance(widget, QComboBox) else widget.sizeHint()
    return max(wanted.width() - widget.width(), wanted.height() - widget.height())


def bold_width(widget):
    """Of its text, as it is written while it is on."""
    font = QFont(widget.font())
    font.setBold(True)
    return QFontMetrics(font).horizontalAdvance(widget.text())


def _text(widget):
    has_text = isinstance(widget, QAbstractButton | QLabel)
    return widget.text() if has_text else widget.accessibleName()


def _hidden_px(widget, top):
    """How much of it lies outside of what its parents show."""
    most, inner = 0, widget
    while inner is not top and not inner.isWindow():
        around, place = inner.parentWidget(), inner.geometry()
        if isinstance(around.parentWidget(), QScrollArea):
            return most
        over = (-place.left(), -place.top(), place.right() - around.width() + 1,
                place.bottom() - around.height() + 1)  # fmt: skip
        most, inner = max(most, *over), around
    return most
