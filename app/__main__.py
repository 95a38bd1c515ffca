"""Start the desktop program."""

import argparse
import os
import signal
import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QApplication

from app.error_report import ErrorHook, start_log
from app.icons import application_icon
from app.key_guard import KeyGuard
from app.main_window import MainWindow
from app.settings import Settings, stored_settings
from app.theme import wear_chosen_theme
from app.translation import install_translation

_BAD_INPUT = 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Show the window until it is closed.

    Args:
        arguments: without the program's name; those of the process if None.

    Returns:
        Exit code: 0 when the window was closed, 2 without a screen.
    """
    options = _parser().parse_args(arguments)
    if _has_no_screen():
        sys.stderr.write("cass-studio: there is no screen here; use the command `cass` instead.\n")
        return _BAD_INPUT
    start_log()
    # Qt's loop runs no Python while it waits, so that Ctrl+C in a terminal would do nothing
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    settings = stored_settings()
    application = make_application(settings)
    window = MainWindow(settings, options.model)
    KeyGuard(application, window.action_table["play"])
    hook = ErrorHook()
    hook.raised.connect(window.show_problem)
    hook.install()
    window.show()
    if options.movie is not None:
        window.open_path(options.movie)
    else:
        window.shown.connect(window.file_controls.offer_recovery)
    return application.exec()


def make_application(settings: Settings) -> QApplication:
    """Qt with the program's name, language and look.

    Args:
        settings: of this user.
    """
    application = QApplication(sys.argv[:1])
    application.setApplicationName("cass-studio")
    application.setApplicationDisplayName("Cass Studio")
    application.setWindowIcon(application_icon())
    install_translation(application, settings)
    wear_chosen_theme(application, settings)
    return application


def _has_no_screen() -> bool:
    """Whether Qt would end the process at once, as it does on Linux without a display."""
    named = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return sys.platform.startswith("linux") and not any(map(os.environ.get, named))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="cass-studio",
        description="Separate a movie's soundtrack into dialogue, effects and music.",
    )
    parser.add_argument("movie", nargs="?", type=Path, help="movie, sound file or project to open")
    parser.add_argument("--model", help="name or folder of a model")
    return parser


if __name__ == "__main__":
    sys.exit(main())
