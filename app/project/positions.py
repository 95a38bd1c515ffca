"""The pictures of a programme among its samples."""

from bisect import bisect_left
from collections.abc import Sequence

from app.project.programme import Programme


def picture_start(programme: Programme, picture: int) -> int:
    """First sample inside the programme at which a picture is on screen."""
    return min(max(programme.clock.picture_border(picture), 0), programme.num_samples)


def near_border(programme: Programme, sample: int, cuts: Sequence[int] = ()) -> int:
    """The first sample of the picture whose beginning is nearest.

    Args:
        programme: whose pictures.
        sample: inside the programme.
        cuts: samples, rising, near which another shot begins; within a picture one goes first.

    Returns:
        A position inside the programme.
    """
    here = picture_start(programme, programme.clock.picture_at(max(sample, 0)))
    after = step_pictures(programme, here, 1)
    cut = near_cut(programme, sample, cuts)
    if cut is not None and abs(cut - sample) <= after - here:
        return cut
    return here if sample - here <= after - sample else after


def near_cut(programme: Programme, sample: int, cuts: Sequence[int]) -> int | None:
    """The first sample of the picture with which the nearest shot begins; None without cuts."""
    place = bisect_left(cuts, sample)
    around = cuts[max(place - 1, 0) : place + 1]
    nearest = min(around, key=lambda cut: abs(cut - sample), default=None)
    return None if nearest is None else near_border(programme, nearest)


def step_pictures(programme: Programme, sample: int, num_pictures: int) -> int:
    """The first sample of the picture that many pictures later, or earlier when negative."""
    return picture_start(programme, programme.clock.picture_at(sample) + num_pictures)
