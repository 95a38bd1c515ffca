"""Which samples a user means by a timecode, and the timecode of a sample."""

from dataclasses import replace
from fractions import Fraction
from math import ceil

from cass_core.clips import SampleSpan
from cass_core.errors import SettingsError
from cass_core.media.files.media_info import MediaInfo
from cass_core.media.files.timecode import (
    TimecodeRate,
    can_drop_frames,
    parse_position,
    seconds_to_timecode,
    timecode_to_frames,
)
from cass_core.media.sound.audio_reader import AudioTrack


def usable_timecode(info: MediaInfo) -> tuple[MediaInfo, str | None]:
    """The movie without its start timecode where that cannot be, and a sentence about it."""
    rate = _rate(info)
    if info.start_timecode is None or rate is None:
        return info, None
    try:
        timecode_to_frames(info.start_timecode, rate)
    except SettingsError:
        return replace(info, start_timecode=None, drop_frame=False), (
            f"The start timecode {info.start_timecode!r} of {info.path.name} does not exist at "
            f"{float(rate.fps):g} frames a second, so times count from the start."
        )
    return info, None


def check_positions(
    start: str | None, stop: str | None, info: MediaInfo, track: AudioTrack
) -> None:
    """Refuse positions that cannot be meant, before the length of the sound is known."""
    first = None if start is None else _sample(start, info, track)
    last = None if stop is None else _sample(stop, info, track)
    if first is not None and last is not None and first >= last:
        raise SettingsError(
            f"Nothing of {info.path.name} lies between {start} and {stop}; choose other times."
        )


def movie_span(
    start: str | None, stop: str | None, info: MediaInfo, track: AudioTrack, num_samples: int
) -> SampleSpan:
    """Samples between two positions.

    Args:
        start: a timecode or plain time; None for the first sample.
        stop: likewise; None for the last.
        info: the movie.
        track: its sound.
        num_samples: exact length of the sound.

    Returns:
        A span inside the programme.
    """
    first = 0 if start is None else _sample(start, info, track)
    last = num_samples if stop is None else _sample(stop, info, track)
    first, last = max(first, 0), min(last, num_samples)
    if first >= last:
        length = float(Fraction(num_samples, track.rate_hz))
        raise SettingsError(
            f"Nothing lies between {start or 'the start'} and {stop or 'the end'} of "
            f"{info.path.name}, whose sound is {length:.3f} s long; choose other times."
        )
    return SampleSpan(first, last)


def programme_timecode(info: MediaInfo, track: AudioTrack, position_s: Fraction) -> str | None:
    """Timecode at a position of the sound, None where the movie has none."""
    rate = _rate(info)
    if rate is None or info.start_timecode is None:
        return None
    media_s = position_s + track.start_s - _programme_start_s(info, track)
    return seconds_to_timecode(media_s, rate, info.start_timecode)


def _sample(text: str, info: MediaInfo, track: AudioTrack) -> int:
    position = parse_position(text, _rate(info), info.start_timecode, info.duration_s or None)
    on_audio = position + _programme_start_s(info, track) - track.start_s
    # rounding would name the frame before where its border lies just behind a sample
    return ceil(on_audio * track.rate_hz)


def _programme_start_s(info: MediaInfo, track: AudioTrack) -> Fraction:
    """Media time that the start timecode names: the first picture, else the first sample."""
    return info.video[0].start_s if info.video else track.start_s


def _rate(info: MediaInfo) -> TimecodeRate | None:
    if not info.video or info.video[0].fps <= 0:
        return None
    fps = info.video[0].fps
    return TimecodeRate(fps, info.drop_frame and can_drop_frames(fps))
