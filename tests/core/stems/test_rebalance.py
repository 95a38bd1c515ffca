"""The remix: one formula, whoever asks for it."""

import numpy as np
import pytest

from cass_core.stem_names import STEMS, Stem
from cass_core.stems.line import LinePoint
from cass_core.stems.rebalance import LOWEST_DB, Rebalance, StemGain, fader_amplitude


def drawn_gain(rng):
    bends = np.sort(rng.choice(6000, rng.integers(0, 40), replace=False))
    line = tuple(LinePoint(int(bend), float(rng.uniform(-70, 12))) for bend in bends)
    return StemGain(float(rng.uniform(-62, 12)), rng.random() < 0.2, rng.random() < 0.2, line)


def drawn_rebalance(rng):
    return Rebalance(tuple(drawn_gain(rng) for _ in STEMS), float(rng.uniform(-61, 6)))


@pytest.mark.parametrize("seed", range(30))
def test_the_remix_is_the_sum_of_the_stems_times_their_factors(seed):
    rng = np.random.default_rng(seed)
    rebalance, start = drawn_rebalance(rng), int(rng.integers(0, 5000))
    stems = rng.uniform(-1, 1, (3, 2, 1500)).astype(np.float32)
    places = np.arange(start, start + 1500)
    expected = sum(
        stems[row] * rebalance.factors(stem, places) for row, stem in enumerate(STEMS)
    ) * np.float32(rebalance.master_factor)
    np.testing.assert_allclose(rebalance.mixed(stems, start), expected, rtol=1e-6, atol=1e-6)


@pytest.mark.parametrize("seed", range(30))
def test_a_factor_depends_on_its_place_alone(seed):
    rng = np.random.default_rng(seed)
    gain = drawn_gain(rng)
    places = rng.integers(-500, 7000, 200)
    alone = [float(gain.factors(places[n : n + 1])[0]) for n in range(200)]
    together = np.broadcast_to(gain.factors(places), 200)
    assert np.array_equal(np.array(alone, np.float32), together)
    for place, factor in zip(places, alone, strict=True):
        level_db = gain.gain_db + gain.line_db_at(int(place))
        expected = 0.0 if level_db <= LOWEST_DB else 10 ** (level_db / 20)
        assert factor == pytest.approx(expected, rel=1e-6)


def test_mute_and_solo():
    solo = Rebalance((StemGain(), StemGain(soloed=True), StemGain(muted=True)))
    here = np.zeros(1, np.int64)
    assert [float(solo.factors(stem, here)[0]) for stem in STEMS] == [0.0, 1.0, 0.0]
    assert solo.mixture_factor == 0.0
    muted = Rebalance((StemGain(muted=True), StemGain(), StemGain()))
    assert float(muted.factors(Stem.DX, here)[0]) == 0.0
    assert muted.mixture_factor == 1.0


def test_the_lowest_mark_is_silence():
    assert fader_amplitude(LOWEST_DB) == 0.0
    assert fader_amplitude(LOWEST_DB + 0.1) > 0.0
    assert fader_amplitude(0.0) == 1.0


def test_an_empty_block_stays_empty():
    lined = Rebalance((StemGain(line=(LinePoint(5, -3.0), LinePoint(9, 0.0))),) * 3)
    assert lined.mixed(np.zeros((3, 2, 0), np.float32), 7).shape == (2, 0)
