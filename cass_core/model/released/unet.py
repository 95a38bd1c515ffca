"""The U-Net that the authors of AV-CASS released: attention over all frequencies and times.

Sizes, order of the layers and names of the weights are those of their checkpoints; without the
picture it computes what the `UNet2DModel` of diffusers does.
"""

from collections.abc import Iterator, Sequence
from typing import cast

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from cass_core.model.fusion import VisualContext
from cass_core.model.released.blocks import Attention, Resampling, ResidualBlock, ZeroAttention
from cass_core.model.unet_blocks import sinusoids

_TIME_SCALE = 1000


class TimeEmbedding(nn.Module):
    """Flow time to features; the release's time runs the other way, from 1 (noise) to 0 (data)."""

    def __init__(self, sinusoid_dim: int, dim: int) -> None:
        super().__init__()
        self.linear_1 = nn.Linear(sinusoid_dim, dim)
        self.linear_2 = nn.Linear(dim, dim)

    def forward(self, t: Tensor) -> Tensor:
        """(b,) flow time from 0 (noise) to 1 (data) -> (b, dim)."""
        sines, cosines = sinusoids(_TIME_SCALE * (1 - t), self.linear_1.in_features).chunk(2, -1)
        waves = torch.cat([cosines, sines], dim=-1).to(self.linear_1.weight.dtype)
        return self.linear_2(F.silu(self.linear_1(waves)))


class Stage(nn.Module):
    """Residual blocks of one resolution, each with attention and the picture's way in if wanted."""

    def __init__(
        self,
        ins: Sequence[int],
        channels: int,
        *,
        time_dim: int,
        groups: int,
        head_dim: int,
        context_dim: int | None,
        num_attentions: int,
    ) -> None:
        """Make the blocks.

        Args:
            ins: channels that each block takes.
            channels: that each gives.
            time_dim: features of the flow time.
            groups: of the normalisations.
            head_dim: channels of a head.
            context_dim: features of the picture's tokens; None for a network that hears only.
            num_attentions: so many blocks have attention, the first ones.
        """
        super().__init__()
        self.resnets = nn.ModuleList(ResidualBlock(i, channels, time_dim, groups) for i in ins)
        self.attentions = nn.ModuleList(
            Attention(channels, channels, head_dim, groups) for _ in range(num_attentions)
        )
        self.cross_attentions = nn.ModuleList()
        if context_dim is not None:
            self.cross_attentions.extend(
                ZeroAttention(channels, context_dim, head_dim, groups)
                for _ in range(num_attentions)
            )
        self.downsamplers: nn.ModuleList | None = None
        self.upsamplers: nn.ModuleList | None = None

    def step(self, index: int, x: Tensor, time: Tensor, context: VisualContext | None) -> Tensor:
        """One block, and the attention behind it where there is one."""
        x = self.resnets[index](x, time)
        if index >= len(self.attentions):
            return x
        tokens = self.attentions[index](x.flatten(2).transpose(1, 2))
        if context is not None:
            tokens = self.cross_attentions[index](tokens, context)
        return tokens.transpose(1, 2).reshape(x.shape)


class AttentionUNet(nn.Module):
    """See `cass_core.network_sizes.AttentionUNetConfig` for the sizes."""

    def __init__(
        self,
        *,
        in_channels: int,
        out_channels: int,
        num_mixture_channels: int,
        context_dim: int | None,
        widths: tuple[int, ...],
        blocks: int,
        attention_levels: tuple[int, ...],
        head_dim: int,
        groups: int,
    ) -> None:
        super().__init__()
        self.num_mixture_channels = num_mixture_channels
        time_dim, last = 4 * widths[0], len(widths) - 1

        def stage(ins: Sequence[int], channels: int, num_attentions: int) -> Stage:
            return Stage(
                ins, channels, time_dim=time_dim, groups=groups, head_dim=head_dim,
                context_dim=context_dim, num_attentions=num_attentions,
            )  # fmt: skip

        self.conv_in = nn.Conv2d(in_channels, widths[0], 3, padding=1)
        self.time_embedding = TimeEmbedding(widths[0], time_dim)
        self.down_blocks, self.up_blocks = nn.ModuleList(), nn.ModuleList()
        for index, width in enumerate(widths):
            below, above = widths[max(0, index - 1)], widths[min(index + 1, last)]
            attends = index in attention_levels
            down = stage([below, *[width] * (blocks - 1)], width, attends * blocks)
            if index < last:
                down.downsamplers = nn.ModuleList([Resampling(width, 2)])
            self.down_blocks.append(down)
            # the features that come up, then those of the way down, newest first
            skips = [*[width] * blocks, below]
            ins = [a + b for a, b in zip([above, *[width] * blocks], skips, strict=True)]
            up = stage(ins, width, attends * (blocks + 1))
            if index > 0:
                up.upsamplers = nn.ModuleList([Resampling(width, 1)])
            self.up_blocks.insert(0, up)
        self.mid_block = stage([widths[last]] * 2, widths[last], 1)
        self.conv_norm_out = nn.GroupNorm(groups, widths[0])
        self.conv_out = nn.Conv2d(widths[0], out_channels, 3, padding=1)

    def forward(self, x: Tensor, t: Tensor, context: VisualContext | None) -> Tensor:
        """Run the field.

        Args:
            x: (b, in_channels, bin, frame), the mixture first; the release has it last.
            t: (b,) flow time.
            context: the picture's tokens, or None for the audio-only network.

        Returns:
            (b, out_channels, bin, frame).
        """
        time = self.time_embedding(t)
        x = self.conv_in(torch.roll(x, -self.num_mixture_channels, dims=1))
        skips = [x]
        for down in _stages(self.down_blocks):
            for index in range(len(down.resnets)):
                x = down.step(index, x, time, context)
                skips.append(x)
            if down.downsamplers is not None:
                x = down.downsamplers[0](x)
                skips.append(x)
        for index in range(len(self.mid_block.resnets)):
            x = self.mid_block.step(index, x, time, context)
        for up in _stages(self.up_blocks):
            for index in range(len(up.resnets)):
                x = up.step(index, torch.cat([x, skips.pop()], dim=1), time, context)
            if up.upsamplers is not None:
                x = up.upsamplers[0](x)
        return self.conv_out(F.silu(self.conv_norm_out(x)))


def _stages(blocks: nn.ModuleList) -> Iterator[Stage]:
    return (cast(Stage, block) for block in blocks)
