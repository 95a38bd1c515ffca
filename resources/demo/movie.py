"""Put picture and sound into one movie file, and the stems beside it."""

from collections.abc import Iterable
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import soundfile
from numpy.typing import NDArray
from timeline import FPS, HEIGHT, RATE_HZ, START_TIMECODE, WIDTH

IntSound = NDArray[np.int32]


def in_24_bit(stems: dict[str, NDArray[np.float64]]) -> dict[str, IntSound]:
    """Stems as whole 24-bit steps, each (2, sample), and their sum as "MIX"."""
    peak = max(float(np.abs(sound).max()) for sound in (*stems.values(), sum(stems.values())))
    gain = 0.89 / peak * 2**23
    coded = {name: np.rint(sound * gain).astype(np.int32) for name, sound in stems.items()}
    return {**coded, "MIX": sum(coded.values())}


def write_stems(folder: Path, coded: dict[str, IntSound]) -> None:
    """One 24-bit WAV file for each stem and for the mixture."""
    for name, sound in coded.items():
        # libsndfile takes 24-bit samples from the upper bits of 32
        soundfile.write(folder / f"demo_{name}.wav", sound.T << 8, RATE_HZ, "PCM_24")


def write_movie(path: Path, frames: Iterable[NDArray[np.uint8]], mixture: IntSound) -> None:
    """A QuickTime movie of H.264 and 24-bit PCM with a start timecode.

    Args:
        path: the file.
        frames: (row, column, 3), blue first.
        mixture: (2, sample) in 24-bit steps.
    """
    with av.open(str(path), "w", format="mov") as container:
        video = container.add_stream("libx264", rate=FPS)
        video.width, video.height, video.pix_fmt = WIDTH, HEIGHT, "yuv420p"
        # a fixed count of threads keeps the file the same on every machine
        video.options = {"crf": "20", "preset": "fast", "g": "50", "threads": "2"}
        video.metadata["timecode"] = START_TIMECODE
        audio = container.add_stream("pcm_s24le", rate=RATE_HZ, layout="stereo")
        heard = 0
        for number, picture in enumerate(frames):
            frame = av.VideoFrame.from_ndarray(picture, format="bgr24")
            frame.pts, frame.time_base = number, Fraction(1, FPS)
            container.mux(video.encode(frame))
            until = (number + 1) * RATE_HZ // FPS
            container.mux(audio.encode(_audio_frame(mixture, heard, until)))
            heard = until
        container.mux(video.encode(None))
        container.mux(audio.encode(None))


def _audio_frame(mixture: IntSound, start: int, stop: int) -> av.AudioFrame:
    packed = (mixture[:, start:stop].T << 8).reshape(1, -1)
    frame = av.AudioFrame.from_ndarray(packed, format="s32", layout="stereo")
    frame.sample_rate, frame.pts, frame.time_base = RATE_HZ, start, Fraction(1, RATE_HZ)
    return frame
