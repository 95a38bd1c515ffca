"""Questions: each button answers what it says, and closing changes nothing."""

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from app.dialogs.questions import Answer, join_chapters, may_discard, may_stop, save_changes


@pytest.fixture
def window(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    return window


def answering(text):
    """Press the button of that text in the next question; None closes it."""
    seen = []

    def press():
        box = QApplication.activeModalWidget()
        seen.append(box.text())
        if text is None:
            box.close()
            return
        next(b for b in box.findChildren(QPushButton) if b.text() == text).click()

    QTimer.singleShot(0, press)
    return seen


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("Save", Answer.SAVE),
        ("Don’t save", Answer.DISCARD),
        ("Cancel", Answer.CANCEL),
        (None, Answer.CANCEL),
    ],
)
def test_save_changes(window, text, answer):
    seen = answering(text)
    assert save_changes(window, "Rolle <3> & ä") is answer
    assert seen == ["Save the changes to “Rolle <3> & ä”?"]


@pytest.mark.parametrize(
    ("ask", "yes"),
    [
        (may_stop, "Stop and close"),
        (lambda window: may_discard(window, "Rolle 3"), "Discard"),
    ],
)
def test_yes_or_no(window, ask, yes):
    for text, expected in ((yes, True), ("Cancel", False), (None, False)):
        answering(text)
        assert ask(window) is expected


@pytest.mark.parametrize(
    ("text", "answer"),
    [("Open all as one", True), ("This file alone", False), ("Cancel", None), (None, None)],
)
def test_chapters(window, text, answer):
    seen = answering(text)
    assert join_chapters(window, ["GX010001.MP4", "GX020001.MP4"]) is answer
    assert seen == ["Open all 2 files of the recording?"]
