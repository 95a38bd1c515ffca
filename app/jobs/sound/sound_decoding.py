"""The steps of opening a movie's sound: what it is, then its samples on disk; knows no signals."""

import shutil
import time
from collections.abc import Generator, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from app.environment.error_report import sentence_for
from app.environment.library_sentences import translated
from app.environment.translation import QT_TRANSLATE_NOOP
from app.jobs.sound.sound_cache import CachedSound, SoundCache
from app.project.programme import Programme
from cass_core.errors import CassError, OutputError
from cass_core.media.sound.audio_reader import AudioTrack
from cass_core.media.sound.block_sums import sums_path
from cass_core.programme.decoding import decode_isolated
from cass_core.programme.opened_movie import OpenedMovie, open_movie
from cass_core.relayed import relayed

_REPORT_S = 0.1
_DAMAGED = QT_TRANSLATE_NOOP(
    "Faults", "The decoded sound that was kept of this movie was damaged and was made anew."
)
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
    movie = open_movie(path, stream, channels)
    track, key = movie.track, movie.cache_key
    found = cache.find(key, stream, track.channels)
    is_damaged = found is not None and cache.is_damaged(found)
    if found is not None and not is_damaged:
        yield Programme(movie, found.num_samples, found.wave)
        yield from _told(movie.warnings)
        yield Decoded(found.num_samples, True)
        return
    length = _likely_length(movie)
    wave = _fresh_wave(cache, key, track, length)
    is_whole = False
    try:
        for step in _decoded(movie, length, wave):
            if isinstance(step, Decoded) and step.is_all and step.is_whole:
                is_whole = True
                cache.keep(key, stream, CachedSound(wave, step.num_samples), track.channels)
            yield step
        if is_damaged:
            yield DecodingWarning(QCoreApplication.translate("Faults", _DAMAGED))
    except GeneratorExit:  # stopped: half a sound is of no use to a later run
        if not is_whole:
            with suppress(OSError):
                wave.unlink(missing_ok=True)
                sums_path(wave).unlink(missing_ok=True)
        raise


def _likely_length(movie: OpenedMovie) -> int:
    """Samples by the headers; a second where they say nothing, which then grows."""
    return round(movie.length_s * movie.track.rate_hz) or movie.track.rate_hz


def _fresh_wave(cache: SoundCache, key: str, track: AudioTrack, length: int) -> Path:
    """A name to decode to, in a cache with room for it where that can be had."""
    try:
        wave = cache.fresh_wave(key, track.stream, track.channels)
        needed = length * track.num_channels * 4 + _RESERVE_BYTES
        cache.make_room(needed, shutil.disk_usage(cache.folder).free)
        wave.touch(exist_ok=False)
        return wave
    except OSError as error:
        words = QCoreApplication.translate(
            "Faults",
            "{folder} cannot be written, but decoded sound has to go there: make room or check the "
            "folder's permissions.",
        )
        raise OutputError(words.format(folder=cache.folder)) from error


def _decoded(movie: OpenedMovie, length: int, wave: Path) -> Iterator[Step]:
    """Write the whole sound; a full disk or a broken file ends it with a notice."""
    done, reported_s, warnings = 0, time.monotonic(), list[str]()
    is_open = False
    try:
        steps = decode_isolated(movie.track, wave, _RESERVE_BYTES)
        for done in _kept(steps, warnings):
            if not is_open:  # the wave is there
                is_open = True
                yield Programme(movie, length, wave)
                yield from _told(movie.warnings)
            elif time.monotonic() - reported_s >= _REPORT_S:
                reported_s = time.monotonic()
                yield Decoded(done, False)
            else:
                yield None
    except CassError as error:
        if not is_open:
            raise
        yield Decoded(done, True, is_whole=False)
        yield DecodingWarning(_why_short(error, done, movie.track, wave.parent))
        return
    yield Decoded(done, True)
    yield from _told(warnings)


def _kept(steps: Generator[int, None, tuple[str, ...]], warnings: list[str]) -> Iterator[int]:
    """The steps' numbers; what they return goes to the list."""
    warnings += yield from relayed(steps, lambda done: done)


def _told(sentences: Iterable[str]) -> Iterator[DecodingWarning]:
    return (DecodingWarning(translated(sentence)) for sentence in sentences)


def _why_short(error: CassError, done: int, track: AudioTrack, folder: Path) -> str:
    """The sentence for a decode that stopped on the way."""
    minutes, seconds = divmod(done // track.rate_hz, 60)
    name, translate = track.path.name, QCoreApplication.translate
    if done:
        usable = translate("Faults", "the first {time} of {name} can be used")
    else:
        usable = translate("Faults", "nothing of {name} can be used")
    usable = usable.format(time=f"{minutes}:{seconds:02d}", name=name)
    if isinstance(error, OutputError):
        words = translate(
            "Faults", "The disk of {folder} is full; {usable}: make room and open the movie again."
        )
        return words.format(folder=folder, usable=usable)
    return f"{sentence_for(error).rstrip('.')}; {usable}."
