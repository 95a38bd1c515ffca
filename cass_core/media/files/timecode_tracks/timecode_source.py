"""The timecode that a file carries: its text and how it counts, from wherever they stand."""

from dataclasses import dataclass
from pathlib import Path

from av.container import InputContainer
from av.stream import Stream

from cass_core.media.files.timecode import TimecodeRate
from cass_core.media.files.timecode_tracks.mxf_timecode import mxf_rate
from cass_core.media.files.timecode_tracks.quicktime_timecode import quicktime_rate
from cass_core.media.files.timecode_tracks.sound_file_notes import noted_rate
from cass_core.shown_text import shown

_DROP_MARKS = ";,."


@dataclass(frozen=True)
class TimecodeSource:
    """What a file says about its timecode.

    Attributes:
        text: timecode of the first picture, or None.
        rate: how the file says that it counts; None where it does not say.
        time_reference: samples since midnight of the first sample, or None.
    """

    text: str | None
    rate: TimecodeRate | None
    time_reference: int | None

    @property
    def drop_frame(self) -> bool:
        """Whether it counts in drop frame."""
        if self.text is not None and any(mark in self.text for mark in _DROP_MARKS):
            return True
        return self.rate is not None and self.rate.drop_frame


def timecode_source(container: InputContainer, path: Path, first: list[Stream]) -> TimecodeSource:
    """Look for a file's timecode.

    Args:
        container: the open file.
        path: the same file.
        first: streams that are asked before the others.

    Returns:
        What was found.
    """
    reference = lower_tags(container.metadata).get("time_reference", "")
    return TimecodeSource(
        _text(container, first),
        _said_rate(container.format.name, path),
        int(reference) if reference.isdecimal() and reference.isascii() else None,
    )


def lower_tags(metadata: dict[str, str]) -> dict[str, str]:
    """Metadata by lower-case keys: Matroska writes them in capitals; values are fit to be shown."""
    return {key.lower(): shown(value) for key, value in metadata.items()}


def _text(container: InputContainer, first: list[Stream]) -> str | None:
    """The first timecode among the container's tags, the picture's and all other streams'."""
    for source in (container, *first, *container.streams):
        if timecode := lower_tags(source.metadata).get("timecode"):
            return timecode
    return None


def _said_rate(container: str, path: Path) -> TimecodeRate | None:
    """The rate of the file's own timecode, read from the places that FFmpeg leaves out."""
    if "mov" in container.split(","):
        return quicktime_rate(path)
    if container.startswith("mxf"):
        return mxf_rate(path)
    return noted_rate(path) if container == "wav" else None
