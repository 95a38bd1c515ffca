"""Figures of the report; the only place that draws with matplotlib."""

import io
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from cass_core.clips import FloatArray
from cass_core.decibels import power_to_db
from cass_core.errors import OutputError
from cass_core.synthesis.corpus.catalog import CATALOG_RATE_HZ
from cass_core.whole_files import write_bytes

if TYPE_CHECKING:
    from matplotlib.figure import Figure

Line = tuple[Sequence[float], Sequence[float]]  # places and values

_MOST_BYTES = 80_000
_DPIS = (110, 90, 75, 60, 45)
_N_FFT, _HOP = 1024, 256
_RANGE_DB = 60.0
_COLOURS = 64


def line_figure(
    path: Path,
    lines: Mapping[str, Line],
    labels: tuple[str, str],
    *,
    doubling: bool = False,
    dashed: Mapping[str, Line] | None = None,
    dashed_label: str = "",
) -> None:
    """Draw lines over one axis.

    Args:
        path: the PNG.
        lines: by their names.
        labels: of both axes.
        doubling: whether each tick of the lower axis doubles the one before.
        dashed: more lines on an axis of their own.
        dashed_label: of that axis.
    """
    figure, axes = _figure(7.0, 3.6)
    for name, (places, values) in lines.items():
        axes.plot(places, values, marker="o", markersize=3, label=name)
    if doubling:
        ticks = sorted({place for places, _ in lines.values() for place in places})
        axes.set_xscale("log", base=2)
        axes.set_xticks(ticks, [f"{tick:g}" for tick in ticks])
    axes.set_xlabel(labels[0])
    axes.set_ylabel(labels[1])
    axes.grid(visible=True, alpha=0.3)
    if dashed:
        other = axes.twinx()
        for name, (places, values) in dashed.items():
            other.plot(places, values, "--", color="grey", label=name)
        other.set_ylabel(dashed_label)
    axes.legend(loc="best", fontsize="x-small", ncols=2)
    _save(figure, path)


def panel_figure(path: Path, panels: Mapping[str, Line], lower_label: str) -> None:
    """Draw each line in a panel of its own, over ticks that double.

    Args:
        path: the PNG.
        panels: by their titles.
        lower_label: of the lower axes.
    """
    from matplotlib.figure import Figure

    figure = Figure(figsize=(9.0, 2.8), layout="constrained")
    rows = np.atleast_1d(figure.subplots(1, len(panels)))
    for axes, (title, (places, values)) in zip(rows, panels.items(), strict=True):
        axes.plot(places, values, marker="o", markersize=3)
        axes.set_xscale("log", base=2)
        axes.set_xticks(places, [f"{place:g}" for place in places])
        axes.set_title(title, fontsize="small")
        axes.set_xlabel(lower_label, fontsize="small")
        axes.tick_params(labelsize="x-small")
        axes.grid(visible=True, alpha=0.3)
    _save(figure, path)


def spectrogram_figure(path: Path, sounds: Mapping[str, FloatArray]) -> None:
    """Draw spectrograms of (sample,) at the model's rate beside each other, on one scale."""
    from matplotlib.figure import Figure

    figure = Figure(figsize=(9.0, 2.6), layout="constrained")
    levels = {name: _levels(samples) for name, samples in sounds.items()}
    loudest = max(float(level.max()) for level in levels.values())
    for axes, (name, level) in zip(
        np.atleast_1d(figure.subplots(1, len(sounds), sharey=True)), levels.items(), strict=True
    ):
        seconds = level.shape[1] * _HOP / CATALOG_RATE_HZ
        axes.imshow(
            level, origin="lower", aspect="auto", cmap="magma", interpolation="antialiased",
            vmin=loudest - _RANGE_DB, vmax=loudest, extent=(0, seconds, 0, CATALOG_RATE_HZ / 2000),
        )  # fmt: skip
        axes.set_title(name, fontsize="small")
        axes.tick_params(labelsize="x-small")
    figure.supylabel("kHz", fontsize="x-small")
    _save(figure, path)


def _levels(samples: FloatArray) -> FloatArray:
    """(bin, frame) in dB."""
    frames = np.lib.stride_tricks.sliding_window_view(samples, _N_FFT)[::_HOP]
    power = np.abs(np.fft.rfft(frames * np.hanning(_N_FFT), axis=1)) ** 2
    return np.asarray(power_to_db(power.T + 1e-9), np.float32)


def _figure(width: float, height: float) -> tuple["Figure", Any]:
    from matplotlib.figure import Figure

    figure = Figure(figsize=(width, height), layout="constrained")
    return figure, figure.subplots()


def _save(figure: "Figure", path: Path) -> None:
    """Write a PNG of at most `_MOST_BYTES`, coarser where it would be larger."""
    from PIL import Image

    for dpi in _DPIS:
        drawn, memory = io.BytesIO(), io.BytesIO()
        # no date and no version: the same numbers give the same file
        figure.savefig(drawn, format="png", dpi=dpi, metadata={"Software": None})
        few_colours = Image.open(drawn).convert("RGB").quantize(_COLOURS)
        few_colours.save(memory, format="png", optimize=True)
        if memory.tell() <= _MOST_BYTES:
            break
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_bytes(path, memory.getvalue(), durable=False)
    except OSError as error:
        raise OutputError(
            f"{path} cannot be written ({error.strerror}); choose another place for the report."
        ) from error
