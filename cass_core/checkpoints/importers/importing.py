"""From a published checkpoint file to a model that can be chosen like any other."""

from dataclasses import dataclass
from itertools import chain, count
from pathlib import Path
from typing import Any

import torch
from torch import Tensor

from cass_core.checkpoints import kinds
from cass_core.checkpoints.checkpoint import file_sha256, planned_shapes, save_model
from cass_core.checkpoints.description import DESCRIPTION_NAME, ModelDescription
from cass_core.checkpoints.importers.layout import PublishedLayout, without_prefix
from cass_core.checkpoints.importers.reading import LAST_WEIGHTS, CheckpointFile, read_checkpoint
from cass_core.checkpoints.registry import DEFAULT_MODEL, user_models_folder
from cass_core.checkpoints.windows import with_windows
from cass_core.config import SeparatorConfig
from cass_core.errors import ModelError, OutputError, SettingsError

LAST = "the last ones of the training; the file holds no average of them"


@dataclass(frozen=True)
class ImportRequest:
    """What to import, and how.

    Attributes:
        file: the downloaded checkpoint.
        kind: which separator; None to recognise it by its weights.
        name: of the model; None for the kind.
        hop_s: seconds from one window to the next instead of the published ones; longer is faster.
        window_s: seconds that the network hears at once, instead of the published ones.
        overwrite: replace a model of this name.
        beside: where there is a model of this name, take another name.
        further: files that belong to it, such as encoders that were published apart.
        front_end: which of several published ones; None for the one that the layout begins with.
    """

    file: Path
    kind: str | None = None
    name: str | None = None
    hop_s: float | None = None
    window_s: float | None = None
    overwrite: bool = False
    beside: bool = False
    further: tuple[Path, ...] = ()
    front_end: str | None = None


def layouts() -> dict[str, PublishedLayout]:
    """What can be imported as one of the kinds of models, by name."""
    return {layout.kind: layout for kind in kinds.KINDS for layout in kind.layouts()}


def import_checkpoint(request: ImportRequest) -> tuple[Path, ModelDescription]:
    """Check every weight of a checkpoint and write it into the user's models folder.

    Args:
        request: what to import.

    Returns:
        The model's folder and its description.
    """
    checkpoint = read_checkpoint(request.file)
    layout = recognised(checkpoint, request.kind)
    folder = _folder(request.name or layout.kind, request)
    weights = without_prefix(checkpoint.tensors, layout.mark)
    config = described(layout, checkpoint, weights)
    further = request.further or _beside(layout, request.file)
    config, state = _joined(layout, config, layout.renamed(weights), further)
    state = checked(layout, checkpoint, config, state)
    config = with_windows(config, request.window_s, request.hop_s)
    if request.front_end is not None:
        config = _with_front_end(layout, config, request.front_end)
    notes: dict[str, Any] = {
        "imported": layout.title,
        "source file": request.file.name,
        "source sha256": file_sha256(request.file),
    }
    if further:
        notes["further files"] = {file.name: file_sha256(file) for file in further}
    if checkpoint.taken_from == LAST_WEIGHTS:
        notes["weights"] = LAST
    description = save_model(
        folder,
        state,
        config,
        licence=layout.licence,
        default_steps=layout.default_steps,
        notes=notes,
        dtype=_kept_format(state),
    )
    return folder, description


def recognised(checkpoint: CheckpointFile, kind: str | None) -> PublishedLayout:
    """The layout of a checkpoint; ModelError where it is not the requested one, or none at all."""
    known = layouts()
    if kind is not None and kind not in known:
        raise SettingsError(f"There is no importer '{kind}'; choose one of {', '.join(known)}.")
    found = [
        layout
        for layout in known.values()
        if any(name.endswith(layout.mark) for name in checkpoint.tensors)
    ]
    if not found:
        titles = ", ".join(layout.title for layout in known.values())
        raise ModelError(f"{checkpoint.path} is none of the separators {titles}; choose another.")
    if kind is not None and found[0].kind != kind:
        raise ModelError(
            f"{checkpoint.path} is a checkpoint of {found[0].title}; use --kind {found[0].kind}."
        )
    return found[0]


def described(
    layout: PublishedLayout, checkpoint: CheckpointFile, weights: dict[str, Tensor]
) -> SeparatorConfig:
    """The description that the weights and settings of a checkpoint give."""
    try:
        return layout.describe(weights, checkpoint.settings)
    except (LookupError, ValueError, TypeError, ArithmeticError, ModelError) as error:
        raise _misfit(layout, checkpoint, "its sizes are not the published ones") from error


def checked(
    layout: PublishedLayout,
    checkpoint: CheckpointFile,
    config: SeparatorConfig,
    weights: dict[str, Tensor],
) -> dict[str, Tensor]:
    """The weights, each of which the network has, in its shape and finite."""
    try:
        wanted = planned_shapes(config, checkpoint.path)
    except ModelError as error:
        raise _misfit(layout, checkpoint, "no network has its sizes") from error
    for name, shape in wanted.items():
        if name not in weights:
            raise _misfit(layout, checkpoint, f"{name} is missing")
        if list(weights[name].shape) != shape:
            shapes = f"{tuple(weights[name].shape)} instead of {tuple(shape)}"
            raise _misfit(layout, checkpoint, f"{name} is {shapes}")
        if not bool(torch.isfinite(weights[name]).all()):
            raise _misfit(layout, checkpoint, f"{name} holds what is no number")
    surplus = sorted(weights.keys() - wanted.keys())
    if surplus:
        raise _misfit(layout, checkpoint, f"{surplus[0]} is unknown")
    return {name: weights[name].to(_narrow(weights[name])) for name in wanted}


def _misfit(layout: PublishedLayout, checkpoint: CheckpointFile, why: str) -> ModelError:
    return ModelError(
        f"{checkpoint.path} does not fit {layout.title}: {why}; download the published file again."
    )


def _narrow(value: Tensor) -> torch.dtype:
    return torch.float32 if value.dtype == torch.float64 else value.dtype


def _kept_format(state: dict[str, Tensor]) -> torch.dtype:
    """Half precision where all weights came in it."""
    formats = {value.dtype for value in state.values() if value.is_floating_point()}
    return torch.float16 if formats == {torch.float16} else torch.float32


def _with_front_end(layout: PublishedLayout, config: SeparatorConfig, name: str) -> SeparatorConfig:
    if layout.with_front_end is None:
        raise SettingsError(f"{layout.title} has one front end; leave --front-end out.")
    return layout.with_front_end(config, name)


def _beside(layout: PublishedLayout, file: Path) -> tuple[Path, ...]:
    """The further file that belongs to it, where it lies in the same folder."""
    companion = file.with_name(layout.companion) if layout.companion else None
    return (companion,) if companion is not None and companion.is_file() else ()


def _joined(
    layout: PublishedLayout,
    config: SeparatorConfig,
    state: dict[str, Tensor],
    files: tuple[Path, ...],
) -> tuple[SeparatorConfig, dict[str, Tensor]]:
    if layout.joined is not None:
        return layout.joined(config, state, [read_checkpoint(file) for file in files])
    if files:
        raise SettingsError(f"All of {layout.title} is in one file; leave --with out.")
    return config, state


def _folder(name: str, request: ImportRequest) -> Path:
    if name == DEFAULT_MODEL or name != Path(name).name or name.startswith("."):
        raise SettingsError(f"A model cannot be called '{name}'; choose another --name.")
    folder = user_models_folder() / name
    if request.beside:
        free = (folder.with_name(f"{name}-{number}") for number in count(2))
        return next(f for f in chain([folder], free) if not (f / DESCRIPTION_NAME).exists())
    if (folder / DESCRIPTION_NAME).exists() and not request.overwrite:
        raise OutputError(
            f"There is a model '{name}' already; choose another --name or use --overwrite."
        )
    return folder
