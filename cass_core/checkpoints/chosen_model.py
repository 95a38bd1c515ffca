"""The model that new separations are made with where none is named: one choice for all programs."""

import logging
from pathlib import Path

from cass_core.checkpoints.opinions import describe_named
from cass_core.checkpoints.registry import DEFAULT_MODEL, user_models_folder
from cass_core.errors import ModelError, OutputError
from cass_core.whole_files import whole_file

_log = logging.getLogger(__name__)
_NAME = "chosen-model.txt"
_MOST_CHARACTERS = 1000


def chosen_model() -> str:
    """The name that was chosen last, while such a model is here; else the one that ships."""
    name = _kept()
    if not name:
        return DEFAULT_MODEL
    try:
        describe_named(name)
    except ModelError:
        _log.warning("The chosen model '%s' is not here any more: %s is used.", name, DEFAULT_MODEL)
        return DEFAULT_MODEL
    return name


def choose_model(name: str) -> None:
    """Remember a model.

    Args:
        name: of a model, or several with commas between them.

    Raises:
        ModelError: there is none of that name, or nothing is separated with it.
        OutputError: it cannot be remembered.
    """
    describe_named(name)
    try:
        _file().parent.mkdir(parents=True, exist_ok=True)
        with whole_file(_file(), durable=False) as fresh:
            fresh.write_text(name + "\n", encoding="utf-8")
    except OSError as error:
        raise OutputError(
            f"The choice cannot be kept in {_file()} ({error.strerror}); check the disk."
        ) from error


def _file() -> Path:
    return user_models_folder() / _NAME


def _kept() -> str:
    try:
        return _file().read_text(encoding="utf-8")[:_MOST_CHARACTERS].strip()
    except (OSError, ValueError):
        return ""
