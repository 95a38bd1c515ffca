"""Decode a sound file of any kind to the catalogue's rate, mono, and measure its loudness."""

import contextlib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import av
import numpy as np
import numpy.typing as npt
import soundfile
import soxr

from cass_core.clips import FloatArray
from cass_core.errors import MediaError
from cass_core.synthesis.catalog import CATALOG_RATE_HZ

MAX_DURATION_S = 600
LOUDNESS_FLOOR_LUFS = -70.0

_RAW_FORMATS = {".g722": ("g722", 16_000), ".gsm": ("gsm", 8_000)}
_HEADERLESS_RATE_HZ = 16_000
_BLOCK_S = 0.4
_RELATIVE_GATE_LU = -10.0
_LUFS_OFFSET_DB = -0.691


@dataclass(frozen=True)
class DecodedClip:
    """A recording ready for a pack.

    Attributes:
        samples: (sample,) at `CATALOG_RATE_HZ`, full scale is 1.0.
        source_rate_hz: rate of the file.
    """

    samples: FloatArray
    source_rate_hz: int


def decode_clip(path: Path) -> DecodedClip:
    """Decode at most `MAX_DURATION_S` of a file to mono at the catalogue's rate."""
    channels, rate_hz = _decoded(path)
    limit = MAX_DURATION_S * rate_hz
    mono = _mono(np.nan_to_num(channels[:, :limit]))
    if rate_hz != CATALOG_RATE_HZ:
        mono = soxr.resample(mono, rate_hz, CATALOG_RATE_HZ, quality="HQ")
    peak = float(np.abs(mono).max(initial=0.0))
    gain = 0.999 / peak if peak > 0.999 else 1.0
    return DecodedClip((mono * gain).astype(np.float32), rate_hz)


def to_int16(samples: FloatArray) -> npt.NDArray[np.int16]:
    """Quantise to 16 bits; values past full scale are clipped."""
    return np.clip(np.rint(samples * 32_768.0), -32_768, 32_767).astype(np.int16)


def integrated_loudness_lufs(samples: FloatArray) -> float:
    """Loudness after BS.1770 of a mono clip at the catalogue's rate, never under the floor.

    Clips too short for one gating block get their plain K-weighted mean.
    """
    if not len(samples):
        return LOUDNESS_FLOOR_LUFS
    power = _k_weighted(samples).astype(np.float64) ** 2
    block, hop = round(_BLOCK_S * CATALOG_RATE_HZ), round(_BLOCK_S / 4 * CATALOG_RATE_HZ)
    total = np.concatenate(([0.0], np.cumsum(power)))
    starts = np.arange(0, max(len(power) - block, 0) + 1, hop)
    stops = np.minimum(starts + block, len(power))
    means = (total[stops] - total[starts]) / (stops - starts)
    loud = means[_lufs(means) > LOUDNESS_FLOOR_LUFS]
    if not len(loud):
        return LOUDNESS_FLOOR_LUFS
    gated = loud[_lufs(loud) > _lufs(loud.mean()) + _RELATIVE_GATE_LU]
    return max(float(_lufs(gated.mean())), LOUDNESS_FLOOR_LUFS)


def _decoded(path: Path) -> tuple[FloatArray, int]:
    """All channels of a file as (channel, sample) with their rate."""
    suffix = path.suffix.lower()
    if suffix == ".raw":
        return np.fromfile(path, "<i2").astype(np.float32)[None] / 32_768.0, _HEADERLESS_RATE_HZ
    if suffix not in _RAW_FORMATS:
        with contextlib.suppress(soundfile.LibsndfileError), soundfile.SoundFile(path) as file:
            frames = file.read(MAX_DURATION_S * file.samplerate, "float32", always_2d=True)
            if len(frames):
                return np.ascontiguousarray(frames.T), file.samplerate
    try:
        return _decoded_by_ffmpeg(path, *_RAW_FORMATS.get(suffix, (None, None)))
    except (av.FFmpegError, IndexError, ValueError) as error:
        raise MediaError(f"The sound {path} cannot be decoded: leave it out.") from error


def _decoded_by_ffmpeg(
    path: Path, container: str | None, rate_hz: int | None
) -> tuple[FloatArray, int]:
    blocks = []
    with av.open(str(path), format=container) as source:
        stream = source.streams.audio[0]
        rate_hz = rate_hz or stream.codec_context.sample_rate
        to_planar = av.AudioResampler(format="fltp", rate=rate_hz)
        num_samples = 0
        for frame in source.decode(stream):
            frame.sample_rate = rate_hz
            blocks += [part.to_ndarray() for part in to_planar.resample(frame)]
            num_samples += frame.samples
            if num_samples >= MAX_DURATION_S * rate_hz:
                break
    return np.concatenate(blocks, axis=1), rate_hz


def _mono(channels: FloatArray) -> FloatArray:
    mean = channels.mean(axis=0, dtype=np.float32)
    # where the channels cancel each other, one of them alone is the better mono
    if len(channels) > 1 and _rms(mean) < 0.1 * _rms(channels[0]):
        return channels[0]
    return mean


def _rms(samples: FloatArray) -> float:
    return float(np.sqrt(np.mean(np.square(samples, dtype=np.float64)))) if len(samples) else 0.0


def _lufs(mean_square: npt.ArrayLike) -> npt.NDArray[np.float64]:
    return _LUFS_OFFSET_DB + 10.0 * np.log10(np.maximum(mean_square, 1e-12))


def _k_weighted(samples: FloatArray) -> FloatArray:
    padded = _fft_length(len(samples) + CATALOG_RATE_HZ // 10)
    spectrum = np.fft.rfft(samples, padded)
    weighted = np.fft.irfft(spectrum * _k_response(padded), padded)
    return weighted[: len(samples)].astype(np.float32)


def _fft_length(minimum: int) -> int:
    """A length with small factors only, at most an eighth longer than asked for."""
    power = 1 << max(minimum - 1, 1).bit_length()
    return next(n for n in (power // 16 * k for k in range(9, 17)) if n >= minimum or n == power)


@lru_cache(maxsize=4)
def _k_response(length: int) -> npt.NDArray[np.complex64]:
    """Frequency response of both stages of the K weighting at the bins of an rfft."""
    step = np.exp(-2j * np.pi * np.arange(length // 2 + 1) / length)
    shelf = _high_shelf_response(step, 1681.974, 3.99984, 0.7071752)
    return (shelf * _high_pass_response(step, 38.13547, 0.5003270)).astype(np.complex64)


def _high_shelf_response(
    step: npt.NDArray[np.complex128], centre_hz: float, gain_db: float, quality: float
) -> npt.NDArray[np.complex128]:
    k = np.tan(np.pi * centre_hz / CATALOG_RATE_HZ)
    high = 10.0 ** (gain_db / 20)
    band = high**0.4996667741545416
    top = (high + band * k / quality + k * k, 2 * (k * k - high), high - band * k / quality + k * k)
    return _biquad(step, top, _denominator(k, quality))


def _high_pass_response(
    step: npt.NDArray[np.complex128], centre_hz: float, quality: float
) -> npt.NDArray[np.complex128]:
    k = np.tan(np.pi * centre_hz / CATALOG_RATE_HZ)
    a_0, a_1, a_2 = _denominator(k, quality)
    return _biquad(step, (a_0, -2 * a_0, a_0), (a_0, a_1, a_2))


def _denominator(k: float, quality: float) -> tuple[float, float, float]:
    return 1 + k / quality + k * k, 2 * (k * k - 1), 1 - k / quality + k * k


def _biquad(
    step: npt.NDArray[np.complex128],
    top: tuple[float, float, float],
    bottom: tuple[float, float, float],
) -> npt.NDArray[np.complex128]:
    """Response of a second-order section where `step` is a delay by one sample."""
    b_0, b_1, b_2 = top
    a_0, a_1, a_2 = bottom
    return (b_0 + step * (b_1 + step * b_2)) / (a_0 + step * (a_1 + step * a_2))
