"""The first page opens, drops, remembers and says what went wrong."""

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QMainWindow

from app.actions.actions import Actions
from app.views.first_run_page import FirstRunPage
from app.views.widgets.status_line import StatusLine
from tests.helpers.window.controls import nameless_controls, untold_controls


@pytest.fixture
def window(qtbot):
    window = QMainWindow()
    qtbot.addWidget(window)
    return window


@pytest.fixture
def actions(window, settings):
    return Actions(window, settings)


@pytest.fixture
def page(window, actions, settings, tmp_path):
    for name in ("one.mov", "two & three.cass"):
        (tmp_path / name).touch()
        settings.add_recent(tmp_path / name)
    page = FirstRunPage(actions, settings)
    window.setCentralWidget(page)
    window.show()
    return page


def test_buttons_trigger_the_actions(page, actions, qtbot):
    with qtbot.waitSignal(actions["open"].triggered):
        page.open.click()
    with qtbot.waitSignals([actions["open_demo"].triggered, page.demo_wanted]):
        page.demo.click()


def test_recent_files_are_opened_by_a_click(page, qtbot, tmp_path):
    assert len(page.recent.buttons) == 2
    with qtbot.waitSignal(page.recent_chosen) as chosen:
        page.recent.buttons[0].click()
    assert chosen.args == [tmp_path / "two & three.cass"]


def test_recent_files_that_are_gone_go(page, tmp_path):
    (tmp_path / "one.mov").unlink()
    (tmp_path / "two & three.cass").unlink()
    page.refresh()
    assert page.recent.buttons == []
    assert page.recent.isHidden()


def test_a_dropped_file_is_handed_on(page, qtbot, tmp_path):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "one.mov"))])
    how = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton,
           Qt.KeyboardModifier.NoModifier)  # fmt: skip
    QApplication.sendEvent(page, QDragEnterEvent(QPoint(5, 5), *how))
    assert page._area.property("dropping")
    event = QDropEvent(QPointF(5, 5), *how)
    with qtbot.waitSignal(page.dropped) as dropped:
        QApplication.sendEvent(page, event)
    assert dropped.args == [tmp_path / "one.mov"]
    assert not page._area.property("dropping")


def test_problem_and_progress_are_said(page):
    assert page.problem.isHidden()
    page.show_problem("It holds no sound.")
    assert page.problem.text() == "It holds no sound."
    page.show_busy("Making the scene.")
    assert not page.demo.isEnabled()
    page.show_busy("")
    assert page.demo.isEnabled()


def test_every_control_can_be_told(page):
    assert nameless_controls(page) == []
    assert untold_controls(page) == []


class TestStatusLine:
    @pytest.fixture
    def line(self, qtbot):
        line = StatusLine()
        qtbot.addWidget(line)
        return line

    @pytest.mark.parametrize(
        ("kind", "role"), [("", "muted"), ("good", "good"), ("danger", "danger"), ("?", "muted")]
    )
    def test_kind_gives_the_colour(self, line, kind, role):
        line.say("Saved.", kind)
        assert line.sentence.text() == "Saved."
        assert line.sentence.property("role") == role

    def test_news_pass_and_failures_stay(self, line):
        line.say("Saved.")
        line._passing.timeout.emit()
        assert line.sentence.text() == ""
        line.say("The disk is full.", "danger")
        assert not line._passing.isActive()

    def test_hint_covers_the_sentence_for_a_while(self, line):
        line.say("The disk is full.", "danger")
        line.hint("Save the project")
        assert line.sentence.property("role") == "muted"
        line.hint("")
        assert line.sentence.text() == "The disk is full."
        assert line.sentence.property("role") == "danger"

    def test_facts_stand_on_the_right(self, line):
        line.set_fact("sound", "48 kHz · 5.1")
        line.set_fact("sound", "44.1 kHz · stereo", "all of it")
        assert line.facts["sound"].text() == "44.1 kHz · stereo"
        assert line.facts["sound"].toolTip() == "all of it"
        line.set_fact("sound", "")
        assert line.facts["sound"].isHidden()
