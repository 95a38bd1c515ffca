"""A sound device that plays to nowhere, so that the window has one and its meters move."""

import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_ASOUNDRC = "pcm.!default { type pulse }\nctl.!default { type pulse }\n"
_SINK = "module-null-sink sink_name=room rate=48000 channels=2"
_LONGEST_S = 5.0


@contextmanager
def silent_sink(home: Path) -> Iterator[dict[str, str]]:
    """Run a PulseAudio daemon of its own meanwhile; without PulseAudio there is no device.

    Args:
        home: folder of the user who is played.

    Yields:
        What the environment of the program needs beside.
    """
    if shutil.which("pulseaudio") is None:
        yield {}
        return
    run = home / "run"
    run.mkdir(mode=0o700)
    (home / ".asoundrc").write_text(_ASOUNDRC)
    own = {"HOME": str(home), "XDG_RUNTIME_DIR": str(run)}
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PULSE_")}
    command = ["pulseaudio", "-n", "--daemonize=no", "--exit-idle-time=-1", "--log-target=null"]
    command += ["-L", "module-native-protocol-unix", "-L", _SINK]
    with subprocess.Popen(command, env=kept | own, stderr=subprocess.DEVNULL) as daemon:
        try:
            _wait_for(run / "pulse" / "native")
            yield {"XDG_RUNTIME_DIR": str(run)}
        finally:
            daemon.terminate()


def _wait_for(socket: Path) -> None:
    end_s = time.monotonic() + _LONGEST_S
    while not socket.exists() and time.monotonic() < end_s:
        time.sleep(0.05)
