"""A separating process without a network: the order's model says what happens in it."""

import os
import signal
import time
from functools import partial

from app.jobs.separating.run_events import (
    DeviceFound,
    DeviceOrder,
    MeasureOrder,
)
from app.jobs.separating.separation_worker import serve
from cass_core.clips import SampleSpan
from cass_core.errors import OutputError
from cass_core.request.events import Warned
from cass_core.stems.manifest import MANIFEST_NAME
from tests.helpers.separation.told_run import DEVICE, ToldRun

CPU = DeviceFound(*DEVICE, "card")
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
        _measure(order, tell, control)
        return
    if order.model == "refused":
        raise OutputError("There is no model 'refused'.")
    if order.model == "broken":
        raise RuntimeError("out of ideas")
    order.folder.mkdir(exist_ok=True)
    (order.folder / MANIFEST_NAME).touch()
    _windows(order, tell, control)


def _measure(order, tell, control):
    run = ToldRun(tell, order.settings.steps)
    for number in range(1, NUM_WINDOWS + 1):
        _wait(WINDOW_S[order.model], control)
        run.chunk(SampleSpan(0, 24_000), number / NUM_WINDOWS)


def _windows(request, tell, control):
    run = ToldRun(tell, request.settings.steps)
    length = request.span.num_samples // NUM_WINDOWS
    start = request.span.start
    for number in range(1, NUM_WINDOWS + 1):
        _wait(WINDOW_S[request.model], control)
        last = number == NUM_WINDOWS
        stop = request.span.stop if last else request.span.start + number * length
        run.chunk(SampleSpan(start, stop), number / NUM_WINDOWS)
        start = stop
        if number == 2:
            _halfway(request.model, run)


def _halfway(model, run):
    run.event(Warned("No face was found."))
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
