"""What the benchmark measures; how fast it was is no matter here."""

import numpy as np
import pytest

from cass_core.evaluation.benchmark.speed import (
    Timing,
    ht_demucs,
    music_like,
    time_ht_demucs,
    time_separation,
)
from cass_core.request.settings import SeparationSettings
from cass_core.separation.separator import Separator
from tests.helpers.separation.published_checkpoints import cdx23_config, random_network
from tests.helpers.separation.separation_fakes import CPU, TINY, MixtureNetwork


@pytest.mark.parametrize(("channels", "layout"), [(1, "mono"), (2, "stereo")])
def test_the_programme_is_always_the_same(channels, layout):
    clip = music_like(1.5, channels)
    assert clip.samples.shape == (channels, 72_000)
    assert (clip.rate_hz, clip.layout) == (48_000, layout)
    assert 0.01 < clip.samples.std() < 0.3
    assert np.abs(clip.samples).max() < 1
    assert np.array_equal(clip.samples, music_like(1.5, channels).samples)


def test_the_factor_is_work_over_film():
    assert Timing("a", seconds=3.0, film_s=12.0).real_time_factor == pytest.approx(0.25)


def test_the_whole_programme_is_separated_each_time():
    network = MixtureNetwork()
    settings = SeparationSettings(steps=3)
    timing = time_separation(Separator(network, TINY, CPU), music_like(1.0), settings, repeats=2)
    assert timing.film_s == pytest.approx(1.0)
    assert timing.seconds > 0
    assert "3 steps" in timing.name
    assert network.calls == 2 * 2 * 3  # one batch of windows of the middle, one of the sides


def test_the_peer_has_the_published_size():
    network, config = ht_demucs()
    weights = sum(parameter.numel() for parameter in network.parameters())
    assert round(weights / 1e6) == 42
    assert config.window / config.rate_hz == pytest.approx(7.8)


def test_the_peer_goes_through_the_same_door(monkeypatch):
    config = cdx23_config()
    peer = random_network(config), config
    monkeypatch.setattr("cass_core.evaluation.benchmark.speed.ht_demucs", lambda: peer)
    timing = time_ht_demucs(music_like(0.5), CPU, repeats=1)
    assert (timing.name, timing.film_s) == ("HT Demucs' architecture", pytest.approx(0.5))
    assert timing.seconds > 0
