"""Levels of Hybrid Demucs (Défossez, arXiv 2111.03600) as VisAH has them."""

from dataclasses import dataclass

from torch import Tensor, nn
from torch.nn import functional as F

from cass_core.model.balancing.config import INNER_STRIDE, KERNEL, STRIDE, RebalancerConfig
from cass_core.model.balancing.recurrent_branches import LocalAttention, OverlappedRecurrence
from cass_core.model.published.demucs_layers import DilatedBranches


@dataclass(frozen=True)
class Level:
    """One level of a branch.

    Attributes:
        over_frequency: convolutions go along frequency, not along time.
        kernel: of the convolution to the next level.
        stride: of it.
        crop: places at either end that it adds.
        groups: of its normalisation; 0 for none.
        recurrent: whether its branches have a recurrent part and attention.
        bare: only the convolution, where the wave's branch joins the other.
    """

    over_frequency: bool
    kernel: int = KERNEL
    stride: int = STRIDE
    crop: int = KERNEL // 4
    groups: int = 0
    recurrent: bool = False
    bare: bool = False


def spectrum_levels(config: RebalancerConfig) -> list[Level]:
    """Of the spectrogram's branch, outermost first; the last one works along time."""
    joining = config.depth - 2
    levels = []
    for number in range(config.depth):
        groups = config.groups if number >= config.norm_from else 0
        recurrent = number >= config.recurrent_from
        if number <= joining:
            crop = KERNEL // 4 if number < joining else 0
            levels.append(Level(True, crop=crop, groups=groups, recurrent=recurrent))
        else:
            kernel = 2 * INNER_STRIDE
            levels.append(Level(False, kernel, INNER_STRIDE, kernel // 4, groups, recurrent))
    return levels


def wave_levels(config: RebalancerConfig) -> list[Level]:
    """Of the wave's branch, outermost first; the last one joins the other branch."""
    joining = config.depth - 2
    return [
        Level(
            False,
            groups=config.groups if number >= config.norm_from else 0,
            recurrent=number >= config.recurrent_from,
            bare=number == joining,
        )
        for number in range(config.depth - 1)
    ]


class LevelEncoder(nn.Module):
    """Fewer frequencies, or samples, with more channels."""

    def __init__(self, inputs: int, outputs: int, level: Level, config: RebalancerConfig) -> None:
        super().__init__()
        self.level = level
        kernel, stride, crop = level.kernel, level.stride, level.crop
        if level.over_frequency:
            self.conv: nn.Module = nn.Conv2d(inputs, outputs, (kernel, 1), (stride, 1), (crop, 0))
        else:
            self.conv = nn.Conv1d(inputs, outputs, kernel, stride, crop)
        if level.bare:
            return
        conv = nn.Conv2d if level.over_frequency else nn.Conv1d
        self.norm1, self.norm2 = _norm(level, outputs), _norm(level, 2 * outputs)
        self.rewrite = conv(outputs, 2 * outputs, 1)
        self.dconv = DilatedBranches(outputs, shrink=config.shrink, depth=config.branches)
        if level.recurrent:
            for layer in self.dconv.layers:
                assert isinstance(layer, nn.Sequential)
                hidden = outputs // config.shrink
                layer.insert(3, OverlappedRecurrence(hidden))
                layer.insert(4, LocalAttention(hidden))

    def forward(self, values: Tensor, joined: Tensor | None = None) -> Tensor:
        """Encode.

        Args:
            values: (b, inputs, frequency, frame) or (b, inputs, sample).
            joined: (b, outputs, frame), what the wave's branch gives where it joins.

        Returns:
            The same with `outputs` channels.
        """
        if not self.level.over_frequency:
            values = F.pad(values, (0, -values.shape[-1] % self.level.stride))
        out: Tensor = self.conv(values)
        if self.level.bare:
            return out
        if joined is not None:
            out = out + joined[:, :, None]
        branched = self.dconv(F.gelu(self.norm1(out)))
        return F.glu(self.norm2(self.rewrite(branched)), dim=1)


class LevelDecoder(nn.Module):
    """More frequencies, or samples, with fewer channels."""

    def __init__(self, inputs: int, outputs: int, level: Level, *, last: bool) -> None:
        super().__init__()
        self.level, self._last = level, last
        kernel, stride = level.kernel, level.stride
        if level.over_frequency:
            self.conv_tr: nn.Module = nn.ConvTranspose2d(inputs, outputs, (kernel, 1), (stride, 1))
        else:
            self.conv_tr = nn.ConvTranspose1d(inputs, outputs, kernel, stride)
        self.norm2 = _norm(level, outputs)
        if level.bare:
            return
        conv = nn.Conv2d if level.over_frequency else nn.Conv1d
        self.rewrite = conv(inputs, 2 * inputs, 3, padding=1)
        self.norm1 = _norm(level, 2 * inputs)

    def forward(self, values: Tensor, skip: Tensor | None, length: int) -> tuple[Tensor, Tensor]:
        """Decode.

        Args:
            values: (b, inputs, frequency, frame) or (b, inputs, sample).
            skip: what the encoder on this level gave; None where the branches part.
            length: frequencies or samples to give.

        Returns:
            The same with `outputs` channels, and what stood before the last convolution.
        """
        inner = values
        if skip is not None:
            inner = F.glu(self.norm1(self.rewrite(values + skip)), dim=1)
        axis = 2 if self.level.over_frequency else -1
        out: Tensor = self.norm2(self.conv_tr(inner)).narrow(axis, self.level.crop, length)
        return (out if self._last else F.gelu(out)), inner


def _norm(level: Level, channels: int) -> nn.Module:
    return nn.GroupNorm(level.groups, channels) if level.groups else nn.Identity()
