"""The loss of a batch: finite on silence, falling on what it has seen."""

from dataclasses import replace

import pytest
import torch

from cass_core.config import FlowConfig
from cass_core.model.builders import build
from cass_core.training.master_weights import MasterWeights, make_optimisers
from cass_core.training.stages import compute_format
from cass_core.training.step import WindowBatch, training_loss
from cass_core.visual.feature_layout import NUM_FACE_FEATURES, NUM_SCENE_FEATURES, PRESENCE
from tests.helpers.separation.separation_fakes import TINY

VELOCITY = replace(TINY, flow=FlowConfig(output="velocity"))
FRAMES = TINY.num_picture_frames


def batch(count=2, silent=()):
    generator = torch.Generator().manual_seed(5)
    stems = 0.1 * torch.randn(count, 3, TINY.window_samples, generator=generator)
    # stems with spectra of their own: hum, hiss, and a tone
    stems[:, 0] = torch.cumsum(stems[:, 0], dim=-1) * 0.05
    stems[:, 1, 1:] -= stems[:, 1, :-1].clone()
    stems[:, 2] = 0.2 * torch.sin(0.3 * torch.arange(TINY.window_samples))
    stems[:, list(silent)] = 0
    face = torch.rand(count, FRAMES, NUM_FACE_FEATURES, generator=generator)
    scene = torch.rand(count, FRAMES, NUM_SCENE_FEATURES, generator=generator)
    return WindowBatch(stems, face, scene)


def network(config=TINY):
    torch.manual_seed(3)
    return build(config)


def gradients_of(loss, net):
    loss.backward()
    return torch.cat([p.grad.flatten() for p in net.parameters() if p.grad is not None])


@pytest.mark.parametrize("silent", [(), (0,), (0, 1), (0, 1, 2)])
@pytest.mark.parametrize("config", [TINY, VELOCITY])
def test_silent_stems_are_no_trouble(config, silent):
    net = network(config)
    loss = training_loss(net, config, batch(silent=silent))
    assert torch.isfinite(loss)
    assert torch.isfinite(gradients_of(loss, net)).all()


def test_a_batch_is_learned():
    net = network()
    given = batch()
    master = MasterWeights(net, decay=0.9)
    optimisers = make_optimisers(master.matrices(), master.others(), "adamw", 3e-3)

    def mean_loss():
        torch.manual_seed(9)
        return sum(training_loss(net, TINY, given).item() for _ in range(4)) / 4

    first = mean_loss()
    for _ in range(20):
        training_loss(net, TINY, given).backward()
        master.take_gradients(1.0)
        for optimiser in optimisers:
            optimiser.step()
        master.give_back()
    assert mean_loss() < 0.7 * first


def test_louder_windows_weigh_no_more():
    def loss(given):
        torch.manual_seed(4)
        return training_loss(network(), TINY, given).item()

    given = batch()
    assert loss(replace(given, stems=10 * given.stems)) == pytest.approx(loss(given), rel=1e-4)


def test_bfloat16_weights_give_the_same_loss():
    given = batch()
    torch.manual_seed(4)
    full = training_loss(network(), TINY, given).item()
    torch.manual_seed(4)
    half = training_loss(compute_format(network(), "cpu"), TINY, given).item()
    assert half == pytest.approx(full, rel=0.02)


def test_rows_of_zeros_are_nothing_seen():
    given = batch(4)
    given.face[1] = 0
    given.face[2, :, PRESENCE] = 0
    given.scene[1] = 0
    given.scene[3] = 0
    seen = given.picture().seen
    assert seen.tolist() == [[True, True], [False, False], [False, True], [True, False]]


def test_the_picture_learns_where_something_is_seen():
    net = network()
    for parameter in net.parameters():  # the picture enters through zeros otherwise
        parameter.data += 0.05 * torch.randn_like(parameter)
    blind = batch()
    blind.face.zero_()
    blind.scene.zero_()
    training_loss(net, TINY, blind).backward()
    assert all(p.grad is None for p in net.face_encoder.parameters())
    training_loss(net, TINY, batch()).backward()
    assert all(p.grad.abs().sum() > 0 for p in net.face_encoder.parameters())
