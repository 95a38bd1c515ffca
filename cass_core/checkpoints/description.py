"""`model.json`: what a model says about itself, read without the network's libraries."""

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any

from cass_core.checked.fields import Between, check_fields
from cass_core.checked.json_file import read_json
from cass_core.checked.json_table import BadValueError, JsonTable
from cass_core.checkpoints.kinds import kind_of, read_config
from cass_core.config import SeparatorConfig
from cass_core.errors import ModelError
from cass_core.media.files.staged_files import restore_interrupted
from cass_core.request.settings import HIGHEST_STEPS, LOWEST_STEPS

FORMAT_VERSION = 1
WEIGHTS_NAME, DESCRIPTION_NAME = "model.safetensors", "model.json"
_LARGEST_BYTES = 1 << 20
_SHOWN = 200  # characters of what is wrong


@dataclass(frozen=True)
class ModelDescription:
    """What `model.json` says.

    Attributes:
        config: sizes and front end; of a published separator, its windows and rate.
        licence: SPDX expression of the weights.
        sha256: checksum of the weights file.
        default_steps: steps of the flow that the makers recommend.
        notes: free facts, such as how long it was trained.
    """

    config: SeparatorConfig
    licence: Annotated[str, Between(0, 1000)]
    sha256: Annotated[str, Between(64, 64)]
    default_steps: Annotated[int, Between(LOWEST_STEPS, HIGHEST_STEPS)]
    notes: dict[str, Any]

    def __post_init__(self) -> None:
        """Check types and ranges; ValueError, since no user types them."""
        check_fields(self)

    @property
    def takes_steps(self) -> bool:
        """Whether the number of steps changes anything; published separators work in one pass."""
        return kind_of(self.config).takes_steps

    @property
    def separates(self) -> bool:
        """Whether stems come out of it."""
        return kind_of(self.config).separates

    @property
    def takes_picture(self) -> bool:
        """Whether it looks at the picture."""
        return kind_of(self.config).takes_picture and self.config.takes_picture

    def to_json(self) -> dict[str, Any]:
        """Plain values, for the file."""
        return {
            "version": FORMAT_VERSION,
            "config": self.config.to_dict(),
            "licence": self.licence,
            "sha256": self.sha256,
            "default_steps": self.default_steps,
            "notes": self.notes,
        }


def load_description(folder: Path) -> ModelDescription:
    """Read `model.json`; ModelError with one sentence where it is missing or damaged."""
    restore_interrupted(folder)
    path = folder / DESCRIPTION_NAME
    if not path.exists():
        raise ModelError(f"There is no model in {folder}; choose another folder.")
    try:
        return _description(read_json(path, _LARGEST_BYTES), path)
    except (OSError, ValueError, KeyError, TypeError, RecursionError, BadValueError) as error:
        raise ModelError(f"{path} is damaged ({_clause(error)}); fetch the model again.") from error


def _description(values: Any, path: Path) -> ModelDescription:  # noqa: ANN401 any JSON
    table = JsonTable(values, "")
    if table.whole_number("version") != FORMAT_VERSION:
        raise ModelError(
            f"{path} has version {values['version']} and this program reads version "
            f"{FORMAT_VERSION}; fetch the model again or update the program."
        )
    try:
        config = read_config(values["config"])
    except ModelError as error:  # which knows no file
        raise ValueError(_clause(error.__cause__ or error)) from error
    rest = [values[name] for name in ("licence", "sha256", "default_steps", "notes")]
    return ModelDescription(config, *rest)


def _clause(error: BaseException) -> str:
    if isinstance(error, KeyError):
        return f"{error.args[0]} is missing"
    text = str(error)
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
