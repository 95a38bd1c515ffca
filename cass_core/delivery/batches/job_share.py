"""How far a movie of a batch is."""

from dataclasses import dataclass
from typing import Literal

Work = Literal["separate", "review", "deliver"]
_BEGINS: dict[Work, float] = {"separate": 0.0, "review": 0.8, "deliver": 0.9}


@dataclass(frozen=True)
class JobShare:
    """How far a movie is.

    Attributes:
        work: what is being done.
        share: of all that is done with it, 0 to 1.
    """

    work: Work
    share: float


def share_of(work: Work, share: float) -> JobShare:
    """The place in the whole of what is being done.

    Args:
        work: what.
        share: of this work, 0 to 1.

    Returns:
        The share of all.
    """
    begins = [*_BEGINS.values(), 1.0]
    number = list(_BEGINS).index(work)
    start, stop = begins[number], begins[number + 1]
    return JobShare(work, start + (stop - start) * min(max(share, 0.0), 1.0))
