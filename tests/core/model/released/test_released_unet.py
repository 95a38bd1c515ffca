"""The released network against diffusers, and against what is known of the published files."""

from dataclasses import replace

import pytest
import torch

from cass_core.dsp.torchaudio_functions import torchaudio_module
from cass_core.model.builders import build, named_config
from cass_core.model.velocity_net import PictureWindow
from cass_core.network_sizes import AttentionUNetConfig
from tests.helpers.separation.released_checkpoints import (
    HEARING,
    SEEING,
    published_state,
    released_config,
    released_network,
)

PAPER = named_config("av_cass_paper")
BINS, FRAMES = 64, 64


def diffusers_unet(sizes: AttentionUNetConfig):
    """The network that the release builds its audio-only model of."""
    torchaudio_module("functional")  # transformers imports it, and its compiled part may not load
    diffusers = pytest.importorskip("diffusers")
    levels = [
        "AttnDownBlock2D" if level in sizes.attention_levels else "DownBlock2D"
        for level in range(len(sizes.widths))
    ]
    return diffusers.UNet2DModel(
        sample_size=(128, 256),
        in_channels=8,
        out_channels=6,
        layers_per_block=sizes.blocks,
        block_out_channels=sizes.widths,
        down_block_types=tuple(levels),
        up_block_types=tuple(kind.replace("Down", "Up") for kind in reversed(levels)),
        attention_head_dim=sizes.head_dim,
        norm_num_groups=sizes.groups,
        freq_shift=0,
        flip_sin_to_cos=True,
    ).eval()


def shapes(state):
    return {name: tuple(value.shape) for name, value in state.items()}


def without_prefix(state):
    return {name.removeprefix("model."): value for name, value in state.items()}


@torch.no_grad()
@pytest.mark.parametrize(
    "sizes",
    [
        AttentionUNetConfig(widths=(32, 32, 64, 64), head_dim=8),
        AttentionUNetConfig(
            widths=(32, 64), blocks=1, attention_levels=(1,), head_dim=32, groups=8
        ),
    ],
)
def test_it_computes_what_diffusers_does(sizes):
    network = released_network(replace(PAPER, vision=HEARING, attention=sizes))
    theirs = diffusers_unet(sizes)
    theirs.load_state_dict(without_prefix(published_state(network)))
    generator = torch.Generator().manual_seed(3)
    mixture = torch.randn(2, 2, BINS, FRAMES, generator=generator)
    x_t = torch.randn(2, 6, BINS, FRAMES, generator=generator)
    t = torch.tensor([0.0, 0.73])
    ours = network(x_t, t, network.condition(mixture, None))
    expected = theirs(torch.cat([x_t, mixture], dim=1), 1000 * (1 - t)).sample
    assert expected.std() > 0.1
    torch.testing.assert_close(ours, expected, rtol=1e-5, atol=1e-5)


def test_the_published_size_has_the_published_weights():
    with torch.device("meta"):
        hearing = published_state(build(replace(PAPER, vision=HEARING)))
        seeing = published_state(build(PAPER))
        theirs = diffusers_unet(PAPER.attention).state_dict()
    assert shapes(without_prefix(hearing)) == shapes(theirs)
    assert (len(hearing), sum(v.numel() for v in hearing.values())) == (428, 30_141_446)
    assert (len(seeing), sum(v.numel() for v in seeing.values())) == (689, 46_073_866)
    entries = {name: shape for name, shape in shapes(seeing).items() if name not in hearing}
    expected = {
        "vid_feature_aligner.weight": (512, 512),
        "vid_feature_aligner.bias": (512,),
        "vid_feature_aligner_tkn_conv.weight": (1, 1, 4, 1),
        "vid_feature_aligner_tkn_linear.weight": (512, 64),
        "vid_feature_aligner_tkn_linear.bias": (512,),
    }
    blocks = [(f"down_blocks.{level}", i) for level in (1, 2, 3) for i in (0, 1)]
    blocks += [("mid_block", 0)]
    blocks += [(f"up_blocks.{level}", i) for level in (0, 1, 2) for i in (0, 1, 2)]
    for block, number in blocks:
        width = 128 if block in ("down_blocks.1", "up_blocks.2") else 256
        linear = {
            "zero_conv": (width, width), "att.to_q": (width, width), "att.to_k": (width, 512),
            "att.to_v": (width, 512), "att.to_out.0": (width, width),
            "ff.net.0.proj": (8 * width, width), "ff.net.2": (width, 4 * width),
        }  # fmt: skip
        prefix = f"model.{block}.cross_attentions.{number}"
        for name, shape in linear.items():
            expected |= {f"{prefix}.{name}.weight": shape, f"{prefix}.{name}.bias": shape[:1]}
        norm = f"{prefix}.att.group_norm"
        expected |= {f"{norm}.weight": (width,), f"{norm}.bias": (width,)}
    assert entries == expected


def frames(seen, batch=2):
    generator = torch.Generator().manual_seed(5)
    return PictureWindow(
        255 * torch.rand(batch, 8, 112, 112, generator=generator),
        torch.rand(batch, 2, 3, 64, 64, generator=generator),
        torch.tensor(seen),
    )


@torch.no_grad()
def test_the_picture_enters_as_nothing_and_then_through_both_streams():
    config = released_config(SEEING)
    network = released_network(config)
    mixture, x_t = torch.randn(2, 2, 16, 16), torch.randn(2, 6, 16, 16)
    t, shown = torch.tensor([0.2, 0.6]), frames([[True, True], [False, False]])
    blind = network(x_t, t, network.condition(mixture, None))
    condition = network.condition(mixture, shown)
    assert condition.context.tokens.shape == (2, 2 + 8 // 4, 512)
    seeing = network(x_t, t, condition)
    assert torch.equal(seeing[1], blind[1])  # a window that sees nothing
    assert (seeing[0] - blind[0]).abs().max() > 1e-3
    for stream in ("face", "scene"):
        changed = replace(shown, **{stream: getattr(shown, stream).flip(1)})
        other = network(x_t, t, network.condition(mixture, changed))
        assert not torch.equal(other[0], seeing[0]), stream
    for name, parameter in network.named_parameters():
        if "zero_conv" in name:
            parameter.zero_()
    hearing = build(released_config(HEARING)).eval()
    kept = {k: v for k, v in network.state_dict().items() if k in hearing.state_dict()}
    hearing.load_state_dict(kept)
    entering = network(x_t, t, network.condition(mixture, shown))
    assert torch.equal(entering, hearing(x_t, t, hearing.condition(mixture, shown)))


@torch.no_grad()
def test_a_face_is_encoded_as_written_down():
    """The residual wiring and the normalisations, step by step with plain functions."""
    F = torch.nn.functional  # noqa: N806
    encoder = released_network(released_config(SEEING)).face_encoder
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(2)
        for name, value in encoder.state_dict().items():
            if "running_mean" in name:
                value.normal_(0, 0.1)
            if "running_var" in name:
                value.uniform_(0.5, 1.5)
    w = encoder.state_dict()
    face = 255 * torch.rand(1, 6, 112, 112)

    def normed(x, name, eps):
        keys = ("running_mean", "running_var", "weight", "bias")
        return F.batch_norm(x, *(w[f"{name}.{key}"] for key in keys), eps=eps)

    x = ((face / 255 - 0.4161) / 0.1688)[:, None]
    x = F.conv3d(x, w["frontend3D.0.weight"], stride=(1, 2, 2), padding=(2, 3, 3))
    x = F.max_pool3d(F.relu(normed(x, "frontend3D.1", 1e-3)), (1, 3, 3), (1, 2, 2), (0, 1, 1))
    x = x[0].transpose(0, 1)
    for number, stride in enumerate((1, 2, 2, 2), start=1):
        p = f"resnet.layer{number}."
        a = F.conv2d(x, w[p + "conv1a.weight"], stride=stride, padding=1)
        a = F.conv2d(F.relu(normed(a, p + "bn1a", 1e-3)), w[p + "conv2a.weight"], padding=1)
        m = a + F.conv2d(x, w[p + "downsample.weight"], stride=stride)
        b = F.conv2d(F.relu(normed(m, p + "outbna", 1e-3)), w[p + "conv1b.weight"], padding=1)
        b = F.conv2d(F.relu(normed(b, p + "bn1b", 1e-3)), w[p + "conv2b.weight"], padding=1)
        x = F.relu(normed(b + m, p + "outbnb", 1e-3))
    x = x.mean(dim=(2, 3)).T[None]  # (1, 128, frame)
    for number in range(5):
        p = f"visualTCN.net.{number}.net."
        h = normed(F.relu(x), p + "1", 1e-5)
        h = F.prelu(F.conv1d(h, w[p + "2.weight"], padding=1, groups=128), w[p + "3.weight"])
        h = (h - h.mean()) / (h.var(correction=0) + 1e-8).sqrt()
        h = w[p + "4.gamma"] * h + w[p + "4.beta"]
        x = x + F.conv1d(h, w[p + "5.weight"])
    x = F.conv1d(x, w["visualConv1D.net.0.weight"], w["visualConv1D.net.0.bias"], padding=2)
    expected = F.relu(normed(x, "visualConv1D.net.1", 1e-5)).transpose(1, 2)
    torch.testing.assert_close(encoder(face), expected, rtol=1e-4, atol=1e-5)
    assert expected.shape == (1, 6, 64)
