"""Face stream -> feature sequence f^f."""

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from cass_core.visual.feature_layout import NUM_FACE_FEATURES


class BlendshapeEncoder(nn.Module):
    """The starter's encoder: blendshapes, presence, pose and their changes, over a few frames."""

    out_dim = 96

    def __init__(self) -> None:
        super().__init__()
        self.inward = nn.Conv1d(2 * NUM_FACE_FEATURES, self.out_dim, 5, padding=2)
        self.outward = nn.Conv1d(self.out_dim, self.out_dim, 5, padding=2)

    def forward(self, face: Tensor) -> Tensor:
        """(b, frame, NUM_FACE_FEATURES) -> (b, frame, out_dim)."""
        change = F.pad(face[:, 1:] - face[:, :-1], (0, 0, 1, 0))
        h = torch.cat([face, 4 * change], dim=-1).transpose(1, 2)
        return self.outward(F.silu(self.inward(h))).transpose(1, 2)


class LipVideoEncoder(nn.Module):
    """The paper's encoder, after AVDiffuSS: a 3-D convolution, a ResNet a frame, a temporal net.

    Sizes as published: 112 x 112 grey frames at 25 fps, trunk of 64, 64, 128 and 128 channels, five
    depthwise-separable temporal blocks, 64 features a frame.
    """

    out_dim = 64

    def __init__(self) -> None:
        super().__init__()
        self.front = nn.Sequential(
            nn.Conv3d(1, 64, (5, 7, 7), stride=(1, 2, 2), padding=(2, 3, 3), bias=False),
            nn.BatchNorm3d(64),
            nn.ReLU(),
            nn.MaxPool3d((1, 3, 3), stride=(1, 2, 2), padding=(0, 1, 1)),
        )
        widths = (64, 64, 128, 128)
        ins = (64, *widths[:-1])
        self.trunk = nn.Sequential(
            *(
                _BasicStage(a, b, 1 if i == 0 else 2)
                for i, (a, b) in enumerate(zip(ins, widths, strict=True))
            )
        )
        self.temporal = nn.Sequential(*(_SeparableConv1d(widths[-1]) for _ in range(5)))
        self.outward = nn.Conv1d(widths[-1], self.out_dim, 5, padding=2)

    def forward(self, face: Tensor) -> Tensor:
        """(b, frame, 112, 112) grey 0 to 255 -> (b, frame, 64)."""
        grey = (face / 255 - 0.4161) / 0.1688
        h = self.front(grey.unsqueeze(1))  # (b, 64, frame, 28, 28)
        batch, frames = h.shape[0], h.shape[2]
        h = self.trunk(h.transpose(1, 2).flatten(0, 1)).mean(dim=(2, 3))
        h = h.unflatten(0, (batch, frames)).transpose(1, 2)
        return self.outward(self.temporal(h)).transpose(1, 2)


class _BasicStage(nn.Sequential):
    """Two basic residual blocks of a ResNet-18 stage."""

    def __init__(self, in_channels: int, channels: int, stride: int) -> None:
        super().__init__(
            _BasicBlock(in_channels, channels, stride), _BasicBlock(channels, channels, 1)
        )


class _BasicBlock(nn.Module):
    def __init__(self, in_channels: int, channels: int, stride: int) -> None:
        super().__init__()
        self.body = nn.Sequential(
            nn.Conv2d(in_channels, channels, 3, stride, 1, bias=False),
            nn.BatchNorm2d(channels),
            nn.ReLU(),
            nn.Conv2d(channels, channels, 3, 1, 1, bias=False),
            nn.BatchNorm2d(channels),
        )
        same = stride == 1 and in_channels == channels
        self.shortcut = (
            nn.Identity()
            if same
            else nn.Sequential(
                nn.Conv2d(in_channels, channels, 1, stride, bias=False), nn.BatchNorm2d(channels)
            )
        )

    def forward(self, x: Tensor) -> Tensor:
        return F.relu(self.body(x) + self.shortcut(x))


class _SeparableConv1d(nn.Module):
    """Residual depthwise-separable convolution along time."""

    def __init__(self, channels: int) -> None:
        super().__init__()
        self.body = nn.Sequential(
            nn.ReLU(),
            nn.BatchNorm1d(channels),
            nn.Conv1d(channels, channels, 3, padding=1, groups=channels, bias=False),
            nn.PReLU(),
            nn.GroupNorm(1, channels),
            nn.Conv1d(channels, channels, 1, bias=False),
        )

    def forward(self, x: Tensor) -> Tensor:
        return x + self.body(x)
