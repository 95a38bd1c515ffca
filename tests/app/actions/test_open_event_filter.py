"""What the desktop hands over is opened."""

from pathlib import Path

from PySide6.QtCore import QEvent, QUrl
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication

from app.actions.open_event_filter import OpenEventFilter


def test_a_double_clicked_project_is_asked_for(qapp):
    asked, listener = [], OpenEventFilter(qapp)
    listener.asked.connect(asked.append)
    try:
        QApplication.sendEvent(qapp, QFileOpenEvent(QUrl.fromLocalFile("/films/Ein Film ü.cass")))
        QApplication.sendEvent(qapp, QFileOpenEvent(QUrl("https://example.invalid/a.cass")))
        QApplication.sendEvent(qapp, QEvent(QEvent.Type.User))
    finally:
        qapp.removeEventFilter(listener)
    assert asked == [Path("/films/Ein Film ü.cass")]
