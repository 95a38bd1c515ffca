"""Work in processes that are killed at any moment, and what must hold afterwards."""

import os
import shutil
import signal
import sys
import time
import traceback
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from cass_core.errors import CassError
from cass_core.isolation.isolated import end_idle

_PATIENCE_S = 120.0
_LOOK_S = 0.001
_TRIES_FOR_A_KILL = 4  # a moment can fall behind the end of the work
_NEAR_THE_END = 0.4  # share of the kills that fall into the last fifth, where files get names


class ViolationError(Exception):
    """What a kill has broken, as a sentence."""


@dataclass
class Tally:
    """How the kills of one kind of work went.

    Attributes:
        kills: processes that were killed.
        found: what a reader found then, counted by the step that it is the result of; 0 is
            nothing.
    """

    kills: int = 0
    found: Counter[int] = field(default_factory=Counter)


class Trial:
    """One kind of work, done once without a kill and then killed and finished many times."""

    def __init__(self, work, place: Path) -> None:
        """Do the work step by step, and keep what a reader finds after each.

        Args:
            work: one of `works`.
            place: an empty folder for this kind.
        """
        self._work, self._place = work, place
        self._material = place / "material"
        self._material.mkdir(parents=True)
        work.prepare(self._material)
        self._states = [None]
        self._files: dict[str, set[bytes]] = {}
        folder = self._fresh("unbroken")
        begun = time.monotonic()
        for step in work.steps(folder):
            self._finish(folder, step)
            self._states.append(work.found(folder))
            for name, content in work.files(folder).items():
                self._files.setdefault(name, set()).add(content)
        self._lasts_s = time.monotonic() - begun
        self._end = work.contents(folder)

    def kill(self, rng, tally: Tally) -> None:
        """Kill the work once, look, let it go on, sometimes through another kill, and compare.

        Args:
            rng: draws the moments.
            tally: what is noted.

        Raises:
            ViolationError: something is broken, lost or another one.
        """
        folder = self._fresh("killed")
        for _ in range(_TRIES_FOR_A_KILL):
            if self._killed(folder, rng):
                self._look(folder, tally)
                if rng.random() < 2 / 3:
                    break
            else:
                folder = self._fresh("killed")
        for step in self._work.steps(folder):
            self._finish(folder, step)
        if self._work.found(folder) != self._states[-1]:
            raise ViolationError(f"{self._work.name}: it ends with something else after a kill")
        self._compare(self._work.contents(folder))

    def _fresh(self, name) -> Path:
        folder = self._place / name
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        return folder

    def _killed(self, folder, rng) -> bool:
        share = rng.random()
        share = 1 - 0.2 * rng.random() if share < _NEAR_THE_END else rng.random()
        is_killed, seconds = _ends(
            lambda: [step() for step in self._work.steps(folder)], folder, share * self._lasts_s
        )
        if not is_killed:
            self._lasts_s = min(self._lasts_s, max(seconds, 0.01))
        return is_killed

    def _finish(self, folder, step) -> None:
        is_killed, _ = _ends(step, folder, _PATIENCE_S)
        if is_killed:
            raise ViolationError(f"{self._work.name}: it hangs after a kill")

    def _look(self, folder, tally) -> None:
        tally.kills += 1
        for name, content in self._work.files(folder).items():
            if content not in self._files.get(name, ()):
                raise ViolationError(f"{self._work.name}: {name} is broken under its final name")
        try:
            found = self._work.found(folder)
        except (CassError, AssertionError) as error:
            raise ViolationError(f"{self._work.name}: a reader stumbles ({error})") from error
        if found not in self._states:
            raise ViolationError(f"{self._work.name}: what a reader finds was never written")
        tally.found[self._states.index(found)] += 1

    def _compare(self, contents) -> None:
        for name in sorted(contents.keys() | self._end.keys()):
            if contents.get(name) != self._end.get(name):
                how = "differs" if name in contents and name in self._end else "is left or missing"
                raise ViolationError(f"{self._work.name}: {name} {how} after a kill")


def _ends(call, folder: Path, most_s: float) -> tuple[bool, float]:
    """Run a call in a process of its own, killed after some seconds; whether it was, and seconds.

    Raises:
        ViolationError: it ended by itself with an error.
    """
    said = folder.with_name(f"{folder.name}.said")
    end_idle()  # its pipes would be shared with the child
    begun = time.monotonic()
    child = os.fork()
    if child == 0:
        _work_in_child(call, said)
    while True:
        done, status = os.waitpid(child, os.WNOHANG)
        seconds = time.monotonic() - begun
        if done:
            break
        if seconds >= most_s:
            os.kill(child, signal.SIGKILL)
            _, status = os.waitpid(child, 0)
            break
        time.sleep(min(_LOOK_S, most_s - seconds))
    code = os.waitstatus_to_exitcode(status)
    if code not in (0, -signal.SIGKILL):
        last = said.read_text(encoding="utf-8", errors="replace").strip()
        raise ViolationError(f"{folder.parent.name}: the work ends with {code}: {last}")
    return code != 0, seconds


def _work_in_child(call, said) -> None:
    """Never returns: what the child was forked from must not go on in it."""
    try:
        handle = os.open(said, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
        for number in (1, 2):
            os.dup2(handle, number)
        sys.stdout, sys.stderr = (os.fdopen(number, "w") for number in (1, 2))
        call()
        end_idle()
        os._exit(0)
    except BaseException:  # noqa: BLE001 - whatever it is, it is told and ends here
        traceback.print_exc()
        sys.stderr.flush()
        os._exit(1)
