"""Layers of Hybrid Demucs (Défossez, arXiv 2111.03600), over frequency or over time."""

import torch
from torch import Tensor, nn
from torch.nn import functional as F

STRIDE = 4
_KERNEL, _CROP = 8, 2
_DILATED_TAPS = 3


class ChannelScale(nn.Module):
    """A learnt factor a channel."""

    def __init__(self, channels: int, *, channels_last: bool) -> None:
        super().__init__()
        self.scale = nn.Parameter(torch.full((channels,), 1e-3))
        self._channels_last = channels_last

    def forward(self, values: Tensor) -> Tensor:
        """(b, channel, time), or (b, time, channel) with the channels last; same shape."""
        return values * (self.scale if self._channels_last else self.scale[:, None])


class DilatedBranches(nn.Module):
    """Residual branches of dilated convolutions along time, each through fewer channels."""

    def __init__(self, channels: int, *, shrink: int, depth: int) -> None:
        super().__init__()
        fewer = channels // shrink
        self.layers = nn.ModuleList(
            nn.Sequential(
                nn.Conv1d(channels, fewer, _DILATED_TAPS, dilation=2**i, padding=2**i),
                nn.GroupNorm(1, fewer),
                nn.GELU(),
                nn.Conv1d(fewer, 2 * channels, 1),
                nn.GroupNorm(1, 2 * channels),
                nn.GLU(dim=1),
                ChannelScale(channels, channels_last=False),
            )
            for i in range(depth)
        )

    def forward(self, values: Tensor) -> Tensor:
        """(b, channel, time), or (b, channel, frequency, time) row by row; same shape."""
        flat = values.transpose(1, 2).flatten(0, 1) if values.ndim == 4 else values
        for layer in self.layers:
            flat = flat + layer(flat)
        if values.ndim == 3:
            return flat
        return flat.unflatten(0, (values.shape[0], values.shape[2])).transpose(1, 2)


class Encoder(nn.Module):
    """A quarter of the frequencies, or of the samples, with more channels."""

    def __init__(
        self, inputs: int, outputs: int, *, over_frequency: bool, shrink: int, depth: int
    ) -> None:
        super().__init__()
        self._over_frequency = over_frequency
        if over_frequency:
            self.conv: nn.Module = nn.Conv2d(inputs, outputs, (_KERNEL, 1), (STRIDE, 1), (_CROP, 0))
            self.rewrite: nn.Module = nn.Conv2d(outputs, 2 * outputs, 1)
        else:
            self.conv = nn.Conv1d(inputs, outputs, _KERNEL, STRIDE, _CROP)
            self.rewrite = nn.Conv1d(outputs, 2 * outputs, 1)
        self.dconv = DilatedBranches(outputs, shrink=shrink, depth=depth)

    def forward(self, values: Tensor) -> Tensor:
        """(b, inputs, frequency, frame) or (b, inputs, sample) -> the same with `outputs`."""
        if not self._over_frequency:
            values = F.pad(values, (0, -values.shape[-1] % STRIDE))
        branched = self.dconv(F.gelu(self.conv(values)))
        return F.glu(self.rewrite(branched), dim=1)


class Decoder(nn.Module):
    """Four times the frequencies, or samples, with fewer channels."""

    def __init__(
        self,
        inputs: int,
        outputs: int,
        *,
        over_frequency: bool,
        last: bool,
        shrink: int,
        depth: int,
    ) -> None:
        """Build the layer.

        Args:
            inputs: channels of what comes in and of the skip connection.
            outputs: channels of what goes out.
            over_frequency: of the spectrogram's branch.
            last: the outermost layer, whose output is no activation.
            shrink: of the dilated branches.
            depth: how many there are; 0 for none.
        """
        super().__init__()
        self._over_frequency, self._last = over_frequency, last
        if over_frequency:
            self.conv_tr: nn.Module = nn.ConvTranspose2d(inputs, outputs, (_KERNEL, 1), (STRIDE, 1))
            self.rewrite: nn.Module = nn.Conv2d(inputs, 2 * inputs, 3, padding=1)
        else:
            self.conv_tr = nn.ConvTranspose1d(inputs, outputs, _KERNEL, STRIDE)
            self.rewrite = nn.Conv1d(inputs, 2 * inputs, 3, padding=1)
        self.dconv = DilatedBranches(inputs, shrink=shrink, depth=depth) if depth else None

    def forward(self, values: Tensor, skip: Tensor, length: int) -> Tensor:
        """Decode.

        Args:
            values: (b, inputs, frequency, frame) or (b, inputs, sample).
            skip: what the encoder on this level gave.
            length: frequencies or samples to give.

        Returns:
            The same with `outputs` channels.
        """
        joined = F.glu(self.rewrite(values + skip), dim=1)
        if self.dconv is not None:
            joined = self.dconv(joined)
        axis = 2 if self._over_frequency else -1
        out: Tensor = self.conv_tr(joined).narrow(axis, _CROP, length)
        return out if self._last else F.gelu(out)
