"""Loudness and true peak of sound that is being heard, after ITU-R BS.1770-4."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from cass_core.clips import FloatArray
from cass_core.decibels import amplitude_to_db
from cass_core.dsp.loudness import SILENCE_LUFS, gated_loudness, k_weighting, power_lufs

_BLOCK = 64  # samples that the recursive filter does at once
_SLICES_PER_STEP = 5  # 20 ms each, five to a step of the gated loudness
_STEP_S = 0.1
_MOMENTARY_SLICES, _SHORT_TERM_SLICES = 20, 150
_TAPS = 24  # of the oversampling filter, at the sound's own rate
_TAPER = 7.0

_Array = npt.NDArray[np.float64]


class KWeighting:
    """The K-weighting as a recursive filter that goes on from piece to piece.

    Exact: blocks of 64 samples are one matrix product each, and four numbers a channel carry the
    filter's state from block to block.
    """

    def __init__(self, rate_hz: int, num_channels: int) -> None:
        """Begin in silence.

        Args:
            rate_hz: samples a second.
            num_channels: of the sound.
        """
        numerator, denominator = k_weighting(rate_hz)
        order = len(denominator) - 1
        step = np.eye(order, k=1)
        step[:, 0] = -denominator[1:]
        into = numerator[1:] - denominator[1:] * numerator[0]
        powers = [np.linalg.matrix_power(step, n) for n in range(_BLOCK + 1)]
        answer = np.concatenate([[numerator[0]], [(power @ into)[0] for power in powers[:-2]]])
        lags = np.subtract.outer(np.arange(_BLOCK), np.arange(_BLOCK))
        self._direct = np.where(lags >= 0, answer[np.abs(lags)], 0.0).T  # (in, out)
        self._ringing = np.array([power[0] for power in powers[:-1]]).T  # (state, out)
        self._into = np.array([power @ into for power in powers[-2::-1]])  # (in, state)
        self._over = powers[-1].T
        self._state = np.zeros((num_channels, order))
        self._rest = np.zeros((num_channels, 0))

    def push(self, samples: FloatArray) -> _Array:
        """Filter the next samples.

        Args:
            samples: (channel, sample).

        Returns:
            (channel, sample) in whole blocks of 64; what is left over comes next time.
        """
        joined = np.concatenate([self._rest, samples], axis=1)
        whole = joined.shape[1] // _BLOCK
        self._rest = joined[:, whole * _BLOCK :]
        blocks = joined[:, : whole * _BLOCK].reshape(len(joined), whole, _BLOCK)
        driven = blocks @ self._into
        states = np.empty((len(samples), whole, self._state.shape[1]))
        for index in range(whole):
            states[:, index] = self._state
            self._state = self._state @ self._over + driven[:, index]
        return (blocks @ self._direct + states @ self._ringing).reshape(len(samples), -1)


class LiveLoudness:
    """Momentary, short-term and integrated loudness of what was pushed so far."""

    def __init__(
        self, rate_hz: int, num_channels: int, weights: Sequence[float] | None = None
    ) -> None:
        """Begin in silence.

        Args:
            rate_hz: samples a second.
            num_channels: of the sound.
            weights: one a channel; 1 each unless given.
        """
        self._filter = KWeighting(rate_hz, num_channels)
        self._weights = np.ones(num_channels) if weights is None else np.asarray(weights)
        self._slice_samples = max(1, round(rate_hz * _STEP_S / _SLICES_PER_STEP))
        self._rest = np.zeros(0)
        self._recent = np.zeros(_SHORT_TERM_SLICES)
        self._num_slices = 0
        self._steps = np.zeros(1024)
        self._num_steps = 0
        self._integrated_lufs = SILENCE_LUFS

    @property
    def momentary_lufs(self) -> float:
        """Loudness of the last 400 ms."""
        return power_lufs(float(self._recent[-_MOMENTARY_SLICES:].mean()))

    @property
    def short_term_lufs(self) -> float:
        """Loudness of the last 3 s."""
        return power_lufs(float(self._recent.mean()))

    @property
    def integrated_lufs(self) -> float:
        """Gated loudness since the last reset; `SILENCE_LUFS` where nothing passes the gate."""
        return self._integrated_lufs

    def push(self, samples: FloatArray) -> None:
        """Take the next samples, (channel, sample)."""
        powers = np.concatenate([self._rest, self._weights @ self._filter.push(samples) ** 2])
        whole = len(powers) // self._slice_samples
        self._rest = powers[whole * self._slice_samples :]
        slices = (
            powers[: whole * self._slice_samples].reshape(whole, self._slice_samples).mean(axis=1)
        )
        for power in slices:
            self._take(float(power))
        if len(slices):
            self._integrated_lufs = gated_loudness(self._steps[: self._num_steps])

    def reset(self) -> None:
        """Begin the integrated loudness anew."""
        self._num_slices = self._num_steps = 0
        self._integrated_lufs = SILENCE_LUFS

    def _take(self, power: float) -> None:
        """One more slice of 20 ms."""
        self._recent = np.append(self._recent[1:], power)
        self._num_slices += 1
        if self._num_slices % _SLICES_PER_STEP == 0:
            if self._num_steps == len(self._steps):
                self._steps = np.concatenate([self._steps, np.zeros(len(self._steps))])
            self._steps[self._num_steps] = self._recent[-_SLICES_PER_STEP:].mean()
            self._num_steps += 1


class TruePeakMeter:
    """Highest peak between the samples too, by fourfold oversampling (BS.1770-4, annex 2)."""

    def __init__(self, rate_hz: int, num_channels: int) -> None:
        """Begin in silence.

        Args:
            rate_hz: samples a second; from 96 kHz on twice, from 192 kHz on once is enough.
            num_channels: of the sound.
        """
        self._phases = _phases(4 if rate_hz < 96_000 else 2 if rate_hz < 192_000 else 1)
        self._past = np.zeros((num_channels, _TAPS - 1))
        self._peak = 0.0

    @property
    def peak_db(self) -> float:
        """Highest true peak since the last reset in dBTP; minus infinity in silence."""
        return float(amplitude_to_db(self._peak)) if self._peak > 0 else -np.inf

    def push(self, samples: FloatArray) -> None:
        """Take the next samples, (channel, sample)."""
        joined = np.concatenate([self._past, samples], axis=1)
        self._past = joined[:, joined.shape[1] - (_TAPS - 1) :]
        if joined.shape[1] < _TAPS:
            return
        windows = np.lib.stride_tricks.sliding_window_view(joined, _TAPS, axis=1)
        peaks = (float(np.abs(windows @ phase).max()) for phase in self._phases)
        self._peak = max(self._peak, *peaks)

    def take_peak(self) -> float:
        """Highest amplitude since it was last taken; the sound itself goes on."""
        peak, self._peak = self._peak, 0.0
        return peak

    def reset(self) -> None:
        """Begin anew; what was pushed before rings on in no later peak."""
        self._past = np.zeros_like(self._past)
        self._peak = 0.0


def _phases(factor: int) -> list[_Array]:
    """Filters that give the sound between two samples, the samples themselves first."""
    places = np.arange(_TAPS) - _TAPS // 2
    filters = []
    for phase in range(factor):
        offsets = places + phase / factor
        shape = np.sinc(offsets) * np.i0(
            _TAPER * np.sqrt(np.maximum(1 - (offsets / (_TAPS / 2)) ** 2, 0))
        )
        filters.append(shape / shape.sum())
    return filters
