"""The steps of opening a movie's sound: what it is, then its samples on disk; knows no signals."""

import shutil
import time
from collections.abc import Generator, Iterator
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from app.jobs.sound.sound_cache import CachedSound, SoundCache
from app.project.programme import Programme
from cass_core.clips import FloatArray
from cass_core.errors import CassError, MediaError, OutputError
from cass_core.media.files.media_info import MediaInfo
from cass_core.media.files.probe import cache_key, media_hash, modified_ns, probe
from cass_core.media.sound.audio_reader import AudioTrack, decode_audio, open_track
from cass_core.media.sound.float_wave import FloatWaveWriter, create
from cass_core.programme.captured_warnings import CapturedWarnings

_REPORT_S = 0.1
_BLOCK = 1 << 16  # samples that are written at once
_RESERVE_BYTES = 256 << 20  # left free, so that projects can still be saved
_CHECK_SAMPLES = 1 << 22  # written between two looks at the free room


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
    info = probe(path)
    if not info.audio:
        raise MediaError(f"{path.name} has no sound; choose a file with an audio stream.")
    track = open_track(path, stream, channels)
    fingerprint, written_ns = media_hash(path), modified_ns(path)
    key = cache_key(fingerprint, written_ns)
    found = cache.find(key, stream, track.channels)
    if found is not None:
        yield _programme(info, track, fingerprint, written_ns, found)
        yield Decoded(found.num_samples, True)
        return
    length = _likely_length(info, track)
    writer = _started_wave(cache, key, track, length)
    is_whole = False
    try:
        with writer:
            yield _programme(info, track, fingerprint, written_ns, CachedSound(writer.path, length))
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


def _programme(
    info: MediaInfo, track: AudioTrack, fingerprint: str, written_ns: int, sound: CachedSound
) -> Programme:
    return Programme(
        info=info,
        audio_stream=track.stream,
        media_hash=fingerprint,
        rate_hz=track.rate_hz,
        num_samples=sound.num_samples,
        layout=track.layout,
        num_channels=track.num_channels,
        audio_start_s=track.start_s,
        sound=sound.wave,
        channels=track.channels,
        modified_ns=written_ns,
    )


def _likely_length(info: MediaInfo, track: AudioTrack) -> int:
    """Samples by the headers; a second where they say nothing, which then grows."""
    by_file = int(info.duration_s * track.rate_hz)
    return track.num_samples_estimate or by_file or track.rate_hz


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
    done, reported = 0, time.monotonic()
    with CapturedWarnings() as heard:
        try:
            with closing(decode_audio(track.path, track.stream, track.channels)) as blocks:
                for done in _written(writer, blocks, writer.path.parent):
                    if time.monotonic() - reported >= _REPORT_S:
                        reported = time.monotonic()
                        writer.flush()
                        yield Decoded(done, False)
                    else:
                        yield None
            writer.flush()
        except CassError as error:
            yield Decoded(done, True, is_whole=False)
            yield DecodingWarning(_why_short(error, done, track, writer.path.parent))
            return
        yield Decoded(done, True)
        yield from map(DecodingWarning, heard.sentences)


def _written(writer: FloatWaveWriter, blocks: Iterator[FloatArray], folder: Path) -> Iterator[int]:
    """Write blocks, many small ones at once; yields the samples on disk."""
    waiting: list[FloatArray] = []
    num_waiting = done = 0
    for block in blocks:
        waiting.append(block)
        num_waiting += block.shape[1]
        if num_waiting >= _BLOCK:
            if done % _CHECK_SAMPLES < num_waiting:
                _check_room(folder)
            writer.write(done, np.concatenate(waiting, axis=1))
            done += num_waiting
            waiting, num_waiting = [], 0
            yield done
    if waiting:
        writer.write(done, np.concatenate(waiting, axis=1))
        yield done + num_waiting


def _check_room(folder: Path) -> None:
    """Stop before the disk is full to the last byte."""
    if shutil.disk_usage(folder).free < _RESERVE_BYTES:
        raise OutputError("The disk is full.")


def _why_short(error: CassError, done: int, track: AudioTrack, folder: Path) -> str:
    """The sentence for a decode that stopped on the way."""
    minutes, seconds = divmod(done // track.rate_hz, 60)
    part = f"the first {minutes}:{seconds:02d}" if done else "nothing"
    usable = f"{part} of {track.path.name} can be used"
    if isinstance(error, OutputError):
        return f"The disk of {folder} is full; {usable}: make room and open the movie again."
    return f"{str(error).rstrip('.')}; {usable}."
