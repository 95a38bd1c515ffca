"""The check finds the way of running that weights were made for."""

from dataclasses import replace

import numpy as np
import pytest
import torch
from torch import nn

from cass_core.checkpoints.checkpoint import load_model, save_model
from cass_core.errors import SettingsError
from cass_core.evaluation import front_end_check
from cass_core.evaluation.front_end_check import (
    Variant,
    apply_variant,
    checkable,
    cut_mixtures,
    measured_variants,
    recommended,
    variant_of,
    variants,
)
from cass_core.media.sound.wave_writer import WaveEncoding, WaveWriter
from cass_core.model.builders import build
from cass_core.network_sizes import AttentionUNetConfig
from tests.helpers.separation.released_checkpoints import released_config
from tests.helpers.separation.separation_fakes import TINY

SIZE = 130_816
ATTENTION = AttentionUNetConfig(widths=(64,), blocks=1, attention_levels=(), head_dim=64)
CONFIG = replace(released_config(), name="ao-cass", attention=ATTENTION)


class KnowsTheMixture(nn.Module):
    """Gives a third of the mixture to each stem, if the mixture comes as in training."""

    def __init__(self, trained):
        super().__init__()
        self.trained = trained

    def condition(self, mixture, _picture):
        # a third of a sound has its root's share of a compressed spectrogram
        rows = [mixture * torch.tensor(self.trained)[-2:, None, None] / 3**0.5] * 3
        pairs = zip(rows, self._pairs(), strict=True)
        stems = [row / torch.tensor(pair)[:, None, None] for row, pair in pairs]
        return torch.cat(stems, dim=1)

    def _pairs(self):
        return [self.trained[i : i + 2] for i in (0, 2, 4)]

    def forward(self, x_t, t, condition):
        return (condition - x_t) / (1 - t).reshape(-1, 1, 1, 1)


def known_mixture():
    rng = np.random.default_rng(1)
    sound = 0.05 * rng.standard_normal(SIZE).astype(np.float32)
    return np.stack([sound / 3] * 3)


@pytest.mark.parametrize("trained", ["released", "trained"])
def test_it_recommends_the_front_end_of_the_training(monkeypatch, trained):
    divisors = Variant(trained, 64).of(CONFIG).spectrogram.divisors
    monkeypatch.setattr(front_end_check, "build", lambda _: KnowsTheMixture(divisors))
    scores = list(measured_variants(nn.Module(), CONFIG, [known_mixture()], 2))
    assert [score.variant for score in scores] == variants(CONFIG)
    best = recommended(scores)
    assert best.variant.front_end == trained
    assert min(best.si_sdr) > 30
    assert best.level_db == pytest.approx((0, 0, 0), abs=0.1)
    assert best.imaginary_share == pytest.approx(1, abs=0.05)
    other = next(s for s in scores if s.variant.front_end != trained)
    # 1.6 / 1.3 too much or too little in the imaginary part, in power
    skew = (1.6 / 1.3) ** (-2 if trained == "released" else 2)
    assert other.imaginary_share == pytest.approx(skew, rel=0.05)


def test_what_is_recommended_is_kept_with_the_weights(tmp_path):
    network = build(CONFIG)
    state = network.state_dict()
    description = save_model(
        tmp_path, state, CONFIG, licence="MIT", default_steps=127, notes={"a": 1},
        dtype=torch.float32,
    )  # fmt: skip
    assert variant_of(CONFIG) == Variant("trained", 64)
    assert Variant("released", 8) in variants(CONFIG)
    apply_variant(tmp_path, description, Variant("released", 8))
    loaded, changed = load_model(tmp_path)
    assert variant_of(checkable(changed.config)) == Variant("released", 8)
    assert changed == replace(description, config=changed.config)
    assert all(torch.equal(value, state[name]) for name, value in loaded.state_dict().items())
    with pytest.raises(
        SettingsError, match="nothing to check about the model size 'unittest_tiny'"
    ):
        checkable(TINY)


def wave(path, sound):
    with WaveWriter(
        path, WaveEncoding.FLOAT_32,
        rate_hz=16_000, layout="mono", num_channels=1, num_samples=len(sound),
    ) as writer:  # fmt: skip
        writer.write(sound[None])
    return path


def test_mixtures_are_cut_where_all_stems_are_heard(tmp_path):
    sounds = np.zeros((3, 3 * SIZE), np.float32)
    sounds[:, SIZE : 2 * SIZE] = 0.1  # all three
    sounds[0, 2 * SIZE :] = 0.5
    files = [wave(tmp_path / f"{number}.wav", sound) for number, sound in enumerate(sounds)]
    (best,) = cut_mixtures(files, CONFIG, 1)
    assert best.shape == (3, SIZE)
    assert np.all(best == np.float32(0.1))
    short = wave(tmp_path / "short.wav", sounds[0, :1600])
    with pytest.raises(SettingsError, match=r"last 0\.1 s"):
        cut_mixtures([short] * 3, CONFIG, 1)
