"""Peak memory of a whole separation, measured on a movie that is made for it."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any

import av
import numpy as np

from cass_core.clips import FloatArray
from cass_core.errors import CassError, SettingsError

RATE_HZ, LAYOUT, NUM_CHANNELS = 48_000, "5.1", 6
FPS, PICTURE_SIZE = 25, (128, 72)
_BLOCK_S = 1  # sound and picture are made second by second
# a small parent: a child's peak begins with the pages of the process that started it
_LAUNCHER = """
import resource, subprocess, sys
code = subprocess.call(sys.argv[1:])
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
sys.exit(code)
"""
_BYTES_OF_RSS = 1 if sys.platform == "darwin" else 1024


@dataclass(frozen=True)
class MemoryReport:
    """What a separation took.

    Attributes:
        peak_bytes: largest resident memory of the process.
        seconds: time from start to end, imports included.
        film_s: length of the movie.
    """

    peak_bytes: int
    seconds: float
    film_s: float


def make_film(path: Path, minutes: float) -> Iterator[float]:
    """Write a movie with 5.1 sound and a small moving picture, in codecs that cost little.

    Args:
        path: the movie, ending in .mkv.
        minutes: its length.

    Yields:
        Share that is written.
    """
    seconds = max(1, round(60 * minutes))
    with av.open(str(path), "w") as output:
        video: Any = output.add_stream("mpeg4", rate=FPS)
        video.width, video.height = PICTURE_SIZE
        video.pix_fmt = "yuv420p"
        audio: Any = output.add_stream("flac", rate=RATE_HZ, options={"compression_level": "0"})
        audio.layout, audio.format = LAYOUT, "s16"
        sound = (20_000 * _one_second()).astype(np.int16)
        for second in range(seconds):
            for packet in (*_picture_second(video, second), *_sound_second(audio, sound, second)):
                output.mux(packet)
            yield (second + 1) / seconds
        for stream in (video, audio):
            output.mux(stream.encode(None))


def measure_separation(movie: Path, out: Path, options: list[str]) -> MemoryReport:
    """Run `cass separate` as a process of its own.

    Args:
        movie: what to separate.
        out: folder for the stems.
        options: more arguments of the command.

    Returns:
        Its peak memory and time.
    """
    if os.name == "nt":
        raise SettingsError("Peak memory can be measured on Linux and macOS only; leave --memory.")
    command = [sys.executable, "-m", "cass_core", "separate", str(movie), "-o", str(out), *options]
    begun = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-c", _LAUNCHER, *command], capture_output=True, text=True, check=False
    )
    seconds = time.monotonic() - begun
    lines = done.stdout.splitlines()
    if done.returncode:
        last = (done.stderr.strip().splitlines() or ["no reason was given."])[-1]
        raise CassError(f"The separation that was measured failed: {last.removeprefix('cass: ')}")
    with av.open(str(movie)) as container:
        film_s = (container.duration or 0) / 1_000_000
    return MemoryReport(int(lines[-1]) * _BYTES_OF_RSS, seconds, film_s)


def _one_second() -> FloatArray:
    """Noise and tones, (sample, channel) within ±1."""
    time_s = np.arange(RATE_HZ * _BLOCK_S) / RATE_HZ
    tones = np.stack([np.sin(2 * np.pi * 110 * (k + 1) * time_s) for k in range(NUM_CHANNELS)])
    noise = np.random.default_rng(1).uniform(-0.3, 0.3, tones.shape)
    return np.ascontiguousarray((0.5 * tones + noise).T, dtype=np.float32)


def _sound_second(stream: Any, sound: np.ndarray[Any, Any], second: int) -> Any:  # noqa: ANN401 PyAV
    frame = av.AudioFrame.from_ndarray(sound.reshape(1, -1), "s16", LAYOUT)
    frame.sample_rate, frame.time_base = RATE_HZ, Fraction(1, RATE_HZ)
    frame.pts = second * RATE_HZ
    return stream.encode(frame)


def _picture_second(stream: Any, second: int) -> Iterator[Any]:  # noqa: ANN401 PyAV has no types
    """A bar that wanders over a grey picture."""
    width, height = PICTURE_SIZE
    for number in range(second * FPS, (second + 1) * FPS):
        image = np.full((height, width, 3), 96, np.uint8)
        image[:, number % width] = 255
        frame = av.VideoFrame.from_ndarray(image, "rgb24")
        frame.time_base, frame.pts = Fraction(1, FPS), number
        yield from stream.encode(frame)
