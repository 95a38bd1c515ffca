"""SMPTE timecode and plain times, exact in fractions of a second."""

import re
from dataclasses import dataclass
from fractions import Fraction

from cass_core.errors import SettingsError

_TIMECODE = re.compile(r"(\d{1,2}):(\d{2}):(\d{2})([:;,.])(\d{2,3})")
_PLAIN = re.compile(r"(?:(?:(\d+):)?(\d{1,2}):)?(\d+(?:\.\d*)?|\.\d+)")
_DAY_HOURS = 24


@dataclass(frozen=True)
class TimecodeRate:
    """How frames are counted.

    Attributes:
        fps: true frames a second, such as 30000/1001.
        drop_frame: whether numbers are left out to follow the clock (29.97 and its multiples).
    """

    fps: Fraction
    drop_frame: bool = False

    def __post_init__(self) -> None:
        if self.fps <= 0:
            raise SettingsError("A frame rate must be above 0; give one such as 25 or 30000/1001.")
        if self.drop_frame and not can_drop_frames(self.fps):
            raise SettingsError(
                f"Drop-frame timecode does not exist at {float(self.fps):g} frames a second: "
                "write the frames after a colon."
            )

    @property
    def nominal(self) -> int:
        """Frame numbers in one second of timecode: 30 for 29.97."""
        return int(self.fps + Fraction(1, 2))

    @property
    def dropped(self) -> int:
        """Numbers left out at the start of nine minutes in ten."""
        return self.nominal // 15 if self.drop_frame else 0

    @property
    def frames_a_day(self) -> int:
        """Frames until the timecode starts again at 00:00:00:00."""
        return _DAY_HOURS * (3600 * self.nominal - 54 * self.dropped)


def can_drop_frames(fps: Fraction) -> bool:
    """Whether drop-frame counting exists at this rate: 29.97, 59.94, 119.88."""
    nominal = int(fps + Fraction(1, 2))
    return nominal % 30 == 0 and abs(fps - Fraction(nominal * 1000, 1001)) < Fraction(1, 1000)


def frames_to_timecode(frames: int, rate: TimecodeRate) -> str:
    """Timecode of a frame count from midnight; starts again after 24 hours."""
    number = frames % rate.frames_a_day
    if rate.dropped:
        minute = 60 * rate.nominal - rate.dropped
        tens, rest = divmod(number, 10 * minute + rate.dropped)
        number += 9 * tens * rate.dropped
        number += rate.dropped * max((rest - rate.dropped) // minute, 0)
    seconds, frame = divmod(number, rate.nominal)
    minutes, second = divmod(seconds, 60)
    hour, minute = divmod(minutes, 60)
    separator = ";" if rate.drop_frame else ":"
    width = len(str(rate.nominal - 1))
    return f"{hour:02d}:{minute:02d}:{second:02d}{separator}{frame:0{max(width, 2)}d}"


def timecode_to_frames(text: str, rate: TimecodeRate) -> int:
    """Frame count from midnight of a timecode.

    Args:
        text: `HH:MM:SS:FF`; `;` before the frames means drop frame whatever the rate says.
        rate: how frames are counted.

    Returns:
        The number of true frames since 00:00:00:00.

    Raises:
        SettingsError: it is no timecode at this rate.
    """
    match = _TIMECODE.fullmatch(text.strip())
    if not match:
        raise SettingsError(f"'{text}' is no timecode; write HH:MM:SS:FF, such as 01:00:00:00.")
    hour, minute, second, frame = (int(match[group]) for group in (1, 2, 3, 5))
    if match[4] != ":" and not rate.drop_frame:
        rate = TimecodeRate(rate.fps, drop_frame=True)
    if hour >= _DAY_HOURS or minute > 59 or second > 59 or frame >= rate.nominal:
        raise SettingsError(
            f"'{text}' is out of range: a day has 24 hours and a second "
            f"{rate.nominal} frames (00 to {rate.nominal - 1:02d})."
        )
    if frame < rate.dropped and second == 0 and minute % 10:
        raise SettingsError(
            f"'{text}' does not exist in drop-frame timecode; use frame {rate.dropped:02d} instead."
        )
    minutes = 60 * hour + minute
    return (60 * minutes + second) * rate.nominal + frame - rate.dropped * (minutes - minutes // 10)


def seconds_to_timecode(
    seconds: Fraction, rate: TimecodeRate, start_timecode: str | None = None
) -> str:
    """Timecode of the frame that is on screen at a position of the programme.

    Args:
        seconds: position from the programme's start; may be negative.
        rate: how frames are counted.
        start_timecode: timecode of position 0; 00:00:00:00 where None.

    Returns:
        The timecode of the last frame that starts at or before the position.
    """
    start = timecode_to_frames(start_timecode, rate) if start_timecode else 0
    return frames_to_timecode(start + int((seconds * rate.fps).__floor__()), rate)


def timecode_to_seconds(text: str, rate: TimecodeRate) -> Fraction:
    """True seconds from midnight of a timecode."""
    return timecode_to_frames(text, rate) / rate.fps


def parse_position(
    text: str,
    rate: TimecodeRate | None = None,
    start_timecode: str | None = None,
    duration_s: Fraction | None = None,
) -> Fraction:
    """Read a position as a user writes it.

    A timecode `HH:MM:SS:FF` (`HH:MM:SS;FF`) is absolute where the programme has a start
    timecode and counts from the programme's start where it has none. A plain time, `12.5`,
    `MM:SS` or `HH:MM:SS.mmm`, always counts from the programme's start.

    Args:
        text: what the user wrote.
        rate: how the programme's frames are counted; None without a picture.
        start_timecode: timecode of the programme's start.
        duration_s: length of the programme, to tell a timecode after midnight from one too early.

    Returns:
        Seconds from the programme's start.

    Raises:
        SettingsError: it cannot be read, or lies before the start timecode.
    """
    text = text.strip()
    if is_timecode(text):
        if rate is None:
            raise SettingsError(
                f"'{text}' counts frames, but the file has no picture; write HH:MM:SS.mmm instead."
            )
        return _after_start(text, rate, start_timecode, duration_s)
    match = _PLAIN.fullmatch(text)
    if not match:
        raise SettingsError(
            f"'{text}' is no time; write seconds (12.5), MM:SS, HH:MM:SS.mmm or HH:MM:SS:FF."
        )
    hours, minutes, seconds = (Fraction(part) if part else Fraction(0) for part in match.groups())
    if (match[2] and seconds >= 60) or (match[1] and minutes >= 60):
        raise SettingsError(f"'{text}' is no time: minutes and seconds go up to 59.")
    return 3600 * hours + 60 * minutes + seconds


def is_timecode(text: str) -> bool:
    """Whether the text has frames behind a third separator; a dot makes it a plain time."""
    match = _TIMECODE.fullmatch(text)
    return bool(match) and match[4] != "."  # type: ignore[index]


def _after_start(
    text: str, rate: TimecodeRate, start_timecode: str | None, duration_s: Fraction | None
) -> Fraction:
    """Seconds from the start timecode to an absolute timecode."""
    start = timecode_to_frames(start_timecode, rate) if start_timecode else 0
    frames = timecode_to_frames(text, rate) - start
    if frames >= 0:
        return frames / rate.fps
    after_midnight = (frames + rate.frames_a_day) / rate.fps
    if duration_s is not None and after_midnight <= duration_s:
        return after_midnight
    raise SettingsError(
        f"'{text}' is before the programme, which starts at {start_timecode}: "
        "give a later timecode, or a plain time from the start such as 12.5."
    )
