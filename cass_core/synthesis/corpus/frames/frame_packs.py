"""The frames that a corpus keeps beside its sound: which clips have some, and where they lie."""

import json
import os
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from cass_core.checked.json_file import json_lines
from cass_core.checked.json_table import BadValueError, JsonTable
from cass_core.errors import MediaError
from cass_core.media.picture.video_reader import ByteImage
from cass_core.synthesis.corpus.catalog import PACK_FOLDER
from cass_core.synthesis.corpus.frames.small_movie import FRAME_KINDS, FrameKind, decoded

INDEX_FILE = "frames.jsonl"
FRAME_SUFFIX = ".frames"

_KINDS = {kind.name: kind for kind in FRAME_KINDS.values()}


@dataclass(frozen=True)
class KeptFrames:
    """The frames of one clip.

    Attributes:
        clip: the clip's key, as in a `ClipPool`.
        kind: name of a `FrameKind`.
        pack: file name of the pack that holds them.
        start: offset in the pack, in bytes.
        num_bytes: their size.
        first: number of the first frame; number 0 is at the clip's first sample.
        count: how many.
    """

    clip: str
    kind: str
    pack: str
    start: int
    num_bytes: int
    first: int
    count: int

    @property
    def stop(self) -> int:
        """Offset of the first byte after them."""
        return self.start + self.num_bytes

    def line(self) -> str:
        """The line of the index that stands for them."""
        return json.dumps(asdict(self)) + "\n"


class FramePacks:
    """The frames of a corpus folder, readable at random from any number of processes.

    `frames.jsonl` names the clips that have some, one a line; the packs lie beside those of the
    sound, small movies one after the other.
    """

    def __init__(self, folder: Path) -> None:
        """Read the index; a corpus without one has no frames."""
        self._folder = Path(folder)
        self._kept = {kept.clip: kept for kept in read_index(self._folder)}
        self._packs: dict[str, npt.NDArray[np.uint8]] = {}

    def __contains__(self, clip: str) -> bool:
        return clip in self._kept

    def all_of(self, kind: FrameKind, split: str | None = None) -> tuple[KeptFrames, ...]:
        """All clips with frames of a kind, of one split where it is named."""
        pack = None if split is None else frame_pack_name(kind, split)
        of_kind = [kept for kept in self._kept.values() if kept.kind == kind.name]
        return tuple(kept for kept in of_kind if pack in (None, kept.pack))

    def read(self, clip: str, numbers: Sequence[int] | npt.NDArray[np.int64]) -> ByteImage:
        """Frames of a clip.

        Args:
            clip: a key that is in here.
            numbers: which, number 0 at the clip's first sample; at least one.

        Returns:
            (frame, *shape of its kind); black before the clip's picture begins, its last frame
            where it has ended.
        """
        kept = self._kept[clip]
        kind, wanted = _KINDS[kept.kind], np.asarray(numbers, np.int64) - kept.first
        there = np.clip(wanted, 0, kept.count - 1)
        first = int(there.min())
        content = self._pack(kept.pack)[kept.start : kept.stop].tobytes()
        images = decoded(content, kind, first, int(there.max()) + 1)[there - first]
        images[wanted < 0] = 0
        return images

    def _pack(self, name: str) -> npt.NDArray[np.uint8]:
        if name not in self._packs:
            path = self._folder / PACK_FOLDER / name
            try:
                self._packs[name] = np.memmap(path, dtype=np.uint8, mode="r")
            except (OSError, ValueError) as error:
                raise MediaError(
                    f"The pack {path} cannot be read; add the set of its clips again."
                ) from error
        return self._packs[name]

    def __getstate__(self) -> dict[str, Any]:
        # a mapped file would be pickled with all that is in it
        return {**self.__dict__, "_packs": {}}


def frame_pack_name(kind: FrameKind, split: str) -> str:
    """File name of the pack that holds the frames of a kind of one split."""
    return f"{kind.name}_{split}{FRAME_SUFFIX}"


def read_index(folder: Path) -> list[KeptFrames]:
    """The lines of a corpus's index; MediaError where one is damaged."""
    path = folder / INDEX_FILE
    try:
        return [_kept(JsonTable(v, "")) for v in (json_lines(path) if path.exists() else ())]
    except BadValueError as error:
        raise MediaError(
            f"{path} is damaged: {error}; delete it and add the sets with movies again."
        ) from error


def _kept(table: JsonTable) -> KeptFrames:
    kept = KeptFrames(
        clip=table.text("clip"),
        kind=table.text("kind", tuple(_KINDS)),
        pack=table.text("pack"),
        start=table.count("start"),
        num_bytes=table.count("num_bytes"),
        first=table.count("first"),
        count=table.count("count", 1),
    )
    if os.path.basename(kept.pack) != kept.pack:
        raise BadValueError('"pack" is no file of this corpus')
    return kept
