"""The steps of opening a movie's sound: what it is, then its samples on disk; knows no signals."""

import shutil
import time
from collections.abc import Generator, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from app.jobs.sound.sound_cache import CachedSound, SoundCache
from app.project.programme import Programme
from cass_core.errors import CassError, OutputError
from cass_core.media.sound.audio_reader import AudioTrack
from cass_core.media.sound.float_wave import FloatWaveWriter, create
from cass_core.programme.decoding import decode_sound
from cass_core.programme.opened_movie import OpenedMovie
from cass_core.relayed import relayed

_REPORT_S = 0.1
_RESERVE_BYTES = 256 << 20  # left free, so that projects can still be saved


@dataclass(frozen=True)
class Decoded:
    """How far the sound is on disk.

    Attributes:
        num_samples: from the start.
        is_all: no more comes: that is the exact length, also where the decoding ended early.
        is_whole: nothing is missing of the movie's sound.
    """

    num_samples: int
    is_all: bool
    is_whole: bool = True


@dataclass(frozen=True)
class DecodingWarning:
    """One sentence for the user; the work goes on or what is done stays usable."""

    sentence: str


Step = Programme | Decoded | DecodingWarning | None


def import_sound(
    path: Path, stream: int, cache: SoundCache, channels: tuple[int, ...] = ()
) -> Generator[Step, None, None]:
    """Open a movie and decode one of its sound tracks into the cache.

    Args:
        path: the movie.
        stream: number of the sound track.
        cache: where decoded sound is kept.
        channels: numbers of the track's channels to keep, from 0; empty for all.

    Yields:
        Step: first the programme, then how far it is decoded, about ten times a second. None
            only gives the chance to stop.

    Raises:
        CassError: the movie has no sound that can be decoded.
    """
    movie = OpenedMovie.open(path, stream, channels)
    track, key = movie.track, movie.cache_key
    found = cache.find(key, stream, track.channels)
    if found is not None:
        yield Programme(movie, found.num_samples, found.wave)
        yield from map(DecodingWarning, movie.warnings)
        yield Decoded(found.num_samples, True)
        return
    length = _likely_length(movie)
    writer = _started_wave(cache, key, track, length)
    is_whole = False
    try:
        with writer:
            yield Programme(movie, length, writer.path)
            yield from map(DecodingWarning, movie.warnings)
            for step in _decoded(track, writer):
                if isinstance(step, Decoded) and step.is_all and step.is_whole:
                    is_whole = True
                    sound = CachedSound(writer.path, step.num_samples)
                    cache.keep(key, stream, sound, track.channels)
                yield step
    except GeneratorExit:  # stopped: half a sound is of no use to a later run
        if not is_whole:
            with suppress(OSError):
                writer.path.unlink(missing_ok=True)
        raise


def _likely_length(movie: OpenedMovie) -> int:
    """Samples by the headers; a second where they say nothing, which then grows."""
    return round(movie.length_s * movie.track.rate_hz) or movie.track.rate_hz


def _started_wave(cache: SoundCache, key: str, track: AudioTrack, length: int) -> FloatWaveWriter:
    """An empty wave to decode to, in a cache with room for it where that can be had."""
    try:
        wave = cache.fresh_wave(key, track.stream, track.channels)
        needed = length * track.num_channels * 4 + _RESERVE_BYTES
        cache.make_room(needed, shutil.disk_usage(cache.folder).free)
        return create(wave, track.rate_hz, track.layout)
    except OSError as error:
        raise OutputError(
            f"{cache.folder} cannot be written, but decoded sound has to go there: "
            "make room or check the folder's permissions."
        ) from error


def _decoded(track: AudioTrack, writer: FloatWaveWriter) -> Iterator[Step]:
    """Write the whole sound; a full disk or a broken file ends it with a notice."""
    done, reported_s, warnings = 0, time.monotonic(), list[str]()
    try:
        for done in _kept(decode_sound(track, writer, _RESERVE_BYTES), warnings):
            if time.monotonic() - reported_s >= _REPORT_S:
                reported_s = time.monotonic()
                writer.flush()
                yield Decoded(done, False)
            else:
                yield None
    except CassError as error:
        yield Decoded(done, True, is_whole=False)
        yield DecodingWarning(_why_short(error, done, track, writer.path.parent))
        return
    yield Decoded(done, True)
    yield from map(DecodingWarning, warnings)


def _kept(steps: Generator[int, None, tuple[str, ...]], warnings: list[str]) -> Iterator[int]:
    """The steps' numbers; what they return goes to the list."""
    warnings += yield from relayed(steps, lambda done: done)


def _why_short(error: CassError, done: int, track: AudioTrack, folder: Path) -> str:
    """The sentence for a decode that stopped on the way."""
    minutes, seconds = divmod(done // track.rate_hz, 60)
    part = f"the first {minutes}:{seconds:02d}" if done else "nothing"
    usable = f"{part} of {track.path.name} can be used"
    if isinstance(error, OutputError):
        return f"The disk of {folder} is full; {usable}: make room and open the movie again."
    return f"{str(error).rstrip('.')}; {usable}."
