"""Other programs that want the processor too, as there are beside every separation."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

# it ends by itself where whoever has started it is killed
_WORK = """
import os
parent = os.getppid()
print(flush=True)
while os.getppid() == parent:
    for _ in range(100_000): pass
"""


@contextmanager
def busy_cores(number: int) -> Iterator[None]:
    """Keep so many cores busy, each with a process of its own.

    Args:
        number: of processes; 0 for none.

    Yields:
        Once all of them are at work.
    """
    processes = [
        subprocess.Popen([sys.executable, "-c", _WORK], stdout=subprocess.PIPE)
        for _ in range(number)
    ]
    try:
        for process in processes:
            assert process.stdout is not None
            process.stdout.readline()
        yield
    finally:
        for process in processes:
            process.kill()
            process.communicate()
