"""Audacity's label tracks: start, end and name in seconds of the file, separated by tabs."""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from cass_core.programme.markers.found_marker import Found
from cass_core.programme.markers.marker import Marker
from cass_core.programme.markers.marker_axis import MarkerAxis

_SECONDS = r"-?\d+(?:[.,]\d+)?"
_LABEL = re.compile(rf"({_SECONDS})\t({_SECONDS})(?:\t(.*))?")
_FREQUENCIES = "\\"  # begins the line below a label that is bounded in frequency, too
_BAND = re.compile(rf"\\\t({_SECONDS})\t({_SECONDS})\s*")


def is_labels(text: str) -> bool:
    """Whether a text looks like a label track."""
    lines = [line for line in text.splitlines() if line.strip()]
    return bool(lines) and _LABEL.fullmatch(lines[0]) is not None


def write_labels(markers: Sequence[Marker], axis: MarkerAxis) -> str:
    """A label track for the files that start with the axis' span."""
    return "".join(
        f"{axis.seconds(marker.sample):.6f}\t{axis.seconds(marker.stop):.6f}"
        f"\t{' '.join(marker.name.split())}\n"
        for marker in markers
    )


def read_labels(text: str, axis: MarkerAxis) -> Iterator[Found]:
    """Markers of a label track."""
    for number, line in enumerate(text.splitlines(), 1):
        if line.strip() and not line.startswith(_FREQUENCIES):
            yield Found.read(number, _marker, line, axis)


def label_bands(text: str) -> dict[int, tuple[float, float]]:
    """Lowest and highest frequency of labels that are bounded; -1 for an edge that is not there.

    Args:
        text: of a label track.

    Returns:
        In hertz, by the number of the label's line, from 1.
    """
    found = enumerate(_BAND.fullmatch(line) for line in text.splitlines())
    bounds = {line: band.groups() for line, band in found if band}
    return {line: (_number(low), _number(high)) for line, (low, high) in bounds.items()}


def _number(text: str) -> float:
    return float(text.replace(",", "."))


def _marker(line: str, axis: MarkerAxis) -> Marker:
    label = _LABEL.fullmatch(line)
    if label is None:
        raise ValueError(line)
    start, stop = (axis.sample_at(Fraction(label[part].replace(",", "."))) for part in (1, 2))
    return Marker(start, (label[3] or "").strip(), max(stop - start, 0))
