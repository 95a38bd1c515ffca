"""Runs of the command that a signal ends when something is seen on disk."""

import json
import signal
import time

PATIENCE_S = 120.0


def stop_when(process, condition, number=signal.SIGKILL, patience_s=PATIENCE_S):
    """Send a signal as soon as something is seen on disk."""
    deadline = time.monotonic() + patience_s
    while not condition():
        assert process.poll() is None, f"ended too early: {process.communicate(timeout=60)}"
        assert time.monotonic() < deadline
        time.sleep(0.002)
    process.send_signal(number)
    out, err = process.communicate(timeout=60)
    return process.returncode, out, err


def share_done(stems):
    """Share of the programme that the manifest of a folder of stems says is on disk."""
    try:
        manifest = json.loads((stems / "manifest.json").read_text())
    except FileNotFoundError:
        return 0.0
    return manifest["position"] / manifest["num_samples"]
