"""The panel of an export: what it says and offers in each state."""

from pathlib import Path

import pytest
from PySide6.QtGui import QDesktopServices

from app.views.panels.export.export_progress import ExportProgressPanel
from app.workflows.export.export_runner import ExportRunner, ExportState
from cass_core.delivery.export_request import ExportProgress, ExportResult

BUTTONS = ("cancel", "retry", "change", "show_folder", "dismiss")
PATHS = {"DX": Path("/ziel/a.wav"), "FX": Path("/ziel/b.wav")}
RESULT = ExportResult(PATHS, {}, True, -200.0, None, ("Beachte dies.",))


@pytest.fixture
def panel(qtbot):
    panel = ExportProgressPanel(ExportRunner())
    qtbot.addWidget(panel)
    return panel


def enter(panel, state, progress=None, problem="", result=None):
    exports = panel._exports
    exports._progress, exports._problem, exports._result = progress, problem, result
    exports._set_state(state)


@pytest.mark.parametrize(
    ("state", "values", "words", "buttons", "sentences"),
    [
        (ExportState.RUNNING, {}, "Starting the export · 0%", {"cancel"}, ""),
        (ExportState.RUNNING, {"progress": ExportProgress(0.42, "writing")},
         "Writing the files · 42%", {"cancel"}, ""),
        (ExportState.RUNNING, {"progress": ExportProgress(0.1, "measuring")},
         "Measuring the peaks · 10%", {"cancel"}, ""),
        (ExportState.STOPPING, {}, "Stopping the export", {"cancel"}, ""),
        (ExportState.WAITING, {}, "Waits for the export before it", {"cancel"}, ""),
        (ExportState.STOPPED, {}, "The export was cancelled", {"retry", "change", "dismiss"}, ""),
        (ExportState.FAILED, {"problem": "Die Platte ist voll."}, "Not exported",
         {"retry", "change", "dismiss"}, "Die Platte ist voll."),
        (ExportState.DONE, {"result": RESULT},
         "2 files exported · stems sum bit for bit to the mixture", {"show_folder", "dismiss"},
         "Beachte dies."),
    ],
)  # fmt: skip
def test_states(panel, state, values, words, buttons, sentences):
    assert panel.isHidden()
    enter(panel, state, **values)
    assert not panel.isHidden()
    assert panel.state.text() == words
    assert {name for name in BUTTONS if not getattr(panel, name).isHidden()} == buttons
    assert panel.sentences.text() == sentences
    assert panel.bar.isHidden() == (state not in (ExportState.RUNNING, ExportState.STOPPING))
    assert (
        panel.cancel.isEnabled() == (state is not ExportState.STOPPING) or "cancel" not in buttons
    )


def test_progress_moves_the_bar(panel):
    enter(panel, ExportState.RUNNING)
    panel._exports._on_progressed(ExportProgress(0.7, "checking"))
    assert panel.bar.value() == 700
    assert panel.state.text() == "Reading the files back · 70%"


def test_folder_is_shown(panel, monkeypatch):
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    enter(panel, ExportState.DONE, result=RESULT)
    panel.show_folder.click()
    assert [url.toLocalFile() for url in opened] == ["/ziel"]


def test_change_and_dismiss(panel, qtbot):
    enter(panel, ExportState.FAILED, problem="x")
    with qtbot.waitSignal(panel.change_wanted):
        panel.change.click()
    panel.dismiss.click()
    assert panel.isHidden()
    assert panel._exports.state is ExportState.IDLE
