"""The panel shows what can be done and does it."""

from dataclasses import replace

import pytest

from app.jobs.model_list import ModelChoice
from app.project.seen.selection import Selection
from app.views.panels import separation_panel
from app.views.panels.run_text import estimate_words, length_words, remaining_words
from app.views.panels.separation_panel import SeparationPanel
from app.workflows.separation.run_costs import Estimate
from app.workflows.separation.run_state import RunState
from cass_core.clips import SampleSpan
from cass_core.request.settings import SeparationSettings
from cass_core.request.windows import Windows
from cass_core.timing.speed import Speed
from cass_core.timing.speed_book import SpeedKey
from tests.helpers.separation.fake_worker import CPU
from tests.helpers.separation.separating_bench import make_bench

PART = SampleSpan(48_000, 96_000)


@pytest.fixture
def context(qtbot, settings):
    context = make_bench(settings)
    yield context
    context.separation.stop()
    qtbot.waitUntil(lambda: not context.session.busy)


@pytest.fixture
def panel(qtbot, context, monkeypatch):
    monkeypatch.setattr(separation_panel, "_ASK_AFTER_MS", 10_000)
    panel = SeparationPanel(context.project, context.separation, context.settings, context.view)
    panel.form.model.addItems(["steady", "slow", "full", "refused"])
    panel.form._models *= 5
    panel.form.model.setCurrentText("steady")
    panel.resize(420, 500)
    qtbot.addWidget(panel)
    panel.show()
    return panel


@pytest.fixture
def opened(context, panel, tmp_path):
    context.open(tmp_path / "project")
    return panel


def test_nothing_can_be_done_before_a_movie_is_open(panel):
    assert not panel.separate_button.isEnabled()
    assert not panel.selection_button.isEnabled()
    assert panel.separate_button.toolTip() == "Open a movie first"
    assert not panel.run.isVisible()
    assert not panel.cost.estimate.isVisible()


def test_separate_runs_and_ends(qtbot, context, opened):
    opened.separate_button.click()
    assert not opened.separate_button.isEnabled()
    assert opened.run.isVisible()
    context.wait(qtbot)
    assert opened.separate_button.isEnabled()
    assert context.project.versions.current.name == "1 step"
    assert opened.run.notices.text() == "No face was found."
    assert opened.cost.device.text() == f"Runs on {CPU.name}"
    assert opened.cost.fallback.text().startswith("No CUDA graphics card was found")


def test_a_selection_can_be_separated(qtbot, context, opened):
    context.view.select(Selection(PART))
    assert opened.selection_button.isEnabled()
    opened.selection_button.click()
    context.wait(qtbot)
    assert context.project.versions.take("take 001").span == PART
    context.view.select(None)
    assert not opened.selection_button.isEnabled()


def test_the_choice_is_used_and_kept(qtbot, context, opened):
    opened.form.quality.set_steps(16)
    opened.form.picture.setChecked(False)
    opened.form.renders["generated"].setChecked(True)
    assert "made up" in opened.form.purpose.text()
    wanted = SeparationSettings(steps=16, picture=False, render="generated")
    assert opened.choice == wanted
    opened.separate()
    context.wait(qtbot)
    take = context.project.versions.take("take 001")
    assert (take.choice, take.model) == (wanted, "steady")
    again = SeparationPanel(context.project, context.separation, context.settings, context.view)
    qtbot.addWidget(again)
    qtbot.waitUntil(lambda: again.choice == wanted)


def test_default_steps_are_the_models_own(opened):
    opened.form._models = tuple(replace(model, default_steps=6) for model in opened.form._models)
    opened.form.model.setCurrentText("slow")
    assert opened.choice.steps == 6


def test_a_model_without_steps_offers_none(opened):
    form = opened.form
    one_pass = replace(form._models[0], takes_steps=False, takes_picture=False)
    form._models = [one_pass, *form._models[1:]]
    form.model.setCurrentIndex(0)
    assert not form.quality.isEnabled()
    assert not form.renders["generated"].isEnabled()
    assert not form.picture.isEnabled()
    assert form.picture.text() == "This model only listens"
    form.model.setCurrentIndex(1)
    assert form.quality.isEnabled()
    assert form.picture.isEnabled()
    assert form.picture.text() == "Look at the picture"


def test_a_file_without_a_picture_says_so(context, panel, tmp_path):
    context.open(tmp_path, fps=None)
    assert not panel.form.picture.isEnabled()
    assert panel.form.picture.text() == "There is no picture in this file"
    context.open(tmp_path)
    assert panel.form.picture.isEnabled()


def test_pause_resume_and_cancel(qtbot, context, opened):
    opened.form.model.setCurrentText("slow")
    with qtbot.waitSignal(context.separation.take_grew, timeout=10_000):
        opened.separate()
    qtbot.waitUntil(lambda: opened.run.phase.text().startswith("Separating"))
    opened.run.pause.click()
    qtbot.waitUntil(lambda: context.separation.state is RunState.PAUSED)
    assert opened.run.pause.text() == "Resume"
    assert opened.run.phase.text().startswith("Paused")
    opened.run.pause.click()
    assert opened.run.pause.text() == "Pause"
    opened.run.cancel.click()
    context.wait(qtbot)
    assert opened.separate_button.text() == "Resume"
    assert "stopped at" in opened.offer.text()
    opened.separate_button.click()
    context.wait(qtbot)
    assert opened.separate_button.text() == "Separate"
    assert len(context.project.versions.takes) == 1


def test_a_failure_is_shown_with_another_try(qtbot, context, opened):
    opened.form.model.setCurrentText("full")
    opened.separate()
    context.wait(qtbot)
    assert opened.run.problem.text() == "The disk is full: make room and resume."
    assert opened.run.retry.isVisible()
    opened.run.retry.click()
    assert not opened.run.retry.isVisible()
    context.wait(qtbot)


def test_a_refused_folder_offers_another(qtbot, context, panel, tmp_path):
    (tmp_path / "file").write_text("in the way")
    context.open(tmp_path / "file")
    panel.separate()
    assert panel.run.move_folder.isVisible()
    assert panel.run.move_folder.toolTip() == str(context.separation.proposed_folder)
    panel.run.move_folder.click()
    context.wait(qtbot)
    assert not panel.run.isHidden()
    assert not panel.run.move_folder.isVisible()


def test_measuring_gives_an_estimate(qtbot, context, opened):
    assert opened.cost.estimate.text() == "Time is known after the first run"
    opened.cost.measure.click()
    assert opened.cost.estimate.text() == "Measuring · 0%"
    context.wait(qtbot)
    assert opened.whole_time.text() == "about 1 s, plus a first look at the picture"
    assert opened.separate_button.accessibleDescription() == opened.whole_time.text()
    assert not opened.cost.estimate.isVisible()
    assert not opened.cost.measure.isVisible()


def test_a_measurement_says_how_far_it_is_and_can_be_given_up(qtbot, context, opened):
    cost = opened.cost
    opened.form.model.setCurrentText("slow")
    cost.measure.click()
    assert (cost.measure.text(), cost.measure.isEnabled()) == ("Cancel", True)
    qtbot.waitUntil(lambda: cost.estimate.text() == "Measuring · 25%")
    opened.form.quality.set_steps(8)  # what else changes takes nothing of that away
    assert (cost.estimate.text(), cost.measure.text()) == ("Measuring · 25%", "Cancel")
    cost.measure.click()
    context.wait(qtbot)
    assert not context.separation.costs.measuring


@pytest.mark.parametrize("begin", ["separate", "another"])
def test_a_measurement_gives_way(qtbot, context, opened, tmp_path, begin):
    opened.form.model.setCurrentText("slow")
    opened.cost.measure.click()
    qtbot.waitUntil(lambda: context.separation.costs.measured_share > 0)
    if begin == "separate":
        opened.form.model.setCurrentText("steady")
        opened.separate()
        qtbot.waitUntil(lambda: bool(context.separation.running), timeout=1500)
    else:
        context.open(tmp_path)
    context.wait(qtbot)
    assert context.separation.costs.measured_share < 1


def test_each_button_says_how_long_it_takes(qtbot, context, opened):
    opened.form.picture.setChecked(False)
    opened.form.quality.set_steps(32)  # 10 s of sound: 16 s and what rendering takes
    context.session.book.add(
        SpeedKey(CPU.name, "steady", False, 48_000, 2), Speed(0.0, 0.05, 0.02), 2
    )
    context.view.select(Selection(PART))
    opened.cost.measure.click()
    context.wait(qtbot)
    assert opened.whole_time.text() == "about 20 s"
    assert opened.selection_time.text() == "about 2 s"
    context.view.select(None)
    assert not opened.selection_time.isVisible()


def test_progress_while_the_sound_is_decoded(context, opened, tmp_path):
    context.open(tmp_path)
    context.project.open(context.project.programme, tmp_path)
    context.project.set_decoded(120_000, False)
    opened.separate()
    assert opened.run.phase.text() == "Decoding the sound · 25%"


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(0.2, "1 s"), (8, "8 s"), (34, "30 s"), (58, "1 min"), (600, "10 min"), (7800, "2 h 10 min")],
)
def test_lengths_are_no_more_exact_than_estimates(seconds, words):
    assert length_words(seconds) == words


def test_unknown_times_are_not_guessed():
    assert remaining_words(None) == ""
    assert remaining_words(240) == "about 4 min left"
    assert estimate_words(Estimate(None)) == ""
    assert estimate_words(Estimate(240)) == "about 4 min"


def test_every_control_can_be_reached_and_has_a_name(opened):
    from PySide6.QtCore import Qt
    from PySide6.QtWidgets import QAbstractButton, QComboBox, QSlider

    for kind in (QAbstractButton, QComboBox, QSlider):
        for control in opened.findChildren(kind):
            named = control.accessibleName() or getattr(control, "text", lambda: "")()
            assert named, control
            assert control.toolTip() or not control.isVisible(), named
            assert control.focusPolicy() & Qt.FocusPolicy.TabFocus, named


def test_a_model_that_leaves_its_windows_to_the_user_offers_them(panel, settings):
    form, row = panel.form, panel.form.windows
    assert not row.isVisible()
    tiger = ModelChoice("tiger", 1, False, False, Windows(12.0, 10.0, is_resizable=True))
    mrx = ModelChoice("mrx", 1, False, False, Windows(12.0, 9.0))
    form._models = (*form._models, tiger, mrx)
    form.model.addItems([tiger.name, mrx.name])
    form.model.setCurrentText("tiger")
    assert row.isVisible()
    assert (form.choice.window_s, form.choice.hop_s) == (0.0, 0.0)
    assert "1.2 times" in row.cost.text()
    row.hop.setValue(4.0)
    assert form.choice.hop_s == 4.0
    assert "3 times" in row.cost.text()
    row.length.setValue(6.0)
    assert (form.choice.window_s, form.choice.hop_s) == (6.0, 0.0), "the next as in proportion"
    assert (row.hop.value(), row.hop.maximum()) == (5.0, 5.4)
    assert settings.choice.window_s == 6.0
    form.model.setCurrentText("mrx")
    assert not row.length.isEnabled()
    assert (form.choice.window_s, row.hop.maximum()) == (0.0, 10.8)
    form.begin(replace(form.choice, hop_s=3.0), "mrx")
    assert (form.choice.hop_s, row.hop.value()) == (3.0, 3.0)
    form.model.setCurrentText("steady")
    assert not row.isVisible()
    assert form.choice.hop_s == 0.0
