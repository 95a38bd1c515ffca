"""The sound around a span as one channel at the network's rate."""

from collections.abc import Generator
from contextlib import closing
from pathlib import Path

import numpy as np

from cass_core.clips import FloatArray, SampleSpan
from cass_core.dsp.aligned_resample import RateChange
from cass_core.isolation.isolated import isolated_steps
from cass_core.media.sound.audio_reader import AudioTrack, decode_audio
from cass_core.media.sound.block_sums import sums_path
from cass_core.media.sound.float_wave import FloatWaveReader
from cass_core.relayed import result_of
from cass_core.request.object_query import ObjectQuery
from cass_core.spans import overlap

_BLOCK = 1 << 20


def query_sound(
    query: ObjectQuery, track: AudioTrack, span: SampleSpan, rate_hz: int
) -> FloatArray:
    """Samples of the programme, all channels as their mean, zeros outside it.

    Args:
        query: says where the sound is.
        track: the programme.
        span: at the network's rate.
        rate_hz: that rate.

    Returns:
        (sample,) float32.
    """
    change = RateChange(track.rate_hz, rate_hz)
    needed = change.needed(span)
    mono = _read_mean(query.decoded, needed) if query.decoded is not None else None
    if mono is None:
        mono = result_of(isolated_steps(track.path.name, _decoded_mean, track, needed))
    return change.resampled(mono[None], span)[0]


def _read_mean(wave: Path, needed: SampleSpan) -> FloatArray | None:
    """The span out of a float wave; None where that may still grow into it."""
    mono = np.zeros(needed.num_samples, np.float32)
    with FloatWaveReader(wave) as source:
        if source.num_samples < needed.stop and not sums_path(wave).exists():
            return None
        inside = overlap(needed, SampleSpan(0, source.num_samples))
        for part in inside.blocks(_BLOCK):
            start = part.start - needed.start
            mono[start : start + part.num_samples] = source.read(part).mean(axis=0)
    return mono


def _decoded_mean(track: AudioTrack, needed: SampleSpan) -> Generator[int, None, FloatArray]:
    """As `_read_mean`, decoded from the file up to the end of the span; yields where it is."""
    mono = np.zeros(needed.num_samples, np.float32)
    place = told = 0
    with closing(decode_audio(track.path, track.stream, track.channels)) as blocks:
        for block in blocks:
            own = SampleSpan(place, place + block.shape[1])
            part = overlap(own, needed)
            if part.num_samples > 0:
                here = slice(part.start - needed.start, part.stop - needed.start)
                mono[here] = block[:, part.start - place : part.stop - place].mean(axis=0)
            place = own.stop
            if place - told >= track.rate_hz:
                told = place
                yield place
            if place >= needed.stop:
                break
    return mono
