"""Sounds that a page can hold."""

import io

import numpy as np
import soundfile
import soxr

from cass_core.clips import FloatArray
from cass_core.review.page.pictures import as_base64

_HIGHEST_HZ = 48_000  # of MP3
_RATES_HZ = (44_100, _HIGHEST_HZ)


def sound_uri(samples: FloatArray, rate_hz: int) -> str:
    """Stereo or mono sound as MP3 in text.

    Args:
        samples: (channel, sample); of more than two channels the mean is heard.
        rate_hz: samples a second.

    Returns:
        A data URI.
    """
    heard = samples if len(samples) <= 2 else samples.mean(axis=0, keepdims=True)
    content = io.BytesIO()
    if rate_hz not in _RATES_HZ:
        heard = soxr.resample(heard.T, rate_hz, _HIGHEST_HZ).T
        rate_hz = _HIGHEST_HZ
    clipped = np.clip(heard.T, -1, 1)
    soundfile.write(content, clipped, rate_hz, format="MP3", subtype="MPEG_LAYER_III")
    return f"data:audio/mpeg;base64,{as_base64(content.getvalue())}"
