"""Generators that yield how far they are and return what they made."""

from collections.abc import Callable, Generator, Iterable
from contextlib import closing
from typing import TypeVar

Step = TypeVar("Step")
Event = TypeVar("Event")
Result = TypeVar("Result")


def relayed(
    steps: Generator[Step, None, Result], change: Callable[[Step], Event]
) -> Generator[Event, None, Result]:
    """Pass on what a generator yields, changed; returns what it returns, and closes it at the end.

    So files that the steps have open are closed before whoever made them removes them.
    """
    return (yield from spread(steps, lambda step: (change(step),)))


def spread(
    steps: Generator[Step, None, Result], events: Callable[[Step], Iterable[Event]]
) -> Generator[Event, None, Result]:
    """As `relayed`, where a step may give several events or none."""
    with closing(steps):
        while True:
            try:
                step = next(steps)
            except StopIteration as end:
                result: Result = end.value
                return result
            yield from events(step)


def result_of(steps: Generator[Step, None, Result]) -> Result:
    """Run a generator to its end, whatever it yields; what it returns."""
    relay = relayed(steps, lambda step: step)
    while True:
        try:
            next(relay)
        except StopIteration as end:
            result: Result = end.value
            return result
