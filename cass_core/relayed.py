"""Generators that yield how far they are and return what they made."""

from collections.abc import Callable, Generator
from contextlib import closing
from typing import TypeVar

Step = TypeVar("Step")
Event = TypeVar("Event")
Result = TypeVar("Result")


def relayed(
    steps: Generator[Step, None, Result], change: Callable[[Step], Event]
) -> Generator[Event, None, Result]:
    """Pass on what a generator yields in another form; returns what it returns.

    Args:
        steps: run to its end, or closed with this generator, so that its files are closed first.
        change: gives the form that is passed on.

    Yields:
        Event: one for each step.

    Returns:
        Result: of `steps`.
    """
    with closing(steps):
        while True:
            try:
                step = next(steps)
            except StopIteration as end:
                result: Result = end.value
                return result
            yield change(step)


def result_of(steps: Generator[Step, None, Result]) -> Result:
    """Run a generator to its end, whatever it yields; what it returns."""
    relay = relayed(steps, lambda step: step)
    while True:
        try:
            next(relay)
        except StopIteration as end:
            result: Result = end.value
            return result
