"""Decoded sound kept on disk: waves that grow under their final names, and notes of whole ones."""

import json
import os
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from cass_core.checked.json_file import read_json
from cass_core.checked.json_table import BadValueError, JsonTable
from cass_core.media.files.layout_names import channels_code
from cass_core.media.sound.block_sums import is_as_written, sums_path
from cass_core.media.sound.float_wave_header import DATA_OFFSET
from cass_core.resource_files import user_cache_folder
from cass_core.whole_files import write_text

MOST_BYTES = 40 << 30  # three films of three hours in 5.1
_VERSION = 2  # waves of version 1 have no checksums
_LOOKED_AT_BYTES = 256 << 20  # of a wave when it is found again; a quarter of a second
_ABANDONED_S = 600  # a decode writes at least this often


@dataclass(frozen=True)
class CachedSound:
    """A sound track that was decoded to its end.

    Attributes:
        wave: the float wave.
        num_samples: its exact length.
    """

    wave: Path
    num_samples: int


class SoundCache:
    """Waves in a folder of their own, the oldest of which go when the folder is too large.

    A wave never changes its name, because readers may hold it open while it grows; a small note
    beside it, written last and in one piece, says that it is whole.
    """

    def __init__(self, folder: Path | None = None, most_bytes: int = MOST_BYTES) -> None:
        """Look at a folder.

        Args:
            folder: made when something is written to it; the user's own cache where None.
            most_bytes: size that `make_room` keeps it under.
        """
        self.folder = folder or user_cache_folder() / "sound"
        self._most_bytes = most_bytes

    def find(self, key: str, stream: int, channels: tuple[int, ...] = ()) -> CachedSound | None:
        """A whole decode of an earlier run; None where there is none or it is damaged.

        Args:
            key: the movie's `cache_key`.
            stream: number of its sound track.
            channels: numbers of the track's channels; empty for all.

        Returns:
            The wave, marked as used now.
        """
        note = self._note(_stem(key, stream, channels))
        sound = _noted(note)
        if sound is not None:
            with suppress(OSError):
                os.utime(note)
        return sound

    def is_damaged(self, sound: CachedSound) -> bool:
        """Whether samples of a found wave are not what was written.

        All of a short one is looked at, of a long one a part spread over its length; whoever
        separates it compares every block that is read.
        """
        return not is_as_written(sound.wave, _LOOKED_AT_BYTES)

    def fresh_wave(self, key: str, stream: int, channels: tuple[int, ...] = ()) -> Path:
        """A new name to decode to; two programs never get the same one."""
        self.folder.mkdir(parents=True, exist_ok=True)
        token = f"{os.getpid():x}-{time.time_ns():x}"
        return self.folder / f"{_stem(key, stream, channels)}.{token}.wav"

    def keep(
        self, key: str, stream: int, sound: CachedSound, channels: tuple[int, ...] = ()
    ) -> None:
        """Say that a wave is whole.

        Args:
            key: the movie's `cache_key`.
            stream: number of its sound track.
            sound: in this folder.
            channels: numbers of the track's channels; empty for all.
        """
        note = self._note(_stem(key, stream, channels))
        former = _noted(note)
        values = {"version": _VERSION, "wave": sound.wave.name, "num_samples": sound.num_samples,
                  "bytes": sound.wave.stat().st_size}  # fmt: skip
        write_text(note, json.dumps(values), durable=False)
        if former is not None and former.wave != sound.wave:
            _remove(former.wave)
            _remove(sums_path(former.wave))

    def make_room(self, num_bytes: int, free_bytes: int | None = None) -> None:
        """Remove what was abandoned, then the least recently used sounds.

        Args:
            num_bytes: about to be written.
            free_bytes: on the disk, where that is a limit too.
        """
        notes = sorted(self._paths("*.json"), key=_time)
        sounds = {note: _noted(note) for note in notes}
        known = {sound.wave for sound in sounds.values() if sound is not None}
        known |= {sums_path(wave) for wave in known}
        for path in [*self._paths("*.wav"), *self._paths("*.sums"), *self._paths("*.part")]:
            if path not in known and time.time() - _time(path) > _ABANDONED_S:
                _remove(path)
        used = sum(_size(path) for path in self._paths("*.wav"))
        excess = used + num_bytes - self._most_bytes
        if free_bytes is not None:
            excess = max(excess, num_bytes - free_bytes)
        for note, sound in sounds.items():
            if excess <= 0:
                return
            # the note first: a wave without one is only abandoned, a note without one is wrong
            _remove(note)
            if sound is not None:
                size = _size(sound.wave)
                excess -= size if _remove(sound.wave) else 0
                _remove(sums_path(sound.wave))

    def _note(self, stem: str) -> Path:
        return self.folder / f"{stem}.json"

    def _paths(self, pattern: str) -> list[Path]:
        return sorted(self.folder.glob(pattern)) if self.folder.is_dir() else []


def _stem(key: str, stream: int, channels: tuple[int, ...]) -> str:
    return f"{key[:32]}-{stream}{channels_code(channels)}"


def _noted(note: Path) -> CachedSound | None:
    """The sound that a note tells of, if the wave is still as long as it says."""
    try:
        values = JsonTable(read_json(note), "")
        if values.count("version") != _VERSION:
            return None
        wave = note.with_name(Path(values.text("wave")).name)
        size, num_samples = values.count("bytes"), values.count("num_samples", 1)
        is_whole = wave.is_file() and wave.stat().st_size == size > DATA_OFFSET
    except (OSError, ValueError, BadValueError):  # a name that no file can have
        return None
    return CachedSound(wave, num_samples) if is_whole else None


def _remove(path: Path) -> bool:
    """Whether it went; another program may hold it open."""
    with suppress(OSError):
        path.unlink(missing_ok=True)
        return True
    return False


def _time(path: Path) -> float:
    with suppress(OSError):
        return path.stat().st_mtime
    return 0.0


def _size(path: Path) -> int:
    with suppress(OSError):
        return path.stat().st_size
    return 0
