"""The export dialog says what will be written before it is."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox

from app.project.seen.selection import Selection
from app.workflows.export.export_runner import ExportState
from cass_core.clips import SampleSpan
from tests.helpers.window import mouse

pytestmark = pytest.mark.media

KEY = Qt.Key
RATE_HZ = 48_000


def look(dialog):
    dialog._look_again()
    return dialog._forecast.sentences.text()


def test_remix_says_that_mute_and_solo_shape_it(separated):
    dialog = separated.export_dialog("export_remux")
    assert look(dialog) == ""
    dialog.reject()
    separated.press(KEY.Key_2)
    separated.press(KEY.Key_M, mouse.SHIFT)
    dialog = separated.export_dialog("export_remux")
    assert look(dialog) == "The remix holds only DX + MX: mute and solo shape it, too."
    dialog._as_sound.click()
    assert look(dialog) == ""  # three stems are chosen, and no remix
    dialog.reject()
    separated.take_keyboard()
    separated.press(KEY.Key_M, mouse.SHIFT)
    separated.press(KEY.Key_Up)
    dialog = separated.export_dialog("export_remux")
    assert look(dialog) == "The remix has the gains that you hear."
    dialog._as_sound.click()
    words = "Gains and gain lines are left out of the stems' files"
    assert look(dialog) == f"{words}, so that they sum to the mixture."
    dialog._sessions.check(["reaper"])
    assert look(dialog) == f"{words}; the sessions carry them."
    dialog._tracks._gains.setChecked(True)
    assert look(dialog) == ""
    dialog.reject()


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("mov", "write 32-bit float instead"),
        ("mkv", "write 32-bit float instead"),
        ("mp4", "leave it so; players may clip it"),
        ("mp4-alac", "export nothing and say so"),
    ],
)
def test_what_is_offered_for_a_loud_remix_fits_the_format(separated, key, words):
    dialog = separated.export_dialog("export_remux")
    box = dialog._format.movie
    box.setFocus()
    while box.currentData() != key:
        QTest.keyClick(box, KEY.Key_Down if box.currentIndex() < box.findData(key) else KEY.Key_Up)
    assert dialog._format.overs.itemText(0) == words
    dialog._as_sound.click()
    assert dialog._format.overs.itemText(0) == "write 32-bit float instead"
    dialog.reject()


def test_part_has_other_names_than_the_whole(separated, tmp_path):
    assert separated.export(tmp_path) is ExportState.DONE
    whole = {path.name for path in tmp_path.glob("*.wav")}
    separated.context.exports.clear()
    separated.view.select(Selection(SampleSpan(RATE_HZ, 2 * RATE_HZ)))
    dialog = separated.export_dialog()
    dialog._place.folder.setText(str(tmp_path))
    assert dialog.problem == ""
    names = dialog._planner.names(dialog.choice)
    assert names == tuple(f"scene_{stem}_01-00-01-00.wav" for stem in ("DX", "FX", "MX"))
    assert not whole & set(names)
    dialog._place.template.setText("{start} {stem}")
    assert dialog._planner.names(dialog.choice)[0] == "01-00-01-00 DX.wav"
    dialog.reject()


def test_buttons_stay_where_they_are_when_something_is_in_the_way(separated, tmp_path):
    dialog = separated.export_dialog()
    dialog._place.folder.setText("nowhere")
    place = dialog._export.pos()
    separated.wait(lambda: dialog._forecast.problem.isVisible())
    separated.settle()
    assert dialog._export.pos() == place
    dialog.reject()


@pytest.mark.parametrize("name", ["export", "export_remux"])
def test_buttons_stay_where_they_are_whatever_is_chosen(separated, name):
    separated.view.select(Selection(SampleSpan(RATE_HZ, 2 * RATE_HZ)))
    dialog = separated.export_dialog(name)
    separated.settle()
    place, places = dialog._export.pos(), set()
    for kind in (dialog._as_sound, dialog._as_movie, dialog._as_sound):
        kind.click()
        for box in dialog.findChildren(QCheckBox):
            if box.isVisible() and box.isEnabled():
                box.click()
                dialog._look_again()
                separated.settle()
                places.add(dialog._export.pos())
    assert places == {place}
    dialog.reject()
