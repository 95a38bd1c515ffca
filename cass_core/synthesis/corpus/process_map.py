"""Many files at once, in processes."""

from collections.abc import Callable, Iterable
from concurrent.futures import ProcessPoolExecutor
from contextlib import ExitStack
from multiprocessing import get_context
from typing import Any


def mapped(stack: ExitStack, processes: int) -> Callable[..., Iterable[Any]]:
    """What runs a function on every item and gives the results in their order.

    Args:
        stack: ends the processes.
        processes: how many; with one all is done in this one, item by item as it is asked for.

    Returns:
        A `map`.
    """
    if processes < 2:
        return map
    # a forked child of a process that has used torch's threads can hang
    context = get_context("spawn")
    return stack.enter_context(ProcessPoolExecutor(processes, mp_context=context)).map
