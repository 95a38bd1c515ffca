"""Processes that only pretend to separate, forked from one that has loaded what they need."""

import multiprocessing
import os

_LOADED = ["tests.helpers.separation.fake_worker", "tests.helpers.separation.quick_worker"]


def start_quickly(monkeypatch):
    """Let the next separating processes start in no time, where the system can fork.

    The one they are forked from is no process of the window: it has neither its threads nor Qt.
    """
    if hasattr(os, "fork"):
        context = multiprocessing.get_context("forkserver")
        context.set_forkserver_preload(_LOADED)
        monkeypatch.setattr("app.jobs.separating.worker_process._CONTEXT", context)
