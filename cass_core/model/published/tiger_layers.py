"""The blocks of TIGER: a pyramid of scales, and attention with whole rows as tokens."""

import torch
import torch.nn.functional as F
from torch import Tensor, nn

_KERNEL = 5
_NORM_EPS, _CHANNEL_EPS = 1e-8, 1e-5
# positions that a pyramid holds at once: its memory then does not grow with the window
_POSITIONS_AT_ONCE = 1 << 14


class Pyramid(nn.Module):
    """(row, feature, place) -> the same: five scales are fused into one and it into each of them.

    Rows do not hear each other, so some of them are taken at a time.
    """

    def __init__(self, features: int, hidden: int, scales: int) -> None:
        super().__init__()
        self.proj_1x1 = _Normed(nn.Conv1d(features, hidden, 1), activated=True)
        self.spp_dw = nn.ModuleList(
            _Normed(_depthwise(hidden, _KERNEL, stride=2 if scale else 1, bias=True))
            for scale in range(scales)
        )
        self.globalatt = _Mixer(hidden)
        self.loc_glo_fus = nn.ModuleList(_Injection(hidden, 1) for _ in range(scales))
        self.last_layer = nn.ModuleList(_Injection(hidden, _KERNEL) for _ in range(scales - 1))
        self.res_conv = nn.Conv1d(hidden, features, 1)

    def forward(self, rows: Tensor) -> Tensor:
        """(row, feature, place) -> (row, feature, place)."""
        at_once = max(1, _POSITIONS_AT_ONCE // rows.shape[-1])
        return torch.cat([part + self._fused(part) for part in rows.split(at_once)])

    def _fused(self, rows: Tensor) -> Tensor:
        scales = [self.spp_dw[0](self.proj_1x1(rows))]
        for halve in list(self.spp_dw)[1:]:
            scales.append(halve(scales[-1]))
        smallest = scales[-1].shape[-1]
        together = self.globalatt(
            torch.stack([F.adaptive_avg_pool1d(scale, smallest) for scale in scales]).sum(dim=0)
        )
        # the smallest scale is not injected into: its weights are published and have no influence
        fused = [self.loc_glo_fus[k](scale, together) for k, scale in enumerate(scales[:-1])]
        # the first way up takes the scale below it for the smaller one, as it was trained
        up = self.last_layer[-1](fused[-1], fused[-2])
        for k in reversed(range(len(fused) - 1)):
            up = self.last_layer[k](fused[k], up)
        out: Tensor = self.res_conv(up)
        return out


class _Normed(nn.Module):
    """A convolution, a normalisation of each row and, where it is asked for, a PReLU."""

    def __init__(self, conv: nn.Conv1d, activated: bool = False) -> None:
        super().__init__()
        self.conv, self.norm = conv, nn.GroupNorm(1, conv.out_channels, eps=_NORM_EPS)
        if activated:
            self.act = nn.PReLU()
        self._activated = activated

    def forward(self, rows: Tensor) -> Tensor:
        out: Tensor = self.norm(self.conv(rows))
        return self.act(out) if self._activated else out


class _Mixer(nn.Module):
    """What all scales hold together, mixed over features and neighbours."""

    def __init__(self, hidden: int) -> None:
        super().__init__()
        self.fc1 = _Normed(nn.Conv1d(hidden, hidden, 1, bias=False))
        self.dwconv = _depthwise(hidden, _KERNEL, bias=True)
        self.fc2 = _Normed(nn.Conv1d(hidden, hidden, 1, bias=False))

    def forward(self, rows: Tensor) -> Tensor:
        out: Tensor = self.fc2(F.relu(self.dwconv(self.fc1(rows))))
        return out


class _Injection(nn.Module):
    """Gate a scale by another one and add that."""

    def __init__(self, hidden: int, kernel: int) -> None:
        super().__init__()
        self.local_embedding = _Normed(_depthwise(hidden, kernel))
        self.global_embedding = _Normed(_depthwise(hidden, kernel))
        self.global_act = _Normed(_depthwise(hidden, kernel))

    def forward(self, scale: Tensor, other: Tensor) -> Tensor:
        length = scale.shape[-1]
        gate = F.interpolate(torch.sigmoid(self.global_act(other)), size=length, mode="nearest")
        added = F.interpolate(self.global_embedding(other), size=length, mode="nearest")
        out: Tensor = self.local_embedding(scale) * gate + added
        return out


def _depthwise(hidden: int, kernel: int, stride: int = 1, bias: bool = False) -> nn.Conv1d:
    return nn.Conv1d(hidden, hidden, kernel, stride, kernel // 2, groups=hidden, bias=bias)


class RowAttention(nn.Module):
    """(b, feature, token, width) -> the same, what came in added; a token is all of its width."""

    def __init__(self, features: int, heads: int, query: int) -> None:
        super().__init__()
        self.Queries = nn.ModuleList(_Projection(features, query) for _ in range(heads))
        self.Keys = nn.ModuleList(_Projection(features, query) for _ in range(heads))
        self.Values = nn.ModuleList(_Projection(features, features // heads) for _ in range(heads))
        self.attn_concat_proj = _Projection(features // heads * heads, features)

    def forward(self, values: Tensor) -> Tensor:
        """(b, feature, token, width) -> (b, feature, token, width)."""
        queries, keys, read = (
            torch.stack([project(values) for project in projections], dim=1)
            for projections in (self.Queries, self.Keys, self.Values)
        )  # (b, head, feature, token, width)
        width = values.shape[-1]
        heard = F.scaled_dot_product_attention(_tokens(queries), _tokens(keys), _tokens(read))
        joined = heard.unflatten(-1, (-1, width)).transpose(2, 3).flatten(1, 2)
        out: Tensor = self.attn_concat_proj(joined) + values
        return out


def _tokens(values: Tensor) -> Tensor:
    """(b, head, feature, token, width) -> (b, head, token, feature * width)."""
    return values.transpose(2, 3).flatten(3)


class _Projection(nn.Module):
    """Features brought to others, a PReLU and then a normalisation over them."""

    def __init__(self, features: int, out: int) -> None:
        super().__init__()
        self.conv, self.act, self.norm = nn.Conv2d(features, out, 1), nn.PReLU(), ChannelNorm(out)

    def forward(self, values: Tensor) -> Tensor:
        out: Tensor = self.norm(self.act(self.conv(values)))
        return out


class ChannelNorm(nn.Module):
    """(b, feature, ...): mean and variance over the features at each place."""

    def __init__(self, features: int) -> None:
        super().__init__()
        self.gamma = nn.Parameter(torch.ones(1, features, 1, 1))
        self.beta = nn.Parameter(torch.zeros(1, features, 1, 1))

    def forward(self, values: Tensor) -> Tensor:
        """(b, feature, ...) -> (b, feature, ...)."""
        variance, mean = torch.var_mean(values, dim=1, correction=0, keepdim=True)
        return (values - mean) * torch.rsqrt(variance + _CHANNEL_EPS) * self.gamma + self.beta
