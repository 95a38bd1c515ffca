"""Speed of the separator on this machine, as ratios measured in one run."""

import time
from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from cass_core.checkpoints.kinds import kind_of
from cass_core.clips import AudioClip
from cass_core.compute_device import ComputeDevice
from cass_core.evaluation.benchmark.published_sizes import published_sizes
from cass_core.media.sound.array_source import ArraySource
from cass_core.model.published.builders import build_published
from cass_core.model.published.config import PublishedConfig
from cass_core.model.published.network import PublishedNetwork
from cass_core.request.settings import SeparationSettings
from cass_core.separation.separator import Separator, SeparatorInput
from cass_core.shown_text import counted

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
    programme = SeparatorInput(ArraySource(clip))

    def work() -> None:
        for _ in separator.stream(programme, settings):
            pass

    film_s = clip.samples.shape[1] / clip.rate_hz
    flow = kind_of(separator.config).takes_steps
    name = f"Cass Studio, {counted(settings.steps, 'step')}" if flow else separator.config.name
    return Timing(name, _shortest(work, repeats), film_s)


def ht_demucs() -> tuple[PublishedNetwork, PublishedConfig]:
    """HT Demucs' architecture with random weights, at the size and overlap of its publisher."""
    config = published_sizes()["mvsep-cdx23"]
    assert isinstance(config, PublishedConfig)
    return build_published(config).eval(), config


def time_ht_demucs(clip: AudioClip, device: ComputeDevice, repeats: int) -> Timing:
    """The same programme through HT Demucs, by the same door.

    Args:
        clip: the programme.
        device: where to compute.
        repeats: how often; the shortest time counts.

    Returns:
        The measurement.
    """
    separator = Separator(*ht_demucs(), device)
    timing = time_separation(separator, clip, SeparationSettings(steps=1), repeats)
    return replace(timing, name="HT Demucs' architecture")


def _shortest(work: Callable[[], None], repeats: int) -> float:
    times = []
    for _ in range(repeats):
        begun = time.perf_counter()
        work()
        times.append(time.perf_counter() - begun)
    return min(times)
