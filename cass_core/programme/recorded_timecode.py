"""Timecode that was recorded as sound (LTC) on a track of a movie or sound file."""

from contextlib import closing
from pathlib import Path

import numpy as np

from cass_core.clips import FloatArray
from cass_core.errors import CassError
from cass_core.media.sound.audio_reader import decode_audio, open_track
from cass_core.media.sound.listening.linear_timecode import LinearTimecode, linear_timecode

_LISTENED_S = 30


def recorded_timecode(path: Path, num_streams: int) -> LinearTimecode | None:
    """Listen for LTC in the first half minute of every channel.

    Args:
        path: a movie or sound file.
        num_streams: its audio streams.

    Returns:
        What the first channel with LTC says; None where there is none.
    """
    for stream in range(num_streams):
        try:
            found = _of_stream(path, stream)
        except CassError:  # what cannot be decoded holds no timecode; others may
            continue
        if found is not None:
            return found
    return None


def _of_stream(path: Path, stream: int) -> LinearTimecode | None:
    rate_hz = open_track(path, stream).rate_hz
    heard = (linear_timecode(channel, rate_hz) for channel in _beginning(path, stream, rate_hz))
    return next((found for found in heard if found is not None), None)


def _beginning(path: Path, stream: int, rate_hz: int) -> FloatArray:
    """The first seconds of a stream (channel, sample)."""
    blocks: list[FloatArray] = []
    missing = _LISTENED_S * rate_hz
    with closing(decode_audio(path, stream)) as decoded:
        for block in decoded:
            blocks.append(block)
            missing -= block.shape[1]
            if missing <= 0:
                break
    return np.concatenate(blocks, axis=1)
