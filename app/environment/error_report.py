"""What the user reads when something goes wrong, and the log that holds the rest.

An error the library foresees is a sentence already. Everything else is a fault of the program: the
user gets one sentence that names the log file, the log gets the traceback.
"""

import logging
import platform
import sys
import threading
from importlib.metadata import PackageNotFoundError, version
from logging.handlers import RotatingFileHandler
from pathlib import Path
from queue import SimpleQueue
from types import TracebackType

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal, Slot

from app.environment.library_sentences import translated
from cass_core.errors import CassError
from cass_core.resource_files import user_data_folder
from cass_core.shown_text import shown

_log = logging.getLogger(__name__)

_LOOK_MS = 250
_LOG_BYTES, _OLD_LOGS = 1 << 20, 2
_TOLD_BYTES = 8_000
_TOLD_PACKAGES = ("cass-studio", "PySide6-Essentials", "torch", "av", "numpy", "sounddevice")


class ShownFormatter(logging.Formatter):
    """Writes a message in one line, whatever the names of files in it hold."""

    def formatMessage(self, record: logging.LogRecord) -> str:  # noqa: N802 - logging's name
        """The line without a traceback."""
        record.message = shown(record.message)
        return super().formatMessage(record)


def log_path() -> Path:
    """The program's log file."""
    return user_data_folder() / "log" / "cass-studio.log"


def start_log() -> None:
    """Write warnings and faults to the log file; without a place for it, to stderr alone."""
    try:
        log_path().parent.mkdir(parents=True, exist_ok=True)
        handler: logging.Handler = RotatingFileHandler(
            log_path(), maxBytes=_LOG_BYTES, backupCount=_OLD_LOGS, encoding="utf-8", delay=True
        )
    except OSError:
        handler = logging.StreamHandler()
    handler.setFormatter(ShownFormatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logging.getLogger().addHandler(handler)
    # so that a report says where it comes from, whatever else is in the log
    about = logging.getLogger(f"{__name__}.start")
    about.setLevel(logging.INFO)
    about.info("Started: %s", "; ".join(surroundings()))


def surroundings() -> tuple[str, ...]:
    """The system and the versions that matter; names no user and no file."""
    system = f"{platform.system()} {platform.release()} {platform.machine()}"
    packages = (f"{name} {_version(name)}" for name in _TOLD_PACKAGES)
    return (system, f"Python {platform.python_version()}", *packages)


def details_for_report(sentence: str = "") -> str:
    """What a report of a fault should hold: sentence, surroundings, the end of the log."""
    return "\n".join(filter(None, [sentence, *surroundings(), "", log_end().strip()]))


def log_end() -> str:
    """The last lines of the log; nothing where there is none."""
    try:
        with log_path().open("rb") as log:
            log.seek(max(log_path().stat().st_size - _TOLD_BYTES, 0))
            return log.read().decode("utf-8", "replace")
    except OSError:
        return ""


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "unknown"


def sentence_for(error: BaseException) -> str:
    """One sentence for the user; what the library did not foresee is logged with its traceback."""
    if isinstance(error, CassError):
        return translated(str(error))
    _log.error("Unforeseen %s", type(error).__name__, exc_info=error)
    translate = QCoreApplication.translate
    if isinstance(error, MemoryError):
        return translate("Faults", "The memory is full; close other programs and try again.")
    if isinstance(error, OSError):
        reason = translated(error.strerror or str(error)) or translate("Faults", "no reason given")
        name = translate("Faults", "A file") if error.filename is None else str(error.filename)
        return translate(
            "Faults",
            "{name} cannot be used ({reason}); check the disk and the rights of the folder.",
        ).format(name=name, reason=reason)
    return translate(
        "Faults",
        "Something went wrong that should not have ({kind}); please report it together with {log}.",
    ).format(kind=type(error).__name__, log=log_path())


class ErrorHook(QObject):
    """Catches what no one else caught, in slots and in threads, and keeps the program running.

    Signals:
        raised: one sentence for the user.
    """

    raised = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sentences: SimpleQueue[str] = SimpleQueue()
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self._on_timeout)

    def install(self) -> None:
        """Take the place of Python's own hooks."""
        sys.excepthook = self._on_error
        threading.excepthook = self._on_thread_error
        self._timer.start()

    def _on_error(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        self.raised.emit(sentence_for(error.with_traceback(trace)))

    def _on_thread_error(self, details: threading.ExceptHookArgs) -> None:
        """Keep the sentence: a thread that Qt did not start may not emit."""
        if details.exc_value is not None:
            self._sentences.put(sentence_for(details.exc_value))

    @Slot()
    def _on_timeout(self) -> None:
        while not self._sentences.empty():
            self.raised.emit(self._sentences.get())
