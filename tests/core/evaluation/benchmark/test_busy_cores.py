"""Busy processes are at work inside the context and gone after it."""

import os
import subprocess
import sys

import pytest

from cass_core.evaluation.benchmark.busy_cores import busy_cores

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")


def children():
    found = subprocess.run(
        ["ps", "-o", "pid=,args=", "--ppid", str(os.getpid())], capture_output=True, text=True
    )
    return [line for line in found.stdout.splitlines() if "while True" in line]


@pytest.mark.parametrize("number", [0, 1, 2])
def test_as_many_as_asked_for_until_the_end(number):
    with busy_cores(number):
        assert len(children()) == number
    assert children() == []


def test_they_end_with_what_was_measured():
    with pytest.raises(KeyboardInterrupt), busy_cores(1):
        raise KeyboardInterrupt
    assert children() == []
