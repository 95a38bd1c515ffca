"""The open movie as one time axis of samples."""

from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from cass_core.media.files.media_info import MediaInfo
from cass_core.programme.clock import ProgrammeClock
from cass_core.programme.opened_movie import OpenedMovie
from cass_core.programme.track_groups import TrackGroup, opened_group


@dataclass(frozen=True)
class Programme:
    """A movie's sound and picture; all positions in the app are samples of this axis.

    Attributes:
        movie: the file, as it was opened.
        num_samples: length; the header's estimate until the sound is decoded.
        sound: the decoded sound as a float wave, which may still be growing.
    """

    movie: OpenedMovie
    num_samples: int
    sound: Path

    @property
    def info(self) -> MediaInfo:
        """What the file says about itself."""
        return self.movie.info

    @property
    def audio_stream(self) -> int:
        """Number of the sound track."""
        return self.movie.track.stream

    @property
    def channels(self) -> tuple[int, ...]:
        """Numbers of the track's channels that are worked on, from 0; empty for all.

        Those of a mono track are counted on through the tracks behind it.
        """
        return self.movie.track.channels

    @property
    def track_group(self) -> TrackGroup | None:
        """The mono tracks that are taken as one sound; None for a single track."""
        return opened_group(self.info, self.audio_stream, self.channels)

    @property
    def media_hash(self) -> str:
        """Hash of the file's content."""
        return self.movie.media_hash

    @property
    def modified_ns(self) -> int:
        """When the file was last written."""
        return self.movie.modified_ns

    @property
    def rate_hz(self) -> int:
        """Samples a second."""
        return self.movie.track.rate_hz

    @property
    def layout(self) -> str:
        """FFmpeg's name of the layout of the channels that are worked on."""
        return self.movie.track.layout

    @property
    def num_channels(self) -> int:
        """Number of channels that are worked on."""
        return self.movie.track.num_channels

    @property
    def audio_start_s(self) -> Fraction:
        """Media time of sample 0."""
        return self.movie.track.start_s

    @property
    def cache_key(self) -> str:
        """Names what is kept of the movie."""
        return self.movie.cache_key

    @property
    def length_s(self) -> float:
        """Length in seconds."""
        return self.num_samples / self.rate_hz

    @property
    def has_picture(self) -> bool:
        """Whether there are moving pictures."""
        return bool(self.info.video)

    @property
    def track_layout(self) -> str:
        """FFmpeg's name of the layout of the whole sound track."""
        whole = self.info.audio[self.audio_stream]
        return whole.layout if self.channels else self.layout

    @property
    def clock(self) -> ProgrammeClock:
        """Where samples lie among frames and on the day's clock."""
        return self.movie.clock

    def seconds(self, sample: int) -> Fraction:
        """Time of a sample on the audio's clock."""
        return Fraction(sample, self.rate_hz)

    def sample(self, time_s: float | Fraction) -> int:
        """The sample at a time of the audio's clock, kept inside the programme."""
        return min(max(round(time_s * self.rate_hz), 0), self.num_samples)
