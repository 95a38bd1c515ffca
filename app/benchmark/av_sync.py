"""`python -m app.benchmark.av_sync`: how far apart a picture is seen and its sound is heard.

A film flashes and beeps about once a second. The program's own window plays it on the sound device
of this computer. Heard is a beep at the time that `SinkMonitor` gives for the sample with which it
begins. Seen is a flash at the end of the paint event that drew the first white picture; what the
screen and the window system add after that, one or two of their own frames, is not measured. Both
times are of one clock, `time.monotonic`. A picture can be painted only when the window looks what
is due, so the offsets spread over one such interval even where nothing is late.
"""

import argparse
import json
import os
import sys
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from fractions import Fraction
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
from PySide6.QtCore import QEvent, QEventLoop, QObject

from app.benchmark.figures import Figure
from app.benchmark.flash_film import FLASH_LEVEL, write_flash_film
from app.benchmark.material import RATE_HZ
from app.benchmark.session import LeftOutError, open_window, turn_until, work_folder
from app.benchmark.sink_monitor import SinkMonitor
from app.main_window import MainWindow
from app.playback.devices.output_devices import list_devices
from app.views.picture.video_view import VideoView

SHORT_S = 20.0
_FILM = "flashes.mov"
_PATIENCE_S = 30.0
_PAIR_WITHIN_S = 0.4  # a flash and a beep that are further apart do not belong together
_DRIFT_MS = 10.0
_MOST_GAPS = 9  # a busy computer has some before the device's delay has grown


@dataclass(frozen=True)
class PlayedFilm:
    """What was seen of a film, and what it cost.

    Attributes:
        flashes_s: `time.monotonic` of each flash.
        painted_share: of the film's pictures.
        num_gaps: times that the sound device ran dry.
        window_share: of a core that the window's thread used.
        process_share: of a core that the whole program used.
    """

    flashes_s: tuple[float, ...]
    painted_share: float
    num_gaps: int
    window_share: float
    process_share: float


@dataclass(frozen=True)
class SyncReport:
    """Flashes and beeps that belong together.

    Attributes:
        fps: pictures a second.
        beeps_s: when each was heard, from the first one on.
        offsets_s: by how much each flash was seen after its beep was heard.
        num_missed: beeps without a flash.
        uncertain_s: of the clocks.
        film: what was seen.
    """

    fps: float
    beeps_s: tuple[float, ...]
    offsets_s: tuple[float, ...]
    num_missed: int
    uncertain_s: float
    film: PlayedFilm

    @property
    def drift_s(self) -> float:
        """By how much the offsets grew from the first quarter to the last."""
        quarter = max(1, len(self.offsets_s) // 4)
        return float(np.median(self.offsets_s[-quarter:]) - np.median(self.offsets_s[:quarter]))


class PaintTimes(QObject):
    """Notes when the pictures of a video view were on screen."""

    def __init__(self, video: VideoView) -> None:
        super().__init__(video)
        self._video, self._shown, self._is_flash = video, -1, False
        self.flashes_s: list[float] = []
        self.num_pictures = 0
        video.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the view paint, then look at the clock."""
        if event.type() != QEvent.Type.Paint:
            return super().eventFilter(watched, event)
        watched.event(event)
        self._note(time.monotonic())
        return True

    def _note(self, now_s: float) -> None:
        frame = self._video.frame
        if frame is None or frame.number == self._shown:
            return
        was_flash, self._shown = self._is_flash, frame.number
        self._is_flash = float(frame.image[::32, ::32, 1].mean()) > FLASH_LEVEL
        self.num_pictures += 1
        if self._is_flash and not was_flash:
            self.flashes_s.append(now_s)


def measure_av_sync(folder: Path, fps: Fraction, length_s: float) -> SyncReport:
    """Play a film in the window and compare what is seen with what is heard.

    Args:
        folder: for the film and the recording.
        fps: of the film.
        length_s: of the film, rounded up to whole scenes.

    Returns:
        Flashes and beeps that belong together.

    Raises:
        LeftOutError: there is no sound device whose output can be recorded.
    """
    if not list_devices():
        raise LeftOutError("there is no sound device")
    write_flash_film(folder / _FILM, fps, length_s)
    try:
        monitor = SinkMonitor(folder / "heard.raw")
    except OSError as error:
        raise LeftOutError(f"the sound cannot be recorded: {error}") from error
    try:
        film = _played(folder, fps)
    finally:
        monitor.stop()
    try:
        clock = monitor.clock()
    except OSError as error:
        raise LeftOutError(str(error)) from error
    heard_s = clock.start_s + monitor.beeps() / clock.rate_hz
    if not len(heard_s):
        raise LeftOutError("the sound device is not the one that is recorded")
    if not film.flashes_s:
        raise LeftOutError("no picture was shown")
    return paired(float(fps), heard_s, film, clock.uncertain_s)


def figures_of(report: SyncReport) -> Iterator[Figure]:
    """The report in numbers."""
    frames = np.asarray(report.offsets_s) * report.fps
    at = f"at {report.fps:.5g} fps"
    far = np.abs(frames)
    yield Figure(f"picture against sound {at}, mean", abs(float(frames.mean())), "frame", 0.5)
    p95, most = float(np.percentile(far, 95)), float(far.max())
    yield Figure("its 95th percentile", p95, "frame", 0.5)
    yield Figure("its largest", most, "frame", 1.0)
    yield Figure("its drift over the run", 1000 * abs(report.drift_s), "ms", _DRIFT_MS)
    yield Figure("uncertainty of the clocks", 1000 * report.uncertain_s, "ms", 10.0)
    missed = 100 * report.num_missed / (report.num_missed + len(frames))
    yield Figure("flashes that were not seen", missed, "%", 5.0)
    film = report.film
    shown = 100 * film.painted_share
    yield Figure("pictures that were painted", shown, "%", 95.0, at_least=True)
    yield Figure("gaps in the sound", film.num_gaps, "", _MOST_GAPS)
    yield Figure("processor of the window's thread, of one core", 100 * film.window_share, "%", 50)
    yield Figure("processor of the program, of one core", 100 * film.process_share, "%", 100)


def sync_figures(folder: Path) -> Iterator[Figure]:
    """Picture against sound in a short film."""
    yield from figures_of(measure_av_sync(folder, Fraction(25), SHORT_S))


def _played(folder: Path, fps: Fraction) -> PlayedFilm:
    """Play the film from its start, in the event loop that the program uses."""
    with open_window(folder) as (application, window):
        context = window.context
        window.open_path(folder / _FILM)
        turn_until(application, lambda: _is_ready(window), _PATIENCE_S)
        if not _is_ready(window):
            raise LeftOutError("the film did not open in time")
        length_s = context.project.whole.num_samples / RATE_HZ
        paints = PaintTimes(window.video)
        begun, thread_s, process_s = time.monotonic(), time.thread_time(), time.process_time()
        _play_through(window)
        wall_s = time.monotonic() - begun
        return PlayedFilm(
            tuple(paints.flashes_s),
            paints.num_pictures / (float(fps) * length_s),
            context.playback.player.num_underruns,
            (time.thread_time() - thread_s) / wall_s,
            (time.process_time() - process_s) / wall_s,
        )


def _is_ready(window: MainWindow) -> bool:
    context = window.context
    is_drawn = context.store.is_settled() and window.video.frame is not None
    return context.project.is_decoded and is_drawn


def _play_through(window: MainWindow) -> None:
    """Play until the end of the film, or until playback fails."""
    transport, loop = window.context.transport, QEventLoop()

    def end() -> None:
        if not transport.playing:
            loop.quit()

    transport.state_changed.connect(end)
    transport.play()
    loop.exec()


def paired(fps: float, heard_s: np.ndarray, film: PlayedFilm, uncertain_s: float) -> SyncReport:
    """Each beep with its nearest flash, but the first one, which is faded in.

    Args:
        fps: of the film.
        heard_s: (beep,), `time.monotonic` of each.
        film: what was seen, at least one flash.
        uncertain_s: of the clocks.

    Returns:
        All pairs that are less than half a second apart.
    """
    seen_s = np.asarray(film.flashes_s)
    offsets, beeps, num_missed = [], [], 0
    for beep_s in heard_s[1:]:
        distances = seen_s - beep_s
        nearest = distances[np.argmin(np.abs(distances))]
        if abs(nearest) > _PAIR_WITHIN_S:
            num_missed += 1
            continue
        offsets.append(float(nearest))
        beeps.append(float(beep_s - heard_s[0]))
    return SyncReport(fps, tuple(beeps), tuple(offsets), num_missed, uncertain_s, film)


def main() -> int:
    """Measure as asked; 1 where a figure misses its goal, 2 without a sound device."""
    parser = argparse.ArgumentParser(description="How far apart picture and sound are.")
    parser.add_argument("--seconds", type=float, default=60.0, help="length of the film")
    parser.add_argument("--fps", type=Fraction, default=Fraction(25), help="such as 24000/1001")
    parser.add_argument("--details", type=Path, help="write each offset to this JSON file")
    options = parser.parse_args()
    with work_folder() as folder:
        for variable in ("CASS_DATA", "CASS_CACHE"):
            os.environ[variable] = str(folder / variable.lower())
        try:
            report = measure_av_sync(folder, options.fps, options.seconds)
        except LeftOutError as error:
            sys.stderr.write(f"Nothing was measured: {error}.\n")
            return 2
    if options.details is not None:
        options.details.write_text(json.dumps(asdict(report)), encoding="utf-8")
    figures = list(figures_of(report))
    sys.stdout.writelines(figure.line() + "\n" for figure in figures)
    return 0 if all(figure.is_reached for figure in figures) else 1


if __name__ == "__main__":
    sys.exit(main())
