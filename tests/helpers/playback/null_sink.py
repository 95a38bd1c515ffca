"""A PulseAudio daemon of the test's own, with one sink that plays to nowhere."""

import os
import signal
import subprocess
import time
from pathlib import Path

import numpy as np
import pytest

from app.benchmark.null_sink import SINK, sound_surroundings, start_server
from app.benchmark.session import LeftOutError

RATE_HZ = 48_000


class NullSink:
    """Starts the daemon; `env` is for the process that shall play on it."""

    def __init__(self, folder: Path, num_channels: int = 2) -> None:
        self.num_channels, self._folder = num_channels, folder
        try:
            self.env = sound_surroundings(folder)
            self._daemon = start_server(self.env, num_channels)
        except LeftOutError as reason:
            pytest.skip(str(reason))
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


def _wait(test, seconds=8.0) -> None:
    end = time.monotonic() + seconds
    while not test():
        if time.monotonic() > end:
            raise TimeoutError("the sound server did not answer")
        time.sleep(0.02)
