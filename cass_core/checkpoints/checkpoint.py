"""A model on disk: `model.safetensors` beside `model.json`."""

import errno
import hashlib
import json
import os
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

import torch
from safetensors import SafetensorError, safe_open
from safetensors.torch import save_file
from torch import Tensor

from cass_core.checkpoints.description import (
    DESCRIPTION_NAME,
    WEIGHTS_NAME,
    ModelDescription,
    load_description,
)
from cass_core.checkpoints.kinds import kind_of
from cass_core.config import SeparatorConfig
from cass_core.errors import ModelError, OutputError
from cass_core.media.files.staged_files import StagedFiles
from cass_core.model.published.network import PublishedNetwork
from cass_core.model.velocity_net import VelocityNet

_SYSTEM_ERROR = re.compile(r"\(os error (\d{1,4})\)")


def save_model(
    folder: Path,
    weights: dict[str, Tensor],
    config: SeparatorConfig,
    *,
    licence: str,
    default_steps: int,
    notes: dict[str, Any],
    dtype: torch.dtype = torch.float16,
    beside: Mapping[str, Callable[[Path], None]] = MappingProxyType({}),
) -> ModelDescription:
    """Write a model, replacing the one that is there; all of its files or none.

    Args:
        folder: where to; made if missing.
        weights: the network's state.
        config: its configuration.
        licence: SPDX expression.
        default_steps: recommended steps.
        notes: JSON values.
        dtype: number format on disk.
        beside: further files of the set, each by its name and what writes it.

    Returns:
        The description, with the checksum.

    Raises:
        OutputError: it cannot be written, or another program is at it; what was there still is.
    """
    tensors = {
        name: value.detach().cpu().to(dtype if value.is_floating_point() else value.dtype)
        for name, value in weights.items()
    }
    try:
        folder.mkdir(parents=True, exist_ok=True)
        names = (*beside, WEIGHTS_NAME, DESCRIPTION_NAME)
        with StagedFiles([folder / name for name in names]) as staged:
            for name, write in beside.items():
                write(staged.temporary(folder / name))
            fresh = staged.temporary(folder / WEIGHTS_NAME)
            save_tensors(fresh, tensors)
            description = ModelDescription(
                config, licence, file_sha256(fresh), default_steps, notes
            )
            write_json(staged.temporary(folder / DESCRIPTION_NAME), description.to_json())
            staged.publish()
    except OSError as error:
        raise OutputError(
            f"The model cannot be written to {folder} ({error.strerror}); choose another folder."
        ) from error
    return description


def load_model(folder: Path) -> tuple[VelocityNet | PublishedNetwork, ModelDescription]:
    """Build the network and load its weights as float32, after comparing the checksum."""
    description = load_description(folder)
    path = folder / WEIGHTS_NAME
    if not path.is_file():
        raise ModelError(f"{path} is missing; fetch the model again.")
    if _readable_sha256(path) != description.sha256:
        raise ModelError(f"{path} does not have the checksum of its description; fetch it again.")
    if _shapes_in(path) != planned_shapes(description.config, folder / DESCRIPTION_NAME):
        raise ModelError(
            f"{path} does not fit the model size '{description.config.name}'; fetch it again."
        )
    network = kind_of(description.config).build(description.config)
    weights = load_tensors(path)
    network.load_state_dict(
        {k: v.float() if v.is_floating_point() else v for k, v in weights.items()}
    )
    return network.eval(), description


def planned_shapes(config: SeparatorConfig, described_in: Path) -> dict[str, list[int]]:
    """Shapes of a network's weights by name, with nothing of their size allocated.

    Args:
        config: of the network.
        described_in: the file that it came from, for the sentence.

    Returns:
        A shape for each weight.

    Raises:
        ModelError: no network has such a configuration.
    """
    try:
        with torch.device("meta"):
            network = kind_of(config).build(config)
    except (TypeError, ValueError, RuntimeError, ArithmeticError, LookupError, AssertionError) as e:
        raise ModelError(
            f"{described_in} describes no network that can be built; fetch the model again."
        ) from e
    return {name: list(value.shape) for name, value in network.state_dict().items()}


def _shapes_in(path: Path) -> dict[str, list[int]]:
    """What the head of a safetensors file says; its tensors are not read."""
    try:
        with safe_open(path, "pt") as file:
            return {name: list(file.get_slice(name).get_shape()) for name in file.keys()}  # noqa: SIM118
    except (OSError, SafetensorError) as error:
        raise ModelError(f"{path} is damaged or cut off; fetch or make it again.") from error


def load_tensors(
    path: Path, of_interest: Callable[[str], bool] = lambda _name: True
) -> dict[str, Tensor]:
    """Read a safetensors file, or some tensors of it; ModelError where it is damaged."""
    try:
        with safe_open(path, "pt") as file:
            return {name: file.get_tensor(name) for name in file.keys() if of_interest(name)}  # noqa: SIM118
    except (OSError, SafetensorError) as error:
        raise ModelError(f"{path} is damaged or cut off; fetch or make it again.") from error


def save_tensors(
    path: Path, tensors: dict[str, Tensor], metadata: dict[str, str] | None = None
) -> None:
    """Write a safetensors file, where a staged file is to be."""
    try:
        save_file({k: v.contiguous() for k, v in tensors.items()}, path, metadata)
    except SafetensorError as error:  # a full disk, too, comes as this
        told = _SYSTEM_ERROR.search(str(error))
        number = int(told[1]) if told else errno.EIO
        raise OSError(number, os.strerror(number)) from error


def write_json(path: Path, values: dict[str, Any]) -> None:
    """Write JSON, as `save_tensors`."""
    # escaped, because file names need not be text
    text = json.dumps(values, indent=2, ensure_ascii=True) + "\n"
    path.write_text(text, encoding="utf-8", newline="\n")


def file_sha256(path: Path) -> str:
    """Checksum of a file as a hexadecimal string."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _readable_sha256(path: Path) -> str:
    try:
        return file_sha256(path)
    except OSError as error:
        raise ModelError(
            f"{path} cannot be read ({error.strerror}); check the disk and its rights."
        ) from error
