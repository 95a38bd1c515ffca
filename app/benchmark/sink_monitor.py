"""What the sound server sends to the loudspeaker, recorded with the time at which it is heard."""

import os
import re
import shutil
import subprocess
import threading
import time
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from app.benchmark.material import RATE_HZ

_LINE = re.compile(rb"Time: ([0-9.]+) sec; Latency: (-?[0-9]+) usec")
_WAIT_S = 5.0
_THRESHOLD = 0.2  # of full scale; a beep begins above it
_PAUSE_S = 0.8  # of silence before a beep
_FAR = 4.0  # times the usual deviation: a line that was read late
_FEWEST_LINES = 20


@dataclass(frozen=True)
class DeviceClock:
    """Turns samples of the recording into time.

    Attributes:
        start_s: `time.monotonic` at which the first sample was heard.
        rate_hz: samples that are heard in a second of the computer's clock.
        uncertain_s: half of the range in which nine of ten readings of the clock lie.
    """

    start_s: float
    rate_hz: float
    uncertain_s: float


class SinkMonitor:
    """Records the monitor of the default output of PulseAudio, or of PipeWire in its place.

    The recorder tells twenty times a second which sample of its stream is heard at that moment;
    the sound server's reckoning of the delays on both sides is in it. Each line is stamped with
    `time.monotonic` when it is read, and a straight line through all of them is the clock. The
    recorder is another client of the server than the program, so an error in what the program
    believes about its own delays is seen. Where the server is wrong about the hardware behind it
    both are wrong alike; a sink to nowhere has no hardware. A line can only be read late, never
    early, which `DeviceClock.uncertain_s` bounds together with the millisecond to which the
    recorder rounds.
    """

    def __init__(self, recording: Path) -> None:
        """Begin to record.

        Args:
            recording: where the sound goes: 16-bit samples, mono.

        Raises:
            OSError: there is no sound server.
        """
        program = shutil.which("parec")
        if program is None:
            raise OSError("the program parec is missing")
        self._recording = recording
        self._readings: list[tuple[float, float]] = []
        command = [
            program, "--verbose", "--device=@DEFAULT_MONITOR@", "--format=s16le",
            f"--rate={RATE_HZ}", "--channels=1", "--latency-msec=20",
        ]  # fmt: skip
        with recording.open("wb") as file:
            self._process = subprocess.Popen(
                command, env=os.environ | {"LC_ALL": "C"}, stdout=file, stderr=subprocess.PIPE
            )
        self._reader = threading.Thread(target=self._read, name="sink monitor", daemon=True)
        self._reader.start()
        self._wait_for_sound()

    def stop(self) -> None:
        """End the recording."""
        self._process.terminate()
        self._process.wait()
        self._reader.join(_WAIT_S)

    def clock(self) -> DeviceClock:
        """When which sample was heard.

        Returns:
            A straight line through what the recorder told.

        Raises:
            OSError: the recorder told too little.
        """
        if len(self._readings) < _FEWEST_LINES:
            raise OSError("the sound server told no times")
        now_s, stream_s = np.array(self._readings).T
        for _ in range(3):
            slope, start = np.polyfit(stream_s, now_s, 1)
            rest = now_s - slope * stream_s - start
            usual = max(float(np.median(np.abs(rest))), 0.0005)
            near = np.abs(rest - np.median(rest)) < _FAR * usual
            now_s, stream_s = now_s[near], stream_s[near]
        low, high = np.percentile(rest, (5, 95))
        return DeviceClock(float(start), RATE_HZ / float(slope), float(high - low) / 2)

    def beeps(self) -> np.ndarray:
        """Samples at which the sound rises out of silence, (beep,)."""
        recorded = np.fromfile(self._recording, "<i2")
        loud = np.flatnonzero(np.abs(recorded.astype(np.int32)) > _THRESHOLD * 32768)
        begins = np.diff(loud, prepend=-RATE_HZ) > _PAUSE_S * RATE_HZ
        return np.asarray(loud[begins])

    def _wait_for_sound(self) -> None:
        end = time.monotonic() + _WAIT_S
        while not self._readings and self._process.poll() is None and time.monotonic() < end:
            time.sleep(0.02)
        if not self._readings:
            self._process.kill()
            raise OSError("there is no sound server")

    def _read(self) -> None:
        assert self._process.stderr is not None
        descriptor = self._process.stderr.fileno()
        while lines := os.read(descriptor, 4096):
            now_s = time.monotonic()
            for told in _LINE.finditer(lines):
                if float(told[1]) > 0:
                    self._readings.append((now_s, float(told[1])))
