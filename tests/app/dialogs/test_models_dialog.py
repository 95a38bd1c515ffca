"""The window of models: what it says, getting one in one step, files by hand, and refusals."""

import pytest
from PySide6.QtCore import Qt

from app.dialogs.models.models_dialog import ModelsDialog
from app.dialogs.models.shelf_words import speed_words
from app.jobs.model_getter import ModelGetter
from app.views.panels.choice_form import ChoiceForm
from tests.helpers.separation.published_checkpoints import (
    random_state,
    tiger_config,
    write_checkpoint,
)
from tests.helpers.separation.shelf_fakes import served_shelf

GETTING_MS = 120_000  # a process loads PyTorch on a busy computer


class Shelf:
    """The window beside the form whose choice it changes."""

    def __init__(self, qtbot, settings):
        self.qtbot, self.form = qtbot, ChoiceForm(settings)
        self.getter = ModelGetter()
        self.dialog = ModelsDialog(self.getter, lambda: self.form.model_name, lambda _: "")
        self.dialog.model_chosen.connect(self.form.use_model)
        qtbot.addWidget(self.form)
        qtbot.addWidget(self.dialog)
        with qtbot.waitExposed(self.dialog):
            self.dialog.show()
        qtbot.waitUntil(lambda: self.dialog.table.rowCount() > 5)

    def choose(self, title):
        """Make a model's row the current one."""
        table = self.dialog.table
        row = table.findItems(title, Qt.MatchFlag.MatchExactly)[0].row()
        table.setCurrentCell(row, 0)
        return [table.item(row, column).text() for column in range(table.columnCount())]

    def wait_for(self, signal, press):
        """What a signal brings after a press."""
        with self.qtbot.waitSignal(signal, timeout=GETTING_MS) as told:
            press()
        self.qtbot.waitUntil(lambda: not self.getter.busy)
        return told.args[0]


@pytest.fixture
def server(monkeypatch, tmp_path):
    monkeypatch.setenv("CASS_DATA", str(tmp_path / "data"))
    with served_shelf(monkeypatch, tmp_path) as (served, _row):
        yield served


@pytest.fixture
def shelf(qtbot, settings, server):
    made = Shelf(qtbot, settings)
    yield made
    made.dialog.stop()


def test_a_model_is_got_and_used_in_one_step(shelf, server, settings):
    dialog = shelf.dialog
    words = shelf.choose("MRX")
    assert words[1:4] == ["Full band", "Listens only", "Yes"]
    assert words[-1] == "To get"
    assert "quick one" in dialog.good_at.text()
    assert "MIT, which allows commercial use" in dialog.licence.text()
    assert server.asked == [], "nothing is fetched without being asked for"
    server.pause_s = 0.05
    dialog.get.click()
    shelf.qtbot.waitUntil(lambda: dialog.told.text().startswith("Fetching MRX"))
    dialog.cancel.click()
    shelf.qtbot.waitUntil(lambda: not shelf.getter.busy)
    assert shelf.form.model_name == "starter"
    server.pause_s = 0.0
    assert shelf.wait_for(shelf.getter.got, dialog.get.click) == "mrx"
    assert shelf.form.model_name == ChoiceForm(settings).model_name == "mrx"
    shelf.qtbot.waitUntil(lambda: shelf.choose("MRX")[-1] == "Chosen")
    assert dialog.get.isHidden()
    shelf.choose("Starter")
    dialog.also.click()
    assert shelf.form.model_name == ChoiceForm(settings).model_name == "mrx,starter"
    shelf.qtbot.waitUntil(
        lambda: shelf.choose("MRX")[-1] == shelf.choose("Starter")[-1] == "Chosen"
    )
    assert not dialog.also.isEnabled()
    dialog.use.click()
    assert shelf.form.model_name == "starter"


def test_what_does_not_come_is_said_and_stays(shelf, server):
    server.status = 404
    shelf.choose("MRX")
    said = shelf.wait_for(shelf.getter.failed, shelf.dialog.get.click)
    assert "it is not there any more, HTTP 404" in said
    assert shelf.dialog.problem.text() == said
    assert shelf.dialog.get.isEnabled()


def test_a_file_is_taken_by_hand(shelf, tmp_path):
    shelf.choose("AV-CASS")
    assert shelf.dialog.get.isHidden()
    assert "download it from its page and drop it here" in shelf.dialog.good_at.text()
    bad = tmp_path / "text.ckpt"
    bad.write_text("nothing")
    said = shelf.wait_for(shelf.getter.failed, lambda: shelf.dialog.take(bad))
    assert "no checkpoint that can be read safely" in said
    file = write_checkpoint(tmp_path / "downloaded.pth", random_state(tiger_config()))
    for name in ("tiger-dnr", "tiger-dnr-2"):  # a second one stands beside the first
        assert shelf.wait_for(shelf.getter.got, lambda: shelf.dialog.take(file)) == name
        assert shelf.form.model_name == name


@pytest.mark.parametrize(
    ("minute_s", "cost", "is_measured", "words"),
    [
        (4.04, 1.0, True, "4 s"),
        (720.0, 12.0, False, "about 12 min"),
        (None, 176.3, False, "176 × the starter"),
        (None, 6.4, False, "6.4 × the starter"),
        (None, 1.0, False, ""),
        (None, None, False, ""),
    ],
)
def test_speeds_are_told_as_far_as_they_are_known(minute_s, cost, is_measured, words):
    assert speed_words(minute_s, cost, is_measured=is_measured) == words
