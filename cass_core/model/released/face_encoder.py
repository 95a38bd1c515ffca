"""The released encoder of faces, after TalkNet; weights keep their published names."""

from collections.abc import Sequence

import torch
from torch import Tensor, nn
from torch.nn import functional as F

_BATCH_NORM_EPS, _LAYER_NORM_EPS = 1e-3, 1e-8
_GREY_MEAN, _GREY_SD = 0.4161, 0.1688
_GROWTH = (1, 1, 2, 2)
_TEMPORAL_BLOCKS = 5


class FaceVideoEncoder(nn.Module):
    """A 3-D convolution, a residual network on each frame, a temporal network: 64 features a frame.

    Frames of 112 x 112 grey pixels at 25 fps show a whole face.
    """

    out_dim = 64

    def __init__(self, width: int = 64) -> None:
        """Make the layers, under their published names; the first has `width` channels."""
        super().__init__()
        widths = [width * growth for growth in _GROWTH]
        self.frontend3D = nn.Sequential(
            nn.Conv3d(1, width, (5, 7, 7), stride=(1, 2, 2), padding=(2, 3, 3), bias=False),
            nn.BatchNorm3d(width, eps=_BATCH_NORM_EPS),
            nn.ReLU(),
            nn.MaxPool3d((1, 3, 3), stride=(1, 2, 2), padding=(0, 1, 1)),
        )
        self.resnet = nn.Module()
        for number, (ins, out) in enumerate(
            zip((width, *widths[:-1]), widths, strict=True), start=1
        ):
            layer = _ResidualLayer(ins, out, 1 if number == 1 else 2)
            setattr(self.resnet, f"layer{number}", layer)
        self.visualTCN = _Net([_TemporalBlock(widths[-1]) for _ in range(_TEMPORAL_BLOCKS)])
        self.visualConv1D = _Net(
            [
                nn.Conv1d(widths[-1], self.out_dim, 5, padding=2),
                nn.BatchNorm1d(self.out_dim),
                nn.ReLU(),
            ]
        )

    def forward(self, face: Tensor) -> Tensor:
        """(b, frame, 112, 112) grey 0 to 255 -> (b, frame, 64)."""
        grey = (face / 255 - _GREY_MEAN) / _GREY_SD
        h = self.frontend3D(grey.unsqueeze(1))  # (b, 64, frame, 28, 28)
        batch, frames = h.shape[0], h.shape[2]
        h = h.transpose(1, 2).flatten(0, 1)
        for layer in self.resnet.children():
            h = layer(h)
        h = h.mean(dim=(2, 3)).unflatten(0, (batch, frames)).transpose(1, 2)
        return self.visualConv1D(self.visualTCN(h)).transpose(1, 2)


class _Net(nn.Module):
    """A sequence under the name that it has in the published files."""

    def __init__(self, layers: Sequence[nn.Module]) -> None:
        super().__init__()
        self.net = nn.Sequential(*layers)

    def forward(self, x: Tensor) -> Tensor:
        return self.net(x)


class _ResidualLayer(nn.Module):
    """Two residual blocks; the second normalises after the sum that it goes around."""

    def __init__(self, in_channels: int, channels: int, stride: int) -> None:
        super().__init__()

        def conv(ins: int, step: int = 1) -> nn.Conv2d:
            return nn.Conv2d(ins, channels, 3, step, padding=1, bias=False)

        def norm() -> nn.BatchNorm2d:
            return nn.BatchNorm2d(channels, eps=_BATCH_NORM_EPS)

        self.conv1a, self.bn1a = conv(in_channels, stride), norm()
        self.conv2a = conv(channels)
        self.downsample = nn.Conv2d(in_channels, channels, 1, stride, bias=False)
        self.outbna = norm()
        self.conv1b, self.bn1b = conv(channels), norm()
        self.conv2b, self.outbnb = conv(channels), norm()

    def forward(self, x: Tensor) -> Tensor:
        """(frame, c, row, column) -> (frame, c', row / stride, column / stride)."""
        first = self.conv2a(F.relu(self.bn1a(self.conv1a(x)))) + self.downsample(x)
        h = F.relu(self.outbna(first))
        h = self.conv2b(F.relu(self.bn1b(self.conv1b(h)))) + first
        return F.relu(self.outbnb(h))


class _TemporalBlock(_Net):
    """A residual depthwise-separable convolution along time."""

    def __init__(self, channels: int) -> None:
        super().__init__(
            [
                nn.ReLU(),
                nn.BatchNorm1d(channels),
                nn.Conv1d(channels, channels, 3, padding=1, groups=channels, bias=False),
                nn.PReLU(),
                _GlobalLayerNorm(channels),
                nn.Conv1d(channels, channels, 1, bias=False),
            ]
        )

    def forward(self, x: Tensor) -> Tensor:
        return x + self.net(x)


class _GlobalLayerNorm(nn.Module):
    """Normalises over channels and time together."""

    def __init__(self, channels: int) -> None:
        super().__init__()
        self.gamma = nn.Parameter(torch.ones(1, channels, 1))
        self.beta = nn.Parameter(torch.zeros(1, channels, 1))

    def forward(self, x: Tensor) -> Tensor:
        """(b, c, t) -> the same shape."""
        mean = x.mean(dim=(1, 2), keepdim=True)
        power = (x - mean).square().mean(dim=(1, 2), keepdim=True)
        return self.gamma * (x - mean) / (power + _LAYER_NORM_EPS).sqrt() + self.beta
