"""When events begin and how long they last, with the distributions of Divide and Remaster v3."""

import numpy as np

_START_SCALE_S = 2.0
_START_SKEW = 5.0
_LENGTH_MEAN, _LENGTH_SD = 0.5, 0.1  # of the longest possible
_MOST_SDS = 2.5


def truncated_poisson(rng: np.random.Generator, mean: float) -> int:
    """A Poisson count that is not zero."""
    # the first arrival of a unit-rate process, given that it comes before `mean`
    first = -np.log1p(-rng.random() * -np.expm1(-mean))
    return 1 + int(rng.poisson(max(mean - first, 0.0)))


def event_start(rng: np.random.Generator, earliest_s: float) -> float:
    """A start soon after the earliest possible one: skew-normal, 1.6 s later on average."""
    share = _START_SKEW / np.hypot(1.0, _START_SKEW)
    value = share * abs(rng.standard_normal())
    value += np.sqrt(1 - share**2) * rng.standard_normal()
    return earliest_s + _START_SCALE_S * max(0.0, float(value))


def event_length(rng: np.random.Generator, most_s: float, least_s: float) -> float:
    """A length around half of the longest possible: a truncated normal."""
    for _ in range(20):
        length_s = most_s * (_LENGTH_MEAN + _LENGTH_SD * rng.standard_normal())
        if least_s <= length_s <= most_s:
            return float(length_s)
    return least_s


def next_earliest(
    rng: np.random.Generator, start_s: float, length_s: float, overlap: float
) -> float:
    """The earliest start of the next event, which may overlap that share of this one."""
    return start_s + length_s * (1 - overlap * rng.random())


def bounded_normal(rng: np.random.Generator) -> float:
    """A standard normal value without its far tails, which no film's level has."""
    return float(np.clip(rng.standard_normal(), -_MOST_SDS, _MOST_SDS))
