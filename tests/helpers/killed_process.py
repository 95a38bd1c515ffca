"""A process that is killed just before one of its calls to the file system."""

import os
import sys
from collections.abc import Callable
from itertools import count
from pathlib import Path

_CALLS = ("replace", "rename", "link", "unlink", "remove", "fsync", "rmdir")
_KILLED = 9


def killed_before_call(number: int, work: Callable[[], object]) -> bool:
    """Do work in a child that ends without any clean-up before its n-th change of the disk.

    Args:
        number: of the call, from 0.
        work: what the child does.

    Returns:
        False where the work came to its end with fewer calls.
    """
    child = os.fork()
    if child == 0:
        if torch := sys.modules.get("torch"):
            torch.set_num_threads(1)  # those of the parent are not there to be waited for
        _arm(number)
        try:
            work()
        except BaseException:  # noqa: BLE001 - the child must never go on with the tests
            os._exit(1)
        os._exit(0)
    _, status = os.waitpid(child, 0)
    code = os.waitstatus_to_exitcode(status)
    assert code in (0, _KILLED), f"the work failed with {code}"
    return code == _KILLED


def check_every_kill(
    folder: Path,
    write: Callable[[Path, int], object],
    read: Callable[[Path], object],
    may_be_gone: bool = False,
    every: int = 1,
) -> None:
    """Replace what is written, killed before each change of the disk in turn.

    Args:
        folder: an empty one.
        write: writes into a folder what a number stands for.
        read: what a reader finds there; None for nothing.
        may_be_gone: it can be made again, and a kill may leave nothing.
        every: look at each second, third… change only, where there are many.
    """
    for number in count(0, every):
        place = folder / str(number)
        place.mkdir()
        write(place, 1)
        old = read(place)
        is_killed = killed_before_call(number, lambda at=place: write(at, 2))
        found = read(place)
        write(place, 2)
        new = read(place)
        assert found in (old, new) or (may_be_gone and found is None), f"killed before {number}"
        if not is_killed:
            break
    assert None not in (old, new)
    assert found == new != old
    assert number > 0


def _arm(number: int) -> None:
    done = 0

    def deadly(call: Callable[..., object]) -> Callable[..., object]:
        def called(*args: object, **named: object) -> object:
            nonlocal done
            if done == number:
                os._exit(_KILLED)
            done += 1
            return call(*args, **named)

        return called

    for name in _CALLS:
        setattr(os, name, deadly(getattr(os, name)))
