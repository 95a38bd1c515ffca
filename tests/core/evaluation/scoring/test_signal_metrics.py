"""Metrics by name on a scene with known errors."""

import importlib.util

import numpy as np
import pytest

from cass_core.errors import SettingsError
from cass_core.evaluation.scoring.signal_metrics import METRICS, scene_scores, usable_metrics
from tests.helpers.corpus.evaluation_fakes import NoisyTruth, known_scene


def test_si_sdr_and_its_improvement():
    scene = known_scene()
    values = scene_scores(["si-sdr"], scene, NoisyTruth(noise=0.1).estimates(scene))
    for row in values:
        assert row["si_sdr"] == pytest.approx(20, abs=0.5)
    mixture = scene_scores(["si-sdr"], scene, np.stack([scene.mixture] * 3))
    for row, before in zip(values, mixture, strict=True):
        assert before["si_sdri"] == 0
        assert row["si_sdri"] == pytest.approx(row["si_sdr"] - before["si_sdr"], abs=1e-3)


def test_loudness_and_consistency():
    scene = known_scene()
    values = scene_scores(["loudness", "consistency"], scene, 0.5 * scene.stems)
    for row in values:
        assert row["loudness_error"] == pytest.approx(6.02, abs=0.05)
        assert row["consistency_error"] == pytest.approx(-6.02, abs=0.01)


@pytest.mark.skipif(not importlib.util.find_spec("fast_bss_eval"), reason="not installed")
def test_numbers_that_are_not_finite_are_left_out():
    scene = known_scene()
    scene.stems[2] = 0
    values = scene_scores(["bss"], scene, scene.stems)
    assert "sdr" not in values[2]


@pytest.mark.skipif(not importlib.util.find_spec("pesq"), reason="not installed")
def test_pesq_is_of_the_dialogue_alone():
    scene = known_scene(3.0)
    values = scene_scores(["pesq"], scene, scene.stems)
    assert not values[1]
    assert not values[2]


def test_names(monkeypatch):
    assert usable_metrics(["si-sdr", "loudness"]) == (["si-sdr", "loudness"], [])
    with pytest.raises(SettingsError, match="no metric 'beauty'"):
        usable_metrics(["beauty"])
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    usable, sentences = usable_metrics(list(METRICS))
    assert usable == ["si-sdr", "si-sdr-with-mean", "loudness", "consistency"]
    assert [word for word in ("fast_bss_eval", "pesq") if word in " ".join(sentences)]
    assert len(sentences) == 2
