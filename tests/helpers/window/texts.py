"""All that a window says: on its widgets, in their tool tips and lists, in its actions."""

import re

from PySide6.QtCore import QTranslator
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QComboBox,
    QGroupBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QMenu,
    QPlainTextEdit,
    QTableWidget,
    QTabWidget,
    QTextEdit,
    QTreeWidget,
    QWidget,
)

from cass_core.resource_files import resource

LEFT, RIGHT = "⟦", "⟧"


class MarkingTranslator(QTranslator):
    """Translates, and puts what it has translated into brackets."""

    def __init__(self, code):
        super().__init__()
        self._own = QTranslator()
        assert self._own.load(f"cass_studio_{code}", str(resource("translations")))

    def translate(self, context, text, disambiguation=None, number=-1):
        found = self._own.translate(context, text, disambiguation, number)
        return f"{LEFT}{found}{RIGHT}" if found else ""


def unmarked(text):
    """What of a text was not translated."""
    while (shorter := re.sub(f"{LEFT}[^{LEFT}{RIGHT}]*{RIGHT}", "", text)) != text:
        text = shorter
    return text


def texts_of(top):
    """Pairs of what says it and what is said, for all parts of a window."""
    for widget in [top, *top.findChildren(QWidget)]:
        for text in (*_own(widget), *_entries(widget)):
            if text.strip():
                yield f"{type(widget).__name__} {widget.objectName()}", text
    for action in top.findChildren(QAction):
        if not action.objectName().startswith("_q"):
            for text in (action.text(), action.statusTip()):
                yield f"QAction {action.objectName()}", text


def _own(widget):
    yield from (widget.toolTip(), widget.accessibleName(), widget.accessibleDescription())
    if widget.isWindow():
        yield widget.windowTitle()
    if isinstance(widget, QAbstractButton | QLabel):
        yield widget.text()
    elif isinstance(widget, QLineEdit):
        yield from (widget.text(), widget.placeholderText())
    elif isinstance(widget, QTextEdit | QPlainTextEdit):
        yield widget.toPlainText()
    elif isinstance(widget, QGroupBox | QMenu):
        yield widget.title()
    elif isinstance(widget, QAbstractSpinBox):
        yield widget.text()


def _entries(widget):
    if isinstance(widget, QComboBox):
        yield from (widget.itemText(at) for at in range(widget.count()))
    elif isinstance(widget, QTabWidget):
        yield from (widget.tabText(at) for at in range(widget.count()))
    elif isinstance(widget, QListWidget):
        items = [widget.item(at) for at in range(widget.count())]
        yield from (text for item in items for text in (item.text(), item.toolTip()))
    elif isinstance(widget, QTreeWidget):
        items = [widget.topLevelItem(at) for at in range(widget.topLevelItemCount())]
        yield from (item.text(0) for item in items)
    elif isinstance(widget, QTableWidget):
        heads = (widget.horizontalHeaderItem(at) for at in range(widget.columnCount()))
        yield from (head.text() for head in heads if head is not None)
