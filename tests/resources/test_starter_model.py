"""The model that ships: undamaged, small, and it separates sound that it has never heard."""

import sys
from pathlib import Path

import numpy as np
import pytest

from cass_core.checkpoints.checkpoint import WEIGHTS_NAME, load_model
from cass_core.checkpoints.registry import DEFAULT_MODEL, find_model
from cass_core.clips import AudioClip
from cass_core.compute_device import choose_device
from cass_core.media.sound.array_source import ArraySource
from cass_core.metrics.sdr import si_sdr_improvement
from cass_core.request.settings import SeparationSettings
from cass_core.separation.separator import Separator, SeparatorInput

DEMO = Path(__file__).resolve().parents[2] / "resources" / "demo"


@pytest.fixture(scope="module")
def starter():
    return load_model(find_model(DEFAULT_MODEL))


@pytest.fixture(scope="module")
def demo_stems():
    """(stem, channel, sample) of the demo movie's synthesised sound, 48 kHz stereo."""
    sys.path.insert(0, str(DEMO))
    try:
        import effects
        import music
        import voice
    finally:
        sys.path.remove(str(DEMO))
    speaker, players, makers = (np.random.default_rng(seed) for seed in range(1, 4))
    parts = (voice.perform(speaker).sound, effects.make(makers), music.play(players))
    return np.stack(parts).astype(np.float32)


def test_it_is_small_and_says_its_licence(starter):
    _, description = starter
    assert (find_model(DEFAULT_MODEL) / WEIGHTS_NAME).stat().st_size < 20e6
    assert description.licence == "CC-BY-SA-4.0"
    assert description.config.name == "av_cass_starter"
    assert (find_model(DEFAULT_MODEL) / "README.md").is_file()


@pytest.mark.slow
def test_it_separates_the_demo(starter, demo_stems):
    network, description = starter
    separator = Separator(network, description.config, choose_device("cpu"))
    mixture = demo_stems.sum(axis=0)
    programme = SeparatorInput(ArraySource(AudioClip(mixture, 48_000, "stereo")))
    settings = SeparationSettings(steps=description.default_steps)
    chunks = [chunk.stems for chunk in separator.stream(programme, settings)]
    stems = np.concatenate(chunks, axis=-1)
    gains = [
        si_sdr_improvement(estimate, stem, mixture)
        for estimate, stem in zip(stems, demo_stems, strict=True)
    ]
    assert min(gains) > 1.0, gains
    assert np.mean(gains) > 3.0, gains
