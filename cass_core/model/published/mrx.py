"""MRX, the multi-resolution CrossNet of Petermann et al., ICASSP 2022 (arXiv 2110.09958)."""

from collections.abc import Sequence

import torch
from torch import Tensor, nn

from cass_core.model.published.network import PublishedNetwork
from cass_core.model.published.spectrum import Spectrum


class MRX(PublishedNetwork):
    """Three resolutions, three parallel recurrent branches, a mask a stem and resolution.

    Each channel is separated alone. Masks are real, non-negative and unbounded; a stem is the sum
    of its masked resolutions.
    """

    def __init__(
        self, *, windows: Sequence[int], hop: int, hidden: int, layers: int, sources: int
    ) -> None:
        super().__init__()
        self.spectra = [Spectrum(window, hop) for window in windows]
        bins = [window // 2 + 1 for window in windows]
        self._encoders = nn.ModuleList(_Encoder(n, hidden) for n in bins)
        self._cross_net = _CrossNet(sources, hidden, layers)
        self._decoders = nn.ModuleList(
            nn.ModuleList(_Decoder(hidden, n) for n in bins) for _ in range(sources)
        )

    def forward(self, sound: Tensor) -> Tensor:
        """(b, channel, sample) -> (b, source, channel, sample)."""
        batch, channels, length = sound.shape
        heard = [spectrum.analyse(sound.flatten(0, 1)) for spectrum in self.spectra]
        codes = [
            encoder(s.abs().transpose(1, 2))
            for encoder, s in zip(self._encoders, heard, strict=True)
        ]
        joined = self._cross_net(torch.stack(codes).mean(dim=0))
        stems = [self._stem(decoders, joined, heard, length) for decoders in self._decoders]
        return torch.stack(stems, dim=1).reshape(batch, channels, -1, length).transpose(1, 2)

    def _stem(
        self, decoders: nn.Module, joined: Tensor, heard: Sequence[Tensor], length: int
    ) -> Tensor:
        """(row, sample): one stem, its resolutions summed."""
        total = joined.new_zeros(joined.shape[0], length)
        assert isinstance(decoders, nn.ModuleList)
        for spectrum, decoder, spectrogram in zip(self.spectra, decoders, heard, strict=True):
            mask = decoder(joined).transpose(1, 2)
            total += spectrum.synthesise(mask * spectrogram, length)
        return total


class _Encoder(nn.Module):
    """(row, frame, bin) magnitudes -> (row, frame, hidden)."""

    def __init__(self, bins: int, hidden: int) -> None:
        super().__init__()
        self.layer = nn.Sequential(
            nn.BatchNorm1d(bins), nn.Linear(bins, hidden, bias=False), nn.BatchNorm1d(hidden)
        )

    def forward(self, magnitudes: Tensor) -> Tensor:
        return torch.tanh(_frame_by_frame(self.layer, magnitudes))


class _CrossNet(nn.Module):
    """(row, frame, hidden) -> (row, frame, 2 hidden): what came in, beside the branches' mean."""

    def __init__(self, branches: int, hidden: int, layers: int) -> None:
        super().__init__()
        self.lstm = nn.ModuleList(
            nn.LSTM(hidden, hidden // 2, layers, batch_first=True, bidirectional=True)
            for _ in range(branches)
        )

    def forward(self, codes: Tensor) -> Tensor:
        branches = [branch(codes)[0] for branch in self.lstm]
        return torch.cat([codes, torch.stack(branches).mean(dim=0)], dim=-1)


class _Decoder(nn.Module):
    """(row, frame, 2 hidden) -> (row, frame, bin) mask."""

    def __init__(self, hidden: int, bins: int) -> None:
        super().__init__()
        self.block = nn.Sequential(
            nn.Linear(2 * hidden, hidden, bias=False), nn.BatchNorm1d(hidden), nn.ReLU(),
            nn.Linear(hidden, bins, bias=False), nn.BatchNorm1d(bins), nn.ReLU(),
        )  # fmt: skip

    def forward(self, joined: Tensor) -> Tensor:
        return _frame_by_frame(self.block, joined)


def _frame_by_frame(layers: nn.Module, values: Tensor) -> Tensor:
    """Batch normalisation counts every frame of every row as one example."""
    out: Tensor = layers(values.flatten(0, 1))
    return out.unflatten(0, values.shape[:2])
