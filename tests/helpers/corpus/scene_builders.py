"""A small corpus of made sounds to draw scenes from."""

from pathlib import Path

import numpy as np

from cass_core.dsp.loudness import integrated_loudness
from cass_core.stem_names import Stem
from cass_core.synthesis.corpus.catalog import Catalog
from tests.helpers.corpus.corpus_builders import build_catalog, clip_entry

RATE_HZ = 16_000


def speech_like(rng: np.random.Generator, duration_s: float) -> np.ndarray:
    """Noise in four syllables a second, (sample,)."""
    times = np.arange(round(duration_s * RATE_HZ)) / RATE_HZ
    syllables = np.clip(np.sin(2 * np.pi * 2 * times) ** 2 - 0.1, 0, 1)
    return (0.2 * syllables * rng.standard_normal(len(times))).clip(-0.95, 0.95)


def chord(rng: np.random.Generator, duration_s: float) -> np.ndarray:
    """A few steady tones, (sample,)."""
    times = np.arange(round(duration_s * RATE_HZ)) / RATE_HZ
    return sum(0.1 * np.sin(2 * np.pi * f * times) for f in rng.uniform(150, 2_000, 4))


def burst(rng: np.random.Generator, duration_s: float) -> np.ndarray:
    """Decaying noise, (sample,)."""
    times = np.arange(round(duration_s * RATE_HZ)) / RATE_HZ
    return (0.3 * np.exp(-times / duration_s) * rng.standard_normal(len(times))).clip(-0.95, 0.95)


def scene_catalog(folder: Path, split: str = "train") -> Catalog:
    """Two voices, one of them recorded at 11 kHz, and two packages of effects and of music."""
    rng = np.random.default_rng(0)
    clips = []

    def add(stem, sound, **values):
        lufs = max(integrated_loudness(sound.astype(np.float32), RATE_HZ), -70.0)
        values["source"] = f"{stem.value}/{len(clips)}.wav"
        entry = clip_entry(stem, split=split, loudness_lufs=lufs, **values)
        clips.append((entry, (sound * 32_767).astype(np.int16)))

    for _ in range(12):
        add(Stem.DX, speech_like(rng, rng.uniform(1, 3)), voice="wide")
        add(Stem.DX, speech_like(rng, rng.uniform(1, 3)), voice="narrow", source_rate_hz=11_025)
        add(Stem.FX, burst(rng, rng.uniform(0.3, 2)), package="short-data")
        add(Stem.FX, burst(rng, rng.uniform(3, 6)), package="long-data")
    for number in range(4):
        add(Stem.MX, chord(rng, 20), package=f"music-{number % 2}")
    return build_catalog(folder, clips)
