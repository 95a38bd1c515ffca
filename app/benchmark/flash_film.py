"""Films whose picture flashes whenever their sound beeps."""

from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
from av.audio.frame import AudioFrame
from av.video.frame import VideoFrame

from app.benchmark.material import RATE_HZ, later
from cass_core.clips import FloatArray

FLASH_LEVEL = 200
"""Brightness above which a picture is a flash; all others are far darker."""
_SIZE = (1280, 720)
_SCENE_FLASHES = 10
_BEEP_HZ, _BEEP_S, _BEEP_PEAK = 1000, 0.08, 0.5
_BLOCK = 1024


def write_flash_film(path: Path, fps: Fraction, length_s: float) -> None:
    """Write a 720p film: about every second one white picture, and a beep that begins with it.

    Ten seconds of picture are encoded once and repeated. The sound is PCM, so that a beep begins
    on the very sample.

    Args:
        path: the file, MOV.
        fps: pictures a second.
        length_s: at least this long.
    """
    flash_s = flash_distance_s(fps)
    repeats = -int(-length_s // (_SCENE_FLASHES * flash_s))
    with av.open(str(path), "w") as container:
        options = {"preset": "ultrafast", "g": "50", "bf": "2"}
        video = container.add_stream("libx264", rate=fps, options=options)
        video.width, video.height, video.pix_fmt = *_SIZE, "yuv420p"
        sound = container.add_stream("pcm_s16le", rate=RATE_HZ, layout="stereo")
        scene = [packet for frame in _pictures(fps) for packet in video.encode(frame)]
        scene += video.encode(None)
        for repeat in range(repeats):
            for picture in scene:
                container.mux(later(picture, video, repeat * _SCENE_FLASHES * flash_s))
            for block in _sounds(flash_s, repeat):
                for packet in sound.encode(block):
                    container.mux(packet)


def flash_distance_s(fps: Fraction) -> Fraction:
    """Time between two flashes: a whole number of pictures."""
    return round(fps) / fps


def _pictures(fps: Fraction) -> Iterator[VideoFrame]:
    """A bar that wanders over a dark slope; the first picture of each second is white."""
    width, height = _SIZE
    slope = np.linspace(0, 90, width, dtype=np.uint8)
    every = round(fps)
    for number in range(_SCENE_FLASHES * every):
        image = np.repeat(slope[None, :, None], height, axis=0).repeat(3, axis=2)
        left = number * (width - 80) // (_SCENE_FLASHES * every)
        image[:, left : left + 80] = 120
        if number % every == 0:
            image[:] = 255
        frame = VideoFrame.from_ndarray(image, format="rgb24")
        frame.pts, frame.time_base = number, 1 / fps
        yield frame


def _sounds(flash_s: Fraction, repeat: int) -> Iterator[AudioFrame]:
    """The beeps of a scene."""
    distance = round(flash_s * RATE_HZ)
    sound = np.tile(_beep(distance), (2, _SCENE_FLASHES))
    for start in range(0, sound.shape[1], _BLOCK):
        packed = np.ascontiguousarray(sound[:, start : start + _BLOCK].T).reshape(1, -1)
        samples = np.rint(packed * 32767).astype(np.int16)
        frame = AudioFrame.from_ndarray(samples, format="s16", layout="stereo")
        frame.sample_rate, frame.time_base = RATE_HZ, Fraction(1, RATE_HZ)
        frame.pts = repeat * sound.shape[1] + start
        yield frame


def _beep(num_samples: int) -> FloatArray:
    """A tone that begins at its full height, then silence."""
    time_s = np.arange(num_samples) / RATE_HZ
    tone = _BEEP_PEAK * np.cos(2 * np.pi * _BEEP_HZ * time_s)
    return np.where(time_s < _BEEP_S, tone, 0.0).astype(np.float32)
