"""When nobody speaks: what a gate for dialogue opens and closes by."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np

from cass_core.clips import FloatArray, SampleSpan
from cass_core.metrics.taggers.tagger import load_tagger
from cass_core.repair.cells import Cells
from cass_core.review.cells.bands import CELL_HOP, CELL_RATE_HZ
from cass_core.review.cells.cell_weights import load_cell_net
from cass_core.review.cells.judged import JudgedCells
from cass_core.review.evidence.cell_store import CellReader
from cass_core.review.evidence.gathering import judged_cells
from cass_core.review.evidence.heard_stems import HeardStems
from cass_core.review.evidence.row_store import BLOCK_FRAMES
from cass_core.review.places import SPEAKS
from cass_core.review.regions import moment_scores
from cass_core.review.review import stems_fingerprint
from cass_core.review.reviewing import review_folder
from cass_core.stem_names import STEMS, Stem
from cass_core.stems.patched_stems import PatchedStems

_CELL_S = CELL_HOP / CELL_RATE_HZ
_HOLD_S = 0.2  # before and behind speech the gate stays open
_FADE_CELLS = 5


def moments_without_speech(folders: Sequence[Path], span: SampleSpan) -> Cells | None:
    """The moments of a span in which no stem holds speech, in all frequencies.

    What a review of the same stems has judged is used; the rest is judged now, minute by minute.

    Args:
        folders: of the takes that are heard, the lowest first.
        span: of the programme.

    Returns:
        A shape of cells of 20 ms, soft at its edges; None where somebody speaks all the time.

    Raises:
        StemSetError: a folder is missing or damaged.
    """
    with PatchedStems.open(folders) as stems:
        rate_hz = stems.rate_hz
        first = round(span.start / rate_hz / _CELL_S)
        stop = round(span.stop / rate_hz / _CELL_S) + 1
        around = round(_HOLD_S / _CELL_S)
        low, high = max(first - around, 0), stop + around
        reader = CellReader(review_folder(folders), HeardStems(stems).num_frames)
        known = reader.frames_done if reader.is_of(stems_fingerprint(stems)) else 0
        spoken = np.concatenate(
            [_is_spoken(cells) for cells in _cells(stems, reader, known, range(low, high))]
        )
    silent = _faded(1.0 - _held(spoken, around))[first - low : first - low + stop - first]
    return _shape(silent, span, first, rate_hz) if silent.any() else None


def _cells(
    stems: PatchedStems, reader: CellReader, known: int, frames: range
) -> Iterator[JudgedCells]:
    """The cells of some frames, block by block; those below `known` are on disk."""
    judges = None
    for first in range(frames.start, frames.stop, BLOCK_FRAMES):
        stop = min(first + BLOCK_FRAMES, frames.stop)
        if stop <= known:
            yield reader.read(first, stop)
            continue
        judges = judges or (load_cell_net(), load_tagger())
        yield judged_cells(HeardStems(stems), *judges, first, stop)


def _is_spoken(cells: JudgedCells) -> FloatArray:
    """(frame,) 1 where any stem holds speech, else 0."""
    dialogue = STEMS.index(Stem.DX)
    scores = [
        moment_scores(cells.levels[:, row], cells.shares[:, row, dialogue])
        for row in range(len(STEMS))
    ]
    return (np.max(scores, axis=0) >= SPEAKS).astype(np.float32)


def _held(spoken: FloatArray, reach: int) -> FloatArray:
    """The loudest of all moments around each."""
    padded = np.pad(spoken, reach)
    return np.lib.stride_tricks.sliding_window_view(padded, 2 * reach + 1).max(axis=1)


def _faded(silent: FloatArray) -> FloatArray:
    """Soft edges; the ends are held."""
    taps = np.hanning(_FADE_CELLS + 2)[1:-1]
    side = _FADE_CELLS // 2
    padded = np.pad(silent, side, mode="edge")
    return np.convolve(padded, taps / taps.sum(), "valid").astype(np.float32)


def _shape(silent: FloatArray, span: SampleSpan, first: int, rate_hz: int) -> Cells:
    """Moments as cells of whole samples and one band that holds all frequencies."""
    hop = max(round(_CELL_S * rate_hz), 1)
    num_rows = -(-span.num_samples // hop) + 1
    at = (span.start + hop * np.arange(num_rows)) / rate_hz / _CELL_S - first
    rows = silent[np.clip(np.rint(at).astype(np.int64), 0, len(silent) - 1)]
    return Cells.of(rows[:, None], span.start, hop, rate_hz / 4, rate_hz / 2)
