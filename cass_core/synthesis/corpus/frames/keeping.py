"""Keep beside a corpus's sound what the movies of its clips show; resumable at any clip."""

import os
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, closing
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path
from typing import BinaryIO

from cass_core.errors import MediaError
from cass_core.media.picture.video_reader import ByteImage, PictureRate, read_frames
from cass_core.media.sound.audio_reader import audio_start_s
from cass_core.synthesis.corpus.catalog import CATALOG_RATE_HZ, PACK_FOLDER, Catalog, ClipEntry
from cass_core.synthesis.corpus.catalog_writer import (
    append_text,
    corpus_lock,
    cut_torn_line,
    growing,
)
from cass_core.synthesis.corpus.clip_pool import clip_key
from cass_core.synthesis.corpus.frames.frame_packs import (
    FRAME_SUFFIX,
    INDEX_FILE,
    FramePacks,
    KeptFrames,
    frame_pack_name,
    read_index,
)
from cass_core.synthesis.corpus.frames.small_movie import FRAME_KINDS, FrameKind, encoded
from cass_core.synthesis.corpus.process_map import mapped
from cass_core.visual.faces.face_stream import TRACK_SIDE, grey_face

_CLIPS_A_PART = 32


@dataclass(frozen=True)
class KeepProgress:
    """Where the work stands.

    Attributes:
        done: clips dealt with in this run.
        total: clips whose movie is known and whose frames were not kept before.
        kept: clips whose frames were stored in this run.
        num_bytes: their size.
    """

    done: int
    total: int
    kept: int = 0
    num_bytes: int = 0

    @property
    def lost(self) -> int:
        """Clips whose movie is gone or cannot be decoded."""
        return self.done - self.kept


@dataclass(frozen=True)
class _Packed:
    """The frames of a clip, ready for the pack; the first one's number beside them."""

    content: bytes
    first: int
    count: int


def keep_frames(corpus: Path, package: str, processes: int = 1) -> Iterator[KeepProgress]:
    """Store the frames of all clips of a data set whose movie is known, 32 clips at a time.

    Clips that have their frames already are left alone, so a later call goes on where this one
    was stopped, and a corpus from before frames were kept gets them.

    Args:
        corpus: folder of the catalogue.
        package: whose clips.
        processes: how many decode.

    Yields:
        KeepProgress: before the first part and after each.

    Raises:
        OutputError: the corpus cannot be written, or another program is at it.
    """
    with ExitStack() as stack:
        with growing(corpus):
            stack.enter_context(corpus_lock(corpus).claim(corpus))
            _cut_unfinished(corpus)
        clips = _without_frames(corpus, package)
        progress = KeepProgress(0, len(clips))
        yield progress
        run_all = mapped(stack, processes)
        for at in range(0, len(clips), _CLIPS_A_PART):
            part = clips[at : at + _CLIPS_A_PART]
            stored = _stored(corpus, part, run_all(_packed, part))
            progress = KeepProgress(
                done=progress.done + len(part),
                total=len(clips),
                kept=progress.kept + len(stored),
                num_bytes=progress.num_bytes + sum(kept.num_bytes for kept in stored),
            )
            yield progress


def _without_frames(corpus: Path, package: str) -> list[ClipEntry]:
    packs = FramePacks(corpus)
    return [
        entry
        for entry in Catalog.load(corpus).entries
        if entry.package == package and entry.video and entry.stem in FRAME_KINDS
        and clip_key(entry) not in packs
    ]  # fmt: skip


def _stored(
    corpus: Path, clips: Sequence[ClipEntry], packed: Iterable[_Packed | None]
) -> list[KeptFrames]:
    """Append frames to their packs, and only when they are on the disk to the index."""
    stored = []
    with growing(corpus), ExitStack() as stack:
        files: dict[str, BinaryIO] = {}
        for clip, frames in zip(clips, packed, strict=True):
            if frames is None:
                continue
            kind = FRAME_KINDS[clip.stem]
            name = frame_pack_name(kind, clip.split)
            if name not in files:
                files[name] = stack.enter_context((corpus / PACK_FOLDER / name).open("ab"))
            start, size = files[name].tell(), len(frames.content)
            files[name].write(frames.content)
            stored.append(
                KeptFrames(clip_key(clip), kind.name, name, start, size, frames.first, frames.count)
            )
        for file in files.values():
            file.flush()
            os.fsync(file.fileno())
        append_text(corpus / INDEX_FILE, "".join(kept.line() for kept in stored))
    return stored


def _cut_unfinished(corpus: Path) -> None:
    """Cut away what a stopped run left behind the last frames that the index names."""
    cut_torn_line(corpus / INDEX_FILE)
    stops: Counter[str] = Counter()
    for kept in read_index(corpus):
        stops[kept.pack] = max(stops[kept.pack], kept.stop)
    for path in (corpus / PACK_FOLDER).glob(f"*{FRAME_SUFFIX}"):
        if path.stat().st_size > stops[path.name]:
            os.truncate(path, stops[path.name])


def _packed(clip: ClipEntry) -> _Packed | None:
    """The frames under a clip's sound; None where its movie is gone or shows nothing there."""
    kind = FRAME_KINDS[clip.stem]
    numbers: list[int] = []
    images = _small(clip, kind, numbers)
    try:
        begun = list(islice(images, 1))
        content = encoded(chain(begun, images), kind) if begun else b""
    except MediaError:
        return None
    return _Packed(content, numbers[0], len(numbers)) if begun else None


def _small(clip: ClipEntry, kind: FrameKind, numbers: list[int]) -> Iterator[ByteImage]:
    """The frames as the encoder of a kind takes them; their numbers are noted on the way."""
    path = Path(clip.video)
    side = TRACK_SIDE if kind.is_grey else kind.side
    rate = PictureRate(kind.name, kind.fps, (side, side))
    span_s = (0.0, clip.num_samples / CATALOG_RATE_HZ)
    with closing(read_frames(path, [rate], audio_start_s(path), span_s)) as frames:
        for frame in frames:
            numbers.append(frame.index)
            yield grey_face(frame.image) if kind.is_grey else frame.image
