"""Gaps in the sound of the first minute, on a computer all of whose cores are busy."""

import os
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import numpy.typing as npt

from app.benchmark.figures import Figure
from app.benchmark.material import RATE_HZ
from app.benchmark.null_sink import null_sink
from app.benchmark.session import LeftOutError, open_window, turn_until, work_folder
from app.benchmark.sink_monitor import SinkMonitor
from cass_core.evaluation.benchmark.busy_cores import busy_cores

_PLAY_S, _PATIENCE_S = 60.0, 120.0
_GAP = RATE_HZ // 1000  # so many silent samples in a row are heard as a gap


def dropout_figures(folder: Path) -> Iterator[Figure]:
    """Play the film's first minute to a null sink that is recorded, beside busy processes."""
    # sockets have short paths, whatever the measurement's folder is called
    with work_folder() as own, null_sink(own / "sound"):
        try:
            monitor = SinkMonitor(own / "recorded.raw")
        except OSError as error:
            raise LeftOutError(str(error)) from error
        num_underruns, delay_s = _played(folder)
        monitor.stop()
        gaps = gap_lengths(np.fromfile(own / "recorded.raw", "<i2"))
    yield Figure("gaps in the first minute's sound on busy cores", len(gaps), "", 0)
    yield Figure("silence in it", 1000 * sum(gaps) / RATE_HZ, "ms", 0)
    yield Figure("blocks that came too late for the device", num_underruns, "", 0)
    yield Figure("delay of the device at the end", 1000 * delay_s, "ms", 100)


def gap_lengths(recorded: npt.NDArray[np.int16]) -> list[int]:
    """Silence between the first sample that is heard and the last.

    Args:
        recorded: (sample,) of sound that is never silent by itself.

    Returns:
        Samples of each gap of a millisecond or more.
    """
    loud = np.flatnonzero(recorded)
    silent = np.diff(loud) - 1
    return [int(length) for length in silent[silent >= _GAP]]


def _played(folder: Path) -> tuple[int, float]:
    """Blocks that came too late, and the delay that the device has in the end."""
    with open_window(folder) as (application, window):
        context = window.context
        window.open_path(folder / "film.mp4")
        turn_until(application, lambda: context.project.is_decoded, _PATIENCE_S)
        if not context.project.is_decoded:
            raise LeftOutError("the film did not open in time")
        end = round(_PLAY_S * RATE_HZ)
        with busy_cores(os.cpu_count() or 1):
            context.transport.play()
            turn_until(application, lambda: context.transport.position >= end, 2 * _PLAY_S)
            context.transport.pause()
        return context.playback.player.num_underruns, context.playback.devices.delay_s
