"""A movie's sound from its file to a float wave on disk: the one decoder of all doors."""

import os
import shutil
import time
from collections.abc import Generator, Iterator
from contextlib import closing
from pathlib import Path

import numpy as np

from cass_core.clips import FloatArray
from cass_core.errors import OutputError
from cass_core.isolation.isolated import isolated_steps
from cass_core.media.sound.audio_reader import AudioTrack, decode_audio
from cass_core.media.sound.block_sums import sums_path
from cass_core.media.sound.float_wave import FloatWaveWriter, create
from cass_core.programme.captured_warnings import CapturedWarnings
from cass_core.whole_files import whole_file

_FLUSH_S = 0.1  # so often others see what has come
_BLOCK = 1 << 16  # samples that are written at once
_CHECK_SAMPLES = 1 << 22  # written between two looks at the free room


def decode_sound(
    track: AudioTrack, writer: FloatWaveWriter, reserve_bytes: int = 0
) -> Generator[int, None, tuple[str, ...]]:
    """Write the whole sound of a track.

    Args:
        track: from `open_track`.
        writer: an empty wave of the track's shape; whatever was written stays, and others can
            read it meanwhile.
        reserve_bytes: left free on the disk.

    Returns:
        A generator that yields the samples on disk so far wherever it can be stopped, and returns
        what is odd, each a sentence.

    Raises:
        MediaError: the sound cannot be decoded any further.
        OutputError: the disk is full, or will soon be.
    """
    flushed_s = time.monotonic()
    with CapturedWarnings() as heard:
        try:
            with closing(decode_audio(track.path, track.stream, track.channels)) as blocks:
                for done in _written(writer, blocks, reserve_bytes):
                    if time.monotonic() - flushed_s >= _FLUSH_S:
                        flushed_s = time.monotonic()
                        writer.flush()
                    yield done
        finally:
            writer.flush()
    return tuple(heard.sentences)


def decode_isolated(
    track: AudioTrack, target: Path, reserve_bytes: int = 0
) -> Generator[int, None, tuple[str, ...]]:
    """As `decode_sound` to a new wave, in a process of its own.

    When it ends well the wave is safe on the disk and has its checksums.

    Args:
        track: from `open_track`.
        target: the wave; it is there after the first step, and may be read while it grows.
        reserve_bytes: left free on the disk.

    Returns:
        A generator that yields 0 first, then the samples on disk so far, and returns what is odd.

    Raises:
        MediaError: the sound cannot be decoded any further.
        OutputError: the file cannot be written, or the disk is full or will soon be.
    """
    return (
        yield from isolated_steps(track.path.name, _decode_to_wave, track, target, reserve_bytes)
    )


def _decode_to_wave(
    track: AudioTrack, target: Path, reserve_bytes: int
) -> Generator[int, None, tuple[str, ...]]:
    with create(target, track.rate_hz, track.layout) as writer:
        yield 0
        heard = yield from decode_sound(track, writer, reserve_bytes)
        writer.seal()
        return heard


def decode_to_file(track: AudioTrack, target: Path) -> Generator[int, None, tuple[str, ...]]:
    """Decode to a file that gets its name when it is whole and safe on the disk.

    Args:
        track: from `open_track`.
        target: the float wave to make.

    Returns:
        A generator that yields the samples on disk so far wherever it can be stopped, and returns
        what is odd, each a sentence.

    Raises:
        MediaError: the sound cannot be decoded to its end.
        OutputError: the file cannot be written.
    """
    try:
        with whole_file(target, durable=True) as fresh:
            heard = yield from decode_isolated(track, fresh)
            os.replace(sums_path(fresh), sums_path(target))
            return heard
    except OSError as error:
        raise OutputError(
            f"{target} cannot be written ({error.strerror or error}); close programs that use it."
        ) from error


def _written(
    writer: FloatWaveWriter, blocks: Iterator[FloatArray], reserve_bytes: int
) -> Iterator[int]:
    """Write blocks, many small ones at once; yields the samples on disk."""
    waiting: list[FloatArray] = []
    num_waiting = done = 0
    for block in blocks:
        waiting.append(block)
        num_waiting += block.shape[1]
        if num_waiting >= _BLOCK:
            if done % _CHECK_SAMPLES < num_waiting:
                _check_room(writer.path, reserve_bytes)
            writer.write(done, np.concatenate(waiting, axis=1))
            done += num_waiting
            waiting, num_waiting = [], 0
            yield done
    if waiting:
        writer.write(done, np.concatenate(waiting, axis=1))
        yield done + num_waiting


def _check_room(path: Path, reserve_bytes: int) -> None:
    """Stop before the disk is full to the last byte."""
    if shutil.disk_usage(path.parent).free < reserve_bytes:
        raise OutputError(
            f"The disk of {path.parent} is full; make room or choose a folder on another disk."
        )
