"""TIGER-DnR (Xu et al., ICLR 2025, arXiv 2410.01469): narrow bands, one block used eight times."""

from collections.abc import Generator, Sequence
from dataclasses import dataclass

import torch
from torch import Tensor, nn

from cass_core.model.published.network import PublishedNetwork, Shares
from cass_core.model.published.spectrum import Spectrum
from cass_core.model.published.tiger_layers import ChannelNorm, Pyramid, RowAttention

# each network gives music, effects and dialogue, of which one is used
_USED = {"dialog": 2, "effect": 1, "music": 0}
_SOURCES = 3
_BAND_EPS = torch.finfo(torch.float32).eps


@dataclass(frozen=True)
class TigerSizes:
    """Sizes of the network.

    Attributes:
        widths: bins of each band, lowest first; together all bins of the spectrogram.
        hop: distance of the spectrogram's frames in samples.
        features: numbers that describe a band in a frame.
        hidden: features within the pyramid of scales.
        scales: of the pyramid, each with half the places of the one before.
        heads: of the attention.
        query: features of a query in each head.
        rounds: how often the block is used.
    """

    widths: Sequence[int]
    hop: int
    features: int
    hidden: int
    scales: int
    heads: int
    query: int
    rounds: int

    @property
    def n_fft(self) -> int:
        """Length of the transform in samples."""
        return 2 * (sum(self.widths) - 1)


class Tiger(PublishedNetwork):
    """Three networks of one shape, one for each stem; each channel is separated alone.

    A row is heard after the other and a network after the other, so the memory is that of one
    network and one channel.
    """

    def __init__(self, sizes: TigerSizes) -> None:
        super().__init__()
        self.spectrum = Spectrum(sizes.n_fft, sizes.hop, scale="none")
        self.dialog, self.effect, self.music = (_BandNetwork(sizes) for _ in _USED)

    def compiled_parts(self) -> list[nn.Module]:
        """What every round calls; a generator as a whole cannot be compiled."""
        return [part for part in self.modules() if isinstance(part, Pyramid | RowAttention)]

    def gradually(self, sound: Tensor) -> Shares:
        """(b, channel, sample) -> (b, source, channel, sample); dialogue, effects, music."""
        rows = sound.flatten(0, 1)
        stems = sound.new_empty(len(rows), len(_USED), sound.shape[-1])
        each = 1 / (len(rows) * len(_USED))
        for row in range(len(rows)):
            spectrogram = self.spectrum.analyse(rows[row : row + 1])
            for place, (name, used) in enumerate(_USED.items()):
                begun = (row * len(_USED) + place) * each
                network = self.get_submodule(name)
                assert isinstance(network, _BandNetwork)
                masks = yield from network.masks(spectrogram, used, begun, each)
                stem = self.spectrum.synthesise(masks * spectrogram, sound.shape[-1])
                stems[row, place] = stem[0]
        return stems.unflatten(0, sound.shape[:2]).transpose(1, 2)


class _BandNetwork(nn.Module):
    """From a spectrogram to the mask of each source."""

    def __init__(self, sizes: TigerSizes) -> None:
        super().__init__()
        self._widths = list(sizes.widths)
        self.BN = nn.ModuleList(
            nn.Sequential(
                nn.GroupNorm(1, 2 * width, _BAND_EPS), nn.Conv1d(2 * width, sizes.features, 1)
            )
            for width in sizes.widths
        )
        self.separator = _Separator(sizes)
        outputs = 2 * 2 * _SOURCES  # value and gate, real and imaginary part
        self.mask = nn.ModuleList(
            nn.Sequential(
                nn.PReLU(), nn.Conv1d(sizes.features, outputs * width, 1, groups=_SOURCES)
            )
            for width in sizes.widths
        )

    def masks(
        self, spectrogram: Tensor, source: int, begun: float, whole: float
    ) -> Generator[float, None, Tensor]:
        """(row, bin, frame) complex -> the same: the mask of a source, after some shares."""
        bands = spectrogram.split(self._widths, dim=1)
        described = torch.stack(
            [
                read(torch.cat([band.real, band.imag], dim=1))
                for read, band in zip(self.BN, bands, strict=True)
            ],
            dim=2,
        )  # (row, feature, band, frame)
        described = yield from self.separator.gradually(described, begun, whole)
        return torch.cat(
            [_mask(make(described[:, :, k]), source) for k, make in enumerate(self.mask)], dim=1
        )


def _mask(values: Tensor, source: int) -> Tensor:
    """(row, output, frame) of a band -> (row, bin, frame) complex; the three sources sum to one."""
    value, gate = values.unflatten(1, (2, 2, _SOURCES, -1)).unbind(1)
    masks = value * torch.sigmoid(gate)  # (row, part, source, bin, frame)
    sums = masks.sum(dim=2)
    real, imaginary = masks[:, :, source].unbind(1)
    return torch.complex(real - (sums[:, 0] - 1) / _SOURCES, imaginary - sums[:, 1] / _SOURCES)


class _Separator(nn.Module):
    """One block, used again and again on what it was given and what it has found."""

    def __init__(self, sizes: TigerSizes) -> None:
        super().__init__()
        self.freq_path, self.frame_path = _path(sizes), _path(sizes)
        self.concat_block = nn.Sequential(
            nn.Conv2d(sizes.features, sizes.features, 1, groups=sizes.features), nn.PReLU()
        )
        self._rounds = sizes.rounds

    def gradually(
        self, described: Tensor, begun: float, whole: float
    ) -> Generator[float, None, Tensor]:
        """(row, feature, band, frame) -> the same, after a share for each round."""
        found = described
        for number in range(self._rounds):
            found = self._block(self.concat_block(described + found) if number else described)
            yield begun + whole * (number + 1) / (self._rounds + 1)
        return found

    def _block(self, described: Tensor) -> Tensor:
        """Along the bands within each frame, then along the frames within each band."""
        across = _along(self.freq_path, described.transpose(2, 3)).transpose(2, 3)
        return _along(self.frame_path, across)


def _path(sizes: TigerSizes) -> nn.ModuleList:
    return nn.ModuleList(
        [
            Pyramid(sizes.features, sizes.hidden, sizes.scales),
            RowAttention(sizes.features, sizes.heads, sizes.query),
            ChannelNorm(sizes.features),
        ]
    )


def _along(path: nn.ModuleList, values: Tensor) -> Tensor:
    """(b, feature, row, place) -> the same, with what came in added."""
    batch = len(values)
    pyramid, attention, norm = path
    rows = pyramid(values.transpose(1, 2).flatten(0, 1)).unflatten(0, (batch, -1))
    # tokens of the attention are the places, whole rows their width
    tokens = attention(rows.permute(0, 2, 3, 1))
    return values + norm(tokens).transpose(2, 3)
