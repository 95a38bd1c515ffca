"""The export dialog's timecode and speed: by hand, at the playhead, of another file, pulled."""

import pytest

from app.dialogs.export.export_dialog import ExportDialog
from app.jobs.export.export_job import export_steps
from cass_core.repair.sensitivity.sensitivity import Sensitivity, Strictness
from tests.helpers.project.exports import separated_project


@pytest.fixture
def opened(qtbot, tmp_path):
    return separated_project(tmp_path)[:2]


@pytest.fixture
def dialog(qtbot, opened, settings):
    made = ExportDialog(*opened, settings, playhead=24_000)
    qtbot.addWidget(made)
    made.show()
    return made


def look(dialog):
    dialog._look_again()
    return dialog._forecast.problem.text() if dialog._forecast.problem.isVisible() else ""


def test_timecode_by_hand(dialog):
    dialog._timecode._start.setText("10:00:00:00")
    assert look(dialog) == ""
    assert dialog.order.facts.start.reference == 10 * 3600 * 48_000
    assert not dialog._forecast.names.toolTip().count("01-00-00-00")
    dialog._preset.show_choice("stems")
    (part,) = dialog.order.parts
    assert part.facts.start.start_timecode == "10:00:00:00"
    dialog._timecode._start.setText("10:00")
    assert "is no timecode" in look(dialog)
    assert not dialog._export.isEnabled()


def test_timecode_at_the_playhead_and_of_another_file(dialog, opened, tmp_path):
    project, _ = opened
    fields = dialog._timecode
    fields._way.setCurrentIndex(1)
    fields._on_way_chosen()
    assert fields._start.placeholderText() == "01:00:00:12"
    fields._start.setText("10:00:00:00")
    assert look(dialog) == ""
    assert dialog.order.facts.start.timecode_at(24_000) == "10:00:00:00"
    # a file without a timecode says so, and nothing is exported until another way is chosen
    fields.refer_to(tmp_path / "gone.mov")
    assert "gone.mov does not exist" in look(dialog)
    assert not dialog._export.isEnabled()
    fields.refer_to(project.programme.info.path)
    assert look(dialog) == ""
    assert dialog.order.facts.start.start_timecode == "01:00:00:00"
    fields._way.setCurrentIndex(0)
    fields._on_way_chosen()
    assert not fields._start.text()


def test_speed(dialog, opened):
    fields = dialog._speed
    assert not fields._keeps_pitch.isEnabled()
    fields._speed.setCurrentIndex(fields._speed.findData("24-25"))
    fields._keeps_pitch.setChecked(True)
    assert look(dialog) == ""
    words = "The sound is pulled up by 4.2 % and keeps its pitch.\nIts timecode counts as before."
    assert dialog._forecast.sentences.text() == words  # the movie has 25 frames a second already
    results = [step.result for step in export_steps(dialog.order) if step and step.result]
    assert results[0].delivered.num_samples == 46_080
    assert "pulled up by 4.2 %" in results[0].notices[0]
    dialog._preset.show_choice("ebu-r128")
    (part,) = dialog.order.parts
    assert part.facts.num_samples == 46_080
    assert part.facts.start.start_timecode == "01:00:00:00"
    dialog._as_movie.setChecked(True)
    assert not fields.isVisible()
    assert dialog.order.rendition is None
    assert not dialog.order.request.mono
    dialog._format.mono.setChecked(True)
    assert dialog.order.request.mono


def test_sample_rate(dialog):
    box = dialog._format.rate
    box.setCurrentIndex(box.findData(96_000))
    assert look(dialog) == ""
    assert dialog._forecast.size.text().startswith("About 1.7 MB")
    results = [step.result for step in export_steps(dialog.order) if step and step.result]
    assert results[0].delivered.num_samples == results[0].delivered.rate_hz == 96_000
    assert results[0].delivered.time_reference == 3600 * 96_000


def test_what_is_set_of_bleed_is_said(dialog, opened):
    assert dialog._forecast.sentences.text() == ""
    opened[0].sensitivity.set_value(Sensitivity((Strictness(40.0), Strictness(), Strictness())))
    look(dialog)
    assert "carry the settings and lines of bleed" in dialog._forecast.sentences.text()
