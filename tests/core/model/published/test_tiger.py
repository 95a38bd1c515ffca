"""TIGER-DnR against its published equations, and its published size."""

import math

import torch
import torch.nn.functional as F

from cass_core.checkpoints.checkpoint import planned_shapes
from cass_core.evaluation.benchmark.published_sizes import published_sizes
from cass_core.model.published import tiger_layers
from cass_core.relayed import relayed, result_of
from tests.helpers.separation.published_checkpoints import random_network, tiger_config


def test_the_published_size_has_the_published_weights():
    config = published_sizes()["tiger-dnr"]
    shapes = planned_shapes(config, None)
    assert sum(config.sizes["widths"]) == 1025
    assert len(shapes) == 3 * 768 == 2304
    assert sum(map(math.prod, shapes.values())) == 3 * 1_407_282
    for part, count in (("BN", 282_224), ("separator", 571_501), ("mask", 553_557)):
        here = [math.prod(v) for name, v in shapes.items() if name.startswith(f"music.{part}.")]
        assert sum(here) == count, part
    assert shapes["dialog.mask.56.1.weight"] == [12 * 121, 44, 1]


class Reference:
    """One network of the published equations, written for one row of sound."""

    def __init__(self, state, name, sizes):
        self.state = {k.removeprefix(name + "."): v for k, v in state.items() if k.startswith(name)}
        self.sizes = sizes

    def __getitem__(self, key):
        return self.state[key]

    def prelu(self, key, x):
        return torch.where(x >= 0, x, self[key] * x)

    def conv(self, key, x, **how):
        return F.conv1d(x, self[f"{key}.weight"], self.state.get(f"{key}.bias"), **how)

    def group_norm(self, key, x, eps=1e-8):
        """Over everything of one row."""
        mean, variance = x.mean((1, 2), True), x.var((1, 2), correction=0, keepdim=True)
        weight, bias = self[f"{key}.weight"][:, None], self[f"{key}.bias"][:, None]
        return (x - mean) / (variance + eps).sqrt() * weight + bias

    def conv_norm(self, key, x, **how):
        return self.group_norm(f"{key}.norm", self.conv(f"{key}.conv", x, **how))

    def depthwise(self, key, x):
        kernel = self[f"{key}.conv.weight"].shape[-1]
        return self.conv_norm(key, x, groups=x.shape[1], padding=(kernel - 1) // 2)

    def injected(self, key, scale, other):
        length, n = scale.shape[-1], other.shape[-1]
        place = torch.tensor([i * n // length for i in range(length)])
        gate = torch.sigmoid(self.depthwise(f"{key}.global_act", other))[..., place]
        added = self.depthwise(f"{key}.global_embedding", other)[..., place]
        return self.depthwise(f"{key}.local_embedding", scale) * gate + added

    def scale_block(self, key, rows):
        x = self.prelu(f"{key}.proj_1x1.act.weight", self.conv_norm(f"{key}.proj_1x1", rows))
        levels = []
        for k in range(self.sizes["scales"]):
            x = self.conv_norm(
                f"{key}.spp_dw.{k}", x, groups=x.shape[1], padding=2, stride=2 if k else 1
            )
            levels.append(x)
        n = x.shape[-1]
        pooled = [
            torch.stack(
                [v[..., i * v.shape[-1] // n : -(-(i + 1) * v.shape[-1] // n)].mean(-1)
                 for i in range(n)],
                dim=-1,
            )
            for v in levels
        ]  # fmt: skip
        g = self.conv_norm(f"{key}.globalatt.fc1", sum(pooled))
        g = self.conv(f"{key}.globalatt.dwconv", g, groups=g.shape[1], padding=2).clamp_min(0)
        g = self.conv_norm(f"{key}.globalatt.fc2", g)
        f = [self.injected(f"{key}.loc_glo_fus.{k}", v, g) for k, v in enumerate(levels)]
        top = self.sizes["scales"] - 2
        e = self.injected(f"{key}.last_layer.{top}", f[top], f[top - 1])
        for k in range(top - 1, -1, -1):
            e = self.injected(f"{key}.last_layer.{k}", f[k], e)
        return self.conv(f"{key}.res_conv", e) + rows

    def channel_norm(self, key, x):
        """x: (feature, token, width)."""
        mean, variance = x.mean(0, True), x.var(0, correction=0, keepdim=True)
        return (x - mean) / (variance + 1e-5).sqrt() * self[f"{key}.gamma"][0] + self[
            f"{key}.beta"
        ][0]

    def projected(self, key, x):
        weight, bias = self[f"{key}.conv.weight"][:, :, 0, 0], self[f"{key}.conv.bias"]
        y = torch.einsum("of,ftw->otw", weight, x) + bias[:, None, None]
        return self.channel_norm(f"{key}.norm", self.prelu(f"{key}.act.weight", y))

    def attention(self, key, x):
        heads = []
        for h in range(self.sizes["heads"]):
            q, k, v = (self.projected(f"{key}.{n}.{h}", x) for n in ("Queries", "Keys", "Values"))
            scores = torch.einsum("ftw,fsw->ts", q, k) / math.sqrt(q.shape[0] * q.shape[2])
            heads.append(torch.einsum("ts,fsw->ftw", scores.softmax(-1), v))
        return self.projected(f"{key}.attn_concat_proj", torch.cat(heads)) + x

    def path(self, key, x):
        """x: (feature, row, place)."""
        rows = self.scale_block(f"{key}.0", x.permute(1, 0, 2))
        tokens = self.attention(f"{key}.1", rows.permute(1, 2, 0))
        return self.channel_norm(f"{key}.2", tokens).permute(0, 2, 1) + x

    def block(self, x):
        """x: (feature, band, frame)."""
        x = self.path("separator.freq_path", x.permute(0, 2, 1)).permute(0, 2, 1)
        return self.path("separator.frame_path", x)

    def masks(self, bands):
        eps = 1.1920929e-07
        described = []
        for i, band in enumerate(bands):
            parts = torch.cat([band.real, band.imag])[None]
            described.append(self.conv(f"BN.{i}.1", self.group_norm(f"BN.{i}.0", parts, eps))[0])
        m = torch.stack(described, dim=1)
        x = self.block(m)
        weight, bias = (
            self["separator.concat_block.0.weight"],
            self["separator.concat_block.0.bias"],
        )
        for _ in range(self.sizes["rounds"] - 1):
            y = (m + x) * weight[:, :, 0] + bias[:, None, None]
            x = self.block(self.prelu("separator.concat_block.1.weight", y))
        return torch.cat([self.mask(i, x[:, i], len(band)) for i, band in enumerate(bands)], dim=1)

    def mask(self, i, x, width):
        y = self.conv(f"mask.{i}.1", self.prelu(f"mask.{i}.0.weight", x)[None], groups=3)[0]
        value, gate = y.view(2, 2, 3, width, -1)
        real, imaginary = value * torch.sigmoid(gate)
        return torch.complex(
            real - (real.sum(0) - 1) / 3, imaginary - imaginary.sum(0) / 3
        )  # (source, bin, frame)


def reference_stems(network, config, sound):
    """(channel, sample) -> (source, channel, sample), and what the sources of a network sum to."""
    sizes, window = config.sizes, torch.hann_window(2048, dtype=sound.dtype)
    state, out, sums = network.state_dict(), [], []
    for row in sound:
        x = torch.stft(row, 2048, 512, window=window, return_complex=True)
        stems = []
        for name, used in (("dialog", 2), ("effect", 1), ("music", 0)):
            masked = Reference(state, name, sizes).masks(x.split(sizes["widths"])) * x
            stems.append(torch.istft(masked[used], 2048, 512, window=window, length=len(row)))
            sums.append((masked.sum(0) - x).abs().max())
        out.append(torch.stack(stems))
    return torch.stack(out, dim=1), max(sums)


def test_it_gives_what_the_published_equations_give(monkeypatch):
    config = tiger_config()
    network = random_network(config).double()
    sound = 0.1 * torch.randn(2, 9_001, dtype=torch.float64)
    monkeypatch.setattr(tiger_layers, "_POSITIONS_AT_ONCE", 40)  # a few rows at a time
    shares = []

    def told(share):
        shares.append(share)
        return share

    with torch.no_grad():
        expected, off = reference_stems(network, config, sound)
        stems = result_of(relayed(network.gradually(sound[None]), told))
    assert off < 1e-9
    assert expected.abs().max() > 0.01
    assert all((expected[a] - expected[b]).abs().max() > 1e-3 for a, b in ((0, 1), (1, 2)))
    torch.testing.assert_close(stems[0], expected, atol=1e-9, rtol=1e-9)
    assert shares == sorted(shares)
    assert len(shares) == 2 * 3 * 8  # channels, networks, rounds
    assert 0 < shares[0] < shares[-1] < 1


def test_every_weight_counts_but_those_of_the_smallest_scale():
    network = random_network(tiger_config())
    network(torch.randn(1, 1, 9_000)).square().mean().backward()
    idle = [name for name, p in network.named_parameters() if p.grad is None or not p.grad.any()]
    assert idle
    assert all(".loc_glo_fus.3." in name for name in idle)
