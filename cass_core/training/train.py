"""The training loop, read from top to bottom."""

import time
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass

import torch

from cass_core.config import ModelConfig
from cass_core.errors import CassError, SettingsError
from cass_core.media.files.file_lock import FileLock
from cass_core.synthesis.corpus.catalog import CATALOG_RATE_HZ
from cass_core.training.batches import batches
from cass_core.training.group import TrainingGroup, joined_group
from cass_core.training.learning import begin_learning, take_step
from cass_core.training.run_folder import Learned, save, writing_to
from cass_core.training.step import training_loss
from cass_core.training.stop_signals import StopRequest
from cass_core.training.train_settings import TrainProgress, TrainSettings
from cass_core.training.validation import Validation, ValidationRow

_SEEDS_A_PROCESS = 1_000_003
_LINE_STEPS = 20


@dataclass(frozen=True)
class TrainNotice:
    """A sentence for the user; the training goes on."""

    sentence: str


TrainEvent = TrainProgress | ValidationRow | TrainNotice


def train(
    config: ModelConfig, settings: TrainSettings, request: StopRequest | None = None
) -> Iterator[TrainEvent]:
    """Train until the time is up, yielding a line every few steps; the model lands in `out`.

    Started by `torchrun`, all processes train one model; each draws scenes of its own, and only
    the first one yields, measures and saves.

    Args:
        config: the network's configuration.
        settings: how to train.
        request: ends the training after the step that is going on, as if its time were up.

    Yields:
        Progress about every 20 steps, and each measurement.

    Raises:
        CassError: nothing can be trained or saved, or another training is at work in the folder.
    """
    _refuse_other_rate(config)
    with writing_to(settings.out):
        pass  # better said now than after the first minutes
    with joined_group(settings.device) as group, ExitStack() as stack:
        if group.leads:
            stack.enter_context(FileLock(settings.out / ".lock").claim(settings.out))
        yield from _train(config, settings, group, request or StopRequest())


def _refuse_other_rate(config: ModelConfig) -> None:
    """Scenes are mixed at the corpus's rate, and more of it would hold no more sound."""
    if config.rate_hz != CATALOG_RATE_HZ:
        raise SettingsError(
            f"The model size '{config.name}' hears {config.rate_hz} samples a second and the "
            f"corpus holds {CATALOG_RATE_HZ}; choose another --size."
        )


def _train(
    config: ModelConfig, settings: TrainSettings, group: TrainingGroup, request: StopRequest
) -> Iterator[TrainEvent]:
    learned = begin_learning(config, settings)
    network = learned.master.network
    torch.manual_seed(settings.seed + learned.step + group.rank)  # the same weights, other noise
    validation = Validation(config, settings, request) if group.leads else None
    started = saved = time.monotonic()
    recent: list[float] = []
    first = learned.step
    for batch in batches(config, settings, first + group.rank * _SEEDS_A_PROCESS):
        elapsed = time.monotonic() - started
        share = 1.0 if request.made else _share(elapsed, learned.step - first, settings)
        share = group.largest(share, settings.device)
        if share >= 1.0:
            break
        loss = training_loss(network, config, batch)
        loss.backward()
        grad_norm = take_step(learned, settings, share, group)
        learned.audio_hours += group.size * batch.stems[:, 0].numel() / config.rate_hz / 3600
        recent.append(float(loss.detach()))
        if validation is None:
            continue
        if (learned.step - first) % _LINE_STEPS == 0:
            yield _progress(learned, recent, grad_norm, elapsed, share)
        if time.monotonic() - saved > settings.save_every_s:
            save(settings.out, config, learned)
            saved = time.monotonic()
        if validation.due:
            yield from _measure(validation, learned, recent)
            recent.clear()
    if validation is not None:
        save(settings.out, config, learned)
        if validation.due_at_the_end and recent:
            yield from _measure(validation, learned, recent)


def _share(elapsed_s: float, done: int, settings: TrainSettings) -> float:
    """Share of this run that is over, by time or by steps."""
    by_steps = done / settings.max_steps if settings.max_steps else 0.0
    return max(elapsed_s / (60 * settings.minutes), by_steps)


def _progress(
    learned: Learned, recent: list[float], grad_norm: float, elapsed_s: float, share: float
) -> TrainProgress:
    mean = sum(recent[-_LINE_STEPS:]) / len(recent[-_LINE_STEPS:])
    return TrainProgress(learned.step, mean, grad_norm, learned.audio_hours, elapsed_s, share)


def _measure(
    validation: Validation, learned: Learned, recent: list[float]
) -> Iterator[ValidationRow | TrainNotice]:
    """Measure; what goes wrong with it costs the curve and not the training."""
    try:
        row = validation.measure(learned, recent)
    except CassError as error:
        validation.give_up()
        yield TrainNotice(f"The training is not measured while it runs: {error}")
        return
    if row is not None:
        yield row
