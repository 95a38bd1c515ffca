"""BandIt (arXiv 2309.02539) and Bandit v2 (arXiv 2407.07275): bands, GRUs, complex masks."""

from dataclasses import dataclass
from typing import Literal

import torch
from torch import Tensor, nn

from cass_core.model.published.bands import Band, band_weights, musical_bands
from cass_core.model.published.network import PublishedNetwork
from cass_core.model.published.spectrum import Spectrum


@dataclass(frozen=True)
class BanditSizes:
    """Sizes of the network.

    Attributes:
        rate_hz: rate of the sound, which decides the bands.
        bands: how many.
        n_fft: of the spectrogram.
        hop: its frames' distance.
        features: numbers that describe a band in a frame.
        recurrent: units of each GRU in each direction.
        layers: GRUs, by turns along time and along the bands.
        hidden: units of the layer before each mask.
        edges: what stands beyond both ends of the sound.
        interleaved: real and imaginary part of a bin stand beside each other in what is read of a
            band; else all real parts come first.
        names: the publisher's names of the stems, in the order of the output.
    """

    rate_hz: int
    bands: int
    n_fft: int
    hop: int
    features: int
    recurrent: int
    layers: int
    hidden: int
    edges: Literal["reflect", "constant"]
    interleaved: bool
    names: tuple[str, ...]


class Bandit(PublishedNetwork):
    """Overlapping bands of a complex spectrogram, modelled together, each with masks of its own.

    Each channel is separated alone.
    """

    def __init__(self, sizes: BanditSizes) -> None:
        super().__init__()
        bins = sizes.n_fft // 2 + 1
        bands = musical_bands(sizes.bands, sizes.n_fft, sizes.rate_hz)
        self.spectrum = Spectrum(sizes.n_fft, sizes.hop, sizes.edges, "window")
        self.band_split = _BandSplit(bands, sizes.features, sizes.interleaved)
        self.tf_model = _Alternating(sizes.features, sizes.recurrent, sizes.layers)
        self.mask_estim = nn.ModuleDict(
            {name: _Masks(bands, bins, sizes.features, sizes.hidden) for name in sizes.names}
        )

    def forward(self, sound: Tensor) -> Tensor:
        """(b, channel, sample) -> (b, source, channel, sample)."""
        batch, channels, length = sound.shape
        spectrogram = self.spectrum.analyse(sound.flatten(0, 1))
        described = self.tf_model(self.band_split(spectrogram))
        stems = [
            self.spectrum.synthesise(masks(described) * spectrogram, length)
            for masks in self.mask_estim.values()
        ]
        return torch.stack(stems, dim=1).reshape(batch, channels, -1, length).transpose(1, 2)


class _BandSplit(nn.Module):
    """(row, bin, frame) complex -> (row, band, frame, feature)."""

    def __init__(self, bands: tuple[Band, ...], features: int, interleaved: bool) -> None:
        super().__init__()
        self._bands, self._interleaved = bands, interleaved
        self.norm_fc_modules = nn.ModuleList(_Described(2 * b.width, features) for b in bands)

    def forward(self, spectrogram: Tensor) -> Tensor:
        parts = torch.view_as_real(spectrogram.transpose(1, 2))  # (row, frame, bin, part)
        described = []
        for band, describe in zip(self._bands, self.norm_fc_modules, strict=True):
            here = parts[:, :, band.first : band.stop]
            here = here if self._interleaved else here.transpose(2, 3)
            described.append(describe(here.flatten(2)))
        return torch.stack(described, dim=1)


class _Described(nn.Module):
    """What a band holds, normalised and brought to `features` numbers."""

    def __init__(self, inputs: int, features: int) -> None:
        super().__init__()
        self.norm, self.fc = nn.LayerNorm(inputs), nn.Linear(inputs, features)

    def forward(self, values: Tensor) -> Tensor:
        out: Tensor = self.fc(self.norm(values))
        return out


class _Alternating(nn.Module):
    """GRUs along time within each band, then along the bands within each frame, and so on."""

    def __init__(self, features: int, recurrent: int, layers: int) -> None:
        super().__init__()
        self.seqband = nn.ModuleList(_Residual(features, recurrent) for _ in range(layers))

    def forward(self, described: Tensor) -> Tensor:
        for layer in self.seqband:
            described = layer(described).transpose(1, 2)
        return described


class _Residual(nn.Module):
    """(row, sequence, step, feature): a GRU in both directions, added to what came in."""

    def __init__(self, features: int, recurrent: int) -> None:
        super().__init__()
        self.norm = nn.LayerNorm(features)
        self.rnn = nn.GRU(features, recurrent, batch_first=True, bidirectional=True)
        self.fc = nn.Linear(2 * recurrent, features)

    def forward(self, described: Tensor) -> Tensor:
        heard, _ = self.rnn(self.norm(described).flatten(0, 1))
        out: Tensor = described + self.fc(heard).unflatten(0, described.shape[:2])
        return out


class _Masks(nn.Module):
    """(row, band, frame, feature) -> (row, bin, frame) complex; overlapping bands are averaged."""

    def __init__(self, bands: tuple[Band, ...], bins: int, features: int, hidden: int) -> None:
        super().__init__()
        self._bands, self._bins = bands, bins
        self.norm_mlp = nn.ModuleList(_BandMask(features, hidden, b.width) for b in bands)
        for index, weights in enumerate(band_weights(bands, bins)):
            self.register_buffer(f"freq_weights/{index}", weights)

    def forward(self, described: Tensor) -> Tensor:
        rows, _, frames, _ = described.shape
        total = described.new_zeros(rows, frames, self._bins, 2)
        for index, (band, mask) in enumerate(zip(self._bands, self.norm_mlp, strict=True)):
            weights = self.get_buffer(f"freq_weights/{index}")[:, None]
            total[:, :, band.first : band.stop] += weights * mask(described[:, index])
        return torch.view_as_complex(total).transpose(1, 2)


class _BandMask(nn.Module):
    """(row, frame, feature) -> (row, frame, bin of the band, 2)."""

    def __init__(self, features: int, hidden: int, width: int) -> None:
        super().__init__()
        self.norm = nn.LayerNorm(features)
        self.hidden = nn.Sequential(nn.Linear(features, hidden), nn.Tanh())
        self.output = nn.Sequential(nn.Linear(hidden, 4 * width), nn.GLU(dim=-1))

    def forward(self, described: Tensor) -> Tensor:
        out: Tensor = self.output(self.hidden(self.norm(described)))
        return out.unflatten(-1, (-1, 2))
