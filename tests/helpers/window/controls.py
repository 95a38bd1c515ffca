"""What a user without a mouse or without eyes would meet in a widget."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QComboBox,
    QLabel,
    QTabBar,
    QWidget,
)

_POPUP = "QComboBoxPrivateContainer"


def nameless_controls(top):
    """Focusable widgets of which a screen reader could say nothing, as text for a report."""
    found = []
    for widget in [top, *top.findChildren(QWidget)]:
        if widget.focusPolicy() == Qt.FocusPolicy.NoFocus or _is_inner(widget):
            continue
        text = widget.text() if isinstance(widget, QAbstractButton | QLabel) else ""
        buddy = any(label.buddy() is widget and label.text() for label in top.findChildren(QLabel))
        if not (widget.accessibleName() or text.strip() or buddy):
            found.append(f"{type(widget).__name__} {widget.objectName()}")
    return found


def untold_controls(top):
    """Buttons and fields without a tool tip; those of a button box explain themselves."""
    kinds = (QAbstractButton, QAbstractSpinBox)
    return [
        f"{type(widget).__name__} {widget.accessibleName()}"
        for kind in kinds
        for widget in top.findChildren(kind)
        if not widget.toolTip()
        and not _is_inner(widget)
        and type(widget.parentWidget()).__name__ != "QDialogButtonBox"
    ]


def _is_inner(widget):
    """Parts that Qt makes itself inside of a control."""
    own_parts = (QAbstractSpinBox, QAbstractScrollArea, QTabBar)
    around = widget.parentWidget()
    return (
        widget.objectName().startswith("qt_")
        or isinstance(widget, QTabBar)
        or isinstance(around, own_parts)
        or (around is not None and around.metaObject().className() == _POPUP)
    )


def unspoken_controls(top):
    """Controls on screen of which a screen reader would say the kind or the value alone."""
    return [
        f"{type(widget).__name__} {widget.objectName()} {widget.toolTip()}"
        for widget in [top, *top.findChildren(QWidget)]
        if widget.isVisible()
        and widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        and not _is_inner(widget)
        and not _spoken_name(widget)
    ]


def _spoken_name(widget):
    """What AT-SPI is told, on Linux; a drop-down list's own name there is its value."""
    told = QAccessible.queryAccessibleInterface(widget)
    labels = [other for other, kind in told.relations() if kind == QAccessible.RelationFlag.Label]
    names = [label.text(QAccessible.Text.Name) for label in labels]
    if not isinstance(widget, QComboBox):
        names.append(told.text(QAccessible.Text.Name))
    elif not widget.accessibleName():
        return ""  # as other systems read it
    return "".join(names).strip()
