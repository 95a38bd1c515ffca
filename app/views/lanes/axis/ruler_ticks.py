"""Where a ruler has its lines: at whole frames, seconds, minutes or round numbers of samples."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count

from app.project.programme import Programme
from app.project.view_state import TimeFormat
from app.views.lanes.axis.time_axis import TimeAxis, format_minutes, format_samples
from cass_core.media.files.timecode import frames_to_timecode

_SECONDS = (1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14_400, 28_800)
_ROUND = tuple(digit * 10**power for power in range(10) for digit in (1, 2, 5))
_SECOND_US = 1_000_000
_MICROSECONDS = (
    *(step for step in _ROUND if 10 <= step < _SECOND_US),
    *(second * _SECOND_US for second in _SECONDS),
)
_LABEL_GAP_PX = 20.0
_LINE_GAP_PX = 7.0


@dataclass(frozen=True)
class Tick:
    """A line of a ruler.

    Attributes:
        sample: position in the programme.
        label: text beside a long line; empty for a short one.
    """

    sample: int
    label: str = ""


def ruler_ticks(
    axis: TimeAxis, programme: Programme, time_format: TimeFormat, label_px: float
) -> tuple[Tick, ...]:
    """The lines of a ruler, a label to the left of what is seen included.

    Args:
        axis: what is seen.
        programme: the movie.
        time_format: what the labels count.
        label_px: width of the longest label.

    Returns:
        In rising order.
    """
    if time_format is TimeFormat.TIMECODE:
        return tuple(_timecode_ticks(axis, programme, label_px))
    if time_format is TimeFormat.SAMPLES:
        return tuple(_sample_ticks(axis, label_px))
    return tuple(_minute_ticks(axis, programme, label_px))


def choose_steps(ladder: tuple[int, ...], units_per_px: float, label_px: float) -> tuple[int, int]:
    """Distances between long lines and between all lines.

    Args:
        ladder: possible distances, rising.
        units_per_px: what a pixel covers, in the ladder's units.
        label_px: width of the longest label.

    Returns:
        The labelled distance, and one that divides it.
    """
    needed = (label_px + _LABEL_GAP_PX) * units_per_px
    labelled = next((step for step in ladder if step >= needed), ladder[-1])
    fits = (step for step in ladder if labelled % step == 0 and step >= _LINE_GAP_PX * units_per_px)
    return labelled, next(fits, labelled)


def _timecode_ticks(axis: TimeAxis, programme: Programme, label_px: float) -> Iterator[Tick]:
    """Lines at whole numbers of the timecode, which in drop frame are not evenly spaced."""
    clock, rate = programme.clock, programme.clock.timecode_rate
    nominal = rate.nominal
    within = tuple(step for step in range(1, nominal) if nominal % step == 0)
    ladder = (*within, *(second * nominal for second in _SECONDS))
    numbers_per_px = axis.samples_per_px * nominal / programme.rate_hz
    labelled, step = choose_steps(ladder, numbers_per_px, label_px)
    first = clock.frame_at(axis.span.start) + clock.first_frame
    dropped, border = rate.dropped, clock.frame_borders()
    for number in count(_number_of(first, nominal, dropped) // labelled * labelled, step):
        frame = _frame_of(number, nominal, dropped)
        if frame is None:
            continue
        sample = border(frame - clock.first_frame)
        if sample > axis.span.stop:
            return
        yield Tick(sample, "" if number % labelled else frames_to_timecode(frame, rate))


def _number_of(frame: int, nominal: int, dropped: int) -> int:
    """Numbers counted from 00:00:00:00 to a frame, those that drop frame leaves out included."""
    if not dropped:
        return frame
    minute = 60 * nominal - dropped
    tens, rest = divmod(frame, 10 * minute + dropped)
    left_out = 9 * tens + max((rest - dropped) // minute, 0)
    return frame + left_out * dropped


def _frame_of(number: int, nominal: int, dropped: int) -> int | None:
    """The frame of a number; a minute whose first numbers are left out starts with a later one.

    None for the others that are left out, and for that later one itself: it has its line already.
    """
    minutes, rest = divmod(number, 60 * nominal)
    if dropped and minutes % 10:
        if 0 < rest <= dropped:
            return None
        number += 0 if rest else dropped
    return number - dropped * (minutes - minutes // 10)


def _sample_ticks(axis: TimeAxis, label_px: float) -> Iterator[Tick]:
    labelled, step = choose_steps(_ROUND, axis.samples_per_px, label_px)
    for sample in range(axis.span.start // labelled * labelled, axis.span.stop + 1, step):
        yield Tick(sample, "" if sample % labelled else format_samples(sample))


def _minute_ticks(axis: TimeAxis, programme: Programme, label_px: float) -> Iterator[Tick]:
    rate_hz = programme.rate_hz
    us_per_px = axis.samples_per_px * _SECOND_US / rate_hz
    labelled, step = choose_steps(_MICROSECONDS, us_per_px, label_px)
    num_decimals = next(n for n in range(7) if labelled % 10 ** (6 - n) == 0)
    first_us = axis.span.start * _SECOND_US // rate_hz // labelled * labelled
    for time_us in range(first_us, axis.span.stop * _SECOND_US // rate_hz + 1, step):
        label = "" if time_us % labelled else format_minutes(time_us, num_decimals)
        yield Tick(round(time_us * rate_hz / _SECOND_US), label)
