"""The ends of the control trade bleed against artefacts, up to the command line."""

import numpy as np
import pytest

from cass_core.evaluation.hints.scoring import HINT_SCORES
from cass_core.evaluation.scoring import scene_sets
from cass_core.evaluation.sensitivity.scoring import (
    PERCENTS,
    SENSITIVITY_SCORES,
    Decisions,
    SensitivityScore,
)
from cass_core.evaluation.sensitivity.summary import sensitivity_table, summarise_sensitivity
from cass_core.stem_names import Stem
from cass_core.synthesis.film_sets import scene_drawing
from cass_core.synthesis.film_sets.building import build_film_set
from tests.helpers.command_line import run_cass
from tests.helpers.corpus.film_set_builders import tiny_film_set
from tests.helpers.corpus.scene_builders import scene_catalog
from tests.helpers.separation.tiny_model import write_tiny_model


def soft_separation(num_samples=48_000):
    """Three noises in bands of their own, of which a fifth stays in each other's stem."""
    rng = np.random.default_rng(1)
    bands = np.fft.rfftfreq(num_samples, 1 / 48_000)
    truth = []
    for low, high in ((300, 4000), (3000, 9000), (8000, 16_000)):
        noise = np.fft.rfft(rng.standard_normal((1, num_samples)))
        truth.append(0.1 * np.fft.irfft(noise * ((bands > low) & (bands < high)), num_samples))
    truth = np.stack(truth)
    bleed = np.full((3, 3), 0.15) + np.eye(3) * 0.55
    return np.einsum("st,tcn->scn", bleed, truth).astype(np.float32), truth.astype(np.float32)


def test_less_bleed_costs_artefacts_and_the_other_way_round():
    estimates, truth = soft_separation()
    measured = Decisions(estimates, truth, "mono", 48_000).measured()
    score = SensitivityScore("set", 0, "1 step", "m", **measured)
    for stem in Stem:
        _, bleed, artefacts = np.transpose(score.alone[stem.value])
        middle = PERCENTS.index(0)
        assert np.all(np.diff(bleed[:-1]) > 0)
        assert bleed[-1] > bleed[middle] + 10
        assert min(artefacts[0], artefacts[middle]) > artefacts[-1]
    assert score.best_db > score.middle_db + 1
    assert max(score.best) > 0
    summary = summarise_sensitivity([score])
    assert summary.gain_db == pytest.approx(score.best_db - score.middle_db)
    assert sensitivity_table(summary).count("\n") == len(PERCENTS) + 3


def test_silence_and_a_single_stem_are_measured_as_far_as_they_can_be():
    estimates, truth = soft_separation(4800)
    assert Decisions(estimates, 0 * truth, "mono", 48_000).measured()["best"] == [0.0] * 3
    truth[1:] = 0
    measured = Decisions(estimates, truth, "mono", 48_000).measured()
    assert [len(row) for row in measured["alone"]["DX"]] == [1] * len(PERCENTS)


@pytest.mark.media
def test_a_set_is_measured_once_from_the_command_line(tmp_path, monkeypatch, capfd):
    monkeypatch.setattr(scene_drawing, "_SECONDS", (1.0, 1.1))
    film_set, places = tiny_film_set(tmp_path / "sources")
    list(build_film_set(film_set, places, tmp_path / "set"))
    write_tiny_model(tmp_path / "model")
    options = (
        "evaluate", tmp_path / "set", "--sensitivity", "--model", tmp_path / "model",
        "--device", "cpu", "--steps", "1", "--scenes", "1", "--out", tmp_path / "scores",
    )  # fmt: skip
    done = run_cass(capfd, *options)
    assert done.code == 0, done.err
    assert "better than the middle" in done.out
    kept = (tmp_path / "scores" / SENSITIVITY_SCORES).read_text()
    assert kept.count("\n") == 1
    assert run_cass(capfd, *options).out == done.out
    assert (tmp_path / "scores" / SENSITIVITY_SCORES).read_text() == kept


@pytest.mark.media
def test_a_drawn_set_is_measured_without_a_folder(tmp_path, monkeypatch, capfd):
    scene_catalog(tmp_path / "corpus", split="valid")
    small = scene_sets.TestSet("small", "valid", 2, 2.5, 11)
    monkeypatch.setitem(scene_sets.TEST_SETS, "small", small)
    write_tiny_model(tmp_path / "model")
    options = (
        "evaluate", "--set", "small", "--corpus", tmp_path / "corpus",
        "--model", tmp_path / "model", "--device", "cpu", "--scenes", "1",
    )  # fmt: skip
    done = run_cass(capfd, *options, "--sensitivity", "--steps", "1")
    assert done.code == 0, done.err
    assert done.out.startswith("small, 1 step, 1 mixture\n")
    told = run_cass(capfd, *options, "--hints", "--steps", "1,2", "--out", tmp_path / "scores")
    assert told.code == 0, told.err
    assert told.out.count("small, 4 steps, 1 mixture\n") == 1
    assert "before and behind" in told.out
    kept = (tmp_path / "scores" / HINT_SCORES).read_text()
    assert kept.count("\n") == 1
