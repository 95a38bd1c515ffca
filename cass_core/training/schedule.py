"""Learning rate over a run that is limited by time."""


def rate_factor(
    step: int, progress: float, warmup_steps: int = 200, decay_share: float = 0.5
) -> float:
    """Share of the full learning rate.

    A linear rise over the first steps, then flat, then linear down over the last part of the run,
    so that a run of any length ends settled and a longer one can go on from it.

    Args:
        step: optimiser steps done, resumed ones included.
        progress: share of this run's time that has passed, 0 to 1.
        warmup_steps: length of the rise.
        decay_share: share of the run spent going down, to 2 % of the full rate.

    Returns:
        A factor in (0, 1].
    """
    rise = min(1.0, (step + 1) / warmup_steps)
    fall = min(1.0, max(0.0, (1.0 - progress) / decay_share))
    return rise * max(0.02, fall)
