"""DAVIS-Flow against the paper's equations, written once more from weights and names alone."""

import math

import numpy as np
import pytest
import torch
import torch.nn.functional as F

from cass_core.model.davis.config import DavisConfig
from cass_core.model.davis.log_spectrogram import heard, linear_magnitudes, magnitudes
from cass_core.model.davis.network import DavisNetwork
from cass_core.model.davis.unet import DavisUNet
from tests.helpers.separation.davis_small import random_network, small_config


class Reference:
    """One spectrogram (channel, bin, frame) at a time."""

    def __init__(self, network):
        self.w = network.unet.state_dict()
        self.config = network.config

    def conv(self, key, x, padding=0):
        return F.conv2d(
            x[None], self.w[f"{key}.weight"], self.w.get(f"{key}.bias"), padding=padding
        )[0]

    def film(self, key, x, moment):
        if moment is None:
            return x
        told = self.w[f"{key}.1.weight"] @ F.silu(moment) + self.w[f"{key}.1.bias"]
        scale, shift = told[: len(x), None, None], told[len(x) :, None, None]
        return x * (1 + scale) + shift

    def half(self, key, x, film, moment):
        weight = self.w[f"{key}.proj.weight"]
        flat = weight.flatten(1)
        mean, spread = flat.mean(1), (flat.var(1, correction=0) + 1e-5).sqrt()
        weight = (weight - mean[:, None, None, None]) / spread[:, None, None, None]
        x = F.conv2d(x[None], weight, self.w[f"{key}.proj.bias"], padding=1)[0]
        grouped = x.reshape(self.config.groups, -1)
        mean, variance = grouped.mean(1, True), grouped.var(1, correction=0, keepdim=True)
        x = ((grouped - mean) / (variance + 1e-5).sqrt()).reshape(x.shape)
        x = (
            x * self.w[f"{key}.norm.weight"][:, None, None]
            + self.w[f"{key}.norm.bias"][:, None, None]
        )
        if film:
            x = self.film(film, x, moment)
        return F.silu(x)

    def residual(self, key, x, moment):
        h = self.half(f"{key}.block1", x, f"{key}.mlp" if moment is not None else "", moment)
        h = self.half(f"{key}.block2", h, "", None)
        short = self.conv(f"{key}.res_conv", x) if f"{key}.res_conv.weight" in self.w else x
        return h + short

    def channel_norm(self, key, x):
        mean, variance = x.mean(0, True), x.var(0, correction=0, keepdim=True)
        return (x - mean) / (variance + 1e-5).sqrt() * self.w[f"{key}.g"][0]

    def qkv(self, key, x):
        q, k, v = self.conv(f"{key}.to_qkv", x).flatten(1).chunk(3)
        return (part.reshape(self.config.heads, 32, -1) for part in (q, k, v))

    def linear_attention(self, key, x, moment):
        h = self.film(f"{key}.mlp", x, moment)
        heads = []
        for q, k, v in zip(*self.qkv(key, h), strict=True):
            q, k = q.exp() / q.exp().sum(0), k.exp() / k.exp().sum(1, keepdim=True)
            context = torch.einsum("dn,en->de", k, v) / v.shape[1]
            heads.append(torch.einsum("de,dn->en", context, q) / math.sqrt(32))
        out = torch.cat(heads).reshape(-1, *x.shape[1:])
        return self.channel_norm(f"{key}.to_out.1", self.conv(f"{key}.to_out.0", out))

    def full_attention(self, key, x):
        heads = []
        for q, k, v in zip(*self.qkv(key, x), strict=True):
            share = (torch.einsum("di,dj->ij", q, k) / math.sqrt(32)).softmax(1)
            heads.append(torch.einsum("ij,dj->di", share, v))
        return self.conv(f"{key}.to_out", torch.cat(heads).reshape(-1, *x.shape[1:]))

    def projected(self, key, x):
        x = self.conv(f"{key}.0", x)
        x = torch.where(x >= 0, x, self.w[f"{key}.1.weight"] * x)
        mean, variance = x.mean((0, 1), True), x.var((0, 1), correction=0, keepdim=True)
        return (x - mean) / (variance + 1e-5).sqrt() * self.w[f"{key}.2.gamma"][0] + self.w[
            f"{key}.2.beta"
        ][0]

    def time_attention(self, key, x, moment):
        x = self.film(f"{key}.mlp", x, moment)
        heads = []
        for h in range(self.config.heads):
            q, k, v = (self.projected(f"{key}.attn_conv_{n}_{h}", x) for n in "QKV")
            scores = torch.einsum("cft,cfs->ts", q, k) / math.sqrt(q.shape[0] * q.shape[1])
            heads.append(torch.einsum("ts,cfs->cft", scores.softmax(1), v))
        return self.projected(f"{key}.attn_concat_proj", torch.cat(heads))

    def block(self, key, x, moment):
        x = self.residual(f"{key}.0", x, moment)
        x = x + self.linear_attention(
            f"{key}.1.fn.fn", self.channel_norm(f"{key}.1.fn.norm", x), moment
        )
        return x + self.time_attention(f"{key}.2.fn", x, moment)

    def __call__(self, x_t, t, mixture, seen):
        half = self.config.dim // 2
        waves = [1000 * t * math.exp(-math.log(10_000) * i / (half - 1)) for i in range(half)]
        moment = torch.tensor([math.sin(a) for a in waves] + [math.cos(a) for a in waves])
        moment = F.gelu(self.w["time_mlp.1.weight"] @ moment + self.w["time_mlp.1.bias"])
        moment = self.w["time_mlp.3.weight"] @ moment + self.w["time_mlp.3.bias"]
        first = x = self.conv("init_conv", torch.cat([mixture, x_t]))
        kept = []
        for level in range(5):
            x = self.block(f"downs.{level}", x, moment)
            kept.append(x)
            if level < 4:
                quarters = [x[:, i::2, j::2] for i in (0, 1) for j in (0, 1)]
                x = self.conv(f"downs.{level}.3.1", torch.stack(quarters, 1).flatten(0, 1))
            else:
                x = self.conv("downs.4.3", x, padding=1)
        x = torch.cat([x, seen[:, None, None].expand(-1, *x.shape[1:])])
        x = self.residual("mid_block1", x, None)
        x = x + self.full_attention("mid_attn.fn.fn", self.channel_norm("mid_attn.fn.norm", x))
        x = self.residual("mid_block2", x, None)
        for level in range(5):
            x = self.block(f"ups.{level}", torch.cat([x, kept.pop()]), moment)
            if level < 4:
                x = x.repeat_interleave(2, 1).repeat_interleave(2, 2)
                x = self.conv(f"ups.{level}.3.1", x, padding=1)
            else:
                x = self.conv("ups.4.3", x, padding=1)
        x = self.residual("final_res_block", torch.cat([x, first]), moment)
        return self.conv("final_conv", x)


def test_the_network_computes_the_papers_equations():
    network = random_network()
    config = network.config
    x_t, mixture = torch.randn(2, 2, 1, config.side, config.side)
    t, seen = torch.tensor([0.0, 0.5]), torch.randn(2, config.clip.out_dim)
    with torch.no_grad():
        ours = network(x_t, t, mixture, seen)
        for row in range(2):
            theirs = Reference(network)(x_t[row], float(t[row]), mixture[row], seen[row])
            torch.testing.assert_close(ours[row], theirs, atol=2e-4, rtol=1e-4)


def test_the_published_widths_and_size():
    with torch.device("meta"):
        unet = DavisUNet(DavisConfig())
    shapes = {name: tuple(value.shape) for name, value in unet.state_dict().items()}
    assert shapes["init_conv.weight"] == (64, 2, 1, 1)
    assert [shapes[f"downs.{level}.3.1.weight"][0] for level in range(4)] == [64, 128, 256, 256]
    assert shapes["downs.4.3.weight"] == (512, 256, 3, 3)
    assert [shapes[f"downs.{i}.2.fn.attn_concat_proj.2.gamma"][2] for i in range(5)] == [
        256, 128, 64, 32, 16,
    ]  # fmt: skip
    assert shapes["mid_block1.block1.proj.weight"] == (512, 1024, 3, 3)
    # the paper counts 35.04 million
    assert abs(sum(p.numel() for p in unet.parameters()) / 35.04e6 - 1) < 0.03


def test_pictures_of_one_object_are_gathered_whatever_their_number():
    network = random_network()
    features = torch.randn(1, 1, network.config.clip.out_dim)
    with torch.no_grad():
        one, three = network.gathered(features), network.gathered(features.expand(-1, 3, -1))
    torch.testing.assert_close(one, three, atol=1e-5, rtol=1e-5)


@pytest.mark.parametrize("frames", [256, 430])
def test_a_window_has_the_published_spectrogram(frames):
    config = DavisConfig(frames=frames)
    assert DavisConfig().window == 65_535
    t = np.arange(config.window) / config.rate_hz
    tone = torch.from_numpy(0.5 * np.sin(2 * np.pi * 1000 * t)).float()[None]
    linear = magnitudes(tone, config)
    assert linear.shape == (1, 1, 512, frames)
    spectra = torch.stft(tone, 1022, 256, window=torch.hann_window(1022), pad_mode="constant",
                         return_complex=True)  # fmt: skip
    torch.testing.assert_close(linear[0], spectra.abs() + 1e-10)
    state = heard(linear, config)
    assert state.shape == (1, 1, 256, 256)
    assert state.min() >= 0
    assert state.max() <= 1
    # rows lie at (21^y - 11) / 10 of the way from the middle bin, y from 0 to 1
    row = math.log(10 * (2 * round(1000 / 11_025 * 1022) / 511 - 1) + 11, 21) * 255
    assert abs(int(state[0, 0, :, 128].argmax()) - row) < 1
    back = linear_magnitudes(state, config, frames)
    middle = np.s_[0, 0, 80:106, 20:-20]
    assert float((back[middle] - linear[middle]).abs().mean()) < 0.1 * float(linear[middle].max())


def test_a_description_survives_json_and_refuses_what_no_network_has():
    config = small_config()
    assert DavisConfig.from_dict(config.to_dict()) == config
    assert isinstance(DavisNetwork(config), torch.nn.Module)
    with pytest.raises(Exception, match="side is 40"):
        DavisConfig(side=40)
