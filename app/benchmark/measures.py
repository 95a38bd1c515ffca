"""The measurements of `cass bench app`, each a function that gives figures."""

import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from app.benchmark.av_sync import sync_figures
from app.benchmark.dropouts import dropout_figures
from app.benchmark.figures import Figure, percentile, resident_mb
from app.benchmark.long_film import show_long_film
from app.benchmark.material import RATE_HZ
from app.benchmark.repairs import repair_figures
from app.benchmark.session import PaintCount, open_window, turn_for, turn_until
from app.lanes import LANES
from app.main_window import MainWindow
from cass_core.clips import SampleSpan
from cass_core.stem_names import MIXTURE_CODE

FILM_S = 600
_STARTS, _PLAY_S, _LANE_S, _STEPS = 3, 10.0, 4.0, 60
_PATIENCE_S = 60.0


def start_figures(_folder: Path) -> Iterator[Figure]:
    """From process start to window shown; the median of three starts."""
    times, with_torch = [], False
    for _ in range(_STARTS):
        command = [sys.executable, "-m", "app.benchmark.start_time", repr(time.time())]
        told = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()
        times.append(float(told[0]))
        with_torch |= told[1] == "1"
    yield Figure("window on screen after process start", percentile(times, 0.5), "s", 2.0)
    yield Figure("PyTorch imported by then (1 = yes)", float(with_torch), "", 0.0)


def opening_figures(folder: Path) -> Iterator[Figure]:
    """First and full spectrograms of a 10-minute 1080p movie, and the longest turn of the loop."""
    with open_window(folder) as (application, window):
        store, seen = window.context.store, PaintCount(window.lanes.lanes[MIXTURE_CODE].canvas)
        shown: list[str] = []
        store.tiles_changed.connect(shown.append)
        window.open_path(folder / "film.mp4")
        first_s, first = turn_until(application, lambda: bool(shown), _PATIENCE_S)

        def is_full() -> bool:
            return window.context.project.is_decoded and store.is_settled()

        rest_s, rest = turn_until(application, is_full, _PATIENCE_S)
        yield Figure("first spectrogram of a 10-minute 1080p movie", first_s, "s", 2.0)
        yield Figure("its full detail", first_s + rest_s, "s", 10.0)
        longest_ms = 1000 * max(first + rest)
        yield Figure("longest turn of the event loop meanwhile", longest_ms, "ms", 50.0)
        yield Figure("paints of the mixture's lane meanwhile", seen.count, "", 1, at_least=True)


def long_film_figures(folder: Path) -> Iterator[Figure]:
    """Zoom, scroll, playhead and memory with four lanes of three hours."""
    with open_window(folder) as (application, window):
        show_long_film(window)
        turn_until(application, window.context.store.is_settled, _PATIENCE_S)
        steps_ms = list(_view_steps(application, window))
        share = "zoom or scroll step of a 3-hour film, 95th percentile"
        yield Figure(share, percentile(steps_ms, 0.95), "ms", 33.0)
        yield _lane_figure(application, window)
        yield from _playhead_figures(application, window)
        yield Figure("memory with a 3-hour film", resident_mb(), "MB", 600.0)


def _view_steps(application: QApplication, window: MainWindow) -> Iterator[float]:
    """Milliseconds of each change of the view, painting included."""
    view, length = window.context.view, window.context.project.whole.num_samples
    view.show_span(SampleSpan(length // 3, length // 3 + 60 * RATE_HZ))
    turn_for(application, 1.0)
    moves: list[Callable[[], None]] = [lambda: view.scroll(view.visible.num_samples // 10)] * _STEPS
    moves += [lambda: view.zoom(1.25, (view.visible.start + view.visible.stop) // 2)] * _STEPS
    moves += [lambda: view.zoom(0.8, view.visible.start)] * _STEPS
    moves += [lambda: view.scroll(-view.visible.num_samples // 4)] * _STEPS
    for move in moves:
        begun = time.perf_counter()
        move()
        application.processEvents()
        yield 1000 * (time.perf_counter() - begun)
        turn_for(application, 0.03)


def _lane_figure(application: QApplication, window: MainWindow) -> Figure:
    """The longest turn of the loop while the loudness lane is shown for the first time."""
    view = window.context.view
    view.show_span(window.context.project.whole)
    turn_until(application, window.context.store.is_settled, _PATIENCE_S)
    view.show_lanes({lane.code for lane in LANES if lane.show is not None})
    longest_s = max(turn_for(application, _LANE_S))
    view.show_lanes(())
    return Figure("longest turn while the loudness lane comes", 1000 * longest_s, "ms", 50.0)


def _playhead_figures(application: QApplication, window: MainWindow) -> Iterator[Figure]:
    context = window.context
    # so near that the playhead moves by a pixel with each redraw
    context.view.show_span(SampleSpan(0, 15 * RATE_HZ))
    turn_until(application, context.store.is_settled, _PATIENCE_S)
    canvas = PaintCount(window.lanes.lanes[MIXTURE_CODE].canvas)
    context.transport.play()
    turn_for(application, 1.0)
    before, begun = canvas.count, time.perf_counter()
    own, all_threads = time.thread_time(), time.process_time()
    # Qt's own loop sleeps between events, as in the program; ours would look for them all the time
    QTimer.singleShot(round(1000 * _PLAY_S), application.quit)
    application.exec()
    wall = time.perf_counter() - begun
    redraws = (canvas.count - before) / wall
    context.transport.pause()
    yield Figure("redraws of the playhead", redraws, "/s", 55.0, at_least=True)
    own_share = 100 * (time.thread_time() - own) / wall
    yield Figure("processor of the window's thread meanwhile, of one core", own_share, "%", 25.0)
    share = 100 * (time.process_time() - all_threads) / wall
    yield Figure("processor of playing, mixing and metering, of one core", share, "%", 50.0)


MEASURES: dict[str, Callable[[Path], Iterator[Figure]]] = {
    "start": start_figures,
    "opening": opening_figures,
    "long film": long_film_figures,
    "picture and sound": sync_figures,
    "dropouts": dropout_figures,
    "repairs": repair_figures,
}
"""All measurements; the work folder given to each holds `film.mp4`."""
