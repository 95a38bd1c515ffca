"""Which models find the sound of what is seen; read without PyTorch."""

from pathlib import Path

from cass_core.checkpoints.description import ModelDescription, load_description
from cass_core.checkpoints.importers.sources import DAVIS_PAGE
from cass_core.checkpoints.registry import find_model, model_folders
from cass_core.errors import ModelError
from cass_core.model.davis.config import DavisConfig


def object_model(name: str | None) -> tuple[Path, ModelDescription]:
    """A model that finds the sound of what is seen.

    Args:
        name: or folder; None for the first that is here.

    Returns:
        Its folder and description.

    Raises:
        ModelError: there is none, or it does something else; says what to get.
    """
    if name is None:
        here = [folder for _, folder in model_folders() if _finds(folder)]
        if not here:
            raise ModelError(
                "No model that finds the sound of what is seen is on this computer; get "
                f"unet_best.pth and frame_best.pth of DAVIS-Flow from {DAVIS_PAGE} into one folder "
                "and import unet_best.pth, in the window Models or by `cass models import`."
            )
        return here[0], load_description(here[0])
    folder = find_model(name)
    if not _finds(folder):
        raise ModelError(
            f"The model '{name}' does not find the sound of what is seen; choose a DAVIS-Flow."
        )
    return folder, load_description(folder)


def _finds(folder: Path) -> bool:
    try:
        return isinstance(load_description(folder).config, DavisConfig)
    except ModelError:
        return False
