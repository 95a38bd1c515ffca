"""Check boxes for channels: what is chosen, the usual choices, and never none."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox

from app.dialogs.channel_dialog import ChannelDialog
from tests.helpers.window.controls import nameless_controls, untold_controls

SURROUND = ("L", "R", "C", "LFE", "Ls", "Rs")


@pytest.fixture
def shown(qtbot):
    def show(labels=SURROUND, chosen=()):
        dialog = ChannelDialog(labels, chosen)
        qtbot.addWidget(dialog)
        dialog.show()
        return dialog

    return show


def accept_button(dialog):
    box = dialog.findChild(QDialogButtonBox)
    return box.button(QDialogButtonBox.StandardButton.Ok)


@pytest.mark.parametrize("chosen", [(), (2,), (0, 1), (0, 5)])
def test_what_is_open_is_checked(shown, chosen):
    dialog = shown(chosen=chosen)
    assert dialog.channels == chosen
    checked = [box.text() for box in dialog.boxes if box.isChecked()]
    assert checked == [SURROUND[number] for number in chosen or range(6)]


@pytest.mark.parametrize(
    ("labels", "preset", "chosen"),
    [
        (SURROUND, "All", ()),
        (SURROUND, "L R", (0, 1)),
        (SURROUND, "Centre", (2,)),
        (("R", "C", "L"), "L R", (0, 2)),
    ],
)
def test_usual_choices(qtbot, shown, labels, preset, chosen):
    dialog = shown(labels, (1,))
    qtbot.mouseClick(dialog.presets[preset], Qt.MouseButton.LeftButton)
    assert dialog.channels == chosen


def test_choices_that_the_layout_has_not_are_not_offered(shown):
    dialog = shown([str(number + 1) for number in range(16)])
    assert list(dialog.presets) == ["All", "None"]


def test_no_channel_at_all_cannot_be_opened(qtbot, shown):
    dialog = shown()
    dialog.presets["None"].click()
    assert not accept_button(dialog).isEnabled()
    assert dialog._note.text() == "Check at least one channel."
    dialog.boxes[3].click()
    assert accept_button(dialog).isEnabled()
    assert dialog._note.text() == "Checked: 1 of 6"
    accept_button(dialog).click()
    assert dialog.result() == QDialog.DialogCode.Accepted
    assert dialog.channels == (3,)


def test_every_control_says_what_it_is(shown):
    dialog = shown()
    assert not nameless_controls(dialog)
    assert not untold_controls(dialog)
