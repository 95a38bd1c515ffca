"""A PulseAudio daemon of the test's own, with one sink that plays to nowhere."""

import os
import shutil
import signal
import subprocess
import time
from pathlib import Path

import numpy as np
import pytest

SINK = "cass"
RATE_HZ = 48_000
_ASOUNDRC = "pcm.!default { type pulse }\nctl.!default { type pulse }\n"


class NullSink:
    """Starts the daemon; `env` is for the process that shall play on it."""

    def __init__(self, folder: Path, num_channels: int = 2) -> None:
        if not shutil.which("pulseaudio") or not shutil.which("parec"):
            pytest.skip("pulseaudio is not installed")
        self.num_channels = num_channels
        run = folder / "run"
        run.mkdir(mode=0o700, parents=True)
        (folder / ".asoundrc").write_text(_ASOUNDRC)
        kept = {key: value for key, value in os.environ.items() if not key.startswith("PULSE_")}
        self.env = kept | {"HOME": str(folder), "XDG_RUNTIME_DIR": str(run)}
        self._folder = folder
        self._daemon = self._start()
        self._recorder: subprocess.Popen[bytes] | None = None

    def record(self) -> None:
        """Begin to write what the sink plays to a file; returns when the first samples came."""
        self._recorder = subprocess.Popen(
            [
                "parec", "-d", f"{SINK}.monitor", "--format=float32le", f"--rate={RATE_HZ}",
                f"--channels={self.num_channels}", "--latency-msec=20",
            ],
            env=self.env,
            stdout=self.recording.open("wb"),
        )  # fmt: skip
        _wait(lambda: self.recording.exists() and self.recording.stat().st_size > 0)

    @property
    def recording(self) -> Path:
        return self._folder / "recorded.raw"

    def recorded(self) -> np.ndarray:
        """End the recording; (channel, sample)."""
        time.sleep(0.3)
        assert self._recorder is not None
        self._recorder.terminate()
        self._recorder.wait(5)
        data = np.fromfile(self.recording, "<f4")
        return (
            data[: len(data) // self.num_channels * self.num_channels]
            .reshape(-1, self.num_channels)
            .T
        )

    def kill(self) -> None:
        """The device is gone."""
        os.kill(self._daemon.pid, signal.SIGKILL)
        self._daemon.wait(5)

    def close(self) -> None:
        for process in (self._recorder, self._daemon):
            if process is not None and process.poll() is None:
                process.kill()
                process.wait(5)

    def _start(self) -> subprocess.Popen[bytes]:
        # a sink that takes sound back may play two seconds late, and has ended the daemon
        form = f"rate={RATE_HZ} channels={self.num_channels} format=float32le norewinds=1"
        sink = f"sink_name={SINK} {form}"
        daemon = subprocess.Popen(
            [
                "pulseaudio", "-n", "--daemonize=no", "--exit-idle-time=-1", "--use-pid-file=no",
                "-L", "module-native-protocol-unix", "-L", f"module-null-sink {sink}",
            ],
            env=self.env,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )  # fmt: skip
        socket = Path(self.env["XDG_RUNTIME_DIR"]) / "pulse" / "native"
        _wait(lambda: socket.exists() or daemon.poll() is not None)
        if daemon.poll() is not None:
            pytest.skip("pulseaudio does not start here")
        return daemon


def _wait(test, seconds=8.0) -> None:
    end = time.monotonic() + seconds
    while not test():
        if time.monotonic() > end:
            raise TimeoutError("the sound server did not answer")
        time.sleep(0.02)
