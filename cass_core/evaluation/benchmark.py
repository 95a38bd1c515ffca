"""Speed of the separator on this machine, as ratios measured in one run."""

import time
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import torch

from cass_core.clips import AudioClip
from cass_core.media.array_source import ArraySource
from cass_core.separation.separator import Programme, Separator
from cass_core.separation.settings import SeparationSettings

RATE_HZ = 48_000


@dataclass(frozen=True)
class Timing:
    """One measurement.

    Attributes:
        name: what was measured.
        seconds: shortest of the repetitions.
        film_s: seconds of film that it handled.
    """

    name: str
    seconds: float
    film_s: float

    @property
    def real_time_factor(self) -> float:
        """Seconds of work a second of film."""
        return self.seconds / self.film_s


def music_like(seconds: float, channels: int = 2) -> AudioClip:
    """A fixed test programme: sums of decaying tones over noise, 48 kHz."""
    rng = np.random.default_rng(1)
    time_s = np.arange(round(seconds * RATE_HZ)) / RATE_HZ
    tones = sum(
        np.sin(2 * np.pi * f * time_s) * np.exp(-2 * (time_s % 0.5)) for f in (110, 330, 987)
    )
    noise = rng.standard_normal((channels, len(time_s)))
    samples = (0.05 * tones + 0.02 * noise).astype(np.float32)
    return AudioClip(samples, RATE_HZ, "stereo" if channels == 2 else "mono")


def time_separation(
    separator: Separator, clip: AudioClip, settings: SeparationSettings, repeats: int
) -> Timing:
    """Separate a programme without picture."""
    programme = Programme(ArraySource(clip))

    def work() -> None:
        for _ in separator.stream(programme, settings):
            pass

    film_s = clip.samples.shape[1] / clip.rate_hz
    return Timing(f"Cass Studio, {settings.steps} steps", _shortest(work, repeats), film_s)


def time_ht_demucs(clip: AudioClip, repeats: int) -> Timing | None:
    """The same programme through HT Demucs' architecture with random weights, CPU.

    Args:
        clip: the programme.
        repeats: how often; the shortest time counts.

    Returns:
        None where the package `demucs-infer` is not installed.
    """
    try:
        from demucs_infer.apply import apply_model
        from demucs_infer.htdemucs import HTDemucs
    except ImportError:
        return None
    model = HTDemucs(sources=["dx", "fx", "mx", "rest"], samplerate=44_100).eval()
    film_s = clip.samples.shape[1] / clip.rate_hz
    samples = torch.from_numpy(clip.samples[:, : round(film_s * 44_100)])[None]

    def work() -> None:
        with torch.no_grad():
            apply_model(model, samples, shifts=0, split=True, overlap=0.25)

    handled_s = samples.shape[-1] / 44_100
    return Timing("HT Demucs' architecture", _shortest(work, repeats), handled_s)


def _shortest(work: Callable[[], None], repeats: int) -> float:
    times = []
    for _ in range(repeats):
        begun = time.perf_counter()
        work()
        times.append(time.perf_counter() - begun)
    return min(times)
