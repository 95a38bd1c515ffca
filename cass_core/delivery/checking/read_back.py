"""Read written files back, all in step: every sample as it was written, and sums that hold."""

import hashlib
from collections.abc import Generator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

import numpy as np
import numpy.typing as npt
import soundfile

from cass_core.clips import FloatArray, SampleSpan
from cass_core.closable import Closable
from cass_core.delivery.encodings import Encoding
from cass_core.delivery.sets.derived_tracks import EQUATIONS
from cass_core.delivery.sets.track_files import TrackFile
from cass_core.media.sound.sound_file_name import sound_file_name
from cass_core.stem_names import MIXTURE_CODE
from cass_core.stems.null_measure import dbfs

_BLOCK_SAMPLES = 1 << 16


class Listener(Protocol):
    """Hears the tracks as they are read back."""

    def hear(self, blocks: Mapping[str, FloatArray]) -> None:
        """The next samples of each track, (channel, sample)."""


class Fingerprint:
    """A checksum of a file's samples that knows nothing of how they are stored."""

    def __init__(self, encoding: Encoding) -> None:
        self._encoding = encoding
        self._hash = hashlib.sha256()

    def add(self, block: npt.NDArray[Any]) -> None:
        """The next samples as they are written: whole steps or floats, (channel, sample)."""
        frames = block.T
        if self._encoding.is_integer:
            frames = (frames << (32 - self._encoding.bits)).astype("<i4")
        self.add_frames(frames)

    def add_frames(self, frames: npt.NDArray[Any]) -> None:
        """The next samples as they are read: (sample, channel), steps in the upper bits of 32."""
        kind = "<i4" if self._encoding.is_integer else "<f4"
        self._hash.update(np.ascontiguousarray(frames, kind).data)

    @property
    def digest(self) -> bytes:
        """The checksum of everything so far."""
        return self._hash.digest()


@dataclass(frozen=True)
class WrittenFile:
    """What was written.

    Attributes:
        file: which one.
        path: where it stands now.
        encoding: how it is stored.
        digest: fingerprint of its samples.
    """

    file: TrackFile
    path: Path
    encoding: Encoding
    digest: bytes


@dataclass(frozen=True)
class ReadBack:
    """What was found.

    Attributes:
        is_as_written: every sample of every file.
        num_samples: of the shortest file.
        error: largest difference of the mixture and of tracks that should sum to it, full scale
            is 1.0; 0 is exact, None where no sum can be made.
    """

    is_as_written: bool
    num_samples: int
    error: float | None

    @property
    def depth_db(self) -> float | None:
        """The error in dBFS; -200 stands for an exact sum."""
        return None if self.error is None else dbfs(self.error)


def read_back(
    files: Sequence[WrittenFile],
    *,
    sums: bool,
    listeners: Sequence[Listener] = (),
    pops: Sequence[SampleSpan] = (),
) -> Generator[int, None, ReadBack]:
    """Read all files in step; yields samples done.

    Args:
        files: of one delivery.
        sums: whether tracks are to sum to the mixture.
        listeners: hear everything.
        pops: parts of the files in which each track has the same tone, so that none sum.

    Returns:
        What was found; a file that cannot be read is not as it was written.
    """
    try:
        with _OpenFiles(files) as opened:
            return (
                yield from _compared(opened, _equations(files) if sums else (), listeners, pops)
            )
    except soundfile.SoundFileError:
        return ReadBack(False, 0, None)


def _compared(
    opened: "_OpenFiles",
    equations: Sequence[Sequence[str]],
    listeners: Sequence[Listener],
    pops: Sequence[SampleSpan],
) -> Generator[int, None, ReadBack]:
    done, error = 0, 0.0 if equations else None
    while blocks := opened.next():
        for parts in equations:
            difference = blocks[MIXTURE_CODE] - sum(blocks[part] for part in parts)
            for pop in pops:
                difference[:, max(pop.start - done, 0) : max(pop.stop - done, 0)] = 0
            error = max(error or 0.0, float(np.max(np.abs(difference), initial=0.0)))
        for listener in listeners:
            listener.hear({track: b.astype(np.float32) for track, b in blocks.items()})
        done += opened.length
        yield done
    return ReadBack(opened.is_as_written, done, error)


def _equations(files: Sequence[WrittenFile]) -> tuple[tuple[str, ...], ...]:
    there = {each.file.track for each in files}
    if MIXTURE_CODE not in there:
        return ()
    return tuple(parts for parts in EQUATIONS if there >= set(parts))


@dataclass
class _OpenFiles(Closable):
    """All files, read in step.

    Attributes:
        length: samples of the last block.
    """

    files: Sequence[WrittenFile]
    length: int = 0
    _stack: ExitStack = field(default_factory=ExitStack)

    def __post_init__(self) -> None:
        with ExitStack() as opening:
            names = [sound_file_name(each.path) for each in self.files]
            self._sounds = [opening.enter_context(soundfile.SoundFile(name)) for name in names]
            self._stack = opening.pop_all()
        self._prints = [Fingerprint(each.encoding) for each in self.files]

    @property
    def is_as_written(self) -> bool:
        """Whether all that was read so far is all that was written."""
        return all(
            own.digest == each.digest for own, each in zip(self._prints, self.files, strict=True)
        )

    def next(self) -> dict[str, npt.NDArray[np.float64]]:
        """The next block of each track, (channel, sample) in the track's order; empty at the end.

        Integers of up to 24 bits are exact in float64.
        """
        frames = [self._read(number) for number in range(len(self.files))]
        self.length = min(map(len, frames), default=0)
        if not self.length:
            return {}
        blocks: dict[str, npt.NDArray[np.float64]] = {}
        for each, block in zip(self.files, frames, strict=True):
            scale = 2.0**-31 if each.encoding.is_integer else 1.0
            own = block[: self.length].T * scale
            track = blocks.setdefault(each.file.track, _empty(self.files, each, self.length))
            track[list(each.file.channels)] = own
        return blocks

    def close(self) -> None:
        """Close all files."""
        self._stack.close()

    def _read(self, number: int) -> npt.NDArray[Any]:
        dtype = "int32" if self.files[number].encoding.is_integer else "float32"
        frames = self._sounds[number].read(_BLOCK_SAMPLES, dtype, always_2d=True)
        self._prints[number].add_frames(frames)
        return np.asarray(frames)


def _empty(files: Sequence[WrittenFile], one: WrittenFile, length: int) -> npt.NDArray[np.float64]:
    channels = sum(len(f.file.channels) for f in files if f.file.track == one.file.track)
    return np.empty((channels, length))
