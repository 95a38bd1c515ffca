"""What an editor says of a programme's timecode in place of what its file says."""

from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from cass_core.errors import SettingsError
from cass_core.isolation.isolated import isolated_call
from cass_core.media.files.probe import probe
from cass_core.media.files.timecode import TimecodeRate
from cass_core.programme.clock import ProgrammeClock
from cass_core.programme.recorded_timecode import recorded_timecode
from cass_core.programme.timecode_rates import (
    known_fps,
    named_timecode_rate,
    timecode_rate,
    with_usable_timecode,
)


@dataclass(frozen=True)
class TimecodeReference:
    """Where another file begins, which the programme then does as well.

    Attributes:
        name: of the file.
        start_timecode: of its first picture; empty where a time stamp or LTC says it.
        time_s: seconds since midnight of its first sample, by its time stamp or LTC.
        rate: how its frames are counted; None where it does not say.
    """

    name: str
    start_timecode: str
    time_s: Fraction
    rate: TimecodeRate | None


def timecode_reference(path: Path) -> TimecodeReference:
    """Read where a file begins, in a process of its own.

    LTC on one of its tracks goes before what is written in the file: who records it does so
    because the camera's own clock runs free.

    Args:
        path: a movie with a timecode, a Broadcast WAV, or either with LTC on a track.

    Returns:
        Its timecode, or its time stamp.

    Raises:
        MediaError: it cannot be read.
        SettingsError: it has neither.
    """
    info, _ = with_usable_timecode(isolated_call(path.name, probe, path))
    heard = isolated_call(path.name, recorded_timecode, path, len(info.audio))
    if heard is not None:
        return TimecodeReference(path.name, "", heard.time_s, heard.rate)
    rate = timecode_rate(info) if known_fps(info) else None
    if info.start_timecode:
        rate = timecode_rate(info)
        return TimecodeReference(path.name, info.start_timecode, Fraction(0), rate)
    if info.time_reference is None or not info.audio or not info.audio[0].rate_hz:
        raise SettingsError(
            f"{path.name} has no timecode; choose a movie with one or a Broadcast WAV, or type the "
            "start."
        )
    time_s = Fraction(info.time_reference, info.audio[0].rate_hz)
    return TimecodeReference(path.name, "", time_s, rate)


@dataclass(frozen=True)
class TimecodeChoice:
    """A programme's timecode; all empty for that of the movie.

    Attributes:
        start: a timecode, `HH:MM:SS:FF`; empty for none.
        rate: name of how frames are counted, such as "29.97df"; empty for that of the reference,
            else of the movie.
        at: where `start` is read: a sample of the programme, or a position as it is written; None
            for the first frame.
        reference: the file whose start it is instead.
    """

    start: str = ""
    rate: str = ""
    at: int | str | None = None
    reference: TimecodeReference | None = None

    def counted(self, clock: ProgrammeClock, duration_s: Fraction | None = None) -> ProgrammeClock:
        """A programme's clock with all this.

        Args:
            clock: as the movie has it.
            duration_s: length of the programme, to tell positions after midnight.

        Returns:
            The clock; itself where nothing is said.

        Raises:
            SettingsError: there is no such rate, timecode or position, or none to count from.
        """
        rate = named_timecode_rate(self.rate) if self.rate else None
        if self.reference is not None:
            return self._referred(clock, self.reference, rate)
        if not self.start and rate is None:
            return clock
        start = self.start or _recounted(clock.start_timecode or "", rate or clock.timecode_rate)
        if not start:
            raise SettingsError(
                "The programme has no timecode; give the one of its first frame, too."
            )
        at = self.place(clock, duration_s)
        return (
            clock.counted_from(start, rate) if at is None else clock.with_frame_at(at, start, rate)
        )

    def place(self, clock: ProgrammeClock, duration_s: Fraction | None = None) -> int | None:
        """The sample where `start` is read; None for the first frame.

        Args:
            clock: as the movie has it, since that is what the editor has looked at.
            duration_s: length of the programme.

        Returns:
            A sample of the programme.

        Raises:
            SettingsError: there is no such position.
        """
        return clock.sample_of(self.at, duration_s) if isinstance(self.at, str) else self.at

    def _referred(
        self, clock: ProgrammeClock, reference: TimecodeReference, rate: TimecodeRate | None
    ) -> ProgrammeClock:
        own = rate or reference.rate or clock.timecode_rate
        if reference.start_timecode:
            return clock.counted_from(_recounted(reference.start_timecode, own), own)
        return clock.begun_at(reference.time_s, own)


def _recounted(start: str, rate: TimecodeRate) -> str:
    """The digits of a timecode as another rate writes them, where it drops no frames."""
    return start if rate.drop_frame else start.replace(";", ":")


def sync_point(text: str) -> TimecodeChoice:
    """A position and its timecode, such as "12.5=10:00:00:00", as a slate or LTC says it.

    Args:
        text: what the user wrote.

    Returns:
        The choice.

    Raises:
        SettingsError: it is not two parts with "=" between them.
    """
    at, mark, start = text.partition("=")
    if not mark or not at.strip() or not start.strip():
        raise SettingsError(
            f"'{text}' is no sync point; write a position and its timecode, such as "
            "12.5=10:00:00:00."
        )
    return TimecodeChoice(start=start.strip(), at=at.strip())
