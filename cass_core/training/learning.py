"""What a training changes, and how a step changes it."""

import torch

from cass_core.config import ModelConfig
from cass_core.training.group import ALONE, TrainingGroup
from cass_core.training.master_weights import MasterWeights, make_optimisers
from cass_core.training.run_folder import Learned, resume
from cass_core.training.schedule import rate_factor
from cass_core.training.stages import first_network, freeze
from cass_core.training.train_settings import TrainSettings

_DECAY = 0.999  # of the averaged weights
_MAX_NORM = 1.0  # of a gradient that is not clipped


def begin_learning(config: ModelConfig, settings: TrainSettings) -> Learned:
    """The network and optimisers of a run, or of an earlier one that is gone on with.

    Args:
        config: the network's configuration.
        settings: how to train.

    Returns:
        What the run changes.

    Raises:
        CassError: the earlier run is damaged, or the training needs weights that have learned.
    """
    torch.manual_seed(settings.seed)
    network = first_network(config, settings)
    master = MasterWeights(network, decay=_DECAY)
    optimisers = make_optimisers(
        master.matrices(), master.others(), settings.optimiser, settings.rate
    )
    learned = Learned(master, optimisers)
    if settings.resume:
        resume(settings.out, learned)
    if learned.step:
        settings.refuse_other_encoders()
    elif settings.start_from is None:
        settings.refuse_new_weights()
    freeze(network, settings)
    return learned


def take_step(
    learned: Learned, settings: TrainSettings, share: float, group: TrainingGroup = ALONE
) -> float:
    """Change the weights by the gradients that the network holds.

    Args:
        learned: what is changed.
        settings: rate and schedule.
        share: of the run that is over, 0 to 1.
        group: whose processes share their gradients.

    Returns:
        The gradient's norm before it is clipped.
    """
    norm = learned.master.take_gradients(_MAX_NORM, group)
    factor = 1.0 if settings.schedule == "constant" else rate_factor(learned.step, share)
    for optimiser in learned.optimisers:
        for parameters in optimiser.param_groups:
            parameters["lr"] = settings.rate * factor
        optimiser.step()
    learned.master.give_back()
    learned.step += 1
    return norm
