"""Between complex spectrograms and what the network sees: level, compression, channels."""

from dataclasses import dataclass

import torch
from torch import Tensor

from cass_core.config import SpectrogramConfig
from cass_core.dsp.companding import compress, expand, from_channels, to_channels
from cass_core.dsp.stft import FrameGrid

_QUIETEST = 1e-5  # a level below which a window counts as silence and is not blown up further


@dataclass(frozen=True)
class FrontEnd:
    """The transform's geometry and scaling of one model.

    Attributes:
        grid: geometry of the short-time transform.
        power: exponent of the magnitude compression.
        factor: fixed scale after compression; None scales each mixture window to unit variance.
        divisors: of real and imaginary part of each stem, then of the mixture, for a network that
            takes and gives -1 to 1; None for any other.
    """

    grid: FrameGrid
    power: float
    factor: float | None
    divisors: tuple[float, ...] | None = None

    @classmethod
    def of(cls, config: SpectrogramConfig) -> "FrontEnd":
        """The front end that a configuration asks for."""
        grid = FrameGrid(config.n_fft, config.hop, config.rate_hz)
        return cls(grid, config.power, config.factor, config.divisors)

    def level(self, mixture: Tensor) -> Tensor:
        """Level by which a window is divided before compression.

        With the power 0.5 the mean square of real and imaginary parts is half the mean magnitude,
        so dividing by it gives unit variance.

        Args:
            mixture: (b, bin, frame) complex.

        Returns:
            (b,) positive.
        """
        if self.factor is not None:
            return torch.ones(mixture.shape[0], device=mixture.device)
        return (0.5 * mixture.abs().mean(dim=(1, 2))).clamp_min(_QUIETEST)

    def encode(self, spectrogram: Tensor, level: Tensor) -> Tensor:
        """(b, n, bin, frame) complex, (b,) -> (b, 2 n, bin, frame); one alone is the mixture."""
        compressed = compress(spectrogram / level[:, None, None, None], self.power)
        channels = (self.factor or 1.0) * to_channels(compressed)
        if self.divisors is None:
            return channels
        stems = spectrogram.shape[1] > 1
        column = self._column(self.divisors[:-2] if stems else self.divisors[-2:], channels)
        return (channels / column).clamp(-1, 1)

    def decode(self, channels: Tensor, level: Tensor) -> Tensor:
        """(b, 2 n, bin, frame) of stems, (b,) -> (b, n, bin, frame) complex."""
        if self.divisors is not None:
            channels = channels.clamp(-1, 1) * self._column(self.divisors[:-2], channels)
        compressed = from_channels(channels / (self.factor or 1.0))
        return expand(compressed, self.power) * level[:, None, None, None]

    def _column(self, divisors: tuple[float, ...], like: Tensor) -> Tensor:
        return torch.tensor(divisors, device=like.device)[:, None, None]
