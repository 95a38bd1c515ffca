"""The released layout is trained by the same step as the starter, its picture included."""

from dataclasses import replace

import numpy as np
import pytest
import torch

from cass_core.clips import AudioClip
from cass_core.config import FlowConfig, SpectrogramConfig
from cass_core.flow.path import logit_normal_density
from cass_core.media.sound.array_source import ArraySource
from cass_core.metrics.sdr import si_sdr
from cass_core.model.builders import build, named_config
from cass_core.network_sizes import AttentionUNetConfig
from cass_core.request.settings import SeparationSettings
from cass_core.separation.separator import Separator, SeparatorInput
from cass_core.training.stages import freeze
from cass_core.training.step import WindowBatch, training_loss
from cass_core.training.train_settings import TrainSettings
from cass_core.visual.analysed_picture import AnalysedPicture
from cass_core.visual.feature_layout import (
    NUM_FACE_FEATURES,
    NUM_SCENE_FEATURES,
    VisualFeatures,
)
from tests.helpers.separation.separation_fakes import CPU

RATE_HZ = 16_000
_STEPS = 560
BASE = named_config("unittest_released")
CONFIG = replace(
    BASE,
    window_frames=48,
    # loud enough that a batch tells more than the noise does
    spectrogram=SpectrogramConfig(n_fft=30, hop=16, factor=2.0, mask_exponent=2.0),
    flow=FlowConfig(share_at_zero=0.7),
    vision=replace(BASE.vision, fps=120.0),
    attention=AttentionUNetConfig(
        widths=(16, 32), blocks=1, attention_levels=(1,), head_dim=16, groups=4
    ),
)


def sounds(rng, flashes, length):
    """(stem, scene, sample): a tone speaks, and noise is an effect where there is a flash.

    Where there is none, the same noise is music: nothing in the sound tells which.
    """
    tones = [np.sin(rng.uniform(0.2, 0.6) * np.arange(length) + rng.uniform(0, 6)) for _ in flashes]
    noise = rng.standard_normal((len(flashes), length))
    lit = flashes[:, None]
    return (0.1 * np.stack([np.array(tones), noise * lit, noise * ~lit])).astype(np.float32)


def scenes(flashes, rows):
    """(scene, row, column) of the picture, bright in a flash."""
    bright = np.where(flashes, 1.0, 0.2).astype(np.float32)
    return np.broadcast_to(bright[:, None, None], (len(flashes), rows, NUM_SCENE_FEATURES)).copy()


def batch(rng):
    """Scenes that are never drawn again."""
    flashes = rng.random(8) < 0.5
    stems = torch.from_numpy(sounds(rng, flashes, CONFIG.window_samples)).transpose(0, 1)
    rows = CONFIG.num_picture_frames
    face = torch.zeros(len(flashes), rows, NUM_FACE_FEATURES)
    return WindowBatch(stems, face, torch.from_numpy(scenes(flashes, rows)))


def film(seed):
    """(stem, sample) of 2.4 s in twelve scenes, and what is seen of them."""
    rng = np.random.default_rng(seed)
    flashes = rng.permutation(np.arange(12) % 2 == 0)
    stems = sounds(rng, flashes, 5 * RATE_HZ // 25).reshape(3, -1)
    seen = scenes(flashes, 5).reshape(-1, NUM_SCENE_FEATURES)
    face = np.zeros((len(seen), NUM_FACE_FEATURES), np.float32)
    return stems, AnalysedPicture(VisualFeatures(face, seen, 0.0))


def separated(network, stems, picture):
    """SI-SDR of each stem, by the door that users take."""
    source = ArraySource(AudioClip(stems.sum(axis=0)[None], RATE_HZ, "mono"))
    programme = SeparatorInput(source, picture)
    separator = Separator(network.eval(), CONFIG, CPU)
    chunks = separator.stream(programme, SeparationSettings(steps=1))
    found = np.concatenate([chunk.stems[:, 0] for chunk in chunks], axis=-1)
    return [si_sdr(estimate, known) for estimate, known in zip(found, stems, strict=True)]


@pytest.mark.slow
def test_unseen_scenes_are_separated_by_what_the_picture_shows_of_them():
    torch.manual_seed(3)
    network, rng = build(CONFIG), np.random.default_rng(1)
    stems, picture = film(7)
    assert separated(network, stems, picture) == separated(network, stems, None)  # not yet
    optimiser = torch.optim.Adam(network.train().parameters(), 4e-3)
    for step in range(_STEPS):
        torch.manual_seed(step)
        given = batch(rng)
        if step % 4 == 3:
            given = replace(given, scene=torch.zeros_like(given.scene))
        loss = training_loss(network, CONFIG, given)
        optimiser.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimiser.step()
    seen, heard = separated(network, stems, picture), separated(network, stems, None)
    assert min(seen) > 2.5, seen
    for stem in (1, 2):
        assert seen[stem] > heard[stem] + 4, (seen, heard)


def test_sound_is_trained_without_the_pictures_ways():
    network = build(CONFIG)
    freeze(network, TrainSettings(corpus=None, out=None, stage="sound"))
    still = {name for name, value in network.named_parameters() if not value.requires_grad}
    parts = ("cross_attentions", "fusion.", "face_encoder", "scene_encoder")
    assert still == {n for n, _ in network.named_parameters() if any(part in n for part in parts)}


def test_weighted_times_have_the_drawn_ones_expectation():
    t = (torch.arange(20_000, dtype=torch.float64) + 0.5) / 20_000
    density = logit_normal_density(t)
    assert abs(float(density.mean()) - 1) < 1e-3
    assert abs(float(density.max()) - 1.596) < 1e-3
    drawn = torch.sigmoid(torch.randn(200_000, generator=torch.Generator().manual_seed(1)))
    assert abs(float((density * t**2).mean()) - float((drawn**2).mean())) < 3e-3
