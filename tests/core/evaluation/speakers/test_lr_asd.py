"""LR-ASD's layers with random weights, and with the published ones where CASS_LR_ASD names them."""

import os
from pathlib import Path

import numpy as np
import pytest
import torch

from cass_core.errors import ModelError
from cass_core.evaluation.speakers.cepstra import cepstra
from cass_core.evaluation.speakers.lr_asd import LrAsd, load_lr_asd, speaking_scores

PUBLISHED = Path(os.environ.get("CASS_LR_ASD", ""))


def noise(seconds):
    samples = 0.1 * np.random.default_rng(0).standard_normal(round(16_000 * seconds))
    return samples.astype(np.float32)


def test_scores_of_every_picture_from_weights_on_disk(tmp_path):
    torch.manual_seed(0)
    made = LrAsd()
    torch.save(made.state_dict(), tmp_path / "made.model")
    network = load_lr_asd(tmp_path / "made.model")
    crops = np.random.default_rng(1).integers(0, 255, (6, 112, 112)).astype(np.uint8)
    scores = speaking_scores(network, noise(0.24), crops)
    assert scores.shape == (6,)
    np.testing.assert_array_equal(scores, speaking_scores(made.eval(), noise(0.24), crops))
    assert not np.array_equal(scores, speaking_scores(network, 0 * noise(0.24), crops))


def test_a_file_that_is_none_of_them(tmp_path):
    torch.save({"weight": torch.zeros(1)}, tmp_path / "other.model")
    for name in ("other.model", "missing.model"):
        with pytest.raises(ModelError, match=name):
            load_lr_asd(tmp_path / name)


@pytest.mark.skipif(not PUBLISHED.is_file(), reason="CASS_LR_ASD names no weights")
def test_a_still_face_does_not_speak_by_the_published_weights():
    network = load_lr_asd(PUBLISHED)
    still = np.full((25, 112, 112), 120, np.uint8)
    assert (speaking_scores(network, noise(1.0), still) < 0).all()


def test_cepstra_of_a_louder_sound_differ_in_the_first_alone():
    soft, loud = cepstra(noise(0.5), 40), cepstra(4 * noise(0.5), 40)
    assert soft.shape == (40, 13)
    np.testing.assert_allclose(loud[:, 0] - soft[:, 0], 2 * np.log(4), rtol=1e-4)
    np.testing.assert_allclose(loud[:, 1:], soft[:, 1:], atol=2e-3)


def test_cepstra_tell_the_pitch_of_a_tone_by_the_shape_of_its_spectrum():
    time = np.arange(8000) / 16_000
    low, high = (cepstra(np.sin(2 * np.pi * hz * time).astype("f4"), 40) for hz in (300, 5000))
    assert low[5:35, 1].min() > 5 > -5 > high[5:35, 1].max()
