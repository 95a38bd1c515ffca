"""The catalogue of training clips: what they are, whose licence they carry, where they lie."""

import json
import os
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import asdict, dataclass, fields
from operator import attrgetter
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from cass_core.checked.json_file import parsed, read_text, whole_lines
from cass_core.checked.json_table import LARGEST_COUNT, BadValueError
from cass_core.clips import FloatArray
from cass_core.errors import MediaError
from cass_core.stem_names import STEMS, Stem
from cass_core.whole_files import write_text

CATALOG_RATE_HZ = 16_000
CATALOG_FILE = "catalog.jsonl"
PACK_FOLDER = "packs"
SPLITS = ("train", "valid", "test")
NONVERBAL = "nonverbal"  # the tag of voices without words, such as screams and laughs
MISPLACED = "misplaced"  # the tag of a clip that sounds like another stem; no scene draws it

_FULL_SCALE = 32_768.0
_LOUDEST = 1000.0  # beyond any loudness
_BYTES_PER_SAMPLE = 2
_OPTIONAL = ("attribution", "video", "kind")


@dataclass(frozen=True)
class ClipEntry:
    """One clip of the catalogue.

    Attributes:
        stem: what the clip is.
        pack: file name of the pack that holds its samples.
        start: offset of the clip in the pack, in samples.
        num_samples: length at `CATALOG_RATE_HZ`.
        voice: the speaker of a dialogue clip, the family of an effect, the track of a music clip.
        package: where the clip came from.
        split: "train", "valid" or "test".
        licence: the licence of the package.
        loudness_lufs: integrated loudness, -70 at least.
        source_rate_hz: rate of the recording before it was resampled.
        tag: words about the sound, separated by blanks, such as "isolated" or "lowband".
        source: path inside the package.
        attribution: whom or what to name beside the licence, such as an artist and a title.
        video: path of the movie that the clip is the sound of; empty without a picture.
        kind: what sounds, in one word such as "rain" or "scream", where the source says so;
            clips with a kind are drawn by kind, others by package.
    """

    stem: Stem
    pack: str
    start: int
    num_samples: int
    voice: str
    package: str
    split: str
    licence: str
    loudness_lufs: float
    source_rate_hz: int
    tag: str
    source: str
    attribution: str = ""
    video: str = ""
    kind: str = ""

    @property
    def stop(self) -> int:
        """Offset of the first sample after the clip in its pack."""
        return self.start + self.num_samples

    @property
    def duration_s(self) -> float:
        """Length in seconds."""
        return self.num_samples / CATALOG_RATE_HZ

    @property
    def is_misplaced(self) -> bool:
        """Whether a cleaning found that it sounds like another stem."""
        return MISPLACED in self.tag.split()


@dataclass(frozen=True)
class PackageSummary:
    """What one package gave to the catalogue: a row of the attribution list.

    Attributes:
        package: name of the package.
        licence: its licence, or the clips' first one and how many others there are.
        clips: number of clips.
        hours: length of all its clips.
        hours_by_stem: one number for each stem, in the order of `STEMS`.
    """

    package: str
    licence: str
    clips: int
    hours: float
    hours_by_stem: tuple[float, ...]


class Catalog:
    """The clips of a corpus folder, readable at random from any number of processes.

    The folder holds `catalog.jsonl`, one clip a line, and `packs/`, raw little-endian 16-bit mono
    at `CATALOG_RATE_HZ`, clip after clip.
    """

    def __init__(self, folder: Path, entries: Iterable[ClipEntry]) -> None:
        self.folder = Path(folder)
        self.entries = tuple(entries)
        self._groups: dict[tuple[Stem, str], list[ClipEntry]] = defaultdict(list)
        for entry in self.entries:
            self._groups[entry.stem, entry.split].append(entry)
        self._packs: dict[str, npt.NDArray[np.int16]] = {}

    @classmethod
    def load(cls, folder: Path) -> "Catalog":
        """Read the catalogue of a corpus folder.

        A corpus that is still being fetched can be loaded: a line without its end is left out.
        """
        path = Path(folder) / CATALOG_FILE
        try:
            lines = whole_lines(read_text(path, None))
        except (OSError, BadValueError) as error:
            raise MediaError(
                f"There is no corpus in {folder}; fetch one with `cass corpus fetch` first."
            ) from error
        return cls(folder, (_parsed(line, path, row) for row, line in enumerate(lines, 1)))

    def save(self) -> None:
        """Write `catalog.jsonl` anew; the packs are left as they are."""
        self.folder.mkdir(parents=True, exist_ok=True)
        lines = "".join(map(format_entry, self.entries))
        write_text(self.folder / CATALOG_FILE, lines, durable=True)

    def select(self, stem: Stem, split: str) -> tuple[ClipEntry, ...]:
        """All clips of a stem in one split, in the order of the catalogue."""
        return tuple(self._groups.get((stem, split), ()))

    def read(self, entry: ClipEntry, start: int = 0, count: int | None = None) -> FloatArray:
        """Samples of a clip.

        Args:
            entry: a clip of this catalogue.
            start: first sample within the clip.
            count: how many samples; None and any number past the end stop at the clip's end.

        Returns:
            (sample,), full scale is 1.0.
        """
        first = entry.start + min(max(start, 0), entry.num_samples)
        stop = entry.stop if count is None else min(first + count, entry.stop)
        samples = self._pack(entry.pack)[first:stop]
        return samples.astype(np.float32) / np.float32(_FULL_SCALE)

    def _pack(self, name: str) -> npt.NDArray[np.int16]:
        if name not in self._packs:
            path = self.folder / PACK_FOLDER / name
            try:
                self._packs[name] = np.memmap(path, dtype="<i2", mode="r")
            except (OSError, ValueError) as error:
                raise MediaError(
                    f"The pack {path} cannot be read; fetch the corpus again."
                ) from error
        return self._packs[name]

    def __getstate__(self) -> dict[str, Any]:
        # a mapped file would be pickled as gigabytes of samples
        return {**self.__dict__, "_packs": {}}


def package_summaries(catalog: Catalog) -> tuple[PackageSummary, ...]:
    """The attribution list: what each package gave, in the order of the package names."""
    groups: dict[str, list[ClipEntry]] = defaultdict(list)
    for entry in catalog.entries:
        groups[entry.package].append(entry)
    return tuple(_summary(package, groups[package]) for package in sorted(groups))


def hours(entries: Iterable[ClipEntry]) -> float:
    """Length of all clips together."""
    return sum(entry.duration_s for entry in entries) / 3600


def format_entry(entry: ClipEntry) -> str:
    """The line of `catalog.jsonl` that stands for the clip."""
    values = {**asdict(entry), "stem": entry.stem.value}
    for name in _OPTIONAL:
        if not values[name]:
            del values[name]
    return json.dumps(values, ensure_ascii=True) + "\n"


def pack_name(stem: Stem, split: str) -> str:
    """File name of the pack that holds a stem of a split."""
    return f"{stem.value.lower()}_{split}.s16"


def pack_length(path: Path) -> int:
    """Whole samples in a pack; 0 when there is no such file."""
    return path.stat().st_size // _BYTES_PER_SAMPLE if path.exists() else 0


def _summary(package: str, entries: list[ClipEntry]) -> PackageSummary:
    by_stem = tuple(hours(entry for entry in entries if entry.stem is stem) for stem in STEMS)
    licence, *others = dict.fromkeys(entry.licence for entry in entries)
    if others:
        licence += f" and {len(others)} more"
    return PackageSummary(package, licence, len(entries), sum(by_stem), by_stem)


def _parsed(line: str, path: Path, row: int) -> ClipEntry:
    try:
        values: Any = parsed(line)
        values["stem"] = Stem(values["stem"])
        entry = ClipEntry(**{name: values[name] for name in _FIELDS.intersection(values)})
        if not _is_possible(entry):
            raise ValueError("a value of another kind")
        return entry
    except (ValueError, KeyError, TypeError, BadValueError) as error:
        raise MediaError(
            f"Line {row} of {path} is damaged; fetch the corpus again into an empty folder."
        ) from error


_FIELDS = {field.name for field in fields(ClipEntry)}
_TEXTS = attrgetter(*(field.name for field in fields(ClipEntry) if field.type is str))


def _is_possible(entry: ClipEntry) -> bool:
    """Whether all values are of their kinds, and the pack is one of this corpus; for many clips."""
    counts = (entry.start, entry.num_samples, entry.source_rate_hz)
    return (
        all(type(text) is str for text in _TEXTS(entry))
        and all(type(count) is int and 0 <= count < LARGEST_COUNT for count in counts)
        and type(entry.loudness_lufs) in (int, float)
        and abs(entry.loudness_lufs) < _LOUDEST
        and os.path.basename(entry.pack) == entry.pack
    )
