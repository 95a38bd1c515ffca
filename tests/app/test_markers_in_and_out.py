"""Markers come in from a list by menu and by drop, and go out again."""

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog

from cass_core.programme.markers.marker import Marker

LABELS = "0.25\t0.75\tEinsatz\n0.5\t0.5\tSchnitt\n9000\t9001\tzu spät\n"


def drop(window, path):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    how = (
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(window, QDragEnterEvent(QPoint(5, 5), *how))
    QApplication.sendEvent(window, QDropEvent(QPointF(5, 5), *how))


def test_lists_are_dropped_imported_undone_and_exported(editor, movie, tmp_path, monkeypatch):
    editor.open(movie)
    path, rate_hz = tmp_path / "list.txt", editor.project.programme.rate_hz
    path.write_text(LABELS, encoding="utf-8")
    timeline = editor.project.timeline
    expected = (Marker(rate_hz // 4, "Einsatz", rate_hz // 2), Marker(rate_hz // 2, "Schnitt"))
    drop(editor.window, path)
    assert timeline.markers == expected
    assert "1 " in editor.window.status.sentence.text()
    editor.trigger("undo")
    assert timeline.markers == ()

    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    editor.trigger("import_markers")
    editor.trigger("import_markers")  # a second time nothing comes twice
    assert timeline.markers == expected

    def edl(_window, _title, _suggested, filters):
        return str(tmp_path / "out.csv"), filters.split(";;")[1]

    monkeypatch.setattr(QFileDialog, "getSaveFileName", edl)
    editor.trigger("export_markers")
    assert "|M:Einsatz |D:" in (tmp_path / "out.edl").read_text(encoding="utf-8")

    path.write_bytes(b"RIFF\0\0\0\0")
    drop(editor.window, path)
    assert timeline.markers == expected
    assert "list.txt" in editor.window.status.sentence.text()
