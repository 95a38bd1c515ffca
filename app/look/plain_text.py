"""Text is text: what files, tags and libraries bring is never taken for HTML."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget


def keep_plain(widget: QWidget) -> None:
    """Let a label, and so a tool tip or a message, show its text letter for letter.

    Args:
        widget: any; labels that were told to show something else are left so.
    """
    if isinstance(widget, QLabel) and widget.textFormat() is Qt.TextFormat.AutoText:
        widget.setTextFormat(Qt.TextFormat.PlainText)
