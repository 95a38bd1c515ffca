"""Curves compare the same mixtures, and are left out where one point is all there is."""

from dataclasses import replace

import pytest

from cass_core.evaluation.report import curves
from cass_core.evaluation.scoring.distribution_rows import DistributionRow
from cass_core.stem_names import STEMS
from tests.helpers.corpus.evaluation_fakes import scene_rows

pytest.importorskip("matplotlib")


@pytest.fixture
def drawn(monkeypatch):
    calls = []
    monkeypatch.setattr(
        curves, "line_figure", lambda path, lines, labels, **more: calls.append((lines, more))
    )
    monkeypatch.setattr(
        curves, "panel_figure", lambda path, panels, label: calls.append((panels, label))
    )
    return calls


def test_steps_on_common_mixtures(drawn, tmp_path):
    rows = [
        *scene_rows(0, "audio, 1 step", (2, 4, 6)),
        *scene_rows(1, "audio, 1 step", (90, 90, 90)),
        *scene_rows(0, "audio, 8 steps", (1, 3, 5), steps=8),
        *scene_rows(0, "audio, 8 steps, heun", (70, 70, 70), steps=8),
        *scene_rows(0, "both, 1 step", (3, 5, 7), picture="both"),
        *scene_rows(0, "both, 8 steps", (2, 4, 6), steps=8, picture="both"),
        *scene_rows(0, "face, 1 step", (0, 0, 0), picture="face"),
    ]
    text = curves.steps_section(rows, tmp_path / "results")
    (lines, _) = drawn[0]
    assert lines == {
        "DX, audio": ([1, 8], [2, 1]),
        "FX, audio": ([1, 8], [4, 3]),
        "MX, audio": ([1, 8], [6, 5]),
        "mean, audio": ([1, 8], [4, 3]),
        "mean, both": ([1, 8], [5, 4]),
    }
    assert "(audio 1, both 1)" in text
    assert "(results/steps.png)" in text
    assert curves.steps_section(rows[:3], tmp_path) == ""


def test_distribution_over_the_steps(drawn, tmp_path):
    row = DistributionRow(
        "s", 9, "audio, 1 step", "m", 1, "audio", STEMS[0], "cass", "Ears", 6.0, 2.0, None
    )
    rows = [replace(row, stem=stem, fad=6.0 + n) for n, stem in enumerate(STEMS)]
    rows += [replace(r, condition="audio, 8 steps", steps=8, fad=1.0, wpr=3.0) for r in rows]
    text = curves.distribution_section(rows, tmp_path / "results")
    (panels, _) = drawn[0]
    assert panels["FAD (Ears)"] == ([1, 8], [7.0, 1.0])
    assert panels["WPR, % (Ears)"][1][1] == 3.0
    assert "9 mixtures" in text
    assert curves.distribution_section(rows[:3], tmp_path) == ""
