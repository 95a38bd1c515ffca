"""The open movie as one time axis of samples."""

from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from cass_core.media.files.media_info import MediaInfo
from cass_core.media.files.probe import cache_key
from cass_core.media.files.timecode import TimecodeRate, can_drop_frames

_RATE_WITHOUT_PICTURE = TimecodeRate(Fraction(25))


@dataclass(frozen=True)
class Programme:
    """A movie's sound and picture; all positions in the app are samples of this axis.

    Attributes:
        info: what the file says about itself.
        audio_stream: number of the sound track.
        media_hash: hash of the file's content.
        rate_hz: samples a second.
        num_samples: length; the header's estimate until the sound is decoded.
        layout: FFmpeg's name of the channel layout.
        num_channels: number of channels.
        audio_start_s: media time of sample 0.
        sound: the decoded sound as a float wave, which may still be growing.
        channels: numbers of the track's channels that are worked on, from 0 and in rising order;
            empty for all. Layout and number of channels are of these.
        modified_ns: when the file was last written.
    """

    info: MediaInfo
    audio_stream: int
    media_hash: str
    rate_hz: int
    num_samples: int
    layout: str
    num_channels: int
    audio_start_s: Fraction
    sound: Path
    channels: tuple[int, ...] = ()
    modified_ns: int = 0

    @property
    def cache_key(self) -> str:
        """Names what is kept of the movie."""
        return cache_key(self.media_hash, self.modified_ns)

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
    def timecode_rate(self) -> TimecodeRate:
        """How frames are counted; 25 a second without a picture."""
        fps = self.info.video[0].fps if self.info.video else Fraction(0)
        if fps <= 0:
            return _RATE_WITHOUT_PICTURE
        return TimecodeRate(fps, self.info.drop_frame and can_drop_frames(fps))

    @property
    def start_timecode(self) -> str | None:
        """Timecode of the first picture, or None."""
        return self.info.start_timecode

    def seconds(self, sample: int) -> Fraction:
        """Time of a sample on the audio's clock."""
        return Fraction(sample, self.rate_hz)

    def sample(self, time_s: float | Fraction) -> int:
        """The sample at a time of the audio's clock, kept inside the programme."""
        return min(max(round(time_s * self.rate_hz), 0), self.num_samples)
