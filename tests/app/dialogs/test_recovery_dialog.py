"""The list of what a crash has left: recover one, discard one, or leave it for later."""

from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QPushButton

from app.dialogs import recovery_dialog
from app.dialogs.recovery_dialog import RecoveryDialog
from app.project.document import MediaReference, ProjectDocument
from app.workflows.document.recovery import RecoverableProject

MEDIA = MediaReference(Path("/films/Szene 12.mov"), "ab")


def project(number, path):
    document = ProjectDocument(MEDIA, Path("/stems"), path=path, recovered=True)
    return RecoverableProject(document, datetime(2026, 11, 20, 18, number), Path(f"/{number}.cass"))


SAVED = project(30, Path("/films/ä/Rolle 3.cass"))
UNSAVED = project(10, None)


@pytest.fixture
def dialog(qtbot):
    dialog = RecoveryDialog([SAVED, UNSAVED])
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def rows(dialog):
    found = dialog.findChild(QListWidget)
    return [found.item(number).text() for number in range(found.count())]


def button(dialog, text):
    return next(b for b in dialog.findChildren(QPushButton) if b.text() == text)


def test_names_times_and_places(dialog):
    first, second = rows(dialog)
    assert "Rolle 3" in first
    assert "18" in first
    assert "30" in first
    assert str(Path("/films/ä")) in first
    assert "Szene 12" in second
    assert "never saved" in second


def test_recover_with_the_keyboard(qtbot, dialog):
    found = dialog.findChild(QListWidget)
    qtbot.keyClick(found, Qt.Key.Key_Down)
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert dialog.result() == RecoveryDialog.DialogCode.Accepted
    assert dialog.chosen is UNSAVED


def test_later(qtbot, dialog):
    qtbot.mouseClick(button(dialog, "Later"), Qt.MouseButton.LeftButton)
    assert dialog.result() == RecoveryDialog.DialogCode.Rejected
    assert len(rows(dialog)) == 2


def test_discard_asks_first(qtbot, dialog, monkeypatch):
    given_up, answers = [], iter([False, True, True])
    dialog.discarded.connect(given_up.append)
    monkeypatch.setattr(recovery_dialog, "may_discard", lambda *_: next(answers))
    discard = button(dialog, "Discard…")
    qtbot.mouseClick(discard, Qt.MouseButton.LeftButton)
    assert (given_up, len(rows(dialog))) == ([], 2)
    qtbot.mouseClick(discard, Qt.MouseButton.LeftButton)
    assert (given_up, len(rows(dialog))) == ([SAVED], 1)
    assert dialog.chosen is UNSAVED
    assert dialog.isVisible()
    qtbot.mouseClick(discard, Qt.MouseButton.LeftButton)
    assert given_up == [SAVED, UNSAVED]
    assert not dialog.isVisible()
    assert dialog.chosen is None


def test_everything_has_a_name_and_a_tip(dialog):
    assert dialog.findChild(QListWidget).accessibleName()
    for one in dialog.findChildren(QPushButton):
        assert one.toolTip()
