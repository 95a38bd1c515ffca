"""The report as one HTML page that needs no other file and no network."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from cass_core.delivery.loudness.targets import UNITS
from cass_core.delivery.report.delivery_report import DeliveryReport
from cass_core.delivery.report.verdicts import Verdict, dialogue_of
from cass_core.resource_files import resource
from cass_core.stem_names import track_label

_WIDTH, _HEIGHT = 900, 120
_TOP_LUFS, _BOTTOM_LUFS = 0.0, -60.0
_MOST_POINTS = 900
_UNKNOWN_STEPS = 29  # before 3 s have passed there is no short-term loudness
_NUM_TIMES = 5


@dataclass(frozen=True)
class Plot:
    """Short-term loudness of a track over time.

    Attributes:
        label: the track.
        points: of an SVG polyline in a field of 900 by 120.
        marks: heights of the lines of 10 LU, with their words.
        limits: places of what is too loud, as (left, width).
    """

    label: str
    points: str
    marks: tuple[tuple[float, str], ...]
    limits: tuple[tuple[float, float], ...]


def report_page(report: DeliveryReport) -> str:
    """The page.

    Args:
        report: what was found.

    Returns:
        HTML, to be stored as UTF-8.
    """
    folder = resource("delivery", "report")
    loader = FileSystemLoader(folder, encoding="utf-8")
    environment = Environment(loader=loader, autoescape=True, undefined=StrictUndefined)
    return environment.get_template("report.html.j2").render(
        report=report,
        values=report.to_json(),
        dialogue=dialogue_of(report.found),
        verdicts=[
            (verdict, UNITS[verdict.rule.measure], [report.times(s) for s in verdict.spans])
            for verdict in report.verdicts
        ],
        plots=[_plot(code, report) for code in report.found],
        times=_times(report),
        width=_WIDTH,
        height=_HEIGHT,
    )


def _plot(code: str, report: DeliveryReport) -> Plot:
    steps = report.found[code].loudness.short_term_lufs
    first = _UNKNOWN_STEPS if len(steps) > _UNKNOWN_STEPS else 0
    line = _thinned(steps[first:])
    xs = np.linspace(first / max(len(steps), 1), 1, max(len(line), 1)) * _WIDTH
    marks = tuple((_height(lufs), f"{lufs:.0f}") for lufs in range(-10, int(_BOTTOM_LUFS), -10))
    return Plot(
        label=f"{track_label(code)} ({code})",
        points=" ".join(f"{x:.1f},{_height(y):.1f}" for x, y in zip(xs, line, strict=False)),
        marks=marks,
        limits=tuple(box for v in report.verdicts if v.track == code for box in _boxes(v, report)),
    )


def _times(report: DeliveryReport) -> list[tuple[float, str, str]]:
    """Places of timecodes along the plots, their words, and the side on which these hang."""
    anchors = ["start", *["middle"] * (_NUM_TIMES - 2), "end"]
    length = report.delivered.num_samples
    shares = [number / (_NUM_TIMES - 1) for number in range(_NUM_TIMES)]
    return [
        (share * _WIDTH, report.timecode(min(round(share * length), length - 1)), anchor)
        for share, anchor in zip(shares, anchors, strict=True)
    ]


def _boxes(verdict: Verdict, report: DeliveryReport) -> list[tuple[float, float]]:
    scale = _WIDTH / max(report.delivered.num_samples, 1)
    return [(s.start * scale, max(s.num_samples * scale, 1.0)) for s in verdict.spans]


def _thinned(line: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
    """The highest of as many neighbours as make the line no longer than it is drawn."""
    size = -(-len(line) // _MOST_POINTS)
    if size <= 1:
        return line
    padded = np.pad(line, (0, -len(line) % size), mode="edge")
    return np.asarray(padded.reshape(-1, size).max(axis=1))


def _height(lufs: float) -> float:
    inside = min(max(float(lufs), _BOTTOM_LUFS), _TOP_LUFS)
    return _HEIGHT * (_TOP_LUFS - inside) / (_TOP_LUFS - _BOTTOM_LUFS)
