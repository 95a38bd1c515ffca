"""The text file that a user sends when something fails; the program itself sends nothing."""

import getpass
import json
from collections.abc import Iterable
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from app.environment.error_report import log_end, surroundings
from app.environment.private_names import MASK, without_names
from app.environment.settings import Settings
from cass_core.resource_files import program_version

_WINDOW_PLACES = "window/"  # bytes that only Qt understands


def problem_report(
    words: str, findings: str, settings: Settings, private: Iterable[Path] | None
) -> str:
    """Put a report together.

    Args:
        words: of the user, about what happened; kept as they are.
        findings: what `cass doctor` has printed; empty where it was not asked.
        settings: of this user.
        private: files whose names may not stand in it; None where names may.

    Returns:
        English text in parts, ending with a line's end.
    """
    parts = {
        "Versions": "\n".join((f"Cass Studio {program_version()}", *surroundings())),
        "This computer": findings.strip(),
        "Settings": _settings(settings),
        "Log": log_end().strip(),
    }
    told = "\n\n".join(f"== {title}\n{text or '(nothing)'}" for title, text in parts.items())
    if private is not None:
        told = without_names(told, [*private, *settings.recent(), settings.last_folder])
        told = _without_user(told)
    head = f"Cass Studio, report of a problem, {datetime.now():%Y-%m-%d %H:%M}"
    return f"{head}\n\n== What happened\n{words.strip() or '(nothing)'}\n\n{told}\n"


def _settings(settings: Settings) -> str:
    values = settings.everything()
    shown = {key: values[key] for key in sorted(values) if not key.startswith(_WINDOW_PLACES)}
    return "\n".join(f"{key}: {json.dumps(value)}" for key, value in shown.items())


def _without_user(text: str) -> str:
    with suppress(OSError, KeyError, ImportError):
        user = getpass.getuser()
        if len(user) > 2 and user != "root":
            return text.replace(user, MASK)
    return text
