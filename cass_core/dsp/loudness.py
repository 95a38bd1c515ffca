"""Integrated loudness after ITU-R BS.1770-4, for whole programmes and for short scenes."""

from collections.abc import Sequence
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from cass_core.clips import FloatArray
from cass_core.decibels import db_to_amplitude, db_to_power, power_to_db

SILENCE_LUFS = -70.0
_RELATIVE_GATE_LU = 10.0
_OFFSET_LUFS = -0.691
_STEPS_PER_BLOCK = 4  # 400 ms blocks that overlap by 75 %
_STEP_S = 0.1
_SHORT_S = 0.8
_BATCH_S = 10.0
_CONTEXT_S = 0.5  # the 38 Hz high-pass has rung out by then

# full-band channels count once, surrounds 1.41 times, the LFE not at all
_LAYOUT_WEIGHTS: dict[str, tuple[float, ...]] = {
    "5.0": (1, 1, 1, 1.41, 1.41),
    "5.0(side)": (1, 1, 1, 1.41, 1.41),
    "5.1": (1, 1, 1, 0, 1.41, 1.41),
    "5.1(side)": (1, 1, 1, 0, 1.41, 1.41),
    "7.1": (1, 1, 1, 0, 1, 1, 1.41, 1.41),  # more than 120 degrees from the front count once
}

Powers = npt.NDArray[np.float64]


def layout_weights(layout: str, num_channels: int) -> tuple[float, ...]:
    """The weights of BS.1770 for the channels of an FFmpeg layout; 1 each where it is unknown."""
    return _LAYOUT_WEIGHTS.get(layout, (1.0,) * num_channels)


def integrated_loudness(
    samples: FloatArray, rate_hz: int, weights: Sequence[float] | None = None
) -> float:
    """Gated loudness of a programme.

    Blocks last 400 ms, or half of the programme where it is shorter than 0.8 s.

    Args:
        samples: (channel, sample) or (sample,), numpy or a tensor on the CPU.
        rate_hz: samples a second.
        weights: one a channel; 1 each unless given.

    Returns:
        LUFS; `SILENCE_LUFS` where nothing passes the gate.
    """
    channels = np.atleast_2d(np.asarray(samples, np.float32))
    meter = LoudnessMeter(rate_hz, weights, _step_samples(channels.shape[1], rate_hz))
    meter.push(channels)
    return meter.loudness()


def quick_loudness(samples: FloatArray, rate_hz: int) -> float:
    """Loudness of a short mono scene, about five times faster than `integrated_loudness`.

    Each 100 ms step is weighted on its own by the K-weighting's power response, so the
    filter's memory across steps is lost; the result is within a few tenths of a LU.

    Args:
        samples: (sample,).
        rate_hz: samples a second.

    Returns:
        LUFS; `SILENCE_LUFS` where nothing passes the gate.
    """
    step = _step_samples(len(samples), rate_hz)
    num_steps = len(samples) // step
    if num_steps == 0:
        return SILENCE_LUFS
    spectra = np.fft.rfft(samples[: num_steps * step].reshape(num_steps, step))
    powers = (spectra.real**2 + spectra.imag**2) @ _power_response(step, rate_hz)
    return gated_loudness(powers.astype(np.float64))


def gated_loudness(step_powers: Powers) -> float:
    """LUFS from the mean K-weighted power of consecutive steps, four of which make a block."""
    count = min(_STEPS_PER_BLOCK, len(step_powers))
    if count == 0:
        return SILENCE_LUFS
    sums = np.concatenate([[0.0], np.cumsum(step_powers)])
    blocks = (sums[count:] - sums[:-count]) / count
    blocks = blocks[blocks > _power(SILENCE_LUFS)]
    if len(blocks) == 0:
        return SILENCE_LUFS
    gate = _power(_lufs(float(blocks.mean())) - _RELATIVE_GATE_LU)
    return _lufs(float(blocks[blocks > gate].mean()))


def power_lufs(power: float) -> float:
    """LUFS of a mean K-weighted power; `SILENCE_LUFS` at least."""
    return max(_lufs(power), SILENCE_LUFS) if power > 0 else SILENCE_LUFS


def k_weighting(rate_hz: int) -> tuple[Powers, Powers]:
    """Numerator and denominator of the K-weighting, shelf and high-pass in one; 5 terms each."""
    (first, below), (second, under) = _high_shelf(rate_hz), _high_pass(rate_hz)
    scale = below[0] * under[0]
    return np.convolve(first, second) / scale, np.convolve(below, under) / scale


def k_weighted(samples: FloatArray, rate_hz: int) -> FloatArray:
    """The K-weighting by its exact frequency response, from silence.

    Args:
        samples: (channel, sample).
        rate_hz: samples a second.

    Returns:
        (channel, sample).
    """
    size = -(-(samples.shape[1] + round(rate_hz * _CONTEXT_S)) // 4096) * 4096
    weighted = np.fft.irfft(np.fft.rfft(samples, size) * _response(size, rate_hz), size)
    return np.asarray(weighted[:, : samples.shape[1]], np.float32)


def step_powers(
    samples: FloatArray,
    rate_hz: int,
    step_samples: int,
    num_context: int = 0,
    weights: Sequence[float] | None = None,
) -> Powers:
    """Mean K-weighted power of consecutive steps, summed over the channels.

    Args:
        samples: (channel, sample); behind the context a whole number of steps.
        rate_hz: samples a second.
        step_samples: of a step.
        num_context: first samples, which are heard by the filter and not measured; 0.5 s suffice.
        weights: one a channel; 1 each unless given.

    Returns:
        (step,).
    """
    filtered = k_weighted(samples, rate_hz)[:, num_context:]
    steps = filtered.reshape(len(filtered), -1, step_samples).astype(np.float64)
    powers = np.mean(steps**2, axis=2)
    gains = np.ones(len(powers)) if weights is None else np.asarray(weights)
    return np.asarray(gains @ powers, np.float64)


class LoudnessMeter:
    """Loudness of a programme that arrives in pieces of any length; memory does not grow with it.

    The K-weighting is applied in batches of ten seconds by the exact frequency response of its
    two biquads, each batch with half a second of what came before.
    """

    def __init__(
        self, rate_hz: int, weights: Sequence[float] | None = None, step_samples: int | None = None
    ) -> None:
        """Begin a programme.

        Args:
            rate_hz: samples a second.
            weights: one a channel; 1 each unless given.
            step_samples: a quarter of a block; 100 ms unless given.
        """
        self._rate_hz = rate_hz
        self._weights = weights
        self._step = step_samples or round(rate_hz * _STEP_S)
        self._batch = max(1, round(rate_hz * _BATCH_S) // self._step) * self._step
        self._context = round(rate_hz * _CONTEXT_S)
        self._pending: FloatArray | None = None
        self._num_context = 0
        self._powers: list[Powers] = []

    def push(self, samples: FloatArray) -> None:
        """Take the next samples, (channel, sample)."""
        if self._pending is None:
            self._pending = samples
        else:
            self._pending = np.concatenate([self._pending, samples], axis=1)
        while self._pending.shape[1] - self._num_context >= self._batch:
            self._measure(self._batch)

    def loudness(self) -> float:
        """LUFS of everything pushed so far; `SILENCE_LUFS` where nothing passes the gate."""
        powers = list(self._powers)
        if self._pending is not None:
            whole = (self._pending.shape[1] - self._num_context) // self._step * self._step
            if whole:
                powers.append(self._step_powers(self._pending[:, : self._num_context + whole]))
        return gated_loudness(np.concatenate(powers)) if powers else SILENCE_LUFS

    def _measure(self, count: int) -> None:
        assert self._pending is not None
        end = self._num_context + count
        self._powers.append(self._step_powers(self._pending[:, :end]))
        start = max(0, end - self._context)
        self._pending = self._pending[:, start:].copy()
        self._num_context = end - start

    def _step_powers(self, samples: FloatArray) -> Powers:
        return step_powers(samples, self._rate_hz, self._step, self._num_context, self._weights)


def _step_samples(num_samples: int, rate_hz: int) -> int:
    if num_samples < _SHORT_S * rate_hz:
        return max(1, num_samples // (2 * _STEPS_PER_BLOCK))
    return round(rate_hz * _STEP_S)


def _lufs(power: float) -> float:
    return _OFFSET_LUFS + float(power_to_db(power))


def _power(lufs: float) -> float:
    return float(db_to_power(lufs - _OFFSET_LUFS))


@lru_cache(maxsize=8)
def _power_response(size: int, rate_hz: int) -> FloatArray:
    response = np.abs(_response(size, rate_hz)).astype(np.float64) ** 2
    response[1 : (size + 1) // 2] *= 2  # the negative frequencies
    return (response / size**2).astype(np.float32)


@lru_cache(maxsize=8)
def _response(size: int, rate_hz: int) -> npt.NDArray[np.complex64]:
    z_inverse = np.exp(-2j * np.pi * np.arange(size // 2 + 1) / size)
    response: npt.NDArray[np.complex128] = np.ones_like(z_inverse)
    for numerator, denominator in (_high_shelf(rate_hz), _high_pass(rate_hz)):
        response *= np.polyval(numerator[::-1], z_inverse)
        response /= np.polyval(denominator[::-1], z_inverse)
    return response.astype(np.complex64)


def _high_shelf(rate_hz: int) -> tuple[Powers, Powers]:
    # the standard gives coefficients for 48 kHz; these are the analogue values behind them
    tangent = np.tan(np.pi * 1681.974450955533 / rate_hz)
    resonance = 0.7071752369554196
    high = db_to_amplitude(3.999843853973347)
    band = high**0.4996667741545416
    numerator = (
        high + band * tangent / resonance + tangent**2,
        2 * (tangent**2 - high),
        high - band * tangent / resonance + tangent**2,
    )
    return np.array(numerator), _denominator(tangent, resonance)


def _high_pass(rate_hz: int) -> tuple[Powers, Powers]:
    tangent = np.tan(np.pi * 38.13547087602444 / rate_hz)
    denominator = _denominator(tangent, 0.5003270373238773)
    # the standard's numerator is 1, -2, 1 after division by the first term of the denominator
    return np.array([1.0, -2.0, 1.0]) * denominator[0], denominator


def _denominator(tangent: float, resonance: float) -> Powers:
    return np.array(
        (
            1 + tangent / resonance + tangent**2,
            2 * (tangent**2 - 1),
            1 - tangent / resonance + tangent**2,
        )
    )
