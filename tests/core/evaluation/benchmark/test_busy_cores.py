"""Busy processes are at work inside the context and gone after it."""

import os
import subprocess
import sys

import pytest

from cass_core.evaluation.benchmark.busy_cores import busy_cores

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")


def children():
    found = subprocess.run(
        ["ps", "ww", "-o", "pid=,args=", "--ppid", str(os.getpid())], capture_output=True, text=True
    )
    return [line for line in found.stdout.splitlines() if "os.getppid() == parent" in line]


@pytest.mark.parametrize("number", [0, 1, 2])
def test_as_many_as_asked_for_until_the_end(number):
    with busy_cores(number):
        assert len(children()) == number
    assert children() == []


def test_they_end_with_a_process_that_is_killed():
    code = (
        "import os, signal\n"
        "from cass_core.evaluation.benchmark.busy_cores import busy_cores\n"
        "with busy_cores(1):\n"
        "    os.kill(os.getpid(), signal.SIGKILL)"
    )
    with subprocess.Popen([sys.executable, "-c", code], stderr=subprocess.PIPE) as killed:
        # the busy process has its end of this pipe, too
        assert killed.communicate(timeout=60) == (None, b"")


def test_they_end_with_what_was_measured():
    with pytest.raises(KeyboardInterrupt), busy_cores(1):
        raise KeyboardInterrupt
    assert children() == []
