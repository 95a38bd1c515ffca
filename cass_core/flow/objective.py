"""The flow-matching loss for any velocity or clean-stem callable."""

from collections.abc import Callable

import torch
from torch import Tensor

from cass_core.flow.path import linear_path

Field = Callable[[Tensor, Tensor], Tensor]  # (x_t, t) -> velocity or clean stems


def velocity_loss(
    field: Field, x_0: Tensor, x_1: Tensor, t: Tensor, weights: Tensor | None = None
) -> Tensor:
    """E || u(x_t, t) - (x_1 - x_0) ||^2 (AV-CASS, equation 5).

    Args:
        field: gives the velocity at (x_t, t).
        x_0: (b, ...) start.
        x_1: (b, ...) data.
        t: (b,) time.
        weights: (b,) of the examples; all alike if None.

    Returns:
        A scalar.
    """
    point = linear_path(x_0, x_1, t)
    error = (field(point.x_t, point.t).float() - point.velocity) ** 2
    return torch.mean(error if weights is None else weights * error.flatten(1).mean(dim=1))


def clean_loss(
    field: Field, x_0: Tensor, x_1: Tensor, t: Tensor, end: Tensor | None = None
) -> tuple[Tensor, Tensor]:
    """The same flow trained on its end point: E || x_1_hat(x_t, t) - x_1 ||^2.

    With u = (x_1_hat - x_t) / (1 - t) this is the velocity loss weighted by (1 - t)^2.

    Args:
        field: gives the clean stems at (x_t, t).
        x_0: (b, ...) start.
        x_1: (b, ...) data.
        t: (b,) time.
        end: (b, ...) where the path to x_t leads, if not to the data: an earlier estimate of it,
            so that the field learns to mend what it will meet in separation.

    Returns:
        The scalar loss and the estimate of x_1, for further terms at the end point.
    """
    point = linear_path(x_0, x_1 if end is None else end, t)
    estimate = field(point.x_t, point.t).float()
    return torch.mean((estimate - x_1) ** 2), estimate


def velocity_from_clean(clean: Tensor, x_t: Tensor, t: Tensor) -> Tensor:
    """U = (x_1_hat - x_t) / (1 - t); t is (b,) below 1."""
    return (clean - x_t) / (1 - t.reshape(-1, *[1] * (x_t.ndim - 1))).clamp_min(1e-4)
