"""Range control in AC-3 and E-AC-3: gains that make loud passages soft for televisions."""

from pathlib import Path

import numpy as np
from av.audio.frame import AudioFrame

from cass_core.clips import FloatArray
from cass_core.media.files.container import (
    WITH_RANGE_CONTROL,
    audio_stream,
    decode_frames,
    open_media,
)
from cass_core.media.sound.sample_format import float_samples

_LISTENED_S = 10
_LEAST_CHANGE = 0.01  # of the largest sample, 0.1 dB


def has_range_control(path: Path, stream: int) -> bool:
    """Whether the first seconds of a sound are another level with range control than without.

    Args:
        path: a movie or sound file.
        stream: number among its audio streams.

    Returns:
        Always False for other codecs.
    """
    with open_media(path) as container:
        if audio_stream(container, stream, path).codec_context.name not in WITH_RANGE_CONTROL:
            return False
    plain, controlled = (_beginning(path, stream, scale) for scale in ("0", "1"))
    if plain.shape != controlled.shape or not plain.size:
        return False
    return bool(np.abs(plain - controlled).max() > _LEAST_CHANGE * np.abs(plain).max())


def _beginning(path: Path, stream: int, scale: str) -> FloatArray:
    """(channel, sample) of the first seconds, with so much of the range control."""
    blocks: list[FloatArray] = []
    with open_media(path) as container:
        source = audio_stream(container, stream, path)
        source.codec_context.options = {"drc_scale": scale}
        length = 0
        for frame in decode_frames(container, source, path):
            if isinstance(frame, AudioFrame) and frame.samples:
                blocks.append(float_samples(frame, path.name)[0])
                length += frame.samples
                if length > _LISTENED_S * frame.sample_rate:
                    break
    if len({len(block) for block in blocks}) != 1:
        return np.zeros((0, 0), np.float32)
    return np.concatenate(blocks, axis=1)
