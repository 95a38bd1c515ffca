"""A movie that was opened: everything that is known of it, found out once."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from pathlib import Path

from cass_core.errors import SettingsError
from cass_core.isolation.isolated import isolated_call
from cass_core.media.files.media_info import MediaInfo
from cass_core.media.files.probe import cache_key, media_hash, modified_ns, probe
from cass_core.media.files.timecode import timecode_to_frames
from cass_core.media.sound.audio_reader import AudioTrack, open_track
from cass_core.programme.start_time import StartTime, start_time, timecode_rate


@dataclass(frozen=True)
class OpenedMovie:
    """The file, the sound that is worked on, and what tells it from other files.

    Attributes:
        info: what the file says about itself, without a start timecode that cannot be.
        track: the chosen sound.
        media_hash: hash of the file's content.
        modified_ns: when the file was last written; 0 where nobody knows.
        warnings: sentences about what is odd.
    """

    info: MediaInfo
    track: AudioTrack
    media_hash: str
    modified_ns: int = 0
    warnings: tuple[str, ...] = ()

    @classmethod
    def open(cls, path: Path, audio_stream: int = 0, channels: Sequence[int] = ()) -> "OpenedMovie":
        """Read the headers, decode the first frame of the sound, and take the fingerprint.

        Args:
            path: a movie or sound file.
            audio_stream: number among its audio streams.
            channels: numbers of the stream's channels that are wanted, from 0; empty for all.

        Returns:
            What was found.

        Raises:
            MediaError: the file cannot be read, or has no such sound.
            SettingsError: there is no such channel.
        """
        info, warnings = _with_usable_timecode(probe(path))
        track = open_track(path, audio_stream, channels)
        return cls(info, track, media_hash(path), modified_ns(path), warnings)

    @property
    def cache_key(self) -> str:
        """Names what is kept of the movie."""
        return cache_key(self.media_hash, self.modified_ns)

    @property
    def start(self) -> StartTime:
        """Where the sound starts on the day's clock."""
        return start_time(self.info, self.track.start_s, self.track.rate_hz)

    @property
    def length_s(self) -> float:
        """Seconds of sound as far as the headers say; 0 where they say nothing."""
        estimate = self.track.num_samples_estimate / self.track.rate_hz
        return estimate or float(self.info.duration_s)

    @property
    def picture_start_s(self) -> Fraction:
        """Media time that the start timecode names: the first picture, else the first sample."""
        return self.info.video[0].start_s if self.info.video else self.track.start_s


def open_movie(path: Path, audio_stream: int = 0, channels: Sequence[int] = ()) -> OpenedMovie:
    """As `OpenedMovie.open`, in a process of its own: whatever the file does to the decoders."""
    return isolated_call(path.name, OpenedMovie.open, path, audio_stream, tuple(channels))


def _with_usable_timecode(info: MediaInfo) -> tuple[MediaInfo, tuple[str, ...]]:
    """The movie without its start timecode where that cannot be, and a sentence about it."""
    rate = timecode_rate(info)
    if info.start_timecode is None or rate is None:
        return info, ()
    try:
        timecode_to_frames(info.start_timecode, rate)
    except SettingsError:
        sentence = (
            f"The start timecode {info.start_timecode!r} of {info.path.name} does not exist at "
            f"{float(rate.fps):g} frames a second, so times count from the start."
        )
        return replace(info, start_timecode=None, drop_frame=False), (sentence,)
    return info, ()
