"""A queue of exports and its lines: waiting, running on after a failure, changed in their place."""

from dataclasses import replace

import pytest

from app.views.panels.export.export_list import ExportList
from app.workflows.export.export_choice import ExportChoice
from app.workflows.export.export_planner import ExportPlanner
from app.workflows.export.export_queue import ExportQueue
from app.workflows.export.export_runner import ExportState
from tests.helpers.project.exports import separated_project

WAITING, DONE, FAILED = ExportState.WAITING, ExportState.DONE, ExportState.FAILED


@pytest.fixture
def exports(qtbot):
    exports = ExportQueue()
    yield exports
    exports.stop()


@pytest.fixture
def lines(qtbot, exports):
    lines = ExportList(exports)
    qtbot.addWidget(lines)
    return lines


@pytest.fixture
def order(qtbot, tmp_path):
    project, view, *_ = separated_project(tmp_path, 400_000)

    def make(name, **values):
        choice = ExportChoice(folder=project.folder / name, **values)
        return ExportPlanner(project, view).order(choice)

    return make


def states(exports):
    return [runner.state for runner in exports.runners]


def ended(qtbot, exports):
    qtbot.waitUntil(lambda: not exports.busy, timeout=30_000)


def test_exports_wait_for_each_other(qtbot, exports, lines, order, tmp_path):
    assert lines.isHidden()
    blocked = order("blocked")
    (blocked.request.directory).write_bytes(b"")
    said = []
    exports.failed.connect(said.append)
    for one in (order("a"), blocked, order("c", tracks=("DX",))):
        exports.start(one)
    assert states(exports) == [ExportState.RUNNING, WAITING, WAITING]
    assert [line.state.text().split(" · ")[0] for line in lines.panels][2].endswith("_DX.wav")
    assert "Waits for the export before it" in lines.panels[2].state.text()
    ended(qtbot, exports)
    assert states(exports) == [DONE, FAILED, DONE]
    assert len(said) == 1
    assert "choose another folder" in lines.panels[1].sentences.text()
    # it is chosen anew, in its place; what went well stays until it is dismissed
    failed = exports.runners[1]
    changed = []
    lines.change_wanted.connect(changed.append)
    lines.panels[1].change.click()
    assert changed == [failed]
    exports.start(order("b"), failed)
    ended(qtbot, exports)
    assert states(exports) == [DONE, DONE, DONE]
    assert len(list(tmp_path.rglob("b/*.wav"))) == 3
    lines.panels[0].dismiss.click()
    assert len(lines.panels) == len(exports.runners) == 2
    exports.start(order("d", tracks=("MX",)))
    assert len(exports.runners) == 1  # those that went well make room for the next one
    ended(qtbot, exports)
    exports.clear()
    assert lines.isHidden()


def test_what_waits_can_be_cancelled_and_tried_again(qtbot, exports, lines, order):
    for name in ("a", "b"):
        exports.start(order(name))
    lines.panels[1].cancel.click()
    assert states(exports)[1] is ExportState.STOPPED
    ended(qtbot, exports)
    lines.panels[1].retry.click()
    ended(qtbot, exports)
    assert states(exports) == [DONE, DONE]


def test_end_of_the_program_stops_all(qtbot, exports, order):
    first = order("a")
    exports.start(first)
    exports.start(replace(order("b"), title="second"))
    exports.stop()
    assert not first.request.directory.exists() or not list(first.request.directory.iterdir())
