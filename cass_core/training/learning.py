"""What a training changes, and how a step changes it."""

from cass_core.training.master_weights import MasterWeights, make_optimisers
from cass_core.training.run_folder import Learned, resume
from cass_core.training.schedule import rate_factor
from cass_core.training.train_settings import TrainSettings


def begin_learning(master: MasterWeights, settings: TrainSettings) -> Learned:
    """The optimisers of a run, and what an earlier run has learned where it is gone on with.

    Args:
        master: the weights.
        settings: how to train.

    Returns:
        What the run changes.

    Raises:
        CassError: the earlier run is damaged, or the training needs weights that have learned.
    """
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
    return learned


def take_step(learned: Learned, settings: TrainSettings, share: float) -> None:
    """Change the weights by the gradients that they hold.

    Args:
        learned: what is changed.
        settings: rate and schedule.
        share: of the run that is over, 0 to 1.
    """
    factor = 1.0 if settings.schedule == "constant" else rate_factor(learned.step, share)
    for optimiser in learned.optimisers:
        for group in optimiser.param_groups:
            group["lr"] = settings.rate * factor
        optimiser.step()
    learned.master.give_back()
    learned.step += 1
