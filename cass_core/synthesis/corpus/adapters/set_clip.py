"""What an adapter says about one file of a data set, before anything is decoded."""

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from cass_core.errors import MediaError
from cass_core.stem_names import Stem


@dataclass(frozen=True)
class NamedSpan:
    """A stretch of a file whose recording has a name.

    Attributes:
        start_s: where it begins in the file.
        stop_s: where it ends.
        name: of the recording, for the attribution.
    """

    start_s: float
    stop_s: float
    name: str


@dataclass(frozen=True)
class SetClip:
    """A file of a data set.

    Attributes:
        path: the file.
        source: its name in the set, the same wherever the set lies.
        stem: what it is.
        split: "train", "valid" or "test".
        voice: the speaker, the family of an effect, or the track.
        licence: what the set says about it.
        attribution: whom or what to name.
        tag: words about the sound, as in `ClipEntry`.
        is_movie: whether the file has a picture of its sound.
        is_long: whether it is a stem of a programme, to be cut at its silences.
        spans: names of the recordings in a long file.
        kind: what sounds in it, in one word, as in `ClipEntry`.
    """

    path: Path
    source: str
    stem: Stem
    split: str
    voice: str
    licence: str
    attribution: str = ""
    tag: str = ""
    is_movie: bool = False
    is_long: bool = False
    spans: tuple[NamedSpan, ...] = ()
    kind: str = ""


@dataclass(frozen=True)
class SourceSet:
    """A data set that can be added to a corpus.

    Attributes:
        name: what the user types; the package of its clips.
        title: its name in words.
        read: from the folder to its files, in a fixed order.
        excluded: sounds that its files must not hold: "speech", "music".
    """

    name: str
    title: str
    read: Callable[[Path], Iterator[SetClip]]
    excluded: tuple[str, ...] = ()


def held_out(name: str, share: float) -> bool:
    """Whether a voice or track belongs to the share that validation keeps; never changes."""
    digest = hashlib.sha256(name.encode()).digest()
    return int.from_bytes(digest[:4], "big") < share * 2**32


def not_found(folder: Path, title: str, expected: str) -> MediaError:
    """The sentence for a folder that does not hold the set."""
    return MediaError(f"{folder} does not hold {title}: it needs {expected}; choose its folder.")


def is_below(folder: Path, path: Path) -> bool:
    """Whether a path that a table names stays in the table's folder; others are not the set's."""
    return path.is_relative_to(folder) and ".." not in path.relative_to(folder).parts


def top_folder(root: Path, name: str) -> Path:
    """The folder itself or the one in it that has the name by which the set is published."""
    inner = root / name
    return inner if inner.is_dir() else root
