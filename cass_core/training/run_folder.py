"""The folder of a run: the model to use and the state to go on from."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import torch

from cass_core.checked.json_file import read_json
from cass_core.checked.json_table import BadValueError, JsonTable
from cass_core.checkpoints.checkpoint import load_tensors, save_model, save_tensors, write_json
from cass_core.config import ModelConfig
from cass_core.errors import ModelError, OutputError
from cass_core.media.files.staged_files import restore_interrupted
from cass_core.training.master_weights import MasterWeights
from cass_core.training.moments import moments, take_moments

_LICENCE, _DEFAULT_STEPS = "CC-BY-SA-4.0", 1
_STATE_NAME, _PROGRESS_NAME = "training.safetensors", "training.json"


@dataclass
class Learned:
    """Everything that a training changes.

    Attributes:
        master: the weights and their average.
        optimisers: what changes them.
        step: optimiser steps.
        audio_hours: hours of mixtures seen.
    """

    master: MasterWeights
    optimisers: list[torch.optim.Optimizer]
    step: int = 0
    audio_hours: float = 0.0


def save(folder: Path, config: ModelConfig, learned: Learned) -> None:
    """Write state and model, replacing those of an earlier step."""
    master, progress = learned.master, {"step": learned.step, "audio_hours": learned.audio_hours}
    state = master.state() | moments(learned.optimisers, master.weights)
    notes = {"steps": learned.step, "audio_hours": round(learned.audio_hours, 2)}
    save_model(
        folder, master.average_state(), config,
        licence=_LICENCE, default_steps=_DEFAULT_STEPS, notes=notes,
        beside={
            _STATE_NAME: partial(save_tensors, tensors=state),
            _PROGRESS_NAME: partial(write_json, values=progress),
        },
    )  # fmt: skip


def resume(folder: Path, learned: Learned) -> None:
    """Load the state of an earlier run, if there is one."""
    restore_interrupted(folder)
    state, progress = folder / _STATE_NAME, folder / _PROGRESS_NAME
    if not state.is_file():
        return
    try:
        values = JsonTable(read_json(progress), "")
        step, hours = values.count("step"), values.number("audio_hours", 0.0)
    except (OSError, BadValueError) as error:
        raise ModelError(f"{progress} is damaged; start without --resume.") from error
    learned.step, learned.audio_hours = step, hours
    tensors = load_tensors(state)
    learned.master.load_state(tensors, learned.step)
    take_moments(learned.optimisers, learned.master.weights, tensors)


@contextmanager
def writing_to(folder: Path) -> Iterator[None]:
    """Make the folder; OutputError where it cannot be made or written."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        yield
    except OSError as error:
        raise OutputError(
            f"The training cannot be saved in {folder} ({error.strerror}); choose another folder."
        ) from error
