"""A review of stems, in a process of its own."""

from collections.abc import Generator, Sequence
from dataclasses import dataclass
from pathlib import Path

from app.jobs.job import Steps
from cass_core.isolation.isolated import isolated_steps
from cass_core.review.flag import Flag
from cass_core.review.reviewing import reviewed_folders


@dataclass(frozen=True)
class ReviewShare:
    """How much of the programme is judged, 0 to 1."""

    share: float


@dataclass(frozen=True)
class ReviewFound:
    """What was found, the most urgent first."""

    flags: tuple[Flag, ...]


def review_steps(folders: Sequence[Path]) -> Steps:
    """The steps of a job.

    Args:
        folders: of the takes of a version, the lowest first.

    Returns:
        What makes the generator of `ReviewShare` and, at the end, `ReviewFound`.
    """

    def steps() -> Generator[object, None, None]:
        shares = isolated_steps(folders[-1].name, reviewed_folders, list(folders))
        while True:
            try:
                yield ReviewShare(next(shares))
            except StopIteration as end:
                yield ReviewFound(tuple(end.value))
                return

    return steps
