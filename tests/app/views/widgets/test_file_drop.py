"""What may be dropped on the window."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget

from app.views.widgets.file_drop import FileDrop, file_of


def mime(*urls, text=""):
    data = QMimeData()
    data.setUrls([QUrl(url) for url in urls])
    if text:
        data.setText(text)
    return data


def drag(target, data):
    event = QDragEnterEvent(
        QPoint(5, 5), Qt.DropAction.CopyAction, data,
        Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    QApplication.sendEvent(target, event)
    return event.isAccepted()


def drop(target, data):
    event = QDropEvent(
        QPointF(5, 5), Qt.DropAction.CopyAction, data,
        Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    QApplication.sendEvent(target, event)


@pytest.mark.parametrize(
    ("data", "path"),
    [
        (mime("file:///films/Szene%207%20%C3%A4.mov"), Path("/films/Szene 7 ä.mov")),
        (mime("file:///a.mov", "file:///b.mov"), None),
        (mime("https://example.org/a.mov"), None),
        (mime(), None),
        (mime(text="/a.mov"), None),
    ],
)
def test_one_local_file_is_taken(data, path):
    assert file_of(data) == path


def test_hover_drop_and_switched_off(qtbot):
    target = QWidget()
    qtbot.addWidget(target)
    listener, heard = FileDrop(target), []
    listener.hovered.connect(heard.append)
    listener.dropped.connect(heard.append)
    data, wrong = mime("file:///a.mov"), mime("https://example.org/a.mov")
    assert drag(target, data)
    QApplication.sendEvent(target, QDragLeaveEvent())
    assert drag(target, data)
    drop(target, data)
    assert heard == [True, False, True, False, Path("/a.mov")]
    assert not drag(target, wrong)
    listener.enabled = False
    assert not drag(target, data)
    drop(target, data)
    assert Path("/a.mov") not in heard[5:]
