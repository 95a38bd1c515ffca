"""Replacing a user's text file in one step, through links and with the rights that it had."""

import os
import shutil
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from app.environment.library_sentences import translated
from cass_core.errors import OutputError
from cass_core.whole_files import whole_file


def replace_text(path: Path, text: str) -> None:
    """Write a file; readers find the old content or the new one, never a part.

    Args:
        path: the file; its folder exists. A link is followed.
        text: new content, written as UTF-8.

    Raises:
        OutputError: it cannot be written; what stood there still does.
    """
    target = Path(os.path.realpath(path))
    try:
        _check_writable(target)
        with whole_file(target, durable=True) as fresh:
            fresh.write_text(text, encoding="utf-8", newline="\n")
            with suppress(OSError):  # rights that a whole team needs are kept
                shutil.copymode(target, fresh)
    except (OSError, ValueError) as error:
        reason = translated(getattr(error, "strerror", None) or str(error))
        words = QCoreApplication.translate(
            "Faults",
            "{path} cannot be saved ({reason}); free some space, check its rights or save under "
            "another name.",
        )
        raise OutputError(words.format(path=path, reason=reason)) from error


def _check_writable(target: Path) -> None:
    """Renaming would replace even a file that its owner has protected."""
    if target.is_dir():
        raise IsADirectoryError(0, QCoreApplication.translate("Faults", "it is a folder"))
    if target.exists() and not os.access(target, os.W_OK):
        raise PermissionError(0, QCoreApplication.translate("Faults", "it is write-protected"))
