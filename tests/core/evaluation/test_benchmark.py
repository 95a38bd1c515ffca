"""What the benchmark measures; how fast it was is no matter here."""

import sys

import numpy as np
import pytest

from cass_core.evaluation.benchmark import Timing, music_like, time_ht_demucs, time_separation
from cass_core.separation.separator import Separator
from cass_core.separation.settings import SeparationSettings
from tests.helpers.separation_fakes import CPU, TINY, MixtureNetwork


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
    assert network.calls == 2 * 3  # one batch of windows


def test_without_the_package_there_is_no_comparison(monkeypatch):
    monkeypatch.setitem(sys.modules, "demucs_infer.apply", None)
    assert time_ht_demucs(music_like(0.1), repeats=1) is None
