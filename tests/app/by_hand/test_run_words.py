"""What is said of a run is true while it runs, stands still, ends early and goes on."""

import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from app.dialogs.export.range_buttons import length_words
from app.project.seen.selection import Selection
from app.views.panels.version_rows import RowRole
from app.workflows.separation.run_state import RunState
from cass_core.clips import SampleSpan
from tests.helpers.media.movies import Sound, noise, write_movie
from tests.helpers.separation.quick_worker import SLOW_STEPS

pytestmark = pytest.mark.media


@pytest.fixture
def opened(editor, tmp_path):
    sound = [Sound(noise(8.0, 16_000, 1), 16_000, "mono")]
    editor.open(write_movie(tmp_path / "long.wav", None, sound))
    return editor


def hint(editor):
    return editor.window.lanes._context.hint


def row(editor, number=0):
    return editor.window.version_panel.list.item(number).data(RowRole.STATE)


def share(words):
    return int(re.search(r"(\d+)\s?%", words)[1])


def grown(editor, part):
    take = editor.project.versions.takes[-1] if editor.project.versions.takes else None
    return take is not None and take.position >= part * take.span.num_samples


def test_words_follow_the_run(opened):
    run = opened.window.separation_panel.run
    assert hint(opened) == ""
    opened.choose(steps=SLOW_STEPS)
    opened.trigger("separate")
    assert "being separated" in hint(opened)
    opened.wait(lambda: grown(opened, 0.3))
    assert row(opened).startswith("separating")
    opened.trigger("pause_run")
    opened.wait(lambda: opened.context.separation.state is RunState.PAUSED)
    assert row(opened).startswith("paused at")
    assert run.phase.text().startswith("Paused")
    assert "paused" in hint(opened)
    QTest.mouseClick(run.cancel, Qt.MouseButton.LeftButton)
    opened.wait_for_run()
    stopped = share(row(opened))
    assert row(opened) == f"stopped at {stopped}%"
    assert stopped >= 30
    assert f"stopped at {stopped}%" in opened.window.separation_panel.offer.text()
    assert "Resume" in hint(opened)
    opened.trigger("resume_run")
    opened.wait(lambda: "%" in run.phase.text() and "Separating" in run.phase.text())
    assert share(run.phase.text()) >= stopped
    assert share(row(opened)) >= stopped
    opened.trigger("cancel_run")
    opened.wait_for_run()


def test_run_that_ends_before_its_first_part_says_so(opened):
    opened.choose(steps=SLOW_STEPS)
    opened.trigger("separate")
    opened.wait(lambda: opened.context.separation.running != "")
    opened.trigger("cancel_run")
    opened.wait_for_run()
    if opened.project.versions.takes and not grown(opened, 0.01):
        assert row(opened) == "stopped before the first part"
        assert "before the first part" in opened.window.separation_panel.offer.text()


@pytest.mark.parametrize(
    ("length_s", "words"),
    [(0.5, "0.5 s"), (51.92, "51.9 s"), (59.97, "1:00 min"), (61.0, "1:01 min")],
)
def test_lengths_of_an_export_are_written_as_lengths(length_s, words):
    assert length_words(length_s) == words


def test_length_of_the_selection_in_the_dialog(opened):
    opened.separate(steps=1)
    opened.view.select(Selection(SampleSpan(0, 32_000)))
    dialog = opened.export_dialog()
    texts = [label.text() for label in dialog._range.findChildren(QLabel)]
    assert any("2.0 s" in text for text in texts)
    dialog.reject()
