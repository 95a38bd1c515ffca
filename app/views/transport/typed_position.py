"""The place that a user types: digits count from the right, a sign counts from the playhead."""

import re

from PySide6.QtCore import QCoreApplication

from app.project.programme import Programme
from app.project.view_state import TimeFormat
from app.views.lanes.axis.time_axis import format_position
from cass_core.errors import SettingsError
from cass_core.media.files.timecode import TimecodeRate, frames_to_timecode, timecode_to_frames
from cass_core.programme.clock import ProgrammeClock

_SIGNED = re.compile(r"([+-]?)(.*)")
_FOUR_FIELDS = re.compile(r"\d+(?:[:;]\d+){2}[:;,]\d+")
_FRAMES = re.compile(rf"\d+(?:[:;]\d+){{0,2}}|{_FOUR_FIELDS.pattern}")
_TIME = re.compile(r"(?:(?:(\d+):)?(\d+):)?(\d+[.,]\d*|[.,]\d+|\d+)")
_UNITS_S, _DAY_S = (3600, 60, 1), 86_400


def typed_position(programme: Programme, time_format: TimeFormat, text: str, here: int) -> int:
    """The sample that a text names.

    Where timecode is shown, "1600", "16:00" and "0:00:16:00" are the same: 16 seconds. What is left
    out on the left is such that the place is the first one in the programme. Where minutes are
    shown, "1600" is 16 minutes; where samples are shown, it is a sample. A decimal point makes
    seconds from the start wherever it is typed, four fields make a timecode.

    Args:
        programme: the movie.
        time_format: how positions are written.
        text: as above; with a sign before it, how far from the playhead.
        here: where the playhead is.

    Returns:
        A position inside the programme.

    Raises:
        SettingsError: the text names no position, or one outside of the programme.
    """
    signed = _SIGNED.fullmatch("".join(text.split()).replace("−", "-"))
    sign, body = signed.groups() if signed else ("", "")
    num_samples = _num_samples(programme, time_format, body)
    if num_samples is not None:
        sample = here + int(f"{sign}{num_samples}") if sign else num_samples
    elif _FRAMES.fullmatch(body):
        sample = _frame_border(programme, sign, body, here)
    else:
        raise SettingsError(_no_position(text))
    if not 0 <= sample <= programme.num_samples:
        raise SettingsError(_outside(programme, time_format, text))
    return sample


def _num_samples(programme: Programme, time_format: TimeFormat, body: str) -> int | None:
    """How many samples a text says; None where it counts frames, or says nothing."""
    digits = body.replace(",", "")
    if time_format is TimeFormat.SAMPLES and digits.isdecimal():
        return int(digits)
    if time_format is TimeFormat.MINUTES and body.isdecimal():
        body = ":".join(_pairs(body))
    match = None if _FOUR_FIELDS.fullmatch(body) else _TIME.fullmatch(body)
    in_seconds = time_format is TimeFormat.MINUTES or "." in body or body.count(",") == 1
    if not match or not in_seconds:
        return None
    fields = [float((field or "0").replace(",", ".")) for field in match.groups()]
    time_s = sum(unit_s * field for unit_s, field in zip(_UNITS_S, fields, strict=True))
    return round(time_s * programme.rate_hz)


def _frame_border(programme: Programme, sign: str, body: str, here: int) -> int:
    """The first sample of the frame that a text names, from the playhead where it has a sign."""
    clock = programme.clock
    fields = _fields(body, clock.timecode_rate)
    if sign:
        way = _seconds(fields) * clock.timecode_rate.nominal + fields[-1]
        return clock.frame_borders()(clock.frame_at(here) + int(f"{sign}{way}"))
    border = clock.frame_borders()(_first_frame(clock, fields))
    return max(border, 0)  # the first picture may be older than the sound


def _fields(body: str, rate: TimecodeRate) -> list[int]:
    """Hours, minutes, seconds and frames, as many as are typed."""
    if not body.isdecimal():
        return [int(field) for field in re.split("[:;,]", body)]
    width = max(len(str(rate.nominal - 1)), 2)
    return [int(digits) for digits in (*_pairs(body[:-width]), body[-width:])]


def _pairs(digits: str) -> list[str]:
    """Digits two by two from the right; what is too long for a time stays on the left."""
    right = len(_UNITS_S[1:]) * 2
    last = digits[-right:]
    pairs = [last[max(stop - 2, 0) : stop] for stop in range(len(last), 0, -2)][::-1]
    return [digits[:-right], *pairs] if len(digits) > right else pairs


def _seconds(fields: list[int]) -> int:
    """Seconds of all fields but the frames."""
    larger = fields[:-1]
    units = _UNITS_S[len(_UNITS_S) - len(larger) :]
    return sum(unit_s * field for unit_s, field in zip(units, larger, strict=True))


def _first_frame(clock: ProgrammeClock, fields: list[int]) -> int:
    """Number of the programme's first frame whose timecode ends with these fields."""
    rate = clock.timecode_rate
    if _seconds(fields) >= _DAY_S:
        return rate.frames_a_day  # behind every programme
    more_s, frame = divmod(fields[-1], rate.nominal)
    first = frames_to_timecode(clock.first_frame, rate)
    first_s = _seconds([int(field) for field in re.split(r"\D", first)])
    period_s = (1, 60, 3600, _DAY_S)[len(fields) - 1]
    lead_s = first_s - first_s % period_s
    typed = (lead_s + start_s + _seconds(fields) + more_s for start_s in (0, period_s))
    after = (_frames(time_s % _DAY_S, frame, rate) - clock.first_frame for time_s in typed)
    return min(frames % rate.frames_a_day for frames in after)


def _frames(time_s: int, frame: int, rate: TimecodeRate) -> int:
    """Frames since midnight of a timecode; a number that is dropped means the next one."""
    minute, second = divmod(time_s, 60)
    if second == 0 and minute % 10:
        frame = max(frame, rate.dropped)
    written = f"{minute // 60:02d}:{minute % 60:02d}:{second:02d}:{frame:02d}"
    return timecode_to_frames(written, rate)


def _no_position(text: str) -> str:
    words = QCoreApplication.translate(
        "PositionField",
        "'{text}' is no position; type it as it is shown, or how far to go, such as +10 or -1:00.",
    )
    return words.format(text=text.strip())


def _outside(programme: Programme, time_format: TimeFormat, text: str) -> str:
    words = QCoreApplication.translate(
        "PositionField", "'{text}' is outside of the programme; it goes from {first} to {last}."
    )
    places = (0, programme.num_samples)
    first, last = (format_position(place, programme, time_format) for place in places)
    return words.format(text=text.strip(), first=first, last=last)
