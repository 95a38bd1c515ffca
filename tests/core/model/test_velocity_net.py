"""The network: sizes, the picture's way in, and the audio-only model inside it."""

from dataclasses import replace

import pytest
import torch

from cass_core.config import ModelConfig
from cass_core.errors import ModelError
from cass_core.model.builders import CONFIGS, build, named_config
from cass_core.model.velocity_net import PictureWindow, masked_stems
from cass_core.network_sizes import BandSplitConfig
from cass_core.visual.feature_layout import NUM_FACE_FEATURES, NUM_SCENE_FEATURES

BANDS = BandSplitConfig(
    bands=12, frames_per_token=4, dim=32, blocks=2, head_dim=16, vision_blocks=(0,)
)


@pytest.fixture(params=[None, BANDS], ids=["U-Net", "bands"])
def tiny(request):
    torch.manual_seed(1)
    config = replace(named_config("unittest_tiny"), bands=request.param)
    network = build(config).eval()
    for parameter in network.parameters():  # zero-initialised layers would hide mistakes
        parameter.data += 0.05 * torch.randn_like(parameter)
    return network, config


def inputs(config, batch=2, seen=((True, True), (True, True))):
    generator = torch.Generator().manual_seed(2)
    shape = (config.spectrogram.num_bins, config.window_frames)
    mixture = torch.randn(batch, 2, *shape, generator=generator)
    x_t = torch.randn(batch, 6, *shape, generator=generator)
    frames = config.num_picture_frames
    picture = PictureWindow(
        torch.rand(batch, frames, NUM_FACE_FEATURES, generator=generator),
        torch.rand(batch, frames, NUM_SCENE_FEATURES, generator=generator),
        torch.tensor(seen),
    )
    return mixture, x_t, torch.tensor([0.1, 0.7])[:batch], picture


@torch.no_grad()
def test_nothing_seen_is_the_audio_only_model_bit_for_bit(tiny):
    network, config = tiny
    mixture, x_t, t, picture = inputs(config, seen=((False, False), (False, False)))
    without = network(x_t, t, network.condition(mixture, None))
    unseen = network(x_t, t, network.condition(mixture, picture))
    assert torch.equal(without, unseen)


@torch.no_grad()
def test_a_blind_window_beside_a_seeing_one_stays_audio_only(tiny):
    network, config = tiny
    mixture, x_t, t, picture = inputs(config, seen=((True, True), (False, False)))
    without = network(x_t, t, network.condition(mixture, None))
    mixed = network(x_t, t, network.condition(mixture, picture))
    assert torch.equal(without[1], mixed[1])
    assert not torch.equal(without[0], mixed[0])


@torch.no_grad()
@pytest.mark.parametrize("stream", [0, 1])
def test_a_missing_stream_does_not_reach_the_result(tiny, stream):
    network, config = tiny
    seen = [[True, True], [True, True]]
    for row in seen:
        row[stream] = False
    mixture, x_t, t, picture = inputs(config, seen=seen)
    other = (
        replace(picture, face=picture.face + 1)
        if stream == 0
        else replace(picture, scene=picture.scene + 1)
    )
    first = network(x_t, t, network.condition(mixture, picture))
    second = network(x_t, t, network.condition(mixture, other))
    assert torch.equal(first, second)


@torch.no_grad()
def test_vision_enters_as_nothing():
    config = named_config("unittest_tiny")
    network = build(config).eval()  # fresh weights: the entry is zero
    mixture, x_t, t, picture = inputs(config)
    without = network(x_t, t, network.condition(mixture, None))
    seeing = network(x_t, t, network.condition(mixture, picture))
    assert torch.equal(without, seeing)


def test_masks_share_out_power():
    raw = torch.zeros(1, 9, 4, 5)
    mixture = torch.randn(1, 2, 4, 5)
    stems = masked_stems(raw, mixture).unflatten(1, (3, 2))
    fourth_powers = stems.square().sum(dim=2).square().sum(dim=1)
    torch.testing.assert_close(fourth_powers * 3, mixture.square().sum(dim=1).square())


@pytest.mark.parametrize("name", sorted(CONFIGS))
def test_configurations_survive_json(name):
    config = named_config(name)
    assert ModelConfig.from_dict(config.to_dict()) == config


def test_sizes_and_outputs():
    count = {
        name: sum(p.numel() for p in build(named_config(name)).parameters())
        for name in ("av_cass_starter", "unittest_tiny")
    }
    assert count["av_cass_starter"] * 2 < 20e6  # bytes in half precision
    assert count["unittest_tiny"] < 1e6
    paper = named_config("av_cass_paper")
    assert (paper.flow.output, paper.flow.noise_sigma) == ("velocity", 1.0)
    assert (paper.num_picture_frames, paper.num_scene_frames) == (204, 32)
    with pytest.raises(ModelError, match="no model size 'huge'"):
        named_config("huge")
