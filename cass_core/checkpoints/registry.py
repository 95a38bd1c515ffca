"""Models by name: the one that ships, and those in the user's data folder."""

import logging
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from cass_core.checkpoints.description import DESCRIPTION_NAME, ModelDescription, load_description
from cass_core.errors import ModelError
from cass_core.resource_files import resource, user_data_folder

_log = logging.getLogger(__name__)

DEFAULT_MODEL = "starter"


@dataclass(frozen=True)
class RegisteredModel:
    """A model that can be chosen.

    Attributes:
        name: what the user types.
        folder: where it lies.
        description: what its `model.json` says.
    """

    name: str
    folder: Path
    description: ModelDescription


def user_models_folder() -> Path:
    """Where the user's own models lie."""
    return user_data_folder() / "models"


def model_folders() -> Iterator[tuple[str, Path]]:
    """Names and folders of all models at hand, shipped ones first."""
    for root in (resource("models"), user_models_folder()):
        if root.is_dir():
            for folder in sorted(root.iterdir()):
                if (folder / DESCRIPTION_NAME).is_file():
                    yield folder.name, folder


def registered_models(*, separating: bool = True) -> list[RegisteredModel]:
    """The models whose description can be read; the others are logged as warnings.

    Args:
        separating: those that separate, or those that help with something else.

    Returns:
        In the order of `model_folders`.
    """
    models = []
    for name, folder in model_folders():
        try:
            description = load_description(folder)
        except ModelError as error:
            _log.warning("%s", error)
            continue
        if description.separates == separating:
            models.append(RegisteredModel(name, folder, description))
    return models


def find_model(name_or_folder: str) -> Path:
    """Folder of a model by its name or its path; ModelError where there is none."""
    known = dict(reversed(list(model_folders())))
    if name_or_folder in known:
        return known[name_or_folder]
    with suppress(OSError, ValueError):  # a name that no folder can have
        if (Path(name_or_folder) / DESCRIPTION_NAME).is_file():
            return Path(name_or_folder).resolve()
    from cass_core.checkpoints.shelf.table import SHELF  # which knows this module

    if any(row.name == name_or_folder for row in SHELF):
        raise ModelError(
            f"The model '{name_or_folder}' is not on this computer; get it with "
            f"`cass models get {name_or_folder}` or in the window Models."
        )
    names = ", ".join(known) or "none"
    raise ModelError(f"There is no model '{name_or_folder}'; at hand: {names}, or name a folder.")
