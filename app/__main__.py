"""Start the desktop program."""

import argparse
import multiprocessing
import os
import sys
from collections.abc import Sequence
from pathlib import Path

_BAD_INPUT = 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Show the window until it is closed.

    Args:
        arguments: without the program's name; those of the process if None.

    Returns:
        Exit code: 0 when the window was closed, 2 without a screen.
    """
    multiprocessing.freeze_support()
    options = _parser().parse_args(arguments)
    if _has_no_screen():
        sys.stderr.write("cass-studio: there is no screen here; use the command `cass` instead.\n")
        return _BAD_INPUT
    # the separating process reads this file too, and needs no Qt
    from app.program import run

    return run(options.movie, options.model)


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
