"""Where the pictures of a filmstrip stand: at cuts, and between them at an even spacing."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.views.lanes.axis.time_axis import TimeAxis

_LEAST_PX = 6.0  # of a picture that begins a shot


@dataclass(frozen=True)
class StripPicture:
    """A picture of the strip.

    Attributes:
        sample: whose picture it is, at the picture's left edge.
        room_px: width until the next one.
        is_cut: whether a shot begins here.
    """

    sample: int
    room_px: float
    is_cut: bool


@dataclass(frozen=True)
class Spacing:
    """How far pictures are apart.

    Attributes:
        seconds: between two of a shot; 0 for as near as they fit.
        cuts_only: one picture a shot.
    """

    seconds: float = 0.0
    cuts_only: bool = False


def strip_pictures(
    axis: TimeAxis,
    cuts: Sequence[int],
    length: int,
    rate_hz: int,
    picture_px: float,
    spacing: Spacing,
) -> list[StripPicture]:
    """The pictures of what is seen.

    Args:
        axis: what is seen, over which width.
        cuts: samples at which shots begin, rising.
        length: of the programme.
        rate_hz: samples a second.
        picture_px: width of a whole picture.
        spacing: how far they are apart.

    Returns:
        In rising order; scrolling leaves them where they are in the programme.
    """
    step = _step(axis, rate_hz, picture_px, spacing)
    edges = sorted({0, *(cut for cut in cuts if 0 < cut < length), length})
    begins = []
    for first, stop in zip(edges[:-1], edges[1:], strict=True):
        if stop > axis.span.start and first < axis.span.stop:
            begins += list(_of_shot(axis, first, stop, step))
    kept = _spread(axis, begins)
    stops = [sample for sample, _ in kept[1:]] + [length]
    return [
        StripPicture(sample, (stop - sample) / axis.samples_per_px, is_cut)
        for (sample, is_cut), stop in zip(kept, stops, strict=True)
    ]


def _step(axis: TimeAxis, rate_hz: int, picture_px: float, spacing: Spacing) -> int | None:
    """Samples between two pictures of a shot; None for one picture a shot."""
    if spacing.cuts_only:
        return None
    fitting = picture_px * axis.samples_per_px
    wanted = spacing.seconds * rate_hz
    # a power of two times a frame's length: zooming a little leaves most where they are
    unit = rate_hz / 25
    return round(max(wanted, unit * 2 ** math.ceil(math.log2(max(fitting / unit, 1.0)))))


def _of_shot(axis: TimeAxis, first: int, stop: int, step: int | None) -> Iterator[tuple[int, bool]]:
    """The samples of a shot's pictures as far as they reach into what is seen."""
    yield first, first > 0
    if step is None:
        return
    # a picture that begins to the left may reach in
    number = max((axis.span.start - first) // step - 1, 1)
    while (sample := first + number * step) < min(stop, axis.span.stop):
        if stop - sample > step // 2:
            yield sample, False
        number += 1


def _spread(axis: TimeAxis, begins: Sequence[tuple[int, bool]]) -> list[tuple[int, bool]]:
    """Without those that would be slivers."""
    kept: list[tuple[int, bool]] = []
    for sample, is_cut in begins:
        if kept and (sample - kept[-1][0]) / axis.samples_per_px < _LEAST_PX:
            continue
        kept.append((sample, is_cut))
    return kept
