"""What is said of a sound once it is decoded to its end."""

import logging
from fractions import Fraction
from pathlib import Path

from cass_core.media.files.sample_clock import SampleClock
from cass_core.media.files.sound_chunks import share_there
from cass_core.media.sound.listening.polarity import Polarity

_log = logging.getLogger(__name__)

MISSING_END_S = 1  # a declared length may be this wrong without a warning


def report_repairs(
    name: str, clock: SampleClock, num_invalid: int, declared_s: Fraction | None
) -> None:
    """Say once what had to be repaired."""
    if clock.num_gaps or clock.num_overlaps:
        _log.warning(
            "%s: the sound's timestamps leave gaps (%d, %.2f s in all, now silent) or overlap "
            "(%d times, now trimmed).",
            name, clock.num_gaps, clock.gap_samples / clock.rate_hz, clock.num_overlaps,
        )  # fmt: skip
    if clock.num_restarts:
        _log.warning("%s: the sound's clock starts anew %d times.", name, clock.num_restarts)
    if num_invalid:
        _log.warning("%s: %d samples were no numbers and became silence.", name, num_invalid)
    decoded_s = clock.num_samples / clock.rate_hz
    # behind a restart nobody knows where the declared end lies
    is_known = declared_s is not None and not clock.num_restarts
    if declared_s is not None and is_known and decoded_s < declared_s - MISSING_END_S:
        _log.warning(
            "%s: the sound ends after %.2f s, %.2f s before its declared end.",
            name, decoded_s, float(declared_s) - decoded_s,
        )  # fmt: skip


def report_cut(path: Path, clock: SampleClock) -> None:
    """Say that a sound file claims more than it holds, which FFmpeg passes over."""
    share = share_there(path)
    if share < 1:
        there_s = clock.num_samples / clock.rate_hz
        _log.warning(
            "%s is cut off: %.2f s of %.2f s are there; copy or export it again.",
            path.name, there_s, there_s / share if share else 0,
        )  # fmt: skip


def report_polarity(name: str, polarity: Polarity) -> None:
    """Say that two channels cancel, because what they have in common is not heard in mono."""
    for pair in polarity.cancelled:
        _log.warning(
            "%s: channels %d and %d have opposite polarity (%.0f dB are left in mono); they are "
            "separated as if one were turned round, and the stems keep them as they are.",
            name, pair.channels[0] + 1, pair.channels[1] + 1, pair.left_db,
        )  # fmt: skip
