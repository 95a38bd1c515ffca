"""Decode a sound file of any kind to the catalogue's rate and to mono."""

import contextlib
from dataclasses import dataclass
from pathlib import Path

import av
import numpy as np
import numpy.typing as npt
import soundfile
import soxr

from cass_core.clips import FloatArray
from cass_core.errors import MediaError
from cass_core.synthesis.corpus.catalog import CATALOG_RATE_HZ

MAX_DURATION_S = 600

_RAW_FORMATS = {".g722": ("g722", 16_000), ".gsm": ("gsm", 8_000)}
_HEADERLESS_RATE_HZ = 16_000


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
    channels, rate_hz = decode_channels(path)
    limit = MAX_DURATION_S * rate_hz
    mono = _mono(np.nan_to_num(channels[:, :limit]))
    if rate_hz != CATALOG_RATE_HZ:
        mono = soxr.resample(mono, rate_hz, CATALOG_RATE_HZ, quality="HQ")
    peak = float(np.abs(mono).max(initial=0.0))
    gain = 0.999 / peak if peak > 0.999 else 1.0
    return DecodedClip((mono * gain).astype(np.float32), rate_hz)


def to_int16(samples: FloatArray) -> npt.NDArray[np.int16]:
    """Quantise to 16 bits; values past full scale are clipped."""
    scaled: FloatArray = np.rint(samples * np.float32(32_768.0))
    return np.clip(scaled, -32_768, 32_767).astype(np.int16)


def decode_channels(path: Path) -> tuple[FloatArray, int]:
    """At most `MAX_DURATION_S` of all channels of a file as (channel, sample), and their rate."""
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
        raise MediaError(f"The sound {path} cannot be decoded; leave it out.") from error


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
    first: FloatArray = channels[0]
    mean: FloatArray = channels.mean(axis=0, dtype=np.float32)
    # where the channels cancel each other, one of them alone is the better mono
    return first if _rms(mean) < 0.1 * _rms(first) else mean


def _rms(samples: FloatArray) -> float:
    return float(np.sqrt(np.mean(np.square(samples, dtype=np.float64)))) if len(samples) else 0.0
