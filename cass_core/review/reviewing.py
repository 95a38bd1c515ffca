"""The review of takes that are laid over each other, as one call."""

from collections.abc import Generator, Sequence
from pathlib import Path

from cass_core.clips import SampleSpan
from cass_core.repair.cells import Cells
from cass_core.review.cells.bands import num_cells
from cass_core.review.evidence.cell_store import CellReader
from cass_core.review.flag import Flag


def reviewed_folders(folders: Sequence[Path]) -> Generator[float, None, list[Flag]]:
    """Review a version; the evidence is kept beside its last take.

    Args:
        folders: of its takes, the lowest first.

    Returns:
        A generator of the share that is judged, whose result is what was found.

    Raises:
        StemSetError: a folder is missing or damaged.
    """
    # loaded late: who only names this function needs no network
    from cass_core.review.evidence.source import Subject
    from cass_core.review.review import Reviewer, stems_fingerprint
    from cass_core.stems.patched_stems import PatchedStems

    with (
        PatchedStems.open(folders) as stems,
        Reviewer(
            Subject(stems, folder=folders[-1]), review_folder(folders), stems_fingerprint(stems)
        ) as reviewer,
    ):
        yield from reviewer.gather()
        return reviewer.flags()


def silent_moments(folders: Sequence[Path], span: SampleSpan) -> Cells | None:
    """The moments of a span in which nobody speaks.

    Args:
        folders: of the takes of a version, the lowest first.
        span: of the programme.

    Returns:
        See `moments_without_speech`.

    Raises:
        StemSetError: a folder is missing or damaged.
    """
    from cass_core.review.nobody_speaks import moments_without_speech

    return moments_without_speech(folders, span)


def review_folder(folders: Sequence[Path]) -> Path:
    """Where the evidence of a version is kept."""
    return folders[-1] / "review"


def reviewed_cells(folders: Sequence[Path], num_samples: int, rate_hz: int) -> CellReader:
    """What a review has judged; nothing is read yet.

    Args:
        folders: of the takes of a version, the lowest first.
        num_samples: length of the programme.
        rate_hz: samples a second.

    Returns:
        The cells.
    """
    return CellReader(review_folder(folders), num_cells(num_samples, rate_hz))
