"""Yes-or-no questions before something is lost."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget


def may_replace(parent: QWidget, paths: Sequence[Path]) -> bool:
    """Ask whether an earlier run's files may go.

    Args:
        parent: the window that asks.
        paths: what would be replaced.

    Returns:
        True where nothing stands there, or the user agrees.
    """
    if not paths:
        return True
    names = "\n".join(path.name for path in paths)
    return _agrees(
        parent,
        "Replace the earlier stems?",
        f"This folder holds stems of this movie already:\n{names}",
        "Replace",
    )


def may_stop(parent: QWidget) -> bool:
    """Ask whether a running separation may be stopped so that the window can close."""
    return _agrees(
        parent,
        "Stop the separation and close?",
        "What is finished is kept; the run can be resumed later.",
        "Stop and Close",
    )


def _agrees(parent: QWidget, question: str, details: str, yes: str) -> bool:
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Question)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setWindowTitle("Cass Studio")
    box.setText(question)
    box.setInformativeText(details)
    agree = box.addButton(yes, QMessageBox.ButtonRole.AcceptRole)
    keep = box.addButton(QMessageBox.StandardButton.Cancel)
    box.setDefaultButton(keep)
    box.exec()
    return box.clickedButton() is agree
