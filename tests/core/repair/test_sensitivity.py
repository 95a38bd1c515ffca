"""However masks decide, the sum stays; in the middle, the stems are those that were separated."""

import json

import numpy as np
import pytest

from cass_core.checked.json_table import BadValueError, JsonTable
from cass_core.clips import SampleSpan
from cass_core.evaluation.review.array_stems import ArrayStems
from cass_core.repair.edited_stems import EditedStems
from cass_core.repair.edits import Edit, EditList
from cass_core.repair.operations import Move
from cass_core.repair.region import Region
from cass_core.repair.sensitivity.sensitive_stems import SensitiveStems
from cass_core.repair.sensitivity.sensitivity import Sensitivity, Strictness
from cass_core.repair.sensitivity.sensitivity_json import (
    KEY,
    sensitivity_of_project,
    sensitivity_to_json,
)
from cass_core.stem_names import MIXTURE_CODE, STEMS, Stem
from cass_core.stems.integer_stems import integer_stems
from cass_core.stems.line import LinePoint

RATES_HZ = (8_000, 44_100, 48_000, 96_000)


def noise(rng, rate_hz, num_channels, seconds=0.5):
    levels = 10.0 ** rng.uniform(-3, -0.6, (3, 1, 1))
    shape = (3, num_channels, int(rate_hz * seconds))
    return (rng.uniform(-1, 1, shape) * levels).astype(np.float32)


def random_strictness(rng, length):
    percent = float(rng.choice([0.0, -100.0, 100.0, rng.uniform(-100, 100)]))
    samples = sorted(set(rng.integers(0, length, rng.integers(5)).tolist()))
    values = rng.choice([0.0, 1.0], len(samples)) * rng.uniform(-100, 100, len(samples))
    return Strictness(percent, tuple(map(LinePoint, samples, values.tolist())))


def read_all(stems, cuts=()):
    edges = [0, *cuts, stems.num_samples]
    spans = [SampleSpan(a, b) for a, b in zip(edges, edges[1:], strict=False)]
    return np.stack([np.concatenate([stems.read(s, p) for p in spans], axis=1) for s in STEMS])


@pytest.mark.parametrize("seed", range(8))
def test_any_decision_keeps_the_sum_and_does_not_depend_on_blocks(seed):
    rng = np.random.default_rng(seed)
    rate_hz, num_channels = RATES_HZ[seed % 4], (1, 2, 6)[seed % 3]
    separated = noise(rng, rate_hz, num_channels)
    held = ArrayStems(separated, rate_hz, "any")
    sensitivity = Sensitivity(tuple(random_strictness(rng, held.num_samples) for _ in STEMS))
    stems = SensitiveStems(held, sensitivity)
    decided = read_all(stems, sorted(rng.integers(1, held.num_samples, 9).tolist()))

    error = np.abs(decided.astype(np.float64).sum(axis=0) - separated.astype(np.float64).sum(0))
    assert error.max() < 1e-6  # -120 dBFS
    blocks = dict(zip([stem.code for stem in STEMS], decided, strict=True))
    coded = integer_stems(blocks | {MIXTURE_CODE: held.read_mixture(held.covered[0])}, 24)
    assert np.array_equal(sum(coded[stem.code] for stem in STEMS), coded[MIXTURE_CODE])

    assert np.array_equal(decided, read_all(SensitiveStems(held, sensitivity)))
    stored = json.loads(json.dumps({KEY: sensitivity_to_json(sensitivity)}))
    assert sensitivity_of_project(JsonTable(stored, "")) == sensitivity

    same = np.ones(held.num_samples, bool)
    for span in stems.changed_since(Sensitivity()):
        same[max(span.start, 0) : max(span.stop, 0)] = False
    assert np.array_equal(decided[..., same], separated[..., same])
    assert np.array_equal(read_all(stems.decided(Sensitivity())), separated)


def test_a_part_that_is_in_the_middle_stays_bit_for_bit():
    separated = noise(np.random.default_rng(1), 48_000, 2, 3.0)
    points = (
        LinePoint(48_000, 0.0),
        LinePoint(60_000, 80.0),
        LinePoint(70_000, 0.0),
    )
    sensitivity = Sensitivity().with_stem(Stem.MX, Strictness(line=points))
    decided = read_all(SensitiveStems(ArrayStems(separated, 48_000, "stereo"), sensitivity))
    assert np.array_equal(decided[..., :45_000], separated[..., :45_000])
    assert np.array_equal(decided[..., 73_000:], separated[..., 73_000:])
    assert not np.array_equal(decided[2, :, 55_000:65_000], separated[2, :, 55_000:65_000])


def tone(hz, seconds=1.0, rate_hz=48_000):
    return 0.2 * np.sin(2 * np.pi * hz * np.arange(int(rate_hz * seconds)) / rate_hz)[None]


def level_db(stems, stem, hz):
    sound = stems.read(stem, SampleSpan(12_000, 36_000))[0] * np.hanning(24_000)
    return 20 * np.log10(np.abs(np.fft.rfft(sound))[hz // 2] + 1e-9)


@pytest.mark.parametrize(("percent", "least", "most"), [(100, -18, -14), (-100, 5, 9)])
def test_strict_stems_give_bleed_back_and_generous_ones_take_more(percent, least, most):
    own, other = tone(1000), tone(4000)
    quiet = 10 ** (-12 / 20)
    dialogue, effects = own + quiet * other, other - quiet * other
    held = ArrayStems(np.stack([dialogue, effects, 0 * own]).astype(np.float32), 48_000, "mono")
    strict = SensitiveStems(held, Sensitivity().with_stem(Stem.DX, Strictness(float(percent))))
    bleed_db = level_db(strict, Stem.DX, 4000) - level_db(held, Stem.DX, 4000)
    assert least < bleed_db < most
    assert abs(level_db(strict, Stem.DX, 1000) - level_db(held, Stem.DX, 1000)) < 0.1
    assert not np.any(strict.read(Stem.MX, held.covered[0]).round(6))


def test_repairs_find_what_the_masks_have_decided():
    separated = noise(np.random.default_rng(2), 8_000, 1, 2.0)
    held = ArrayStems(separated, 8_000, "mono")
    strict = SensitiveStems(held, Sensitivity().with_stem(Stem.DX, Strictness(60.0)))
    move = Edit(Move(Region.box(SampleSpan(0, 16_000)).open_at(16_000), Stem.DX, Stem.FX))
    edited = EditedStems(strict, EditList((move,)))
    assert np.abs(read_all(edited)[0]).max() < 1e-6
    both = read_all(strict)
    assert np.allclose(read_all(edited)[1], both[0] + both[1], atol=1e-6)


@pytest.mark.parametrize(
    "damage", [{"percent": 101.0}, {"percent": "much"}, {"line": [{"sample": -1, "percent": 0.0}]}]
)
def test_a_damaged_sensitivity_is_refused(damage):
    stored = sensitivity_to_json(Sensitivity())
    stored[Stem.FX.value] |= damage
    with pytest.raises(BadValueError):
        sensitivity_of_project(JsonTable({KEY: stored}, ""))
    assert sensitivity_of_project(JsonTable({}, "")).is_neutral
