"""The CNN U-Net with cross-attention to c^V that AV-CASS uses as vector field."""

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from cass_core.model.fusion import VisualContext, VisualEntry
from cass_core.model.unet_blocks import (
    AxisAttention,
    Conv,
    ResBlock,
    TimeEmbedding,
    channels_last,
    norm,
    zero_init,
)


class Level(nn.Module):
    """Residual blocks of one resolution, and where wanted the picture's way in."""

    def __init__(
        self,
        *,
        in_channels: int,
        channels: int,
        blocks: int,
        time_dim: int,
        bins: int,
        context_dim: int | None,
        head_dim: int,
    ) -> None:
        super().__init__()
        self.blocks = nn.ModuleList(
            ResBlock(in_channels if i == 0 else channels, channels, time_dim, bins)
            for i in range(blocks)
        )
        self.entry = None if context_dim is None else VisualEntry(channels, context_dim, head_dim)

    def forward(self, x: Tensor, time: Tensor, context: VisualContext | None) -> Tensor:
        """(b, c, f, t) -> (b, c', f, t)."""
        for block in self.blocks:
            x = block(x, time)
        if self.entry is not None and context is not None:
            x = self.entry(x, context)
        return x


class Middle(nn.Module):
    """A residual block followed by attention along time and along frequency."""

    def __init__(
        self, *, channels: int, time_dim: int, bins: int, frames: int, head_dim: int
    ) -> None:
        super().__init__()
        self.block = ResBlock(channels, channels, time_dim, bins)
        self.over_time = AxisAttention(channels, frames, head_dim, "time")
        self.over_frequency = AxisAttention(channels, bins, head_dim, "frequency")

    def forward(self, x: Tensor, time: Tensor) -> Tensor:
        """(b, c, f, t) -> the same shape."""
        return self.over_frequency(self.over_time(self.block(x, time)))


class UNet(nn.Module):
    """Patches in, patches out; see `cass_core.network_sizes.UNetConfig` for the sizes.

    Frames must be a multiple of patch * 2 ** (levels - 1), and so must bins.
    """

    def __init__(
        self,
        *,
        in_channels: int,
        out_channels: int,
        bins: int,
        max_frames: int,
        patch: int,
        widths: tuple[int, ...],
        blocks: tuple[int, ...],
        middle_blocks: int,
        head_dim: int,
        vision_levels: tuple[int, ...],
        context_dim: int,
    ) -> None:
        super().__init__()
        self.patch, depth, time_dim = patch, len(widths), widths[0]
        self.embed_time = TimeEmbedding(time_dim)
        self.entrance = Conv(in_channels * patch**2, widths[0], 1)

        def level(index: int, in_width: int) -> Level:
            return Level(
                in_channels=in_width,
                channels=widths[index],
                blocks=blocks[index],
                time_dim=time_dim,
                bins=bins // (patch * 2**index),
                context_dim=context_dim if index in vision_levels else None,
                head_dim=head_dim,
            )

        self.down = nn.ModuleList(level(i, widths[i]) for i in range(depth))
        self.shrink = nn.ModuleList(
            Conv(widths[i], widths[i + 1], 2, stride=2) for i in range(depth - 1)
        )
        scale = patch * 2 ** (depth - 1)
        self.middle = nn.ModuleList(
            Middle(
                channels=widths[-1],
                time_dim=time_dim,
                bins=bins // scale,
                frames=max_frames // scale,
                head_dim=head_dim,
            )
            for _ in range(middle_blocks)
        )
        self.grow = nn.ModuleList(Conv(widths[i + 1], widths[i] * 4, 1) for i in range(depth - 1))
        self.up = nn.ModuleList(level(i, 2 * widths[i]) for i in range(depth))
        self.exit_norm = norm(widths[0])
        self.exit = zero_init(Conv(widths[0], out_channels * patch**2, 1))

    def forward(self, x: Tensor, t: Tensor, context: VisualContext | None) -> Tensor:
        """Run the field.

        Args:
            x: (b, in_channels, bin, frame).
            t: (b,) flow time.
            context: c^V, or None for the audio-only model.

        Returns:
            (b, out_channels, bin, frame).
        """
        time = self.embed_time(t)
        x = self.entrance(channels_last(F.pixel_unshuffle(x, self.patch)))
        skips: list[Tensor] = []
        for index, level in enumerate(self.down):
            x = level(x, time, context)
            skips.append(x)
            if index < len(self.shrink):
                x = self.shrink[index](x)
        for block in self.middle:
            x = block(x, time)
        for index in reversed(range(len(self.up))):
            if index < len(self.grow):
                x = channels_last(F.pixel_shuffle(self.grow[index](x), 2))
            x = self.up[index](channels_last(torch.cat([x, skips[index]], dim=1)), time, context)
        x = self.exit(channels_last(F.silu(self.exit_norm(x))))
        return F.pixel_shuffle(x, self.patch)
