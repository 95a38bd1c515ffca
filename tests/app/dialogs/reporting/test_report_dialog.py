"""The user reads, saves and sends the report; closing it ends what looks at the computer."""

import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog

from app.dialogs.reporting import report_dialog
from app.dialogs.reporting.report_dialog import ReportDialog
from app.jobs import examination
from app.jobs.examination import examine_computer
from tests.helpers.window.controls import nameless_controls, untold_controls


@pytest.fixture
def dialog(qtbot, settings, monkeypatch):
    monkeypatch.setattr(report_dialog, "examine_computer", lambda stopped: "ok fonts: found")
    dialog = ReportDialog(settings, lambda: [Path("/films/One.mov")], None)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: "fonts" in dialog.report(), timeout=5000)
    yield dialog
    dialog.close()


def test_what_is_shown_is_what_is_saved(dialog, tmp_path, monkeypatch):
    target = tmp_path / "report.txt"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    dialog.words.setPlainText("It hung.")
    dialog._show.click()
    dialog._save.click()

    saved = target.read_text(encoding="utf-8")
    assert saved == dialog.text.toPlainText()
    assert "It hung." in saved
    assert nameless_controls(dialog) == []
    assert untold_controls(dialog) == []


def test_a_folder_that_takes_nothing_is_told(dialog, tmp_path, monkeypatch):
    target = tmp_path / "nosuch" / "report.txt"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    dialog._save.click()
    assert str(target) in dialog._state.text()


def test_the_computer_is_looked_at_in_another_process(monkeypatch):
    monkeypatch.setattr(sys, "executable", "/nosuch/python")
    assert "cannot be run" in examine_computer(lambda: False)


def test_nobody_waits_for_it_once_the_dialog_is_closed(monkeypatch):
    started = []
    real = examination.subprocess.Popen

    def slow(command, **rest):
        started.append(real([sys.executable, "-c", "import time; time.sleep(100)"], **rest))
        return started[0]

    monkeypatch.setattr(examination.subprocess, "Popen", slow)
    assert "ended with code" in examine_computer(lambda: True)
    assert started[0].poll() is not None
