"""Exports in a thread: what is written, cancelled and tried again without losing the choice."""

from dataclasses import replace

import numpy as np
import pytest
import soundfile

from app.workflows.export.export_choice import ExportChoice, remember, remembered
from app.workflows.export.export_planner import ExportPlanner
from app.workflows.export.export_runner import ExportRunner, ExportState
from cass_core.media.files.probe import probe
from cass_core.stem_names import Stem
from cass_core.stems.rebalance import StemGain
from tests.helpers.project.exports import separated_project

NAME = "Szene 7 – Straße"


@pytest.fixture
def opened(qtbot, tmp_path):
    return separated_project(tmp_path)


@pytest.fixture
def exports(qtbot):
    exports = ExportRunner()
    yield exports
    exports.stop()


def order_of(project, view, **values):
    choice = ExportChoice(folder=project.folder, **values)
    planner = ExportPlanner(project, view)
    assert planner.problem(choice) == ""
    return planner.order(choice)


def run(qtbot, exports, order):
    states, shares = [], []
    exports.changed.connect(lambda: states.append(exports.state))
    exports.progressed.connect(lambda: shares.append(exports.progress.share))
    with qtbot.waitSignals([exports.changed, exports.changed], timeout=20_000):
        exports.start(order)
        assert exports.busy
    qtbot.waitUntil(lambda: not exports.busy, timeout=20_000)
    return states, shares


def test_stems_are_written_and_null(qtbot, opened, exports):
    project, view, stems, mixture = opened
    with qtbot.waitSignal(exports.finished, timeout=20_000) as done:
        states, shares = run(
            qtbot, exports, order_of(project, view, tracks=("DX", "FX", "MX", "MIX"))
        )
    assert states == [ExportState.RUNNING, ExportState.DONE]
    assert shares[-1] == 1.0
    result = done.args[0]
    assert result.null_exact
    files = [soundfile.read(result.paths[t], dtype="int32")[0].T for t in ("DX", "FX", "MX", "MIX")]
    np.testing.assert_array_equal(files[0] + files[1] + files[2], files[3])
    np.testing.assert_array_equal(files[3] >> 8, np.rint(mixture.astype(np.float64) * 2**23))
    assert probe(result.paths["DX"]).time_reference == 3600 * 48_000


def test_gains_of_the_moment_go_into_the_remix(qtbot, opened, exports):
    project, view, stems, _ = opened
    project.mix.set_gain(Stem.DX, StemGain(-6.0))
    order = order_of(project, view, tracks=("REMIX",), bits=32)
    project.mix.set_gain(Stem.DX, StemGain(muted=True))  # too late for this order
    run(qtbot, exports, order)
    read, _ = soundfile.read(project.folder / f"{NAME}_REMIX.wav", dtype="float32")
    expected = stems[0] * 10 ** (-6 / 20) + stems[1] + stems[2]
    np.testing.assert_allclose(read.T, expected, atol=1e-6)


def test_movie_with_the_remix(qtbot, opened, exports):
    project, view, *_ = opened
    order = order_of(project, view, as_movie=True, movie_key="mov", template="{movie} neu")
    run(qtbot, exports, order)
    assert exports.state is ExportState.DONE
    assert probe(project.folder / f"{NAME} neu.mov").start_timecode == "01:00:00:00"


def test_mixture_needs_no_separation(qtbot, opened, exports):
    project, view, _, mixture = opened
    project.versions.set_versions((), "")
    run(qtbot, exports, order_of(project, view, tracks=("MIX",), bits=32, file_type="wav"))
    read, _ = soundfile.read(project.folder / f"{NAME}_MIX.wav", dtype="float32")
    np.testing.assert_array_equal(read.T, mixture)


def test_failure_keeps_the_order_for_another_try(qtbot, opened, exports):
    project, view, *_ = opened
    order = order_of(project, view)
    blocked = project.folder / "blocked"
    blocked.write_bytes(b"")
    order = replace(order, request=replace(order.request, directory=blocked))
    with qtbot.waitSignal(exports.failed) as failed:
        run(qtbot, exports, order)
    assert "choose another folder" in failed.args[0]
    assert exports.problem == failed.args[0]
    assert exports.state is ExportState.FAILED
    assert exports.order is order
    blocked.unlink()
    with qtbot.waitSignal(exports.finished, timeout=20_000):
        exports.retry()
    assert exports.problem == ""
    assert len(list(blocked.iterdir())) == 3
    exports.clear()
    assert exports.state is ExportState.IDLE


def test_cancelled_export_leaves_nothing(qtbot, tmp_path, exports):
    project, view, *_ = separated_project(tmp_path, 1_500_000)
    exports.progressed.connect(exports.cancel)
    states, _ = run(qtbot, exports, order_of(project, view))
    assert states == [ExportState.RUNNING, ExportState.STOPPING, ExportState.STOPPED]
    assert not list(project.folder.iterdir())
    exports.progressed.disconnect(exports.cancel)
    with qtbot.waitSignal(exports.finished, timeout=20_000):
        exports.retry()
    assert len(list(project.folder.iterdir())) == 3


def test_end_of_the_program_waits_for_the_thread(qtbot, tmp_path):
    project, view, *_ = separated_project(tmp_path, 1_500_000)
    exports = ExportRunner()
    exports.start(order_of(project, view))
    exports.stop()
    assert not list(project.folder.iterdir())


def test_choice_is_remembered(opened, settings, tmp_path):
    project, *_ = opened
    folder = tmp_path / "ziel, neu"
    folder.mkdir()
    choice = ExportChoice(
        True, ("DX", "REMIX"), "loop", "flac", 16, True, False, "lower", "mkv", folder, "{stem} ä",
        True,
    )  # fmt: skip
    remember(settings, project, choice)
    kept = remembered(settings, project, as_movie=True)
    assert kept == replace(choice, range="whole", overwrite=False)
    assert remembered(settings, project).tracks == ("DX", "FX", "MX")


@pytest.mark.parametrize(
    ("key", "value"),
    [("tracks", ["ZX"]), ("file_type", "mp3"), ("bits", 20), ("overs", "clip"), ("movie", "avi"),
     ("folders", '{"movie.mov": "/no/such/folder"}'), ("folders", "[1]"), ("folders", "{"),
     ("folders", '{"movie.mov": "relative"}')],
)  # fmt: skip
def test_settings_that_cannot_be_are_left_out(opened, settings, key, value):
    project, *_ = opened
    settings.set_value(f"export/{key}", value)
    usual = ExportChoice(folder=project.folder, movie_key="mov")
    assert remembered(settings, project) == usual


def test_flac_has_no_float(opened, settings):
    settings.set_value("export/file_type", "flac")
    settings.set_value("export/bits", 32)
    assert remembered(settings, opened[0]).bits == 24
