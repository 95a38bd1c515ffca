"""The real window on an empty home, and a camera that takes it in both themes."""

import os
import time
from collections.abc import Callable
from pathlib import Path

from composition import laid_over
from eight_bit import reduced
from PySide6.QtCore import QLocale, QPoint
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QWidget

from app.environment.settings import stored_settings
from app.look.theme import choose_theme
from app.main_window import MainWindow
from app.playback.engine.meter_readings import MeterReadings
from app.program import make_application
from cass_core.clips import SampleSpan

SIZE_PX = (1600, 900)
THEMES = ("dark", "light")
_MADE_AT = 1_767_225_600  # a date in place of the time at which the pictures are taken
_LONGEST_S = 300.0


class Studio:
    """Lets the window live and takes its picture.

    Attributes:
        home: folder of the user who is played.
        window: the program's own.
    """

    def __init__(self, home: Path, out: Path, suffix: str, wanted: set[str]) -> None:
        """Open the window.

        Args:
            home: folder of the user who is played.
            out: where the pictures go.
            suffix: behind each picture's name.
            wanted: scenes to take; empty for all.
        """
        self.home, self._out, self._suffix, self._wanted = home, out, suffix, wanted
        self._settings = stored_settings()
        self._readings: MeterReadings | None = None
        self.application = make_application(self._settings)
        QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
        self.window = MainWindow(self._settings)
        # how busy the computer is that takes the pictures is not their subject
        devices = self.window.context.playback.devices
        devices.problem.disconnect(self.window.show_problem)
        self.window.resize(*SIZE_PX)
        self.window.show()
        self.wait(0.5)

    def sample(self, seconds: float) -> int:
        """A position of the open movie."""
        programme = self.window.context.project.programme
        return round(seconds * programme.rate_hz) if programme else 0

    def span(self, start_s: float, stop_s: float) -> SampleSpan:
        """A part of the open movie."""
        return SampleSpan(self.sample(start_s), self.sample(stop_s))

    @property
    def movie(self) -> Path:
        """What the user who is played opens."""
        return self.home / "Movies" / "Night train.mov"

    def play(self, start_s: float, stop_s: float) -> None:
        """Play a part, so that the meters show what was heard, and stop at its end.

        Args:
            start_s: in seconds from the start.
            stop_s: where it stops, likewise.
        """
        transport = self.window.context.transport
        transport.seek(self.sample(start_s))
        transport.play()
        # a device that stalls is taken for gone, and playing stops
        self.wait_until(lambda: not transport.playing or transport.position >= self.sample(stop_s))
        self._readings = self.window.context.playback.meters.readings
        transport.pause()
        transport.seek(self.sample(stop_s))
        self.window.status.say("")

    def wait(self, seconds: float) -> None:
        """Let the window live for a while."""
        end_s = time.monotonic() + seconds
        while time.monotonic() < end_s:
            self.application.processEvents()
            time.sleep(0.005)

    def wait_until(self, done: Callable[[], bool]) -> None:
        """Let the window live until something is so.

        Args:
            done: asked some hundred times a second.

        Raises:
            TimeoutError: it never was.
        """
        end_s = time.monotonic() + _LONGEST_S
        while not done():
            if time.monotonic() > end_s:
                raise TimeoutError("the window never came to what the picture shows")
            self.application.processEvents()
            time.sleep(0.002)

    def settle(self) -> None:
        """Wait until the spectrograms are complete and no news has come for a while."""
        quiet = [time.monotonic()]

        def on_news(_lane: str) -> None:
            quiet[0] = time.monotonic()

        self.window.context.store.tiles_changed.connect(on_news)
        self.wait_until(lambda: time.monotonic() - quiet[0] > 1.0)
        self.window.context.store.tiles_changed.disconnect(on_news)

    def take(self, scene: str, over: QWidget | None = None, at: QPoint | None = None) -> None:
        """Take a scene in both themes.

        Args:
            scene: the pictures' name.
            over: a dialog or menu that lies over the window.
            at: its left upper corner in the window; the middle if None.
        """
        if self._wanted and scene not in self._wanted:
            return
        self._date_takes()
        for theme in reversed(THEMES):
            choose_theme(self.application, self._settings, theme)
            self.wait(0.3)
            self._freeze()
            picture = self.window.grab()
            if over is not None:
                picture = laid_over(picture, over, at)
            self._keep(picture, f"{scene}-{theme}{self._suffix}")

    def _freeze(self) -> None:
        """Let the meters show what was measured when playing stopped; they have fallen since."""
        if self._readings is not None:
            self.window.context.playback.meters.show(self._readings)

    def _keep(self, picture: QPixmap, name: str) -> None:
        reduced(picture.toImage()).save(str(self._out / f"{name}.png"), "PNG", 0)

    def _date_takes(self) -> None:
        """The list of versions shows when they were made, which must not change each time."""
        versions = self.window.context.project.versions
        for take in versions.takes:
            os.utime(take.folder, (_MADE_AT, _MADE_AT))
        versions.changed.emit()

    def close(self) -> None:
        """End the program without a question."""
        context = self.window.context
        if context.separation.busy:
            context.separation.cancel()
            self.wait_until(lambda: not context.separation.busy)
        context.undo.setClean()
        self.window.file_controls.may_leave = lambda *_, **__: True
        self.window.close()
        self.wait(0.2)
