"""The program from its start to the closed window; nothing before this needs Qt."""

import gc
import signal
import sys
from contextlib import suppress
from pathlib import Path
from threading import Thread

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from app.actions.key_event_filter import KeyEventFilter
from app.actions.open_event_filter import OpenEventFilter
from app.environment.error_report import ErrorHook, start_log
from app.environment.settings import Settings, stored_settings
from app.environment.translation import install_translation
from app.look.icons import application_icon
from app.look.theme import apply_chosen_theme
from app.main_window import MainWindow
from cass_core.errors import CassError
from cass_core.isolation.isolated import start_idle


def run(path: Path | None, model: str | None) -> int:
    """Show the window until it is closed.

    Args:
        path: a movie, sound file or project to open; None for the first page.
        model: name or folder of the model; None for the one used last.

    Returns:
        The process's exit code.
    """
    start_log()
    # Qt's loop runs no Python while it waits, so that Ctrl+C in a terminal would do nothing
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    settings = stored_settings()
    application = make_application(settings)
    window = MainWindow(settings, model)
    KeyEventFilter(application, window.action_table["play"])
    if sys.platform == "darwin":  # elsewhere a file comes as an argument
        OpenEventFilter(application).asked.connect(window.open_path)
    hook = ErrorHook()
    hook.raised.connect(window.help_controls.show_fault)
    hook.install()
    # a session that ends asks nobody: what is not saved is offered at the next start
    application.commitDataRequest.connect(lambda _: window.context.saver.autosaving.write())

    def begin() -> None:
        """Work that a crash has left comes first."""
        freeze_start_objects()
        if path is None:
            start_decoder()
        if settings.set_aside is not None:
            window.status.say(_set_aside_words(settings.set_aside), "warning")
        if not window.file_controls.offer_recovery() and path is not None:
            window.open_path(path)

    window.shown.connect(begin)
    window.show()
    return application.exec()


def _set_aside_words(path: Path) -> str:
    words = QCoreApplication.translate(
        "Program",
        "Your settings were damaged and are as at the first start; the old ones are in {path}.",
    )
    return words.format(path=path)


def freeze_start_objects() -> None:
    """Let garbage collection pass over what stands now: all of the program, but nothing opened.

    Looking through all of it stops the window for 40 ms, more than a frame, whenever it happens.
    """
    gc.collect()
    gc.freeze()


def start_decoder() -> None:
    """Start the process that opens movies while the user looks for one; returns at once."""
    Thread(target=_start_decoder, name="start decoder", daemon=True).start()


def _start_decoder() -> None:
    with suppress(CassError):  # opening a movie tries again and says what is wrong
        start_idle("cass_core.programme.opened_movie")


def make_application(settings: Settings) -> QApplication:
    """Qt with the program's name, language and look.

    Args:
        settings: of this user.

    Returns:
        The application, dressed.
    """
    application = QApplication(sys.argv[:1])
    application.setApplicationName("cass-studio")
    application.setApplicationDisplayName("Cass Studio")
    application.setWindowIcon(application_icon())
    install_translation(application, settings)
    apply_chosen_theme(application, settings)
    return application
