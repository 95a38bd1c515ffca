"""A separating process without a network: the order's model says what happens in it."""

import os
import signal
import time
from functools import partial

from app.jobs.separating.run_events import (
    DeviceFound,
    DeviceOrder,
    MeasureOrder,
    Notice,
    PhaseProgress,
    SpeedMeasured,
    TakeGrew,
)
from app.jobs.separating.separation_worker import serve
from cass_core.errors import OutputError
from cass_core.stems.manifest import MANIFEST_NAME

CPU = DeviceFound("cpu", "CPU (2 cores)", "No CUDA graphics card was found.")
SPEED = SpeedMeasured(0.02, 0.05)
NUM_WINDOWS = 4
WINDOW_S = {
    "starter": 0.4,
    "slow": 0.4,
    "steady": 0.02,
    "stuck": 0.02,
    "killed": 0.02,
    "full": 0.02,
}


def carry_out(order, tell, control):
    """Do what the real process does, as seen from outside."""
    tell(CPU)
    if isinstance(order, DeviceOrder):
        return
    if isinstance(order, MeasureOrder):
        tell(SPEED)
        return
    if order.model == "refused":
        raise OutputError("There is no model 'refused'.")
    if order.model == "broken":
        raise RuntimeError("out of ideas")
    order.folder.mkdir(exist_ok=True)
    (order.folder / MANIFEST_NAME).touch()
    _windows(order, tell, control)
    tell(SPEED)


def _windows(order, tell, control):
    length = (order.stop - order.start) // NUM_WINDOWS
    for number in range(1, NUM_WINDOWS + 1):
        share = number / NUM_WINDOWS
        _wait(WINDOW_S[order.model], control)
        position = order.stop if number == NUM_WINDOWS else order.start + number * length
        tell(TakeGrew(position))
        tell(PhaseProgress("separate", share, share, control.working_time()))
        if number == 2:
            _halfway(order.model, tell)


def _halfway(model, tell):
    tell(Notice("No face was found."))
    if model == "killed":
        os.kill(os.getpid(), signal.SIGKILL)
    if model == "full":
        raise OutputError("The disk is full: make room and resume.")
    if model == "stuck":
        for _ in range(1000):  # a step that passes no gate
            time.sleep(0.05)


def _wait(seconds, control):
    for _ in range(10):
        control.check()
        time.sleep(seconds / 10)


fake_serve = partial(serve, carry_out=carry_out)
