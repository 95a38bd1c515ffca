"""Scene stream -> feature sequence f^s."""

from torch import Tensor, nn
from torch.nn import functional as F

from cass_core.visual.feature_layout import NUM_SCENE_FEATURES


class MotionEncoder(nn.Module):
    """The starter's encoder: motion energy on a grid, cuts and colour, over a few frames."""

    out_dim = 64

    def __init__(self) -> None:
        super().__init__()
        self.inward = nn.Conv1d(NUM_SCENE_FEATURES, self.out_dim, 5, padding=2)
        self.outward = nn.Conv1d(self.out_dim, self.out_dim, 5, padding=2)

    def forward(self, scene: Tensor) -> Tensor:
        """(b, frame, NUM_SCENE_FEATURES) -> (b, frame, out_dim)."""
        h = self.inward(scene.transpose(1, 2))
        return self.outward(F.silu(h)).transpose(1, 2)


class SlowOnlyEncoder(nn.Module):
    """The paper's encoder, after CAVP: a SlowOnly ResNet-50 without temporal stride.

    Frames of 224 x 224 at 4 fps; the last two stages look at three frames; 512 features a frame,
    of unit length.
    """

    out_dim = 512

    def __init__(self, width: int = 64) -> None:
        """Make the layers; the first has `width` channels."""
        super().__init__()
        self.stem = nn.Sequential(
            nn.Conv3d(3, width, (1, 7, 7), (1, 2, 2), (0, 3, 3), bias=False),
            nn.BatchNorm3d(width),
            nn.ReLU(),
            nn.MaxPool3d((1, 3, 3), (1, 2, 2), (0, 1, 1)),
        )
        stages, in_channels = [], width
        for index, depth in enumerate((3, 4, 6, 3)):
            inner = width << index
            for block in range(depth):
                stride = 2 if block == 0 and index > 0 else 1
                stages.append(_Bottleneck(in_channels, inner, stride, temporal=index >= 2))
                in_channels = 4 * inner
        self.stages = nn.Sequential(*stages)
        self.project = nn.Linear(in_channels, self.out_dim)

    def forward(self, scene: Tensor) -> Tensor:
        """(b, frame, 3, 224, 224) in [0, 1] -> (b, frame, 512)."""
        h = self.stages(self.stem(scene.transpose(1, 2)))
        return F.normalize(self.project(h.mean(dim=(3, 4)).transpose(1, 2)), dim=-1)


class _Bottleneck(nn.Module):
    """1 x 1 (over three frames where temporal), 3 x 3, 1 x 1, residual."""

    def __init__(self, in_channels: int, width: int, stride: int, temporal: bool) -> None:
        super().__init__()
        frames = 3 if temporal else 1
        out = 4 * width
        self.body = nn.Sequential(
            nn.Conv3d(in_channels, width, (frames, 1, 1), padding=(frames // 2, 0, 0), bias=False),
            nn.BatchNorm3d(width),
            nn.ReLU(),
            nn.Conv3d(width, width, (1, 3, 3), (1, stride, stride), (0, 1, 1), bias=False),
            nn.BatchNorm3d(width),
            nn.ReLU(),
            nn.Conv3d(width, out, 1, bias=False),
            nn.BatchNorm3d(out),
        )
        same = stride == 1 and in_channels == out
        self.shortcut = (
            nn.Identity()
            if same
            else nn.Sequential(
                nn.Conv3d(in_channels, out, 1, (1, stride, stride), bias=False), nn.BatchNorm3d(out)
            )
        )

    def forward(self, x: Tensor) -> Tensor:
        return F.relu(self.body(x) + self.shortcut(x))
