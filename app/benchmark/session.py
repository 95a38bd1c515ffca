"""A window to measure: its event loop is turned by hand, so that each step can be timed."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication

from app.environment.settings import Settings
from app.environment.settings_store import SettingsStore
from app.main_window import MainWindow
from app.program import freeze_start_objects, make_application, start_decoder

_SIZE_PX = (1600, 900)
_TO_CHOOSE_S = 1.0  # a user takes longer to find a movie


class LeftOutError(Exception):
    """Something cannot be measured on this computer; the reason as a clause."""


class PaintCount(QObject):
    """Counts how often a widget is painted."""

    def __init__(self, watched: QObject) -> None:
        super().__init__(watched)
        self.count = 0
        watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Count; everything goes on."""
        if event.type() == QEvent.Type.Paint:
            self.count += 1
        return super().eventFilter(watched, event)


@contextmanager
def open_window(folder: Path) -> Iterator[tuple[QApplication, MainWindow]]:
    """The program's window with settings of its own.

    Args:
        folder: for its settings.

    Yields:
        The application and the window, shown.
    """
    settings = Settings(SettingsStore(folder / "settings.json"))
    existing = QApplication.instance()
    application = existing if isinstance(existing, QApplication) else make_application(settings)
    window = MainWindow(settings)
    window.resize(*_SIZE_PX)
    window.show()
    start_decoder()
    turn_for(application, _TO_CHOOSE_S)
    freeze_start_objects()
    try:
        yield application, window
    finally:
        window.video.stop()
        window.context.stop(keep_changes=False)
        window.deleteLater()
        turn_for(application, 0.1)


def turn_until(
    application: QApplication, done: Callable[[], bool], most_s: float
) -> tuple[float, list[float]]:
    """Turn the event loop until something is so.

    Args:
        application: whose loop.
        done: looked at after each turn.
        most_s: give up after this time.

    Returns:
        Seconds that it took, and the seconds of each turn.
    """
    begun = time.perf_counter()
    turns = []
    while not done() and time.perf_counter() - begun < most_s:
        before = time.perf_counter()
        application.processEvents()
        turns.append(time.perf_counter() - before)
        time.sleep(0.002)
    return time.perf_counter() - begun, turns


def turn_for(application: QApplication, seconds: float) -> list[float]:
    """Turn the event loop for a time; gives the seconds of each turn."""
    return turn_until(application, lambda: False, seconds)[1]


@contextmanager
def work_folder() -> Iterator[Path]:
    """A folder that is gone afterwards."""
    with TemporaryDirectory(prefix="cass-bench-") as name:
        yield Path(name)
