"""How a programme's frames are counted: the one decision, and what is said of it."""

from dataclasses import replace
from fractions import Fraction

from cass_core.errors import SettingsError
from cass_core.media.files.media_info import MediaInfo
from cass_core.media.files.picture_rate import STANDARD_RATES, standard_rate
from cass_core.media.files.timecode import TimecodeRate, can_drop_frames, timecode_to_frames

_ROUNDED = Fraction(1, 1000)
_UNKNOWN_FPS = Fraction(25)
_UNKNOWN_DROP_FPS = Fraction(30_000, 1001)  # the slowest at which numbers can be dropped


def known_fps(info: MediaInfo) -> Fraction | None:
    """Frames a second of the timecode: as the file says them, else of the picture, else None."""
    said = info.timecode_fps
    shown = info.video[0].fps if info.video and info.video[0].fps > 0 else None
    if said is None or said in STANDARD_RATES:
        return said or shown
    # whole ticks of a coarse clock: 16000/667 is what some programs make of 24000/1001
    if shown is not None and abs(said - shown) <= _ROUNDED * shown:
        return shown
    return standard_rate(said)


def timecode_rate(info: MediaInfo) -> TimecodeRate:
    """How a file's frames are counted.

    Args:
        info: what the file says about itself.

    Returns:
        The rate of its timecode track or its recorder's notes, else the picture's, else 25 frames
        a second.
    """
    fps = known_fps(info) or (_UNKNOWN_DROP_FPS if info.drop_frame else _UNKNOWN_FPS)
    return TimecodeRate(fps, info.drop_frame and can_drop_frames(fps))


TIMECODE_RATES = {
    "23.976": TimecodeRate(Fraction(24_000, 1001)),
    "24": TimecodeRate(Fraction(24)),
    "25": TimecodeRate(Fraction(25)),
    "29.97df": TimecodeRate(Fraction(30_000, 1001), drop_frame=True),
    "29.97ndf": TimecodeRate(Fraction(30_000, 1001)),
    "30": TimecodeRate(Fraction(30)),
    "47.952": TimecodeRate(Fraction(48_000, 1001)),
    "48": TimecodeRate(Fraction(48)),
    "50": TimecodeRate(Fraction(50)),
    "59.94df": TimecodeRate(Fraction(60_000, 1001), drop_frame=True),
    "59.94ndf": TimecodeRate(Fraction(60_000, 1001)),
    "60": TimecodeRate(Fraction(60)),
}
"""How frames are counted, by the names that editors write."""


def named_timecode_rate(name: str) -> TimecodeRate:
    """A rate by its name; `SettingsError` where there is none."""
    found = TIMECODE_RATES.get(name.lower().replace(" ", "").removesuffix("fps"))
    if found is None:
        known = ", ".join(TIMECODE_RATES)
        raise SettingsError(f"'{name}' is no timecode rate; choose one of {known}.")
    return found


def picture_fps(info: MediaInfo) -> Fraction:
    """Pictures a second, which need not be the frames of the timecode; those without a picture."""
    if info.video and info.video[0].fps > 0:
        return info.video[0].fps
    return timecode_rate(info).fps


def with_usable_timecode(info: MediaInfo) -> tuple[MediaInfo, tuple[str, ...]]:
    """Leave out a start timecode that cannot be.

    Args:
        info: what the file says about itself.

    Returns:
        The same with a timecode that exists or none, and what is odd, a sentence each.
    """
    if info.start_timecode is not None and not _exists(info.start_timecode, timecode_rate(info)):
        fps = timecode_rate(info).fps
        sentence = (
            f"The start timecode {info.start_timecode!r} of {info.path.name} does not exist at "
            f"{float(fps):.5g} frames a second, so times count from the start."
        )
        return replace(info, start_timecode=None, drop_frame=False), (sentence,)
    return info, _odd_rates(info)


def _odd_rates(info: MediaInfo) -> tuple[str, ...]:
    """What an editor must know to trust the timecode."""
    name, rate = info.path.name, timecode_rate(info)
    if not info.start_timecode and not info.time_reference:
        return ()
    if known_fps(info) is None:
        return (
            f"{name} does not say how its timecode counts; {float(rate.fps):.5g} frames a second "
            "are taken.",
        )
    if info.start_timecode and info.video and _is_apart(rate.fps, info.video[0].fps):
        return (
            f"The timecode of {name} counts {float(rate.fps):.5g} frames a second and its picture "
            f"has {float(info.video[0].fps):.5g}.",
        )
    return ()


def _is_apart(fps: Fraction, picture: Fraction) -> bool:
    """Whether two rates are neither the same nor one a multiple of the other."""
    larger, smaller = max(fps, picture), min(fps, picture)
    return smaller > 0 and (larger / smaller).denominator != 1


def _exists(text: str, rate: TimecodeRate) -> bool:
    try:
        timecode_to_frames(text, rate)
    except SettingsError:
        return False
    return True
