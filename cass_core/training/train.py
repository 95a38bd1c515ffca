"""The training loop, read from top to bottom."""

import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.utils.data import DataLoader

from cass_core.checkpoints.checkpoint import load_tensors, save_model, save_tensors, write_json
from cass_core.config import ModelConfig
from cass_core.errors import ModelError, OutputError
from cass_core.model.builders import build
from cass_core.model.velocity_net import VelocityNet
from cass_core.synthesis.dataset import SceneDataset, TrainingExample
from cass_core.training.group import TrainingGroup, joined_group
from cass_core.training.master_weights import MasterWeights, make_optimisers
from cass_core.training.schedule import rate_factor
from cass_core.training.step import WindowBatch, training_loss
from cass_core.visual.feature_layout import FEATURE_FPS

_LICENCE, _DEFAULT_STEPS = "CC-BY-SA-4.0", 2
_SEEDS_A_PROCESS = 1_000_003
_STATE_NAME, _PROGRESS_NAME = "training.safetensors", "training.json"


@dataclass(frozen=True)
class TrainSettings:
    """How to train.

    Attributes:
        corpus: folder of the catalogue.
        out: folder of the run: the model and the state to go on from.
        minutes: time limit of this run.
        batch_scenes: scenes a step, each of `windows_per_scene` windows.
        windows_per_scene: windows cut from a scene.
        rate: full learning rate.
        optimiser: "muon" or "adamw".
        resume: go on from the state in `out`.
        device: "cpu" or "cuda".
        seed: of weights and scenes.
        save_every_s: seconds between checkpoints.
        workers: processes that mix scenes.
        max_steps: stop after so many steps in this run; None for no limit.
    """

    corpus: Path
    out: Path
    minutes: float = 90.0
    batch_scenes: int = 3
    windows_per_scene: int = 2
    rate: float = 1e-3
    optimiser: str = "muon"
    resume: bool = False
    device: str = "cpu"
    seed: int = 1
    save_every_s: float = 300.0
    workers: int = 1
    max_steps: int | None = None


@dataclass(frozen=True)
class TrainProgress:
    """One line of the training log.

    Attributes:
        step: optimiser steps, resumed ones included.
        loss: mean over the last steps.
        grad_norm: of the last step.
        audio_hours: hours of mixtures seen, resumed ones included.
        elapsed_s: of this run.
        share: of this run's time.
    """

    step: int
    loss: float
    grad_norm: float
    audio_hours: float
    elapsed_s: float
    share: float


def train(config: ModelConfig, settings: TrainSettings) -> Iterator[TrainProgress]:
    """Train until the time is up, yielding a line every few steps; the model lands in `out`.

    Started by `torchrun`, all processes train one model; each draws scenes of its own, and only
    the first one yields and saves.

    Args:
        config: the network's configuration.
        settings: how to train.

    Yields:
        Progress about every 20 steps.
    """
    with _writing_to(settings.out):
        pass  # better said now than after the first minutes
    with joined_group(settings.device) as group:
        yield from _train(config, settings, group)


def _train(
    config: ModelConfig, settings: TrainSettings, group: TrainingGroup
) -> Iterator[TrainProgress]:
    torch.manual_seed(settings.seed)
    network = compute_format(build(config), settings.device)
    master = MasterWeights(network, decay=0.999)
    step, hours = _resume(master, settings) if settings.resume else (0, 0.0)
    torch.manual_seed(settings.seed + step + group.rank)  # the same weights, other noise
    optimisers = make_optimisers(
        master.matrices(), master.others(), settings.optimiser, settings.rate
    )
    started = saved = time.monotonic()
    recent: list[float] = []
    for batch in _batches(config, settings, step + group.rank * _SEEDS_A_PROCESS):
        elapsed = time.monotonic() - started
        share = max(elapsed / (60 * settings.minutes), _step_share(len(recent), settings))
        share = group.agree(share, settings.device)
        if share >= 1.0:
            break
        factor = rate_factor(step, share)
        loss = training_loss(network, config, batch)
        loss.backward()
        grad_norm = master.take_gradients(max_norm=1.0, group=group)
        _step(master, optimisers, settings.rate * factor)
        step, hours = step + 1, hours + group.size * batch.stems[:, 0].numel() / 16_000 / 3600
        recent.append(float(loss.detach()))
        if not group.leads:
            continue
        if len(recent) % 20 == 0:
            mean = sum(recent[-20:]) / 20
            yield TrainProgress(step, mean, grad_norm, hours, elapsed, share)
        if time.monotonic() - saved > settings.save_every_s:
            _save(master, config, settings, step, hours)
            saved = time.monotonic()
    if group.leads:
        _save(master, config, settings, step, hours)


def compute_format(network: VelocityNet, device: str) -> VelocityNet:
    """The number format and memory layout that are fast in training: bfloat16, channels_last."""
    return network.to(device, torch.bfloat16).to(memory_format=torch.channels_last)  # type: ignore[call-overload]


def _step(master: MasterWeights, optimisers: list[torch.optim.Optimizer], rate: float) -> None:
    for optimiser in optimisers:
        for group in optimiser.param_groups:
            group["lr"] = rate
        optimiser.step()
    master.give_back()


def _step_share(done: int, settings: TrainSettings) -> float:
    return done / settings.max_steps if settings.max_steps else 0.0


def _batches(config: ModelConfig, settings: TrainSettings, first: int) -> Iterator[WindowBatch]:
    """Endless batches; a resumed run draws other scenes than the first one."""
    torch.multiprocessing.set_sharing_strategy("file_system")
    dataset = SceneDataset(
        settings.corpus,
        split="train",
        num_samples=settings.windows_per_scene * config.window_samples,
        seed=settings.seed + first,
    )
    loader = DataLoader(
        dataset,
        batch_size=settings.batch_scenes,
        num_workers=settings.workers,
        prefetch_factor=4 if settings.workers else None,
    )
    for example in loader:
        yield cut_windows(example, config, settings.device)


def cut_windows(example: TrainingExample, config: ModelConfig, device: str) -> WindowBatch:
    """Cut scenes into windows.

    Args:
        example: stems (b, stem, sample), face and scene (b, frame, column).
        config: length of a window.
        device: where the windows go.

    Returns:
        All windows of all scenes.
    """
    size, frames = config.window_samples, config.num_picture_frames
    count = example.stems.shape[-1] // size
    stems = example.stems.unflatten(-1, (count, size)).transpose(1, 2).flatten(0, 1)
    starts = [round(i * size / 16_000 * FEATURE_FPS) for i in range(count)]

    def cut(rows: Tensor) -> Tensor:
        short = max(0, starts[-1] + frames - rows.shape[1])
        padded = nn.functional.pad(rows, (0, 0, 0, short))
        windows = [padded[:, start : start + frames] for start in starts]
        return torch.stack(windows, dim=1).flatten(0, 1)

    cuts = WindowBatch(stems, cut(example.face), cut(example.scene))
    return WindowBatch(cuts.stems.to(device), cuts.face.to(device), cuts.scene.to(device))


def _save(
    master: MasterWeights, config: ModelConfig, settings: TrainSettings, step: int, hours: float
) -> None:
    with _writing_to(settings.out):
        save_tensors(settings.out / _STATE_NAME, master.state())
        write_json(settings.out / _PROGRESS_NAME, {"step": step, "audio_hours": hours})
    notes = {"steps": step, "audio_hours": round(hours, 2)}
    save_model(
        settings.out, master.average_state(), config,
        licence=_LICENCE, default_steps=_DEFAULT_STEPS, notes=notes,
    )  # fmt: skip


@contextmanager
def _writing_to(folder: Path) -> Iterator[None]:
    """Make the folder; OutputError where it cannot be made or written."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        yield
    except OSError as error:
        raise OutputError(
            f"The training cannot be saved in {folder} ({error.strerror}); choose another folder."
        ) from error


def _resume(master: MasterWeights, settings: TrainSettings) -> tuple[int, float]:
    """Load the state of an earlier run; returns its steps and hours."""
    state, progress = settings.out / _STATE_NAME, settings.out / _PROGRESS_NAME
    if not state.is_file():
        return 0, 0.0
    try:
        values = json.loads(progress.read_text(encoding="utf-8"))
        step, hours = int(values["step"]), float(values["audio_hours"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ModelError(f"{progress} is damaged; start without --resume.") from error
    master.load_state(load_tensors(state), step)
    return step, hours
