"""The linear path between noise and data, and where on it to train."""

import math
from dataclasses import dataclass

import torch
from torch import Tensor

_EDGE = 1e-5  # times are kept this far from both ends, where the density has no value


@dataclass(frozen=True)
class PathSample:
    """A point on the path and the velocity there.

    Attributes:
        x_t: (b, ...) point at time t.
        velocity: (b, ...) target x_1 - x_0.
        t: (b,) time in [0, 1).
    """

    x_t: Tensor
    velocity: Tensor
    t: Tensor


def linear_path(x_0: Tensor, x_1: Tensor, t: Tensor) -> PathSample:
    """x_t = (1 - t) x_0 + t x_1 (AV-CASS, equation 4).

    Args:
        x_0: (b, ...) start, noise.
        x_1: (b, ...) data.
        t: (b,) time in [0, 1].

    Returns:
        The point and its velocity x_1 - x_0.
    """
    time = t.reshape(-1, *[1] * (x_0.ndim - 1))
    return PathSample((1 - time) * x_0 + time * x_1, x_1 - x_0, t)


def logit_normal(
    count: int, share_at_zero: float, generator: torch.Generator | None = None
) -> Tensor:
    """Draw times t = sigmoid(z), z ~ N(0, 1) (AV-CASS, equation 6), a share of them moved to 0.

    Args:
        count: how many.
        share_at_zero: share of exact zeros; they teach the first step, the posterior mean.
        generator: source of chance.

    Returns:
        (count,) in [0, 1).
    """
    t = torch.sigmoid(torch.randn(count, generator=generator))
    at_zero = torch.rand(count, generator=generator) < share_at_zero
    return torch.where(at_zero, torch.zeros_like(t), t)


def evenly(count: int, share_at_zero: float, generator: torch.Generator | None = None) -> Tensor:
    """Draw times evenly, a share of them moved to 0; (count,) in [0, 1)."""
    t = torch.rand(count, generator=generator)
    at_zero = torch.rand(count, generator=generator) < share_at_zero
    return torch.where(at_zero, torch.zeros_like(t), t)


def logit_normal_density(t: Tensor) -> Tensor:
    """How often `logit_normal` would draw a time: its mean is 1, its peak 1.596 at t = 0.5.

    As weights of losses at times that are drawn evenly, it gives the same expectation.

    Args:
        t: (b,) time in [0, 1].

    Returns:
        (b,) density.
    """
    t = t.clamp(_EDGE, 1 - _EDGE)
    return torch.exp(-0.5 * torch.logit(t).square()) / (math.sqrt(2 * math.pi) * t * (1 - t))


def start_state(mixture: Tensor, noise: Tensor, mixture_share: float, sigma: float) -> Tensor:
    """x_0 for every stem: a share of the mixture plus noise.

    Args:
        mixture: (b, 2, bin, frame) real and imaginary part.
        noise: (b, 2 stems, bin, frame) standard normal.
        mixture_share: 0 for the paper's pure noise.
        sigma: standard deviation of the noise.

    Returns:
        (b, 2 stems, bin, frame).
    """
    stems = noise.shape[1] // mixture.shape[1]
    return mixture_share * mixture.repeat(1, stems, 1, 1) + sigma * noise
