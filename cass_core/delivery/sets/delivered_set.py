"""What a delivery is, for whoever writes a session of it: tracks, files, and where they start."""

from dataclasses import dataclass
from pathlib import Path

from cass_core.media.files.timecode import TimecodeRate
from cass_core.programme.clock import ProgrammeClock
from cass_core.stem_names import track_label


@dataclass(frozen=True)
class DeliveredFile:
    """One sound file.

    Attributes:
        path: where it stands.
        speakers: short names of its channels' loudspeakers, such as "L" or "Ls", in its order.
    """

    path: Path
    speakers: tuple[str, ...]

    @property
    def num_channels(self) -> int:
        """Channels of the file."""
        return len(self.speakers)


@dataclass(frozen=True)
class DeliveredTrack:
    """One track, in one file of all channels or in one file a channel.

    Attributes:
        code: such as "DX" or "ME".
        files: in the order of the channels.
        layout: FFmpeg's name of the track's channel layout.
    """

    code: str
    files: tuple[DeliveredFile, ...]
    layout: str

    @property
    def label(self) -> str:
        """The words that an editor uses for it."""
        return track_label(self.code)

    @property
    def num_channels(self) -> int:
        """Channels of the whole track."""
        return sum(file.num_channels for file in self.files)


@dataclass(frozen=True)
class DeliveredSet:
    """Tracks of one length, rate and start.

    Attributes:
        name: what people call the programme.
        tracks: in the order in which they are listed.
        rate_hz: samples a second.
        num_samples: of each channel.
        start: first sample on the programme's axis.
        clock: of the programme: timecodes and the day.
        movie: the file that the programme came from; None where nobody knows.
    """

    name: str
    tracks: tuple[DeliveredTrack, ...]
    rate_hz: int
    num_samples: int
    start: int
    clock: ProgrammeClock
    movie: Path | None = None

    @property
    def time_reference(self) -> int:
        """Samples since midnight of the first sample."""
        return self.clock.reference_at(self.start)

    @property
    def start_timecode(self) -> str:
        """Timecode of the frame that the first sample falls into."""
        return self.clock.timecode_at(self.start)

    @property
    def timecode_rate(self) -> TimecodeRate:
        """How frames are counted."""
        return self.clock.timecode_rate

    @property
    def files(self) -> tuple[DeliveredFile, ...]:
        """All files of all tracks."""
        return tuple(file for track in self.tracks for file in track.files)

    def track(self, code: str) -> DeliveredTrack | None:
        """A track by its code; None where it was not delivered."""
        return next((track for track in self.tracks if track.code == code), None)
