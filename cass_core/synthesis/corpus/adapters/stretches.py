"""A programme's stem, hours long and mostly silent, as the stretches in which it sounds."""

from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import soxr

from cass_core.clips import FloatArray
from cass_core.media.sound.audio_reader import decode_audio, open_track
from cass_core.synthesis.corpus.catalog import CATALOG_RATE_HZ

_FRAME = CATALOG_RATE_HZ // 20
_SILENT_RMS = 1e-3  # -60 dBFS
_PAUSE_FRAMES = 8  # a shorter pause, 0.4 s, stays within a stretch
_LONGEST_FRAMES = 60 * 20


@dataclass(frozen=True)
class ActiveSegment:
    """Sound between two silences.

    Attributes:
        start_s: where it begins in the file.
        samples: (sample,) mono at `CATALOG_RATE_HZ`.
        source_rate_hz: rate of the file.
    """

    start_s: float
    samples: FloatArray
    source_rate_hz: int


def sound_stretches(path: Path) -> Iterator[ActiveSegment]:
    """Cut a file of any length at its silences, and after a minute without one.

    Memory does not grow with the file.

    Args:
        path: a sound file.

    Yields:
        ActiveSegment: from the start to the end.
    """
    rate_hz = open_track(path).rate_hz
    kept: list[FloatArray] = []
    num_silent = first = 0
    with closing(decode_audio(path)) as blocks:
        for number, frame in enumerate(_frames(_mono_at_rate(blocks, rate_hz))):
            is_silent = bool(np.sqrt(np.mean(frame**2)) < _SILENT_RMS)
            if is_silent and not kept:
                continue
            first = first if kept else number
            kept.append(frame)
            num_silent = num_silent + 1 if is_silent else 0
            if num_silent == _PAUSE_FRAMES or len(kept) == _LONGEST_FRAMES:
                yield _joined(kept, num_silent, first, rate_hz)
                kept, num_silent = [], 0
    if kept:
        yield _joined(kept, num_silent, first, rate_hz)


def _joined(frames: list[FloatArray], num_silent: int, first: int, rate_hz: int) -> ActiveSegment:
    sound = np.concatenate(frames[: len(frames) - max(num_silent - 1, 0)])
    return ActiveSegment(first * _FRAME / CATALOG_RATE_HZ, sound, rate_hz)


def _mono_at_rate(blocks: Iterable[FloatArray], rate_hz: int) -> Iterator[FloatArray]:
    resampler = soxr.ResampleStream(rate_hz, CATALOG_RATE_HZ, 1, dtype="float32")
    for block in blocks:
        mono = np.nan_to_num(block.mean(axis=0, dtype=np.float32))
        yield resampler.resample_chunk(mono)
    yield resampler.resample_chunk(np.zeros(0, np.float32), last=True)


def _frames(blocks: Iterable[FloatArray]) -> Iterator[FloatArray]:
    """Blocks of any length as frames; the last one may be shorter."""
    pending = np.zeros(0, np.float32)
    for block in blocks:
        pending = np.concatenate([pending, block])
        whole = len(pending) // _FRAME * _FRAME
        yield from pending[:whole].reshape(-1, _FRAME)
        pending = pending[whole:].copy()
    if len(pending):
        yield pending
