"""What `cass doctor` says, asked in a process of its own: it loads PyTorch."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable

_PATIENCE_S, _POLL_S = 120.0, 0.1


def examine_computer(stopped: Callable[[], bool]) -> str:
    """Run it.

    Args:
        stopped: asked ten times a second whether nobody wants to know any more.

    Returns:
        What it prints, or a sentence on why there is nothing.
    """
    own = {"PYTHONPATH": os.pathsep.join(filter(None, sys.path)), "PYTHONIOENCODING": "utf-8"}
    with tempfile.TemporaryFile() as printed:
        try:
            process = subprocess.Popen(
                [sys.executable, "-m", "cass_core", "doctor"],
                stdin=subprocess.DEVNULL,
                stdout=printed,
                stderr=subprocess.STDOUT,
                env=os.environ | own,
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
        except OSError as error:
            return f"cass doctor cannot be run: {error}"
        _wait(process, stopped)
        printed.seek(0)
        text = printed.read().decode("utf-8", "replace")
    return text or f"cass doctor ended with code {process.returncode}"


def _wait(process: "subprocess.Popen[bytes]", stopped: Callable[[], bool]) -> None:
    """Until it ends, nobody waits for it or it hangs."""
    waited_s = 0.0
    while waited_s < _PATIENCE_S and not stopped():
        try:
            process.wait(_POLL_S)
        except subprocess.TimeoutExpired:
            waited_s += _POLL_S
        else:
            return
    process.kill()
    process.wait()
