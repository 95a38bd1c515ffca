"""Lossy codecs: the mixture goes through one, and the stems share what it did to the mixture.

A codec is not linear. Stems that are coded one by one would add up to no codec's output, for what
a codec drops depends on what masks it, and clean stems would not add up to the coded mixture. So
the mixture is coded, as it is in a film, and its error is shared out at each time and frequency
by the stems' power: the sum stays the coded mixture, and where a stem sounds alone the target is
what the codec made of it.
"""

from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from typing import Any

import av
import numpy as np
import soxr
import torch

from cass_core.clips import FloatArray
from cass_core.errors import MediaError
from cass_core.synthesis.corpus.catalog import CATALOG_RATE_HZ
from cass_core.synthesis.sounds.film_effects import Codec

_PEAK = 0.7  # of what is coded, so that no codec clips
_N_FFT, _HOP = 512, 256
_PROBE_S = 0.5


@dataclass(frozen=True)
class _Format:
    """How FFmpeg codes.

    Attributes:
        encoder: its name.
        decoder: its name.
        rate_hz: rate at which it codes; more than the catalogue's, as in a film, so that its
            frames are not stretched in time.
        sample_format: FFmpeg's name.
    """

    encoder: str
    decoder: str
    rate_hz: int
    sample_format: str = "fltp"


_FORMATS: dict[str, _Format] = {
    "aac": _Format("aac", "aac", 24_000),
    "mp3": _Format("libmp3lame", "mp3float", 24_000),
    "ac3": _Format("ac3", "ac3", 32_000),
    "opus": _Format("libopus", "opus", 48_000, "flt"),
}
CODECS: tuple[str, ...] = tuple(_FORMATS)


def coded(stems: FloatArray, codec: Codec) -> FloatArray:
    """Stems of a mixture that went through a codec.

    Args:
        stems: (stem, sample) at `CATALOG_RATE_HZ`.
        codec: which, and at how many bits a second.

    Returns:
        (stem, sample) that add up to the coded mixture.
    """
    mixture = stems.sum(axis=0)
    peak = float(np.abs(mixture).max(initial=0.0))
    if peak == 0:
        return stems
    scale = np.float32(_PEAK / peak)
    error = round_trip(mixture * scale, codec) / scale - mixture
    return np.asarray(stems + artefacts_shared_out(error, stems), np.float32)


def round_trip(samples: FloatArray, codec: Codec) -> FloatArray:
    """Encode and decode (sample,); the codec's delay is taken out to the sample."""
    form = _format(codec)
    source = soxr.resample(samples, CATALOG_RATE_HZ, form.rate_hz, quality="HQ")
    delay = _delay(codec.name)
    # the last frames come out only when something follows them
    padded = np.concatenate([source, np.zeros(delay + 4_096, np.float32)])
    heard = _through(padded, form, codec.bit_rate)[delay : delay + len(source)]
    back = soxr.resample(heard, form.rate_hz, CATALOG_RATE_HZ, quality="HQ")[: len(samples)]
    whole = np.zeros(len(samples), np.float32)
    whole[: len(back)] = back
    return whole


def artefacts_shared_out(error: FloatArray, stems: FloatArray) -> FloatArray:
    """Parts of (sample,) for (stem, sample), by the stems' power at each time and frequency."""
    window = torch.hann_window(_N_FFT).sqrt()
    sounds = torch.from_numpy(np.concatenate([stems, error[None]]).astype(np.float32))
    spectra = torch.stft(sounds, _N_FFT, _HOP, window=window, return_complex=True)
    power = spectra[:-1].abs() ** 2 + 1e-12
    parts = spectra[-1] * (power / power.sum(dim=0))
    shared = torch.istft(parts, _N_FFT, _HOP, window=window, length=error.shape[0])
    return np.asarray(shared.numpy())


def _format(codec: Codec) -> _Format:
    try:
        return _FORMATS[codec.name]
    except KeyError as error:
        raise MediaError(
            f"The scene recipe names the codec {codec.name}, which is none of "
            f"{', '.join(CODECS)}: draw it again."
        ) from error


@lru_cache(maxsize=len(_FORMATS))
def _delay(name: str) -> int:
    """Samples at the codec's rate by which it is late, measured on noise."""
    form = _FORMATS[name]
    noise = np.random.default_rng(0).standard_normal(round(_PROBE_S * form.rate_hz))
    probe = np.concatenate([0.1 * noise, np.zeros(8_192)]).astype(np.float32)
    heard = _through(probe, form, 96_000)
    size = 2 * max(len(probe), len(heard))
    match = np.fft.irfft(np.fft.rfft(heard, size) * np.conj(np.fft.rfft(probe, size)), size)
    return int(np.argmax(match[: size // 4]))


def _through(samples: FloatArray, form: _Format, bit_rate: int) -> FloatArray:
    """(sample,) at the codec's rate, late by the codec's delay and of any length."""
    encoder: Any = av.CodecContext.create(form.encoder, "w")
    encoder.sample_rate, encoder.format, encoder.layout = form.rate_hz, form.sample_format, "mono"
    encoder.bit_rate, encoder.time_base = bit_rate, Fraction(1, form.rate_hz)
    encoder.open()
    decoder: Any = av.CodecContext.create(form.decoder, "r")
    decoder.sample_rate, decoder.layout = form.rate_hz, "mono"
    decoder.extradata = encoder.extradata
    step = encoder.frame_size or 1_024
    whole = np.zeros(-(-len(samples) // step) * step, np.float32)
    whole[: len(samples)] = samples
    packets = []
    for at in range(0, len(whole), step):
        frame = av.AudioFrame.from_ndarray(
            whole[None, at : at + step], format=form.sample_format, layout="mono"
        )
        frame.sample_rate, frame.pts = form.rate_hz, at
        packets += encoder.encode(frame)
    packets += encoder.encode(None)
    frames = [frame for packet in packets for frame in decoder.decode(packet)]
    frames += decoder.decode(None)
    return np.concatenate([frame.to_ndarray().reshape(-1) for frame in frames])
