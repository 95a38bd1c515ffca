"""Add a published data set to a corpus: decode, filter, store; resumable at any file."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from types import MappingProxyType

import numpy as np
import numpy.typing as npt

from cass_core.checked.json_table import BadValueError
from cass_core.clips import FloatArray
from cass_core.dsp.loudness import integrated_loudness
from cass_core.errors import MediaError
from cass_core.synthesis.corpus.adapters.set_clip import NamedSpan, SetClip, SourceSet
from cass_core.synthesis.corpus.adapters.stretches import ActiveSegment, sound_stretches
from cass_core.synthesis.corpus.catalog import CATALOG_RATE_HZ, ClipEntry
from cass_core.synthesis.corpus.catalog_writer import CatalogWriter, blank_entry
from cass_core.synthesis.corpus.clip_decoding import decode_clip, to_int16
from cass_core.synthesis.corpus.process_map import mapped

MIN_DURATION_S = 0.3
SILENCE_PEAK = 3e-4

_FILES_A_PART = 32

Keep = Callable[[FloatArray], bool]


@dataclass(frozen=True)
class AddProgress:
    """Where the work stands.

    Attributes:
        done: files dealt with, those of earlier runs included.
        total: files of the set.
        clips: clips stored in this run.
        seconds: their length together.
        left_out: files and stretches that were not stored in this run, counted by reason.
    """

    done: int
    total: int
    clips: int
    seconds: float
    left_out: Mapping[str, int]


@dataclass(frozen=True)
class _Heard:
    """A clip after decoding; without samples when it is left out for `reason`."""

    entry: ClipEntry
    samples: npt.NDArray[np.int16] | None = None
    reason: str = ""


def add_set(
    corpus: Path,
    source: SourceSet,
    root: Path,
    *,
    split: str | None = None,
    keep: Keep | None = None,
    processes: int = 1,
) -> Iterator[AddProgress]:
    """Store the clips of a data set, a part of 32 files at a time.

    After each report the folder is a whole corpus; a later call goes on with the next part.

    Args:
        corpus: folder of the catalogue, made when missing.
        source: which set.
        root: its folder.
        split: only the clips of this split.
        keep: whether a clip, (sample,) at the catalogue's rate, stays; must be picklable when
            there are several processes.
        processes: how many decode.

    Yields:
        AddProgress: before the first part and after each.
    """
    try:
        files = [clip for clip in source.read(root) if split in (None, clip.split)]
    except BadValueError as error:
        raise MediaError(f"{source.title} in {root} is damaged: {error}; get it again.") from error
    hear = partial(_hear, source.name, keep)
    with ExitStack() as stack:
        writer = stack.enter_context(CatalogWriter(corpus))
        seen = writer.seen(source.name)
        waiting = [clip for clip in files if clip.source not in seen]
        progress = AddProgress(len(files) - len(waiting), len(files), 0, 0.0, MappingProxyType({}))
        yield progress
        run_all = mapped(stack, processes)
        for at in range(0, len(waiting), _FILES_A_PART):
            part = waiting[at : at + _FILES_A_PART]
            progress = _stored_part(writer, source.name, part, run_all(hear, part), progress)
            yield progress


def _stored_part(
    writer: CatalogWriter,
    package: str,
    part: Sequence[SetClip],
    heard: Iterable[list[_Heard]],
    before: AddProgress,
) -> AddProgress:
    left_out = Counter(before.left_out)
    try:
        for clips in heard:
            for clip in clips:
                left_out[_stored(writer, clip)] += 1
        entries = writer.commit(package, seen=[clip.source for clip in part])
    except BaseException:
        writer.roll_back()
        raise
    del left_out[""]
    return AddProgress(
        done=before.done + len(part),
        total=before.total,
        clips=before.clips + len(entries),
        seconds=before.seconds + sum(entry.duration_s for entry in entries),
        left_out=MappingProxyType(left_out),
    )


def _stored(writer: CatalogWriter, clip: _Heard) -> str:
    """Append the clip; why it was left out, empty when it was not."""
    if clip.samples is None:
        return clip.reason
    return "" if writer.append(clip.entry, clip.samples) else "heard before"


def _hear(package: str, keep: Keep | None, file: SetClip) -> list[_Heard]:
    """Decode a file and judge what is in it; what a damaged one still gave is kept."""
    heard = []
    try:
        for part in _decoded(file):
            heard.append(_judged(package, keep, file, part))
    except MediaError:
        entry = blank_entry(file.stem, package, file.source)
        heard.append(_Heard(entry, reason="cannot be decoded"))
    return heard


def _decoded(file: SetClip) -> Iterator[ActiveSegment]:
    if file.is_long:
        yield from sound_stretches(file.path)
    else:
        clip = decode_clip(file.path)
        yield ActiveSegment(0.0, clip.samples, clip.source_rate_hz)


def _judged(package: str, keep: Keep | None, file: SetClip, part: ActiveSegment) -> _Heard:
    entry = _entry(package, file, part)
    reason = _unfit(part.samples)
    if not reason and keep is not None and not keep(part.samples):
        reason = "speech or music in it"
    if reason:
        return _Heard(entry, reason=reason)
    loudness = integrated_loudness(part.samples, CATALOG_RATE_HZ)
    return _Heard(replace(entry, loudness_lufs=round(loudness, 2)), to_int16(part.samples))


def _entry(package: str, file: SetClip, part: ActiveSegment) -> ClipEntry:
    source = f"{file.source}@{part.start_s:.2f}" if file.is_long else file.source
    return replace(
        blank_entry(file.stem, package, source),
        voice=file.voice,
        split=file.split,
        licence=file.licence,
        source_rate_hz=part.source_rate_hz,
        tag=file.tag,
        attribution=file.attribution or _named(file.spans, part),
        video=str(file.path.resolve()) if file.is_movie else "",
        kind=file.kind,
    )


def _named(spans: Sequence[NamedSpan], part: ActiveSegment) -> str:
    """Names of the recordings that a stretch is cut from."""
    stop_s = part.start_s + len(part.samples) / CATALOG_RATE_HZ
    names = [span.name for span in spans if span.start_s < stop_s and part.start_s < span.stop_s]
    return "; ".join(dict.fromkeys(names))


def _unfit(samples: FloatArray) -> str:
    if len(samples) < MIN_DURATION_S * CATALOG_RATE_HZ:
        return "too short"
    return "silent" if float(np.abs(samples).max()) < SILENCE_PEAK else ""
