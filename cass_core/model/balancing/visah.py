"""The network of VisAH: a mixture and pictures in, the mixture rebalanced by them out."""

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor, nn
from torch.nn import functional as F

from cass_core.model.balancing.config import STRIDE, RebalancerConfig
from cass_core.model.balancing.hybrid_layers import (
    Level,
    LevelDecoder,
    LevelEncoder,
    spectrum_levels,
    wave_levels,
)
from cass_core.model.balancing.picture_guide import PictureContext, PictureGuide
from cass_core.model.clip_image import ClipConfig, ClipImageEncoder, clip_pixels
from cass_core.model.published.framed_spectrum import FramedSpectrum

_QUIETEST = 1e-5


class VisAH(nn.Module):
    """Hybrid Demucs on one channel, whose innermost level asks the pictures.

    One branch hears magnitudes and gives a real mask without bounds, with which the complex
    spectrogram is multiplied; it is not normalised. The other one hears the normalised wave. Both
    begin their way back at what the pictures have made of the innermost level.
    """

    def __init__(self, config: RebalancerConfig) -> None:
        super().__init__()
        self.config = config
        self._spectrum = FramedSpectrum(config.n_fft)
        widths, heard, waves = config.widths, spectrum_levels(config), wave_levels(config)
        self.encoder, self.decoder = _encoders(heard, config), _decoders(heard, widths)
        self.tencoder, self.tdecoder = _encoders(waves, config), _decoders(waves, widths)
        self.freq_emb = nn.ModuleDict(
            {"embedding": nn.Embedding(config.n_fft // 2 // STRIDE, config.width)}
        )
        self.context, self.guide = PictureContext(config), PictureGuide(config)
        if config.clip_layers:
            self.clip = ClipImageEncoder(
                ClipConfig(
                    config.clip_side,
                    config.clip_patch,
                    config.clip_width,
                    config.clip_layers,
                    config.picture,
                )
            )

    def forward(self, sound: Tensor, pictures: Tensor) -> Tensor:
        """Rebalance one window.

        Args:
            sound: (b, sample) at the network's rate.
            pictures: (b, picture, feature), each of length 1.

        Returns:
            (b, sample).
        """
        length = sound.shape[-1]
        spectrogram = self._spectrum.analyse(sound[:, None])
        mean = sound.mean(-1, keepdim=True)[:, None]
        spread = sound.std(-1, keepdim=True)[:, None]
        wave = (sound[:, None] - mean) / (_QUIETEST + spread)
        kept, kept_t, lengths = self._encode(spectrogram.abs(), wave)
        inner = self.guide(kept[-1], self.context(pictures))
        mask, wave = self._decode(inner, spectrogram.shape[2], kept, kept_t, lengths)
        masked = self._spectrum.synthesise(mask * spectrogram, length)
        return (masked + wave * spread + mean)[:, 0]

    def seen(self, frames: npt.NDArray[np.uint8]) -> Tensor:
        """What the encoder of pictures gives, for `forward`.

        Args:
            frames: (picture, height, width, 3) of red, green and blue.

        Returns:
            (picture, feature), each of length 1.
        """
        pixels = clip_pixels(frames, self.config.clip_side, "cropped")
        return F.normalize(self.clip(pixels.to(self.clip.proj)), dim=-1)

    def _encode(self, heard: Tensor, wave: Tensor) -> tuple[list[Tensor], list[Tensor], list[int]]:
        """What each level of both branches gives, and how long the waves were."""
        kept: list[Tensor] = []
        kept_t: list[Tensor] = []
        lengths: list[int] = []
        for number, encode in enumerate(self.encoder):
            joined = None
            if number < len(self.tencoder):
                lengths.append(wave.shape[-1])
                wave = self.tencoder[number](wave)
                if number + 1 < len(self.tencoder):
                    kept_t.append(wave)
                else:
                    joined = wave
            if number == len(self.tencoder):
                heard = heard[:, :, 0]  # one frequency is left
            heard = encode(heard, joined)
            if number == 0:
                places = torch.arange(heard.shape[2], device=heard.device)
                learnt = self.freq_emb["embedding"](places).T[:, :, None]
                heard = heard + self.config.frequency_weight * learnt
            kept.append(heard)
        return kept, kept_t, lengths

    def _decode(
        self,
        inner: Tensor,
        num_bins: int,
        kept: list[Tensor],
        kept_t: list[Tensor],
        lengths: list[int],
    ) -> tuple[Tensor, Tensor]:
        """(b, 1, bin, frame) and (b, 1, sample)."""
        heard, wave, (innermost, *outer) = inner, inner, self.decoder
        heard, _ = innermost(heard, kept[-1], kept[-2].shape[-1])
        heard = heard[:, :, None]
        heights = [num_bins, *(values.shape[2] for values in kept[:-2])]
        for number, (decode, decode_t) in enumerate(zip(outer, self.tdecoder, strict=True)):
            at = len(outer) - 1 - number
            heard, before = decode(heard, kept[at], heights[at])
            if number == 0:
                wave, _ = decode_t(before[:, :, 0], None, lengths[at])
            else:
                wave, _ = decode_t(wave, kept_t[at], lengths[at])
        return heard, wave


def _encoders(levels: list[Level], config: RebalancerConfig) -> nn.ModuleList:
    inputs = [1, *config.widths]
    return nn.ModuleList(
        LevelEncoder(inputs[number], inputs[number + 1], level, config)
        for number, level in enumerate(levels)
    )


def _decoders(levels: list[Level], widths: list[int]) -> nn.ModuleList:
    """Innermost first."""
    outputs = [1, *widths]
    return nn.ModuleList(
        LevelDecoder(outputs[number + 1], outputs[number], level, last=number == 0)
        for number, level in reversed(list(enumerate(levels)))
    )
