"""The spectrogram of Demucs: a frame each hop that the sound begins, without the last bin."""

from torch import Tensor
from torch.nn import functional as F

from cass_core.model.published.spectrum import Spectrum


class FramedSpectrum:
    """Frames line up with the levels of a U-Net over the wave."""

    def __init__(self, n_fft: int) -> None:
        """Make a transform.

        Args:
            n_fft: its length; the hop is a quarter.
        """
        self._spectrum = Spectrum(n_fft, n_fft // 4)

    def analyse(self, sound: Tensor) -> Tensor:
        """(..., sample) -> (..., bin, frame) complex."""
        hop = self._spectrum.hop
        frames = -(-sound.shape[-1] // hop)
        pad = 3 * hop // 2
        padded = F.pad(sound, (pad, pad + frames * hop - sound.shape[-1]), mode="reflect")
        return self._spectrum.analyse(padded)[..., :-1, 2 : 2 + frames]

    def synthesise(self, spectrogram: Tensor, length: int) -> Tensor:
        """(..., bin, frame) as `analyse` gives it -> (..., sample) of `length` samples."""
        hop = self._spectrum.hop
        pad = 3 * hop // 2
        padded = F.pad(spectrogram, (2, 2, 0, 1))
        whole = self._spectrum.synthesise(padded, -(-length // hop) * hop + 2 * pad)
        return whole[..., pad : pad + length]
