"""What is settled before the network's libraries are loaded: where it runs, how threads wait."""

import os
from typing import Literal

DeviceChoice = Literal["auto", "cuda", "cpu", "mps"]
"""Names by which a user chooses where the network runs."""

_PASSIVE = {"OMP_WAIT_POLICY": "PASSIVE", "KMP_BLOCKTIME": "0"}


def let_waiting_threads_sleep() -> None:
    """Make them sleep; what the user's own environment says about it holds.

    By default they try again and again for a while, which is a little quicker on an idle computer.
    On a busy one each of them keeps a core from the very thread that it waits for, and a separation
    takes several times as long. The libraries read this once, when PyTorch is imported.
    """
    for name, value in _PASSIVE.items():
        os.environ.setdefault(name, value)
