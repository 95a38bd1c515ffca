"""Plots as SVG, which a page holds as they are."""

from collections.abc import Callable, Mapping
from html import escape

from cass_core.clips import FloatArray
from cass_core.stem_names import Stem

_WIDTH, _ROW, _LEFT, _RIGHT, _FOOT = 1_120, 54, 44, 12, 24
_TICKS = 8


def ratio_plot(ratios: Mapping[Stem, FloatArray], written: Callable[[float], str]) -> str:
    """A row a stem: the share that belongs elsewhere, over time.

    Args:
        ratios: (step,) from 0 to 1 of each stem, all of the same length.
        written: from a share of the length to what stands at the axis.

    Returns:
        An SVG element.
    """
    height = _ROW * len(ratios) + _FOOT
    parts = [f'<svg viewBox="0 0 {_WIDTH} {height}" role="img">']
    for row, (stem, values) in enumerate(ratios.items()):
        base = (row + 1) * _ROW - 2
        parts.append(
            f'<text x="10" y="{base - _ROW / 2 + 8}" class="{stem.value}">{stem.value}</text>'
        )
        parts.append(_area(values, base, stem))
    for tick in range(_TICKS + 1):
        share = tick / _TICKS
        x = _LEFT + share * (_WIDTH - _LEFT - _RIGHT)
        # the first and the last one stay inside
        anchor = "start" if tick == 0 else "end" if tick == _TICKS else "middle"
        words = escape(written(share))
        parts.append(f'<text x="{x:.0f}" y="{height - 8}" text-anchor="{anchor}">{words}</text>')
    return "".join([*parts, "</svg>"])


def _area(values: FloatArray, base: float, stem: Stem) -> str:
    width = _WIDTH - _LEFT - _RIGHT
    step = width / max(len(values), 1)
    points = [f"{_LEFT},{base}"]
    for place, value in enumerate(values):
        top = base - (_ROW - 8) * float(value)
        points += [
            f"{_LEFT + place * step:.1f},{top:.1f}",
            f"{_LEFT + (place + 1) * step:.1f},{top:.1f}",
        ]
    points.append(f"{_LEFT + width},{base}")
    return f'<polygon points="{" ".join(points)}" fill="var(--{stem.value})" fill-opacity="0.75"/>'
