"""The released layout is trained by the same step as the starter, its picture included."""

from dataclasses import replace

import pytest
import torch

from cass_core.config import FlowConfig, SpectrogramConfig
from cass_core.flow.path import logit_normal_density
from cass_core.model.builders import build, named_config
from cass_core.network_sizes import AttentionUNetConfig
from cass_core.training.stages import freeze
from cass_core.training.step import WindowBatch, training_loss
from cass_core.training.train_settings import TrainSettings
from cass_core.visual.feature_layout import NUM_FACE_FEATURES, NUM_SCENE_FEATURES

_STEPS = 560
BASE = named_config("unittest_released")
CONFIG = replace(
    BASE,
    window_frames=48,
    # loud enough that a batch tells more than the noise does
    spectrogram=SpectrogramConfig(n_fft=30, hop=16, factor=2.0),
    flow=FlowConfig(share_at_zero=0.7),
    vision=replace(BASE.vision, fps=120.0),
    attention=AttentionUNetConfig(
        widths=(16, 32), blocks=1, attention_levels=(1,), head_dim=16, groups=4
    ),
)


def batch():
    """The same noise as an effect and as music; only the picture tells which."""
    generator = torch.Generator().manual_seed(5)
    rows = CONFIG.num_picture_frames
    stems = torch.zeros(4, 3, CONFIG.window_samples)
    stems[:, 0] = 0.1 * torch.sin(0.4 * torch.arange(CONFIG.window_samples))
    noise = 0.1 * torch.randn(2, CONFIG.window_samples, generator=generator)
    stems[:2, 1], stems[2:, 2] = noise, noise
    scene = torch.full((4, rows, NUM_SCENE_FEATURES), 0.2)
    scene[:2] = 1.0  # flashes
    return WindowBatch(stems, torch.zeros(4, rows, NUM_FACE_FEATURES), scene)


@pytest.mark.slow
def test_the_picture_is_learned_where_it_alone_tells_the_stems_apart():
    torch.manual_seed(3)
    network, given = build(CONFIG), batch()
    blind = replace(given, scene=torch.zeros_like(given.scene))
    optimiser = torch.optim.Adam(network.parameters(), 4e-3)
    at_once = replace(CONFIG, flow=replace(CONFIG.flow, share_at_zero=1.0))

    @torch.no_grad()
    def loss_of(some):
        """Of the first step from noise, where nothing but the picture tells."""
        torch.manual_seed(9)
        return sum(training_loss(network, at_once, some).item() for _ in range(4)) / 4

    assert loss_of(blind) == loss_of(given)  # it enters as nothing
    for step in range(_STEPS):
        torch.manual_seed(step)
        loss = training_loss(network, CONFIG, blind if step % 4 == 3 else given)
        optimiser.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimiser.step()
    assert loss_of(given) < 0.8 * loss_of(blind)


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
