"""Every process that loads the network's libraries tells their waiting threads to sleep."""

import os
import subprocess
import sys

import numpy as np
import pytest
import soundfile

from tests.helpers.command_line import call_cass

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="libgomp tells what it has read")

_SERVING = """
from multiprocessing import Pipe
from app.jobs.separating.separation_worker import serve
ours, theirs = Pipe()
ours.send("an order")

def carry_out(order, tell, control):
    import torch

    torch.zeros(1)
    ours.close()

serve(theirs, carry_out)
"""


@pytest.fixture(autouse=True)
def as_it_comes(monkeypatch):
    for name in ("OMP_WAIT_POLICY", "KMP_BLOCKTIME", "GOMP_SPINCOUNT"):
        monkeypatch.delenv(name, raising=False)


def tries(told):
    """How often a waiting thread looks before it sleeps, as libgomp said when it was loaded."""
    found = [line for line in told.splitlines() if "GOMP_SPINCOUNT" in line]
    assert found, told
    return int(found[-1].split("'")[1])


@pytest.mark.parametrize(("own", "fewest"), [({}, 0), ({"OMP_WAIT_POLICY": "active"}, 1_000_000)])
def test_the_command_lets_them_sleep_unless_the_user_says_otherwise(own, fewest, model, tmp_path):
    soundfile.write(tmp_path / "sound.wav", np.zeros((4800, 1)), 48_000)
    told = call_cass(
        "separate", tmp_path / "sound.wav", "-o", tmp_path / "stems", "--model", model,
        "--steps", 1, OMP_DISPLAY_ENV="verbose", **own,
    )  # fmt: skip
    assert told.code == 0, told.err
    assert tries(told.err) >= fewest
    assert (tries(told.err) == 0) == (not own)


def test_the_separating_process_lets_them_sleep():
    told = subprocess.run(
        [sys.executable, "-c", _SERVING],
        env=os.environ | {"OMP_DISPLAY_ENV": "verbose"},
        capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    assert tries(told.stderr) == 0
