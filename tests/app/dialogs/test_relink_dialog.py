"""Locating a moved movie: what is chosen is compared before it can be used."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLineEdit, QPushButton, QTextEdit

from app.dialogs.relink_dialog import RelinkDialog
from app.project.document import MediaReference, ProjectDocument
from app.workflows.document.media_relinker import MediaRelinker
from cass_core.media.files.probe import media_hash


@pytest.fixture
def movie(tmp_path):
    path = tmp_path / "Szene ä.mov"
    path.write_bytes(b"movie")
    return path


@pytest.fixture
def dialog(qtbot, tmp_path, movie):
    media = MediaReference(tmp_path / "gone" / "Szene ä.mov", media_hash(movie))
    relinking = MediaRelinker()
    document = ProjectDocument(media, tmp_path, path=tmp_path / "Rolle 3.cass")
    dialog = RelinkDialog(document, relinking, tmp_path)
    qtbot.addWidget(dialog)
    dialog.show()
    yield dialog
    relinking.stop()


def buttons(dialog):
    return {one.text(): one for one in dialog.findChildren(QPushButton)}


def report(dialog):
    return dialog.findChild(QTextEdit).toPlainText()


def locate(qtbot, dialog, path):
    dialog.show_located(path)
    assert dialog.document is None
    qtbot.waitUntil(lambda: not dialog._relinking.busy)


def test_what_is_missing(dialog):
    places = [field.text() for field in dialog.findChildren(QLineEdit)]
    assert places == [str(dialog._document.media.path), ""]
    assert not buttons(dialog)["Open"].isEnabled()
    assert dialog.document is None


def test_the_same_movie(qtbot, dialog, movie):
    locate(qtbot, dialog, movie)
    assert "made with" in report(dialog)
    assert buttons(dialog)["Open"].isDefault()
    qtbot.mouseClick(buttons(dialog)["Open"], Qt.MouseButton.LeftButton)
    assert dialog.result() == RelinkDialog.DialogCode.Accepted
    assert dialog.document.media.path == movie


def test_another_movie(qtbot, dialog, tmp_path):
    other = tmp_path / "other.mov"
    other.write_bytes(b"other")
    locate(qtbot, dialog, other)
    assert "content differs" in report(dialog)
    assert buttons(dialog)["Use anyway"].isEnabled()
    assert buttons(dialog)["Locate…"].isDefault()
    assert dialog.document.media.media_hash == media_hash(other)


def test_unreadable(qtbot, dialog, movie, tmp_path):
    locate(qtbot, dialog, movie)
    locate(qtbot, dialog, tmp_path / "nothing.mov")
    assert "nothing.mov" in report(dialog)
    assert not buttons(dialog)["Open"].isEnabled()
    assert dialog.document is None


@pytest.mark.parametrize("chosen", [True, False])
def test_locate_asks_for_a_file(qtbot, dialog, movie, monkeypatch, chosen):
    asked = []

    def ask(_parent, _title, folder):
        asked.append(folder)
        return (str(movie) if chosen else "", "")

    monkeypatch.setattr(QFileDialog, "getOpenFileName", ask)
    qtbot.mouseClick(buttons(dialog)["Locate…"], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not dialog._relinking.busy)
    assert asked == [str(movie)]
    assert (dialog.document is not None) == chosen


def test_everything_has_a_name_and_a_tip(dialog):
    for field in dialog.findChildren(QLineEdit):
        assert field.accessibleName()
    for one in dialog.findChildren(QPushButton):
        assert one.toolTip()


def test_a_long_path_does_not_widen_the_dialog(qtbot, dialog, tmp_path):
    width = dialog.width()
    dialog.show_located(tmp_path / ("x" * 200) / "movie.mov")
    qtbot.waitUntil(lambda: not dialog._relinking.busy)
    assert dialog.width() == width
