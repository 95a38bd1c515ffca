"""The centred transforms of published separators, each with its own scale."""

from dataclasses import dataclass
from typing import Literal

import torch
from torch import Tensor


@dataclass(frozen=True)
class Spectrum:
    """A short-time Fourier transform with a Hann window, centred frames and an exact inverse.

    Attributes:
        n_fft: window and transform length in samples.
        hop: distance of frames in samples.
        edges: what stands beyond both ends of the sound.
        scale: divides by the square root of the length ("length") or of the window's energy
            ("window"), or by nothing ("none").
    """

    n_fft: int
    hop: int
    edges: Literal["reflect", "constant"] = "reflect"
    scale: Literal["length", "window", "none"] = "length"

    def __post_init__(self) -> None:
        """Refuse a transform that has no inverse."""
        if not 0 < self.hop <= self.n_fft // 2:
            raise ValueError(f"frames of {self.n_fft} samples cannot be {self.hop} apart")

    def analyse(self, sound: Tensor) -> Tensor:
        """(..., sample) -> (..., bin, frame) complex."""
        window = self._window(sound)
        *lead, length = sound.shape
        spectrogram = torch.stft(
            sound.reshape(-1, length), self.n_fft, self.hop, window=window, center=True,
            pad_mode=self.edges, return_complex=True,
        )  # fmt: skip
        return (spectrogram / self._divisor(window)).reshape(*lead, *spectrogram.shape[1:])

    def synthesise(self, spectrogram: Tensor, length: int) -> Tensor:
        """(..., bin, frame) complex -> (..., sample) of `length` samples."""
        window = self._window(spectrogram.real)
        *lead, bins, frames = spectrogram.shape
        scaled = spectrogram.reshape(-1, bins, frames) * self._divisor(window)
        sound = torch.istft(scaled, self.n_fft, self.hop, window=window, center=True, length=length)
        return sound.reshape(*lead, length)

    def _window(self, like: Tensor) -> Tensor:
        return torch.hann_window(self.n_fft, device=like.device, dtype=like.dtype)

    def _divisor(self, window: Tensor) -> float:
        if self.scale == "none":
            return 1.0
        energy = float(self.n_fft) if self.scale == "length" else float(window.square().sum())
        return energy**0.5
