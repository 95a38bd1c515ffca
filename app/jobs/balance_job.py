"""Balancing by the picture, in a process of its own."""

from collections.abc import Generator
from dataclasses import dataclass

from app.jobs.job import Steps
from cass_core.balance.balancing import BalanceRequest, balanced, check_rebalancer
from cass_core.balance.lines import BalanceLines
from cass_core.isolation.isolated import isolated_steps


@dataclass(frozen=True)
class BalanceShare:
    """How much of it is done, 0 to 1."""

    share: float


@dataclass(frozen=True)
class BalanceFound:
    """The gain lines."""

    lines: BalanceLines


def balance_steps(request: BalanceRequest) -> Steps:
    """The steps of a job.

    Args:
        request: what is balanced.

    Returns:
        What makes the generator of `BalanceShare` and, at the end, `BalanceFound`.
    """

    def steps() -> Generator[object, None, None]:
        check_rebalancer(request.model)  # a process is slower to say what is missing
        shares = isolated_steps(request.movie.name, balanced, request)
        while True:
            try:
                yield BalanceShare(next(shares))
            except StopIteration as end:
                yield BalanceFound(end.value)
                return

    return steps
