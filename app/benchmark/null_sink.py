"""A sound server of the measurement's own, whose loudspeaker is a place that can be recorded."""

import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from app.benchmark.material import RATE_HZ
from app.benchmark.session import LeftOutError

_ASOUNDRC = "pcm.!default { type pulse }\nctl.!default { type pulse }\n"
_START_S = 8.0
_HOME = ("HOME", "XDG_RUNTIME_DIR")


@contextmanager
def null_sink(folder: Path) -> Iterator[None]:
    """Play to nowhere: this process, until the end, before it has opened a sound device.

    Args:
        folder: for the server's files; a short path, as sockets have.

    Yields:
        Once the server listens.

    Raises:
        LeftOutError: PulseAudio is missing or does not start.
    """
    if not shutil.which("pulseaudio") or not shutil.which("parec"):
        raise LeftOutError("PulseAudio is not installed")
    run = folder / "run"
    run.mkdir(mode=0o700, parents=True)
    (folder / ".asoundrc").write_text(_ASOUNDRC, encoding="ascii")
    before = {name: value for name, value in os.environ.items() if _is_of_sound(name)}
    for name in before:
        del os.environ[name]
    os.environ |= dict(zip(_HOME, (str(folder), str(run)), strict=True))
    try:
        with _server():
            yield
    finally:
        for name in _HOME:
            del os.environ[name]
        os.environ |= before


def _is_of_sound(name: str) -> bool:
    return name in _HOME or name.startswith("PULSE_")


@contextmanager
def _server() -> Iterator[None]:
    # a sink that takes sound back may play two seconds late, and has ended the server
    form = f"rate={RATE_HZ} channels=2 format=float32le norewinds=1"
    command = [
        "pulseaudio", "-n", "--daemonize=no", "--exit-idle-time=-1", "--use-pid-file=no",
        "-L", "module-native-protocol-unix", "-L", f"module-null-sink sink_name=cass {form}",
    ]  # fmt: skip
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    socket, end_s = Path(os.environ["XDG_RUNTIME_DIR"]) / "pulse" / "native", _START_S
    try:
        while not socket.exists() and server.poll() is None and end_s > 0:
            time.sleep(0.02)
            end_s -= 0.02
        if not socket.exists():
            raise LeftOutError("PulseAudio does not start")
        yield
    finally:
        server.kill()
        server.wait()
