"""Threads that make tiles and waveforms."""

import os
import threading
from collections.abc import Callable, Hashable

from app.environment.error_report import sentence_for
from app.tiles.tile_files import TileFiles
from app.tiles.tile_work import Work

Planner = Callable[[frozenset[Hashable]], Work | None]
_MOST_THREADS = 4


class TileWorker:
    """Asks for work and does it; sleeps when there is none.

    The threads keep the priority of the others: one that was put back while it holds the
    interpreter's lock would make the window wait.
    """

    def __init__(
        self,
        plan: Planner,
        on_done: Callable[[Work], None],
        on_failed: Callable[[Work, str], None],
        files: TileFiles,
        num_threads: int = 0,
        give_way: Callable[[], None] = lambda: None,
    ) -> None:
        """Prepare; the threads start with the first `wake`.

        Args:
            plan: the next work beside what is claimed; called under the lock.
            on_done: told under the lock, in a thread of the worker, that work was delivered.
            on_failed: as `on_done`, with a sentence.
            files: the cache on disk.
            num_threads: 0 for what suits the machine.
            give_way: called between pieces of work; may wait.
        """
        self._plan, self._on_done, self._on_failed = plan, on_done, on_failed
        self._files, self._give_way = files, give_way
        cores = os.cpu_count() or 1
        self._num_threads = num_threads or max(min(cores - 1, _MOST_THREADS), 1)
        self.lock = threading.RLock()
        self._news = threading.Condition(self.lock)
        self._claims: set[Hashable] = set()
        self._threads: list[threading.Thread] = []
        self._stopping = False
        self._resting: set[int] = set()  # threads that found nothing since the last news

    @property
    def is_idle(self) -> bool:
        """Whether nothing is being worked on; ask under the lock."""
        return not self._claims

    @property
    def is_resting(self) -> bool:
        """Whether all threads have found nothing to do; ask under the lock."""
        return self._stopping or len(self._resting) == len(self._threads)

    def wake(self) -> None:
        """Say that there may be work."""
        with self.lock:
            if not self._threads and not self._stopping:
                names = [f"tiles-{number}" for number in range(self._num_threads)]
                self._threads = [
                    threading.Thread(target=self._work_on, name=name, daemon=True) for name in names
                ]
                for thread in self._threads:
                    thread.start()
            self._tell_all()

    def stop(self) -> None:
        """End all threads and wait for them; they end after the work they are at."""
        with self.lock:
            self._stopping = True
            self._news.notify_all()
        for thread in self._threads:
            thread.join()

    def _tell_all(self) -> None:
        """Let all threads look for work, under the lock."""
        self._resting.clear()
        self._news.notify_all()

    def _work_on(self) -> None:
        self._give_way()
        self._files.prune()
        while (work := self._claimed()) is not None:
            self._give_way()
            self._do(work)

    def _claimed(self) -> Work | None:
        """The next work, as soon as there is some; None at the end."""
        with self.lock:
            while not self._stopping:
                work = self._plan(frozenset(self._claims))
                if work is not None:
                    self._claims.add(work.claim)
                    return work
                self._resting.add(threading.get_ident())
                self._news.wait()
        return None

    def _do(self, work: Work) -> None:
        claim = work.claim
        problem = ""
        try:
            work.run(self._files)
        except Exception as error:  # a file that is gone must not end the thread
            problem = sentence_for(error)
        with self.lock:
            self._claims.discard(claim)
            if problem:
                self._on_failed(work, problem)
            elif not work.is_outdated:
                work.deliver()
                self._on_done(work)
            self._tell_all()
        if not problem and not work.is_outdated:
            work.keep(self._files)
