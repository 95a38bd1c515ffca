"""The models at hand, read without the network's libraries."""

from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cass_core.checkpoints.description import ModelDescription
    from cass_core.request.windows import Windows

_USUAL_STEPS = 1


@dataclass(frozen=True)
class ModelChoice:
    """A model that can be chosen.

    Attributes:
        name: what it is called, or its folder.
        default_steps: steps of the flow that its makers recommend.
        takes_steps: whether it follows a flow in steps, and can give its own sound.
        takes_picture: whether it looks at the picture.
        windows: its own, where they are left to the user.
    """

    name: str
    default_steps: int = _USUAL_STEPS
    takes_steps: bool = True
    takes_picture: bool = True
    windows: "Windows | None" = None


def default_model() -> str:
    """Name of the model that ships."""
    from cass_core.checkpoints.registry import DEFAULT_MODEL

    return DEFAULT_MODEL


def models_at_hand(request: str | None = None) -> tuple[ModelChoice, ...]:
    """All models whose description can be read; a few small files are read for it.

    Args:
        request: name or folder of another one to have among them, or several with commas between
            them, which are asked together.

    Returns:
        The models, the requested one first.
    """
    from cass_core.checkpoints.opinions import describe_named
    from cass_core.checkpoints.registry import registered_models
    from cass_core.errors import CassError

    found = [_choice(model.name, model.description) for model in registered_models()]
    if not request or any(model.name == request for model in found):
        return (
            tuple(sorted(found, key=lambda model: model.name != request))
            if request
            else tuple(found)
        )
    try:
        requested = _choice(request, describe_named(request))
    except CassError:  # the run says what is wrong with it
        requested = ModelChoice(request)
    return (requested, *found)


def checksum_of(model: str) -> str:
    """Checksum of a model's weights.

    Args:
        model: name or folder, or several with commas between them.

    Returns:
        Empty where there is no such model.
    """
    from cass_core.checkpoints.opinions import describe_named
    from cass_core.errors import CassError

    try:
        return describe_named(model).sha256
    except CassError:  # the run says what is wrong with it
        return ""


def remember_model(model: str) -> None:
    """Let other programs, such as the command line, make their separations with a model, too."""
    from cass_core.checkpoints.chosen_model import choose_model
    from cass_core.errors import CassError

    with suppress(CassError):  # the window has settings of its own
        choose_model(model)


def separates(model: str) -> bool:
    """Whether stems come out of a model that is here; a small file is read for it."""
    from cass_core.checkpoints.description import load_description
    from cass_core.checkpoints.registry import find_model
    from cass_core.errors import ModelError

    try:
        return load_description(find_model(model)).separates
    except ModelError:  # the run says what is wrong with it
        return True


def checksums_at_hand() -> frozenset[str]:
    """Checksums of all models on this computer."""
    from cass_core.checkpoints.registry import registered_models

    return frozenset(model.description.sha256 for model in registered_models())


def _choice(name: str, told: "ModelDescription") -> ModelChoice:
    from cass_core.checkpoints.windows import windows_of

    windows = windows_of(told.config)
    return ModelChoice(name, told.default_steps, told.takes_steps, told.takes_picture, windows)
