"""Three measures as the code of VisAH has them, for comparisons with its numbers alone.

Its tables show a hundred times these values. What it asks of ImageBind and PaSST is left out: the
one's weights may not be used commercially, the other's are not part of this program.
"""

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor

from cass_core.clips import FloatArray

VISAH_RATE_HZ = 44_100
_N_FFT, _WINDOW, _HOP = 2048, 1764, 441  # 40 ms every 10 ms
_FLOOR = 1e-8


def visah_mag(estimate: FloatArray, reference: FloatArray) -> float:
    """VisAH's MAG: mean of | |STFT of a| - |STFT of b| |, linear magnitudes.

    Args:
        estimate: (sample,) at `VISAH_RATE_HZ`.
        reference: the same.

    Returns:
        0 for equal sounds. The window is Hann's, which the published facts do not name.
    """
    return float((_magnitudes(estimate) - _magnitudes(reference)).abs().mean())


def _magnitudes(sound: FloatArray) -> Tensor:
    window = torch.hann_window(_WINDOW)
    values = torch.from_numpy(np.ascontiguousarray(sound, np.float32))
    spectrogram = torch.stft(
        values, _N_FFT, _HOP, _WINDOW, window, pad_mode="constant", return_complex=True
    )
    return (torch.view_as_real(spectrogram).square().sum(-1) + _FLOOR).sqrt()


def visah_env(estimate: FloatArray, reference: FloatArray) -> float:
    """VisAH's ENV: root of the mean square between Hilbert envelopes.

    Args:
        estimate: (sample,).
        reference: as many samples.

    Returns:
        0 for equal sounds.
    """
    return float(np.sqrt(np.mean((_envelope(estimate) - _envelope(reference)) ** 2)))


def _envelope(sound: FloatArray) -> npt.NDArray[np.float64]:
    """Magnitude of the analytic signal: no negative frequencies, positive ones twice."""
    size = len(sound)
    factors = np.zeros(size)
    factors[: size // 2 + 1] = 2.0
    factors[0] = 1.0
    if size % 2 == 0:
        factors[size // 2] = 1.0
    return np.abs(np.fft.ifft(np.fft.fft(sound) * factors))


def visah_w_dis(estimate: FloatArray, reference: FloatArray) -> float:
    """VisAH's W-dis: Wasserstein distance of the sets of sample values, whatever their order.

    Args:
        estimate: (sample,).
        reference: as many samples.

    Returns:
        Mean distance of the values in rising order.
    """
    return float(np.mean(np.abs(np.sort(estimate) - np.sort(reference))))
