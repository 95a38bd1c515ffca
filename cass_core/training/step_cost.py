"""Where the time of a training step goes."""

import time
from collections.abc import Iterator
from dataclasses import dataclass, fields
from itertools import islice, pairwise
from statistics import median

import torch

from cass_core.config import ModelConfig
from cass_core.training.batches import cut_windows, scenes
from cass_core.training.learning import begin_learning, take_step
from cass_core.training.step import training_loss
from cass_core.training.train_settings import TrainSettings

_FIRST_STEPS = 2  # allocate and read


@dataclass(frozen=True)
class StepCost:
    """One step of a training in one process, in seconds.

    Attributes:
        mixing_s: making the scenes from the corpus.
        transfer_s: cutting them into windows on the device.
        forward_s: from windows to loss.
        backward_s: from loss to gradients.
        optimiser_s: from gradients to weights, averaged ones included.
    """

    mixing_s: float
    transfer_s: float
    forward_s: float
    backward_s: float
    optimiser_s: float

    @property
    def total_s(self) -> float:
        """The whole step, where nobody else mixes."""
        return sum(getattr(self, field.name) for field in fields(self))


@dataclass(frozen=True)
class TrainingCost:
    """What training costs on this computer.

    Attributes:
        step: median of each part.
        sound_s: length of the mixtures of a step.
    """

    step: StepCost
    sound_s: float

    def hours_an_hour(self, with_mixing: bool = True) -> float:
        """Hours of mixtures heard in an hour, with scenes mixed by this or by another process."""
        return self.sound_s / (self.step.total_s - (0.0 if with_mixing else self.step.mixing_s))


def training_cost(config: ModelConfig, settings: TrainSettings, count: int) -> TrainingCost:
    """Train a few steps and time their parts; nothing is saved.

    Args:
        config: the network's configuration.
        settings: how to train; scenes are mixed in this process.
        count: steps that count.

    Returns:
        The cost.

    Raises:
        CassError: nothing can be trained.
    """
    costs = list(islice(_steps(config, settings), count))
    middle = {
        field.name: median(getattr(cost, field.name) for cost in costs)
        for field in fields(StepCost)
    }
    windows = settings.batch_scenes * settings.windows_per_scene
    return TrainingCost(StepCost(**middle), windows * config.window_samples / config.rate_hz)


def _steps(config: ModelConfig, settings: TrainSettings) -> Iterator[StepCost]:
    learned = begin_learning(config, settings)
    network = learned.master.network
    mixed = iter(scenes(config, settings, 0))
    while True:
        times = [_now(settings)]
        example = next(mixed)
        times.append(_now(settings))
        batch = cut_windows(example, config, settings.device)
        times.append(_now(settings))
        loss = training_loss(network, config, batch)
        times.append(_now(settings))
        loss.backward()
        times.append(_now(settings))
        take_step(learned, settings, share=0.0)
        times.append(_now(settings))
        if learned.step > _FIRST_STEPS:
            yield StepCost(*(b - a for a, b in pairwise(times)))


def _now(settings: TrainSettings) -> float:
    """The time once the device has done what it was told."""
    if settings.device == "cuda":
        torch.cuda.synchronize()
    return time.perf_counter()
