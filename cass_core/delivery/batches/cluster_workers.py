"""The movies of a batch on an existing Dask cluster, for houses with a render farm.

All computers of the cluster must see movies and folders under the same names. A movie whose worker
ends is given to another one, which goes on where the first was.
"""

import time
from collections.abc import Generator
from dataclasses import replace
from typing import Any

from cass_core.delivery.batches.batch_order import BatchOrder
from cass_core.delivery.batches.batch_row import BatchRow, failed
from cass_core.delivery.batches.job_share import JobShare
from cass_core.delivery.batches.local_workers import JobNews, Orders
from cass_core.errors import SettingsError

_LOOK_S = 0.3
_CONNECT_S = 10
_AHEAD = 2  # movies for each worker that the scheduler knows of; the others wait here
_LOCK_WORDS, _LOCK_TRIES, _LOCK_WAIT_S = "is being written by another Cass Studio", 20, 3.0


def worked_on_cluster(orders: Orders, address: str) -> Generator[JobNews | None, None, None]:
    """Hand all movies to a scheduler.

    Closing the generator takes back what has not begun; workers end the movie that they are at.

    Args:
        orders: what is done; each path is made absolute.
        address: of the scheduler, such as "tcp://farm:8786".

    Yields:
        JobNews | None: a row for each movie; None where nothing has happened.

    Raises:
        SettingsError: Dask is not installed, or nobody answers there.
    """
    client = _client(address)
    pending: dict[Any, BatchOrder] = {}
    is_open = True
    try:
        while is_open or pending:
            while is_open and len(pending) < _AHEAD * max(len(client.nthreads()), 1):
                order = next(orders, _END)
                is_open = order is not _END
                if not isinstance(order, BatchOrder):
                    break
                order = _absolute(order)
                pending[client.submit(row_on_worker, order, pure=False)] = order
            yield None
            for future in [one for one in pending if one.done()]:
                yield JobNews(pending[future], row=_row(future, pending.pop(future)))
            time.sleep(_LOOK_S)
    finally:
        client.cancel(list(pending))
        client.close()


_END = object()


def row_on_worker(order: BatchOrder) -> BatchRow:
    """Do a movie on a worker; waits while one that was believed lost still holds its folder."""
    # loaded on the worker: who hands out the movies needs no network
    from cass_core.delivery.batches.batch_job import row_of

    for _ in range(_LOCK_TRIES):
        row = row_of(order, _unheard)
        if _LOCK_WORDS not in row.problem:
            break
        time.sleep(_LOCK_WAIT_S)
    return row


def _unheard(_share: JobShare) -> None:
    """A cluster hears of whole movies alone."""


def _client(address: str) -> Any:  # noqa: ANN401
    try:
        from distributed import Client
    except ImportError as error:
        raise SettingsError(
            "--scheduler needs Dask; install it with `pip install 'cass-studio[cluster]'`."
        ) from error
    try:
        make: Any = Client  # the library has no types
        return make(address, timeout=_CONNECT_S, set_as_default=False)
    except (OSError, ValueError) as error:
        raise SettingsError(
            f"No Dask scheduler answers at {address}; check the address and the network."
        ) from error


def _row(future: Any, order: BatchOrder) -> BatchRow:  # noqa: ANN401
    """The movie's row, whatever became of it."""
    if future.status == "finished":
        return future.result()
    reason = "its workers ended one after the other, for want of memory perhaps"
    if future.status == "error" and type(future.exception()).__name__ != "KilledWorker":
        reason = repr(future.exception())
    return failed(
        str(order.movie),
        str(order.folder),
        f"The cluster could not do it ({reason}); the same batch goes on from here.",
    )


def _absolute(order: BatchOrder) -> BatchOrder:
    return replace(order, movie=order.movie.absolute(), folder=order.folder.absolute())
