"""What no sound can be: rates, levels, changes and silences that only a damaged file claims.

Each check takes the file's name for its sentence and raises `MediaError`.
"""

import numpy as np
from av.audio.frame import AudioFrame

from cass_core.clips import FloatArray
from cass_core.errors import MediaError
from cass_core.media.files.sample_clock import SampleClock

_LOWEST_RATE_HZ, _HIGHEST_RATE_HZ = 1000, 1_000_000
_LARGEST_SAMPLE = 1e6  # 120 dB above full scale
_MOST_SILENCE_S = 3600  # in gaps, beyond the length of the sound between them


def check_rate(rate_hz: int, name: str) -> None:
    """Refuse a rate that no sound has, before anything of its size is made."""
    if not _LOWEST_RATE_HZ <= rate_hz <= _HIGHEST_RATE_HZ:
        raise MediaError(
            f"The sound of {name} claims {rate_hz} samples a second, which no sound has "
            f"({_LOWEST_RATE_HZ} to {_HIGHEST_RATE_HZ}); export it again."
        )


def check_level(block: FloatArray, name: str) -> None:
    """Refuse numbers that no sound has; sums of them are lost in their rounding."""
    peak = float(np.max(np.abs(block), initial=0.0))
    if peak > _LARGEST_SAMPLE:
        raise MediaError(
            f"{name} holds samples of {peak:.1g} times full scale, which is no sound; "
            "lower its level or export it again."
        )


def check_same(first: AudioFrame, frame: AudioFrame, at_s: float, name: str) -> None:
    """Refuse a stream that changes its rate or channels on the way, at a media time."""
    before = (first.sample_rate, first.layout.nb_channels)
    now = (frame.sample_rate, frame.layout.nb_channels)
    if now != before:
        raise MediaError(
            f"The sound of {name} changes from {before[1]} channels at {before[0]} Hz to {now[1]} "
            f"at {now[0]} Hz at {at_s:.2f} s; convert it to one format."
        )


def check_gaps(clock: SampleClock, name: str) -> None:
    """Refuse a sound that is hours of silence by its time stamps, before they are written."""
    gaps_s = clock.gap_samples / clock.rate_hz
    sound_s = clock.num_samples / clock.rate_hz - gaps_s
    if gaps_s > sound_s + _MOST_SILENCE_S:
        raise MediaError(
            f"The time stamps of {name} put {gaps_s / 3600:.1f} hours of silence into "
            f"{sound_s / 60:.1f} minutes of sound; export the file again."
        )
