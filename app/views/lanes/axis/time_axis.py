"""Samples and pixels, and how a position is written."""

from dataclasses import dataclass

from app.environment.numbers import decimal_point
from app.project.programme import Programme
from app.project.view_state import TimeFormat
from cass_core.clips import SampleSpan

_GAP = "\u00a0"
_NOTHING_OPEN = {
    TimeFormat.TIMECODE: "--:--:--:--",
    TimeFormat.SAMPLES: "-",
    TimeFormat.MINUTES: "-:--.---",
}


@dataclass(frozen=True)
class TimeAxis:
    """A span of samples, laid over a width in pixels.

    Attributes:
        span: what is seen.
        width_px: in logical pixels.
    """

    span: SampleSpan
    width_px: float

    @property
    def samples_per_px(self) -> float:
        """Samples that one logical pixel covers; never 0."""
        return max(self.span.num_samples, 1) / max(self.width_px, 1.0)

    def x_of(self, sample: float) -> float:
        """Where a sample is, also outside of what is seen."""
        return (sample - self.span.start) / self.samples_per_px

    def sample_at(self, x_px: float) -> int:
        """The sample at a place, also outside of what is seen."""
        return round(self.span.start + x_px * self.samples_per_px)

    def shows(self, sample: int) -> bool:
        """Whether a sample is seen."""
        return self.span.start <= sample <= self.span.stop


def format_position(sample: int, programme: Programme | None, time_format: TimeFormat) -> str:
    """A position as it is written everywhere.

    Args:
        sample: position in the programme.
        programme: the movie; None gives dashes.
        time_format: timecode, samples or minutes.

    Returns:
        "01:00:12:05", "576 240" or "0:12.005".
    """
    if programme is None:
        return _NOTHING_OPEN[time_format]
    if time_format is TimeFormat.TIMECODE:
        return programme.clock.timecode_at(sample)
    if time_format is TimeFormat.SAMPLES:
        return format_samples(sample)
    return format_minutes(sample * 1_000_000 // programme.rate_hz, 3)


def format_samples(sample: int) -> str:
    """A count of samples, thousands apart."""
    return f"{sample:,}".replace(",", _GAP)


def format_minutes(time_us: int, num_decimals: int) -> str:
    """Minutes and seconds, with hours where there are some.

    Args:
        time_us: in microseconds.
        num_decimals: of the seconds, cut and not rounded; 0 to 6.

    Returns:
        "0:12.005" or "1:00:12.005".
    """
    sign = "-" if time_us < 0 else ""
    seconds, fraction_us = divmod(abs(time_us), 1_000_000)
    minutes, second = divmod(seconds, 60)
    hour, minute = divmod(minutes, 60)
    decimals = f"{decimal_point()}{fraction_us:06d}"[: num_decimals + 1] if num_decimals else ""
    start = f"{hour}:{minute:02d}" if hour else f"{minute}"
    return f"{sign}{start}:{second:02d}{decimals}"
