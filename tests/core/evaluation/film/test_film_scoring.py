"""Scores on built film-like sets, up to the command line."""

import numpy as np
import pytest

from cass_core.evaluation.film.scoring import FilmScore, measured
from cass_core.evaluation.film.summary import film_table, summarise_film
from cass_core.stem_names import STEMS, Stem
from cass_core.synthesis.film_sets import scene_drawing
from cass_core.synthesis.film_sets.building import build_film_set
from cass_core.synthesis.film_sets.recipe import LAYERS
from tests.helpers.command_line import run_cass
from tests.helpers.corpus.film_set_builders import tiny_film_set
from tests.helpers.separation.tiny_model import write_tiny_model

NUM_SAMPLES = 48_000


def noise_layers(*heard):
    rng = np.random.default_rng(1)
    return {
        name: (0.1 * rng.standard_normal((2, NUM_SAMPLES)) * (name in heard)).astype(np.float32)
        for name in LAYERS
    }


def true_stems(layers):
    return np.stack([sum(layers[n] for n, of in LAYERS.items() if of is s) for s in STEMS])


def values_of(layers, estimates):
    return measured(np.asarray(estimates, np.float32), sum(layers.values()), layers)


def test_a_perfect_and_a_useless_separation():
    layers = noise_layers("speech", "voice", "event", "music")
    truth = true_stems(layers)
    perfect = values_of(
        layers, truth + 1e-4 * np.random.default_rng(2).standard_normal(truth.shape)
    )
    assert min(perfect["si_sdri"].values()) > 40
    assert [round(v, 1) for v in perfect["found"]["voice"]] == [1.0, 0.0, 0.0]
    thirds = values_of(layers, np.stack([sum(layers.values()) / 3] * 3))
    assert thirds["si_sdri"]["DX"] == pytest.approx(0, abs=0.05)
    assert thirds["found"]["music"] == pytest.approx([1 / 9] * 3, abs=0.02)
    assert thirds["elsewhere"]["speech"] == pytest.approx(4 / 9, abs=0.02)
    assert perfect["residue_db"] == {}


def test_stems_alone_are_not_improved_and_silent_ones_are_weighed():
    layers = noise_layers("music")
    estimates = np.stack([0.1 * layers["music"], 0 * layers["music"], 0.9 * layers["music"]])
    found = values_of(layers, estimates)
    assert found["si_sdri"] == {}
    assert found["residue_db"] == {"DX": pytest.approx(-20), "FX": pytest.approx(-120)}
    assert found["found"]["music"] == pytest.approx([0.01, 0, 0.81], abs=0.01)


def test_silence_has_no_shares():
    layers = noise_layers()
    assert "found" not in values_of(layers, true_stems(layers))


def score(layout="stereo", **values):
    return FilmScore("film-tiny", 0, "scene", layout, "2 steps", "abc", 10.0, 1.0, **values)


def test_means_weigh_mixtures_alike_and_layers_by_their_energy():
    rows = [
        score(
            layout="5.1",
            si_sdri={"DX": 4.0, "FX": 1.0},
            energy={"speech": 3.0, "voice": 1.0},
            found={"speech": [1.0, 0, 0], "voice": [0.2, 0.4, 0.4]},
            elsewhere={"speech": 0.0, "voice": 0.4},
        ),
        score(
            si_sdri={"DX": 8.0, "MX": 3.0},
            energy={"speech": 100.0},
            found={"speech": [0.6, 0.1, 0.1]},
            elsewhere={"speech": 0.1},
            residue_db={"FX": -20.0},
        ),
    ]
    summary = summarise_film(rows)
    assert summary.si_sdri == {Stem.DX: 6.0, Stem.FX: 1.0, Stem.MX: 3.0}
    assert summary.mean_si_sdri == pytest.approx(10 / 3)
    assert summary.found["DX"] == pytest.approx([0.7, 0.1, 0.1])
    assert summary.found["voice"] == [0.2, 0.4, 0.4]
    assert summary.leakage_db == pytest.approx(-10.0)
    assert summary.centre == 1.0
    assert summary.residue_db == -20.0
    table = film_table([summary])
    assert "screams, laughs, breaths   20.0    40.0    40.0" in table
    assert "crowds" not in table


@pytest.mark.media
def test_a_built_set_is_scored_once(tmp_path, monkeypatch, capfd):
    monkeypatch.setattr(scene_drawing, "_SECONDS", (1.5, 1.6))
    film_set, places = tiny_film_set(tmp_path / "sources")
    list(build_film_set(film_set, places, tmp_path / "set"))
    write_tiny_model(tmp_path / "model")
    options = (
        "evaluate", tmp_path / "set", "--model", tmp_path / "model", "--device", "cpu",
        "--steps", "1", "--scenes", "2", "--out", tmp_path / "scores",
    )  # fmt: skip
    done = run_cass(capfd, *options)
    assert done.code == 0
    assert done.out.startswith("film-tiny: 2 mixtures\nSI-SDR improvement")
    assert "1 step: share of each" in done.out
    kept = (tmp_path / "scores" / "film-scores.jsonl").read_text()
    assert kept.count("\n") == 2
    assert run_cass(capfd, *options).out == done.out
    assert (tmp_path / "scores" / "film-scores.jsonl").read_text() == kept


@pytest.mark.media
def test_a_folder_without_a_set_is_said(tmp_path, capfd):
    done = run_cass(capfd, "evaluate", tmp_path)
    assert done.code == 2
    assert "film-sets" in done.err
