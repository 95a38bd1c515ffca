"""Whether a folder takes what is to be written there; said before the work, not after it."""

import os
from collections.abc import Iterable
from pathlib import Path

from cass_core.delivery.naming import existing
from cass_core.errors import OutputError


def make_folder(folder: Path) -> None:
    """Make a folder where it is missing, and see that files may be made in it."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        is_writable = os.access(folder, os.W_OK | os.X_OK)
    except OSError as error:
        raise _unusable(folder, error.strerror or str(error)) from error
    if not is_writable:
        raise OutputError(f"{folder} may not be written; choose another folder.")


def refuse_existing(
    folder: Path,
    names: Iterable[str],
    *,
    overwrite: bool,
    remedy: str = "choose another name or allow it to be replaced.",
) -> None:
    """Stop where a file would be replaced that may not be; the remedy ends the sentence."""
    if overwrite:
        return
    try:
        taken = existing(folder, list(names))
    except OSError as error:
        raise _unusable(folder, error.strerror or str(error)) from error
    if taken:
        raise OutputError(f"{taken[0]} exists already; {remedy}")


def _unusable(folder: Path, reason: str) -> OutputError:
    return OutputError(f"{folder} cannot be used ({reason}); choose another folder.")
