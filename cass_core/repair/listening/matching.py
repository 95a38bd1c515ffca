"""Which repairs a new separation needs no more, because it has not made the mistake again."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np

from cass_core.clips import SampleSpan
from cass_core.decibels import power_to_db
from cass_core.repair.edits import EditList
from cass_core.repair.grid import Grid
from cass_core.repair.operations import Fill, Gate, Move, Operation, Replace, ShareOut
from cass_core.repair.other_takes import OtherTakes
from cass_core.repair.spectra import Box, Spectra
from cass_core.spans import overlap
from cass_core.stem_names import STEMS, Stem
from cass_core.stems.patched_stems import PatchedStems
from cass_core.stems.readable_stems import ReadableStems

LEAST_DROP_DB = 10.0
"""What an edit would take must have become so much quieter to count as gone."""

_LONGEST_S = 4.0  # of a long region its middle tells
_TINY = 1e-20


def taken_level_db(
    operation: Operation, stems: ReadableStems, others: Mapping[str, ReadableStems] | None = None
) -> float:
    """How loud what an operation takes is: the power of its region in the stems it takes from.

    Of one that replaces stems, what these have otherwise than the other separation.

    Args:
        operation: of which the region and the stems count.
        stems: without repairs.
        others: separations that operations take from, by name.

    Returns:
        In dB against an arbitrary level; the same for the same sound.
    """
    grid, region = Grid(stems.rate_hz), operation.region
    middle = (region.span.start + region.span.stop) // 2
    half = round(_LONGEST_S * stems.rate_hz / 2)
    frames = grid.frames_over(overlap(region.span, SampleSpan(middle - half, middle + half)))
    box = Box(frames, region.bins(grid))
    spectra = Spectra(stems.read, stems.num_channels, frames, grid, others)
    mask = region.mask(box.frames, box.bins, grid)
    power = 0.0
    for stem in _sources(operation):
        taken = spectra.now(stem, box)
        if isinstance(operation, Replace) and spectra.known_of_other(operation.take, box).any():
            taken = taken - spectra.of_other(operation.take, stem, box)
        power += float(np.mean(np.abs(mask * taken) ** 2))
    return float(power_to_db(max(power, _TINY)))


def unneeded(
    edits: EditList,
    folders: Sequence[Path],
    former_folders: Sequence[Path],
    takes: Mapping[str, Path],
) -> tuple[int, ...]:
    """Places of the edits whose sound is not in the wrong stem any more.

    Args:
        edits: the list.
        folders: stems that are heard now, the lowest first.
        former_folders: stems that the edits were made on, likewise.
        takes: folders of all separations, by name, of which edits take from some.

    Returns:
        In rising order.
    """
    with (
        PatchedStems.open(folders) as now,
        PatchedStems.open(former_folders) as former,
        OtherTakes.of(edits.takes, takes, now) as others,
    ):
        return tuple(
            place
            for place, edit in enumerate(edits)
            if taken_level_db(edit.operation, now, others.by_name)
            <= taken_level_db(edit.operation, former, others.by_name) - LEAST_DROP_DB
        )


def _sources(operation: Operation) -> tuple[Stem, ...]:
    """The stems that an operation takes from."""
    if isinstance(operation, Replace):
        return STEMS
    if isinstance(operation, Move) and operation.source is None:
        return tuple(stem for stem in STEMS if stem is not operation.target)
    assert isinstance(operation, Move | ShareOut | Gate | Fill)
    assert operation.source is not None
    return (operation.source,)
