"""HT Demucs (Rouard et al., ICASSP 2023, arXiv 2211.08553), as MVSEP-CDX23 trained it for films."""

from dataclasses import dataclass

import torch
from torch import Tensor, nn

from cass_core.model.published.demucs_attention import CrossTransformer
from cass_core.model.published.demucs_layers import STRIDE, Decoder, Encoder
from cass_core.model.published.framed_spectrum import FramedSpectrum
from cass_core.model.published.network import PublishedNetwork

_QUIETEST = 1e-5


@dataclass(frozen=True)
class HTDemucsSizes:
    """Sizes of the network.

    Attributes:
        channels: of the sound.
        width: channels of the outermost level.
        growth: factor of the channels from level to level.
        depth: levels of both U-Nets.
        n_fft: of the spectrogram; its hop is a quarter.
        shrink: of the dilated branches.
        branches: dilated branches in each encoder.
        decoder_branches: in each decoder; 0 for none.
        bottom: channels of the transformer; 0 for those of the last level.
        layers: of the transformer.
        heads: of its attention.
        hidden: of its feed-forward parts.
        frequency_weight: factor of the learnt embedding of frequencies.
    """

    channels: int
    width: int
    growth: int
    depth: int
    n_fft: int
    shrink: int
    branches: int
    decoder_branches: int
    bottom: int
    layers: int
    heads: int
    hidden: int
    frequency_weight: float

    @property
    def widths(self) -> list[int]:
        """Channels of each level, outermost first."""
        return [self.width * self.growth**level for level in range(self.depth)]


class HTDemucs(PublishedNetwork):
    """A U-Net over the spectrogram and one over the wave, with a transformer between them.

    Real and imaginary parts are channels, both in and out; the stems of both branches are summed.
    """

    def __init__(self, sources: int, sizes: HTDemucsSizes) -> None:
        super().__init__()
        self.spectrum = FramedSpectrum(sizes.n_fft)
        self._sources, self._frequency_weight = sources, sizes.frequency_weight
        self.encoder, self.decoder = _encoders(sizes, True), _decoders(sizes, sources, True)
        self.tencoder, self.tdecoder = _encoders(sizes, False), _decoders(sizes, sources, False)
        last = sizes.widths[-1]
        dim = sizes.bottom or last
        frequencies = sizes.n_fft // 2 // STRIDE
        self.freq_emb = _Embedded(frequencies, sizes.width)
        if sizes.bottom:
            self.channel_upsampler, self.channel_upsampler_t = _resized(last, dim)
            self.channel_downsampler, self.channel_downsampler_t = _resized(dim, last)
        self._resizes = bool(sizes.bottom)
        self.crosstransformer = CrossTransformer(
            dim, layers=sizes.layers, heads=sizes.heads, hidden=sizes.hidden
        )

    def forward(self, sound: Tensor) -> Tensor:
        """(b, channel, sample) -> (b, source, channel, sample)."""
        length, by_source = sound.shape[-1], (self._sources, sound.shape[1])
        spectrogram = _as_channels(self.spectrum.analyse(sound))
        heard, level = _normalised(spectrogram)
        wave, level_t = _normalised(sound)
        kept, kept_t = self._encode(heard, wave)
        heard, wave = self._cross(kept[-1], kept_t[-1])
        heights = [spectrogram.shape[2], *(values.shape[2] for values in kept)]
        lengths = [length, *(values.shape[2] for values in kept_t)]
        for depth, (decode, decode_t) in enumerate(zip(self.decoder, self.tdecoder, strict=True)):
            at = len(kept) - 1 - depth
            heard = decode(heard, kept[at], heights[at])
            wave = decode_t(wave, kept_t[at], lengths[at])
        parts = level.restored(heard).unflatten(1, (*by_source, 2))
        stems = torch.complex(parts[:, :, :, 0].contiguous(), parts[:, :, :, 1].contiguous())
        return self.spectrum.synthesise(stems, length) + level_t.restored(wave).unflatten(
            1, by_source
        )

    def _encode(self, heard: Tensor, wave: Tensor) -> tuple[list[Tensor], list[Tensor]]:
        """What each level of both branches gives, outermost first."""
        kept: list[Tensor] = []
        kept_t: list[Tensor] = []
        for encode, encode_t in zip(self.encoder, self.tencoder, strict=True):
            heard, wave = encode(heard), encode_t(wave)
            if not kept:
                heard = heard + self._frequency_weight * self.freq_emb()
            kept.append(heard)
            kept_t.append(wave)
        return kept, kept_t

    def _cross(self, heard: Tensor, wave: Tensor) -> tuple[Tensor, Tensor]:
        """Both innermost levels through the transformer."""
        if not self._resizes:
            return self.crosstransformer(heard, wave)
        height = heard.shape[2:]
        heard = self.channel_upsampler(heard.flatten(2)).unflatten(2, height)
        heard, wave = self.crosstransformer(heard, self.channel_upsampler_t(wave))
        heard = self.channel_downsampler(heard.flatten(2)).unflatten(2, height)
        return heard, self.channel_downsampler_t(wave)


class _Embedded(nn.Module):
    """(width, frequency, 1): what is learnt about each frequency."""

    def __init__(self, frequencies: int, width: int) -> None:
        super().__init__()
        self.embedding = nn.Embedding(frequencies, width)

    def forward(self) -> Tensor:
        return self.embedding.weight.T[:, :, None]


@dataclass(frozen=True)
class _Level:
    """Mean and spread of each example, (b, 1, ...)."""

    mean: Tensor
    spread: Tensor

    def restored(self, values: Tensor) -> Tensor:
        return values * self.spread + self.mean


def _normalised(values: Tensor) -> tuple[Tensor, _Level]:
    axes = tuple(range(1, values.ndim))
    level = _Level(values.mean(axes, keepdim=True), values.std(axes, keepdim=True))
    return (values - level.mean) / (_QUIETEST + level.spread), level


def _as_channels(spectrogram: Tensor) -> Tensor:
    """(b, channel, bin, frame) complex -> (b, 2 channel, bin, frame), real before imaginary."""
    return torch.view_as_real(spectrogram).permute(0, 1, 4, 2, 3).flatten(1, 2)


def _encoders(sizes: HTDemucsSizes, over_frequency: bool) -> nn.ModuleList:
    parts = 2 if over_frequency else 1
    inputs = [parts * sizes.channels, *sizes.widths[:-1]]
    return nn.ModuleList(
        Encoder(a, b, over_frequency=over_frequency, shrink=sizes.shrink, depth=sizes.branches)
        for a, b in zip(inputs, sizes.widths, strict=True)
    )


def _decoders(sizes: HTDemucsSizes, sources: int, over_frequency: bool) -> nn.ModuleList:
    """Innermost first."""
    parts = 2 if over_frequency else 1
    outputs = [parts * sizes.channels * sources, *sizes.widths[:-1]]
    return nn.ModuleList(
        Decoder(
            sizes.widths[at], outputs[at], over_frequency=over_frequency, last=at == 0,
            shrink=sizes.shrink, depth=sizes.decoder_branches,
        )
        for at in reversed(range(sizes.depth))
    )  # fmt: skip


def _resized(inputs: int, outputs: int) -> tuple[nn.Conv1d, nn.Conv1d]:
    """A layer for the spectrogram's branch and one for the wave's."""
    return nn.Conv1d(inputs, outputs, 1), nn.Conv1d(inputs, outputs, 1)
