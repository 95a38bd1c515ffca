"""A movie that was opened: everything that is known of it, found out once."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from cass_core.isolation.isolated import isolated_call
from cass_core.media.files.media_info import MediaInfo
from cass_core.media.files.probe import cache_key, media_hash, modified_ns, probe
from cass_core.media.sound.audio_reader import AudioTrack, open_track
from cass_core.programme.clock import ProgrammeClock
from cass_core.programme.file_clock import programme_clock
from cass_core.programme.sound_remarks import sound_remarks
from cass_core.programme.timecode_rates import with_usable_timecode


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
        info, warnings = with_usable_timecode(probe(path))
        track = open_track(path, audio_stream, channels)
        warnings += sound_remarks(info, track)
        return cls(info, track, media_hash(path), modified_ns(path), warnings)

    @property
    def cache_key(self) -> str:
        """Names what is kept of the movie."""
        return cache_key(self.media_hash, self.modified_ns)

    @cached_property
    def clock(self) -> ProgrammeClock:
        """Where the samples of the sound lie among frames and on the day's clock."""
        return programme_clock(self.info, self.track.start_s, self.track.rate_hz)

    @property
    def length_s(self) -> float:
        """Seconds of sound as far as the headers say; 0 where they say nothing."""
        estimate = self.track.num_samples_estimate / self.track.rate_hz
        return estimate or float(self.info.duration_s)


def open_movie(path: Path, audio_stream: int = 0, channels: Sequence[int] = ()) -> OpenedMovie:
    """As `OpenedMovie.open`, in a process of its own: whatever the file does to the decoders."""
    return isolated_call(path.name, OpenedMovie.open, path, audio_stream, tuple(channels))
