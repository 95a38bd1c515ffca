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

SINK = "cass"
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
    surroundings = sound_surroundings(folder)
    before = {name: value for name, value in os.environ.items() if _is_of_sound(name)}
    for name in before:
        del os.environ[name]
    os.environ |= {name: surroundings[name] for name in _HOME}
    server = None
    try:
        server = start_server(surroundings)
        yield
    finally:
        if server is not None:
            server.kill()
            server.wait()
        for name in _HOME:
            del os.environ[name]
        os.environ |= before


def sound_surroundings(folder: Path) -> dict[str, str]:
    """The environment of programs that play to a server of `folder`; LeftOutError without any."""
    if not shutil.which("pulseaudio") or not shutil.which("parec"):
        raise LeftOutError("PulseAudio is not installed")
    run = folder / "run"
    run.mkdir(mode=0o700, parents=True)
    (folder / ".asoundrc").write_text(_ASOUNDRC, encoding="ascii")
    kept = {name: value for name, value in os.environ.items() if not _is_of_sound(name)}
    return kept | dict(zip(_HOME, (str(folder), str(run)), strict=True))


def start_server(surroundings: dict[str, str], num_channels: int = 2) -> "subprocess.Popen[bytes]":
    """Start the sound server, whose one sink is called `SINK`.

    Args:
        surroundings: from `sound_surroundings`.
        num_channels: of the sink.

    Returns:
        The process, which listens; whoever asked for it ends it.

    Raises:
        LeftOutError: it does not start.
    """
    # a sink that takes sound back may play two seconds late, and has ended the server
    form = f"rate={RATE_HZ} channels={num_channels} format=float32le norewinds=1"
    command = [
        "pulseaudio", "-n", "--daemonize=no", "--exit-idle-time=-1", "--use-pid-file=no",
        "-L", "module-native-protocol-unix", "-L", f"module-null-sink sink_name={SINK} {form}",
    ]  # fmt: skip
    nowhere = subprocess.DEVNULL
    server = subprocess.Popen(command, env=surroundings, stdout=nowhere, stderr=nowhere)
    socket = Path(surroundings["XDG_RUNTIME_DIR"]) / "pulse" / "native"
    end_s = time.monotonic() + _START_S
    while not socket.exists() and server.poll() is None and time.monotonic() < end_s:
        time.sleep(0.02)
    if socket.exists() and server.poll() is None:
        return server
    server.kill()
    server.wait()
    raise LeftOutError("PulseAudio does not start")


def _is_of_sound(name: str) -> bool:
    return name in _HOME or name.startswith("PULSE_")
