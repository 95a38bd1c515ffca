"""What the network of suspicion learns from, and that a trained one and the shipped one weigh."""

import numpy as np
import pytest
import torch

from cass_core.errors import ModelError
from cass_core.review.cells.bands import CELL_HOP, CELL_RATE_HZ, NUM_BANDS
from cass_core.review.cells.judged import JudgedCells
from cass_core.review.suspicion.evidence import NUM_ROWS, PAIRS, evidence_rows, rows_of_pairs
from cass_core.review.suspicion.suspicion_weights import load_suspicion_net
from cass_core.review.suspicion.weighing import suspicion_logits
from cass_core.stem_names import STEMS
from cass_core.training.placement.moved_sounds import moved_scene
from cass_core.training.placement.weighing import (
    WeighingSettings,
    moved_labels,
    train_weighing,
)
from tests.helpers.command_line import run_cass
from tests.helpers.corpus.corpus_builders import build_catalog, clip_entry

SECONDS = 12


def noises():
    rng = np.random.default_rng(3)
    return (0.05 * rng.standard_normal((3, SECONDS * CELL_RATE_HZ))).astype(np.float32)


def test_moved_sounds_are_where_they_are_said_to_be_and_the_sum_stays():
    right, counted = noises(), 0
    for seed in range(12):
        scene = moved_scene(right, np.random.default_rng(seed))
        elsewhere = np.ones(right.shape[1], bool)
        for sound in scene.moved:
            here = slice(sound.span.start, sound.span.stop)
            elsewhere[here] = False
            assert 0.19 < sound.span.num_samples / CELL_RATE_HZ < 3.01
            giver, taker = STEMS.index(sound.belongs), STEMS.index(sound.stem)
            middle = slice((3 * here.start + here.stop) // 4, (here.start + 3 * here.stop) // 4)
            lost = right[giver, middle].std() - scene.stems[giver, middle].std()
            assert lost > 0
            counted += scene.stems[taker, middle].std() > right[taker, middle].std()
        labels, weights = moved_labels(scene.moved, SECONDS * 50)
        assert labels.shape == weights.shape == (len(PAIRS), SECONDS * 50)
        for sound in scene.moved:
            middle = (sound.span.start + sound.span.stop) // 2 // CELL_HOP
            told = labels[:, middle], weights[PAIRS.index((sound.stem, sound.belongs)), middle]
            if sound.relative_db >= -20:
                assert told[0].sum() == 1
                assert told[1] > 0
            else:
                assert told[0].sum() == 0
    assert counted > 20


def some_cells(frames=501, seed=0):
    rng = np.random.default_rng(seed)
    shares = rng.random((frames, 3, 3, NUM_BANDS)).astype(np.float32)
    return JudgedCells(
        rng.uniform(-90, -20, (frames, 3, NUM_BANDS)).astype(np.float32),
        shares / shares.sum(axis=2, keepdims=True),
        rng.normal(0, 3, (frames, 3, 3)).astype(np.float32),
    )


def test_evidence_of_a_pair_is_that_of_its_stems_wherever_they_stand():
    cells = some_cells()
    rows, places = evidence_rows(cells), rows_of_pairs()
    assert rows.shape == (NUM_ROWS, 501)
    order = [2, 0, 1]
    turned = JudgedCells(
        cells.levels[:, order],
        cells.shares[:, order][:, :, order],
        cells.heard[:, order][..., order],
    )
    other = evidence_rows(turned)
    for number, (stem, owner) in enumerate(PAIRS):
        pair = tuple(STEMS[order.index(STEMS.index(one))] for one in (stem, owner))
        np.testing.assert_allclose(
            rows[places[number]], other[places[PAIRS.index(pair)]], atol=1e-5
        )


def test_the_network_that_ships_suspects_nothing_in_silence():
    own = np.broadcast_to(np.eye(3, dtype=np.float32)[None, :, :, None], (400, 3, 3, NUM_BANDS))
    silent = JudgedCells(
        np.full((400, 3, NUM_BANDS), -100, np.float32), own, np.full((400, 3, 3), -8, np.float32)
    )
    found = suspicion_logits(silent)
    assert found.shape == (len(PAIRS), 400)
    assert found.max() < -0.85


def test_a_short_training_gives_weights_that_load(tmp_path, capfd):
    rng = np.random.default_rng(0)
    clips = [
        (
            clip_entry(stem, split="train", source=f"{stem.value}.wav", voice="v"),
            (3_000 * rng.standard_normal(64_000)).astype(np.int16),
        )
        for stem in STEMS
    ]
    build_catalog(tmp_path / "corpus", clips)
    weights = tmp_path / "suspicion.safetensors"
    settings = WeighingSettings(tmp_path / "corpus", weights, scenes=2, steps=2)
    lines = list(train_weighing(settings))
    assert (lines[-1].scenes, lines[-1].step) == (2, 2)
    assert np.isfinite(lines[-1].loss)
    network = load_suspicion_net(weights)
    assert np.isfinite(suspicion_logits(some_cells(), network)).all()
    again = torch.from_numpy(evidence_rows(some_cells()))[None]
    assert network(again).shape == (1, len(PAIRS), 501)
    weights.write_bytes(weights.read_bytes()[:100])
    load_suspicion_net.cache_clear()
    with pytest.raises(ModelError, match="damaged"):
        load_suspicion_net(weights)
    arguments = ("--scenes", 1, "--steps", 1, "--out", tmp_path / "no" / "x.safetensors")
    assert run_cass(capfd, "fit-review", "--corpus", tmp_path / "corpus", *arguments).code == 0
    assert load_suspicion_net(tmp_path / "no" / "x.safetensors").width
