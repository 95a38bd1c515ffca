"""The report holds what was measured, and says what it leaves out."""

import importlib.util
import os
from dataclasses import asdict, replace

import pytest

from cass_core.errors import MediaError, ModelError, OutputError
from cass_core.evaluation.json_lines import append_lines
from cass_core.evaluation.report.report import ReportSources, write_report
from cass_core.evaluation.scoring.scene_sets import TEST_SETS
from cass_core.evaluation.scoring.score_file import ScoreFile
from cass_core.evaluation.talking.scoring import FACES, TALKING_NAME, TalkingRow
from tests.helpers.corpus.evaluation_fakes import opened_model, scene_rows
from tests.helpers.killed_process import killed_before_call

CURVE = "step,DX_1,FX_1,MX_1\n1,1,2,3\n2,2,3,4\n"


@pytest.fixture
def sources(tmp_path):
    rows = [
        *scene_rows(0, "mixture", (0, 0, 0), steps=0),
        *scene_rows(0, "audio, 1 step", (2, 4, 6), group="Dutch"),
        *scene_rows(0, "audio, 4 steps", (1, 3, 5), steps=4),
        *scene_rows(0, "audio, 1 step", (9, 9, 9), test_set="another set"),
    ]
    ScoreFile(tmp_path / "scores").add(rows)
    (tmp_path / "validation.csv").write_text(CURVE)
    return ReportSources(
        tmp_path / "scores", TEST_SETS["starter-test"], tmp_path, tmp_path / "validation.csv"
    )


def headings(path):
    return [line[3:] for line in path.read_text().splitlines() if line.startswith("## ")]


def test_parts_with_data_are_there(sources, tmp_path):
    pytest.importorskip("matplotlib")
    name = "a\udcff.mp4"
    talk = [TalkingRow(name, 0, "0", face, "ab" * 6, 2, 0.5, 1.0, 2.0) for face in FACES]
    append_lines(sources.scores / TALKING_NAME, map(asdict, talk))
    report = tmp_path / "docs" / "results.md"
    sentences = write_report(report, sources, lambda: opened_model(audio_hours=7))
    assert headings(report) == [
        "Separation of known mixtures", "More steps or fewer", "Real talking faces", "Training",
        "Cost",
    ]  # fmt: skip
    text = report.read_text()
    assert "| audio, 1 step | 1 | 2.00 | 4.00 | 6.00 | 4.00 |" in text
    assert "9.00" not in text
    assert "audio_hours 7" in text
    assert r"a\udcff.mp4" in text
    assert len(sentences) == 1
    assert "no corpus" in sentences[0]
    pictures = {path.name for path in (tmp_path / "docs" / "results").iterdir()}
    assert pictures == {"steps.png", "training.png"}
    before = text
    write_report(report, sources, lambda: opened_model(audio_hours=7))
    assert report.read_text() == before


def test_another_model_is_not_passed_off_as_the_scored_one(sources, tmp_path):
    report = tmp_path / "results.md"
    sentences = write_report(report, sources, lambda: opened_model(sha256="cd" * 32))
    assert "not the one scored" in " ".join(sentences)
    assert "Cost" not in headings(report)
    assert "Model:" not in report.read_text()


def test_without_model_and_figures(sources, tmp_path, monkeypatch):
    def missing():
        raise ModelError("There is no model 'x'.")

    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    report = tmp_path / "results.md"
    sentences = write_report(report, sources, missing)
    assert headings(report) == ["Separation of known mixtures"]
    assert "matplotlib" in sentences[0]
    assert "no model 'x'" in sentences[1]


def test_no_scores_and_no_place(sources, tmp_path):
    empty = ReportSources(tmp_path / "none", TEST_SETS["starter-test"], tmp_path)
    with pytest.raises(MediaError, match="no scores of starter-test"):
        write_report(tmp_path / "results.md", empty, opened_model)
    (tmp_path / "file").write_text("")
    with pytest.raises(OutputError):
        write_report(tmp_path / "file" / "results.md", sources, opened_model)


def test_a_few_easy_mixtures_make_no_best_condition(sources, tmp_path):
    many = [
        row
        for scene in range(4)
        for row in scene_rows(scene, "audio, 1 step", (2, 2, 2), group="Dutch")
    ]
    few = scene_rows(0, "audio, 4 steps", (9, 9, 9), steps=4, group="Dutch")
    ScoreFile(tmp_path / "scores").add([*many, *few])
    report = tmp_path / "results.md"
    write_report(report, sources, lambda: opened_model(audio_hours=7))
    conditions = [line for line in report.read_text().splitlines() if line.startswith("Condition:")]
    assert conditions
    assert all(line.startswith("Condition: audio, 1 step.") for line in conditions)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
@pytest.mark.parametrize("number", [0, 1])
def test_a_killed_report_is_the_old_one_or_the_new(sources, tmp_path, number):
    plain = replace(sources, curve=None)
    report = tmp_path / "results.md"
    write_report(report, plain, lambda: opened_model(audio_hours=7))
    new = report.read_text()
    report.write_text("the old one")
    killed_before_call(
        number, lambda: write_report(report, plain, lambda: opened_model(audio_hours=7))
    )
    assert report.read_text() in ("the old one", new)
    write_report(report, plain, lambda: opened_model(audio_hours=7))
    assert report.read_text() == new
