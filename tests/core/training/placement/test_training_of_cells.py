"""What the network of cells learns from, and that a trained one can be used."""

import numpy as np
import pytest
import torch

from cass_core.errors import ModelError
from cass_core.review.cells.bands import CELL_RATE_HZ, NUM_BANDS, band_edges_hz
from cass_core.review.cells.cell_judge import judge_cells
from cass_core.review.cells.cell_weights import load_cell_net
from cass_core.review.cells.judged import packed, unpacked
from cass_core.stem_names import STEMS
from cass_core.training.placement.planting import planted_cells
from cass_core.training.placement.training import CellSettings, train_cells
from tests.helpers.corpus.cell_fakes import ToneTagger
from tests.helpers.corpus.corpus_builders import build_catalog, clip_entry


def tones(seconds=4.0):
    at = np.arange(round(seconds * CELL_RATE_HZ)) / CELL_RATE_HZ
    waves = [0.1 * np.sin(2 * np.pi * hz * at) for hz in (500.0, 2_000.0, 6_000.0)]
    return torch.from_numpy(np.stack(waves).astype(np.float32))


def band_of(hz):
    return int(np.searchsorted(band_edges_hz(), hz)) - 1


def test_shares_say_whose_sound_stands_where():
    moved = 0
    for seed in range(12):
        cells = planted_cells(tones(), np.random.default_rng(seed))
        assert cells.levels.shape[1:] == (200, 2 * NUM_BANDS)
        heard = cells.weights > 0.5
        total = cells.shares.sum(dim=1)
        assert torch.allclose(total[heard], torch.ones_like(total[heard]), atol=1e-4)
        for owner, hz in enumerate((500.0, 2_000.0, 6_000.0)):
            band = band_of(hz)
            here = heard[:, :, band]
            # whichever stem a tone is heard in, it is its owner's; edges of plants click
            assert (cells.shares[:, owner, :, band][here] > 0.9).float().mean() > 0.95
            moved += int(here.sum()) - int(here[owner].sum())
    assert moved > 100


def test_cells_are_kept_to_within_their_steps():
    judged = judge_cells(_any_network(), ToneTagger(), tones(1.0).numpy())
    kept = unpacked(packed(judged))
    assert judged.levels.shape == (50, 3, NUM_BANDS)
    assert judged.shares.shape == (50, 3, 3, NUM_BANDS)
    assert np.abs(kept.levels - judged.levels).max() <= 0.25 + 1e-4
    assert np.abs(kept.shares - judged.shares).max() <= 0.5 / 255 + 1e-4
    assert judged.heard.shape == (50, 3, 3)
    assert np.abs(kept.heard - judged.heard).max() <= 0.5 / 127.5 * 8 + 1e-4
    assert judged.heard[25].argmax(axis=1).tolist() == [0, 1, 2]
    level = judged.levels[20:30, 1, band_of(2_000.0)].max()
    assert level == pytest.approx(-20, abs=1.5)  # a sine of 0.1


def test_a_short_training_gives_weights_that_load(tmp_path):
    rng = np.random.default_rng(0)
    clips = [
        (
            clip_entry(stem, split=split, source=f"{split}/{stem.value}.wav", voice=f"{split}v"),
            (3_000 * rng.standard_normal(64_000)).astype(np.int16),
        )
        for split in ("train", "valid")
        for stem in STEMS
    ]
    build_catalog(tmp_path / "corpus", clips)
    weights = tmp_path / "cells.safetensors"
    settings = CellSettings(tmp_path / "corpus", weights, minutes=5, max_steps=1, valid_scenes=1)
    lines = list(train_cells(settings))
    assert lines[-1].step == 1
    assert np.isfinite(lines[-1].loss)
    judged = judge_cells(load_cell_net(weights), ToneTagger(), tones(1.0).numpy())
    assert np.allclose(judged.shares.sum(axis=2), 1, atol=1e-3)
    weights.write_bytes(weights.read_bytes()[:100])
    load_cell_net.cache_clear()
    with pytest.raises(ModelError, match="damaged"):
        load_cell_net(weights)


def _any_network():
    from cass_core.review.cells.cell_net import CellNet

    torch.manual_seed(0)
    return CellNet().eval()
