"""The windows of a batch shared out among threads, so that they rarely wait for each other."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor, wait
from contextlib import contextmanager
from threading import Barrier

import torch
from torch import Tensor

from cass_core.model.velocity_net import Condition, VelocityNet


class RowThreads:
    """Calls a network on a CPU, each row of the batch in a thread of its own.

    PyTorch shares out every single layer, and all threads wait for the last one after each of
    them, which takes long where other programs want the cores too. Windows know nothing of each
    other, so each goes through the whole network by itself; only where there are more cores than
    windows, several share a layer. More threads than cores cost nothing on an idle computer and
    get a larger share of a busy one.
    """

    def __init__(self, max_rows: int) -> None:
        """Start the threads, unless there is one core.

        Args:
            max_rows: of the largest batch.
        """
        cores = torch.get_num_threads()
        self._within = max(1, cores // max_rows)
        self._pool: ThreadPoolExecutor | None = None
        if cores > 1:
            with _layer_threads(self._within):
                self._pool = _pool(max_rows, self._within)

    def __call__(
        self, network: VelocityNet, x_t: Tensor, t: Tensor, condition: Condition
    ) -> Tensor:
        """As `network(x_t, t, condition)`, to the bit.

        Args:
            network: on the CPU.
            x_t: (b, 6, bin, frame) state.
            t: (b,) flow time.
            condition: of the same rows.

        Returns:
            (b, 6, bin, frame).
        """
        if self._pool is None or len(x_t) == 1:
            return network(x_t, t, condition)

        @torch.no_grad()
        def one(row: Tensor) -> Tensor:
            return network(x_t[row], t[row], condition.rows(row))

        with _layer_threads(self._within):
            calls = [self._pool.submit(one, row) for row in torch.arange(len(x_t)).split(1)]
            wait(calls)  # after a shortage of memory no other thread may go on
        return torch.cat([call.result() for call in calls])


@contextmanager
def _layer_threads(number: int) -> Iterator[None]:
    """Let this many threads share a layer; part of this is the process's, part each thread's."""
    former = torch.get_num_threads()
    torch.set_num_threads(number)
    try:
        yield
    finally:
        torch.set_num_threads(former)


def _pool(num_threads: int, within: int) -> ThreadPoolExecutor:
    """Threads that have all begun, each with its own number of helpers within a layer."""
    all_there = Barrier(num_threads)

    def begin() -> None:
        torch.set_num_threads(within)

    pool = ThreadPoolExecutor(num_threads, "window", begin)
    wait([pool.submit(all_there.wait) for _ in range(num_threads)])
    return pool
