"""`model.json`: what a model says about itself, read without the network's libraries."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cass_core.checkpoints.kinds import kind_of, read_config
from cass_core.config import SeparatorConfig
from cass_core.errors import ModelError

FORMAT_VERSION = 1
WEIGHTS_NAME, DESCRIPTION_NAME = "model.safetensors", "model.json"


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
    licence: str
    sha256: str
    default_steps: int
    notes: dict[str, Any]

    @property
    def takes_steps(self) -> bool:
        """Whether the number of steps changes anything; published separators work in one pass."""
        return kind_of(self.config).takes_steps

    @property
    def takes_picture(self) -> bool:
        """Whether it looks at the picture."""
        return kind_of(self.config).takes_picture

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
    path = folder / DESCRIPTION_NAME
    try:
        values = json.loads(path.read_text(encoding="utf-8"))
        if values["version"] != FORMAT_VERSION:
            raise ModelError(
                f"{path} has version {values['version']} and this program reads version "
                f"{FORMAT_VERSION}; fetch the model again or update the program."
            )
        return ModelDescription(
            _config(values["config"], path),
            str(values["licence"]),
            str(values["sha256"]),
            int(values["default_steps"]),
            dict(values["notes"]),
        )
    except FileNotFoundError as error:
        raise ModelError(f"There is no model in {folder}; choose another folder.") from error
    except (OSError, ValueError, KeyError, TypeError, RecursionError) as error:
        raise ModelError(f"{path} is damaged; fetch the model again.") from error


def _config(values: dict[str, Any], path: Path) -> SeparatorConfig:
    try:
        return read_config(values)
    except ModelError as error:
        raise ModelError(f"{path} is damaged; fetch the model again.") from error
