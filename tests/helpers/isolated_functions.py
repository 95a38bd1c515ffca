"""What child processes are asked to do in tests: well and badly."""

import os
import sys
import time

import numpy as np

from cass_core.errors import MediaError
from cass_core.isolation.worker import still_wanted


def doubled(number):
    return 2 * number


def own_pid():
    return os.getpid()


def has_loaded(module):
    return module in sys.modules


def surroundings():
    return os.getcwd(), os.environ.get("CASS_CACHE")


def noisy(number):
    """Prints as libraries do, through Python and past it."""
    sys.stdout.write("a line for nobody\n")
    os.write(1, b"another\n")
    os.write(2, b"W0000 a library's warning\n")
    sys.stderr.write("and one more\n")
    return number


def array(length):
    return np.arange(length, dtype=np.float32)


def crash():
    os.abort()


def leave():
    os._exit(3)


def hang():
    time.sleep(1000)


def refuse():
    raise MediaError("The file is empty; choose another one.")


def fail():
    raise ZeroDivisionError("a fault of ours")


def eat_memory():
    return [np.empty(1 << 30, np.uint8) for _ in range(1000)]


def counted(stop, folder, fault=""):
    """Numbers, then the sum; a file says that it was closed."""
    total = 0
    try:
        for number in range(stop):
            if number == 2 and fault:
                {"crash": crash, "refuse": refuse, "hang": hang}[fault]()
            total += number
            yield number
    finally:
        (folder / "closed").touch()
    return total


def search():
    """Goes on until nobody wants it any more."""
    while still_wanted():
        time.sleep(0.005)
    return "given up"
