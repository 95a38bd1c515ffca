"""Triangular dither that depends on nothing but the absolute position in the programme."""

import numpy as np
import numpy.typing as npt

from cass_core.clips import SampleSpan

_BLOCK_SAMPLES = 4096


def triangular_dither(
    span: SampleSpan, num_channels: int, bits: int, seed: int = 0
) -> npt.NDArray[np.float64]:
    """Noise of two steps' width that makes rounding errors independent of the sound.

    Only a 16-bit remix gets it. Stems have none: dither of their own would break the exact sum.

    Args:
        span: on the programme's sample axis; how it is cut into blocks changes nothing.
        num_channels: each has noise of its own.
        bits: of the integer samples to come.
        seed: for another noise.

    Returns:
        (channel, sample) within one step of zero, full scale is 1.0.
    """
    noise = np.empty((num_channels, span.num_samples))
    first, last = span.start // _BLOCK_SAMPLES, -(-span.stop // _BLOCK_SAMPLES)
    for number in range(first, last):
        at = number * _BLOCK_SAMPLES
        block = _block(number, num_channels, seed)
        start, stop = max(span.start, at), min(span.stop, at + _BLOCK_SAMPLES)
        noise[:, start - span.start : stop - span.start] = block[:, start - at : stop - at]
    return noise * 2.0 ** (1 - bits)


def _block(number: int, num_channels: int, seed: int) -> npt.NDArray[np.float64]:
    generator = np.random.Generator(np.random.Philox(key=[seed, number]))
    pair = generator.random((2, num_channels, _BLOCK_SAMPLES))
    return pair[0] - pair[1]
