"""Where between t = 0 and t = 1 the steps of the flow lie."""

import math

LEAST_SHIFT, MOST_SHIFT = -1.0, 1.75  # beyond them the times no longer rise


def time_grid(num_steps: int, shift: float = 0.0) -> tuple[float, ...]:
    """Times of the flow's steps, swayed towards one end: u + shift (cos(pi u / 2) - 1 + u).

    Args:
        num_steps: how many steps.
        shift: 0 gives equal steps, less gives short steps at the start (-1 the shortest), more
            gives short steps at the end; from `LEAST_SHIFT` to `MOST_SHIFT`.

    Returns:
        num_steps + 1 rising times, the first 0, the last 1.
    """
    equal = [index / num_steps for index in range(1, num_steps)]
    return (0.0, *(u + shift * (math.cos(math.pi * u / 2) - 1 + u) for u in equal), 1.0)
