"""Licences of everything, and what a report of a fault needs."""

import logging

import pytest
from PySide6.QtGui import QDesktopServices, QGuiApplication

from app.dialogs.about_dialog import AboutDialog
from app.dialogs.error_dialog import ErrorDialog, open_log
from app.environment.component_list import CARRIED, components, starter_licence
from app.environment.error_report import details_for_report, log_path, start_log, surroundings
from tests.helpers.window.controls import nameless_controls, untold_controls


@pytest.fixture
def log(monkeypatch):
    """A log of this test's own."""
    root = logging.getLogger()
    before = list(root.handlers)
    start_log()
    yield log_path()
    for handler in set(root.handlers) - set(before):
        root.removeHandler(handler)
        handler.close()


def test_components_are_read_from_the_installed_packages():
    found = {part.name: part for part in components()}
    assert {"numpy", "torch", "av", "PySide6_Essentials", "soxr"} <= set(found)
    assert all(part.licence and len(part.licence) < 200 for part in found.values())
    assert found["PySide6_Essentials"].version.startswith("6.")
    assert "pytest" not in found
    assert {name for name, _, _ in CARRIED} <= set(found)


def test_about_shows_them_and_the_model_card(qtbot):
    dialog = AboutDialog()
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: dialog.table.rowCount() > 20, timeout=5000)
    assert "starter model" in dialog.card.toPlainText()
    assert starter_licence() == "CC-BY-SA-4.0"
    assert nameless_controls(dialog) == []
    dialog.close()


def test_log_begins_with_the_surroundings(log):
    logging.getLogger("some.part").error("it broke")
    text = log.read_text(encoding="utf-8")
    assert surroundings()[0] in text
    assert "it broke" in text


def test_details_hold_sentence_versions_and_the_end_of_the_log(log):
    logging.getLogger("some.part").error("x" * 20_000 + " the end")
    details = details_for_report("It failed.")
    assert details.startswith("It failed.")
    assert "Python" in details
    assert details.endswith("the end")
    assert len(details) < 9_500


def test_details_without_a_log():
    assert "Python" in details_for_report()


def test_error_dialog_copies_the_details(qtbot, log):
    logging.getLogger("some.part").error("it broke")
    dialog = ErrorDialog("It failed.")
    qtbot.addWidget(dialog)
    dialog.show()
    assert not dialog.details.isVisible()
    dialog._show.click()
    assert "it broke" in dialog.details.toPlainText()
    dialog._copy.click()
    assert QGuiApplication.clipboard().text() == details_for_report("It failed.")
    assert nameless_controls(dialog) == []
    assert untold_controls(dialog) == []


def test_log_is_opened_with_the_desktops_program(monkeypatch, log):
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    open_log()
    assert opened == [str(log)]


def test_names_in_the_log_are_one_line_and_only_shown(log):
    logging.getLogger("cass_core.x").warning("%s is odd", "a\x1b[2J\n2026 ERROR nobody: b\udcff")
    (line,) = [line for line in log.read_text("utf-8").split("\n") if "is odd" in line]
    assert line.endswith(r"a\x1b[2J\n2026 ERROR nobody: b\xff is odd")
