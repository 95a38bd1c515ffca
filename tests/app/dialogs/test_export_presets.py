"""The export dialog with a preset: what it says itself, its sessions, and the review's places."""

from dataclasses import replace

import pytest

from app.dialogs.export.export_dialog import ExportDialog
from app.jobs.export.export_job import export_steps
from app.project.review.reviews import Decision, Review, ReviewedFlag
from cass_core.clips import SampleSpan
from cass_core.review.flag import Flag, Kind
from cass_core.stem_names import Stem
from tests.helpers.project.exports import separated_project

NAME = "Szene 7 – Straße"
FLAG = Flag(Stem.FX, Stem.DX, SampleSpan(4800, 7200), 200, 4000, Kind.SPEECH_IN_FX, 0.82, -30)


@pytest.fixture
def opened(qtbot, tmp_path):
    return separated_project(tmp_path)[:2]


@pytest.fixture
def dialog(qtbot, opened, settings):
    return again(qtbot, opened, settings)


def again(qtbot, opened, settings):
    made = ExportDialog(*opened, settings)
    qtbot.addWidget(made)
    made.show()
    return made


def look(dialog):
    dialog._look_again()
    return dialog._forecast.problem.text() if dialog._forecast.problem.isVisible() else ""


def test_preset_says_everything_but_range_and_folder(qtbot, opened, settings, dialog):
    dialog._preset.show_choice("ebu-r128")
    assert look(dialog) == ""
    assert not any(one.isVisible() for one in (dialog._delivery, *dialog._delivery.report))
    assert not dialog._place.template.isEnabled()
    (part,), source = dialog.order.parts, dialog.order.source
    assert part.request.target == "r128"
    assert part.request.directory == opened[0].folder
    assert source.takes == (opened[0].folder.parent / "take 001",)
    results = [step.result for step in export_steps(dialog.order) if step and step.result]
    assert len(results) == 1
    assert results[0].null_exact
    assert results[0].report.delivered.start_timecode == "01:00:00:00"
    assert sorted(path.name for path in opened[0].folder.iterdir()) == sorted(
        path.name for path in results[0].paths.values()
    )
    assert "exist" in look(dialog)
    dialog._replace.setChecked(True)
    dialog.accept()
    assert again(qtbot, opened, settings).choice.preset == "ebu-r128"


def reviewed(project, *decisions):
    """Flags of the current version, decided so."""
    found = tuple(
        ReviewedFlag(replace(FLAG, span=SampleSpan(4800 * n, 4800 * n + 2400)), decision)
        for n, decision in enumerate(decisions, 1)
    )
    project.reviews.set_review(Review(("take 001",), found))


def test_sessions_of_a_preset_with_the_places_of_the_review(qtbot, opened, settings, dialog):
    """As `cass deliver --preset … --session … --flags` writes them."""
    project, _ = opened
    reviewed(project, Decision.OPEN, Decision.MOVED)
    dialog._sessions.check(("otio",))
    dialog._preset.show_choice("reaper-review")
    assert look(dialog) == ""
    assert dialog._sessions.isVisible()
    assert (dialog._sessions.sessions, dialog._sessions.flags) == (("reaper", "csv"), True)
    assert "become markers: 1." in dialog._forecast.sentences.text()
    assert f"{NAME}_markers.csv" in dialog._forecast.names.toolTip()
    # another session instead of the preset's, for this export
    dialog._sessions.check(("reaper", "edl", "flags"))
    look(dialog)
    assert f"{NAME}_markers.csv" not in dialog._forecast.names.toolTip()
    results = [step.result for step in export_steps(dialog.order) if step and step.result]
    assert set(results[-1].sessions) == {"reaper", "edl"}
    text = results[-1].sessions["reaper"].read_text(encoding="utf-8")
    assert text.count("speech in FX (82%)") >= 1
    assert "01:00:00:02" in results[-1].sessions["edl"].read_text(encoding="utf-8")
    dialog._replace.setChecked(True)
    dialog.accept()
    later = again(qtbot, opened, settings)
    assert (later.choice.sessions, later.choice.flags) == (("reaper", "edl"), True)
    later._preset.show_choice("stems")
    assert later.choice.sessions == ()
    later._preset.show_choice("")
    assert later.choice.sessions == ()  # what was chosen by hand was not exported


def test_places_need_a_session_and_a_review(dialog, opened, monkeypatch):
    project, _ = opened
    dialog._preset.show_choice("stems")
    dialog._sessions.check(("flags",))
    assert "need a session or a list of markers" in look(dialog)
    dialog._preset.show_choice("")
    dialog._sessions.check(("csv", "flags"))
    assert look(dialog) == ""
    assert "looked for first" in dialog._forecast.sentences.text()

    def review(_folders):
        yield 0.5
        return [FLAG]

    monkeypatch.setattr("cass_core.delivery.projects.flag_markers.reviewed_folders", review)
    steps = [step for step in export_steps(dialog.order) if step]
    assert steps[0].stage == "reviewing"
    assert "speech in FX (82%)" in steps[-1].result.sessions["csv"].read_text("utf-8-sig")
    shares = [step.share for step in steps]
    assert shares == sorted(shares)
