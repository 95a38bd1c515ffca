"""Known gains are found again, and nothing that cannot be known is made up."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cass_core.balance.fit import LIMIT_DB, fitted
from cass_core.balance.lines import balance_lines, simplified
from cass_core.balance.sums import FitSums
from cass_core.clips import SampleSpan
from cass_core.stem_names import STEMS
from cass_core.stems.line import LinePoint
from cass_core.stems.rebalance import Rebalance, StemGain

RATE, STEP, PIECES = 1_000, 100, 120
AXIS = np.arange(PIECES)


def noise(seed=0):
    """(stem, sample): unlike each other, one of them soft."""
    level = np.array([[0.2], [0.05], [0.1]])
    return (level * np.random.default_rng(seed).standard_normal((3, PIECES * STEP))).astype("f4")


def sums_of(stems, gains_db):
    factors = np.repeat(10 ** (np.asarray(gains_db).T / 20), STEP, axis=1)
    return FitSums.of(stems, (factors * stems).sum(axis=0).astype("f4"), STEP)


def swings(depths_db, seconds):
    phases = np.array([0.0, 1.0, 2.0])
    return np.stack(
        [
            d * np.sin(2 * np.pi * AXIS / 10 / s + p)
            for d, s, p in zip(depths_db, seconds, phases, strict=True)
        ],
        axis=1,
    )


@settings(max_examples=25, deadline=None)
@given(
    depths=st.lists(st.floats(-11, 11), min_size=3, max_size=3),
    seconds=st.lists(st.floats(10, 100), min_size=3, max_size=3),
    seed=st.integers(0, 99),
)
def test_slow_gains_are_found_again(depths, seconds, seed):
    gains = swings(depths, seconds)
    fit = fitted(sums_of(noise(seed), gains))
    assert np.abs(fit.gains_db - gains)[5:-5].max() < 4
    assert np.abs(fit.gains_db - gains)[5:-5].mean() < 0.5
    assert fit.error_db < -24


@given(level=st.floats(-40, 40))
@settings(max_examples=20, deadline=None)
def test_gains_end_at_the_limit_and_never_turn_a_stem_over(level):
    stems = noise()
    far = fitted(sums_of(stems, np.tile([level, 0.0, 0.0], (PIECES, 1))))
    wanted = np.clip(level, -LIMIT_DB, LIMIT_DB)
    np.testing.assert_allclose(far.gains_db[:, 0], wanted, atol=0.5)
    upside_down = FitSums.of(stems, -stems.sum(axis=0), STEP)
    assert np.all(fitted(upside_down).gains_db == pytest.approx(-LIMIT_DB))


def test_the_fit_is_exact_where_limits_hold_some_stems():
    """No random gains within the limits come nearer."""
    chance = np.random.default_rng(4)
    stems = noise()
    stems[1] += 0.8 * stems[0]  # alike, so that a limit of one moves the others
    target = (9 * stems[0] - 2 * stems[1] + 0.5 * stems[2]).astype("f4")
    sums = FitSums.of(stems, target, STEP)
    found = sums.smoothed(5)
    best = found.error(10 ** (fitted(sums).gains_db / 20))
    for _ in range(200):
        other = chance.uniform(0.26, 3.9, (PIECES, 3))
        assert (best <= found.error(other) * (1 + 1e-3)).all()


def test_silence_changes_nothing():
    nothing = np.zeros((3, PIECES * STEP), "f4")
    fit = fitted(FitSums.of(nothing, nothing[0], STEP))
    assert not fit.gains_db.any()
    lines = balance_lines(FitSums.of(nothing, nothing[0], STEP), span(), RATE, PIECES * STEP)
    assert lines.applied(Rebalance()).is_neutral


def test_a_stem_that_is_missing_keeps_still_and_one_that_pauses_goes_straight_on():
    stems, gains = noise(), np.tile([6.0, -6.0, 3.0], (PIECES, 1))
    stems[2] = 0
    stems[1, 40 * STEP : 80 * STEP] = 0
    gains[80:, 1] = 6.0
    fit = fitted(sums_of(stems, gains))
    assert not fit.gains_db[:, 2].any()
    np.testing.assert_allclose(fit.gains_db[:, 0], 6.0, atol=0.1)
    pause = fit.gains_db[46:74, 1]
    assert np.ptp(np.diff(pause)) < 1e-6
    assert np.all(np.diff(pause) > 0)


def test_what_is_hardly_heard_is_not_guessed():
    stems = noise()
    stems[1] *= 0.01
    target = stems.sum(axis=0) + 0.05 * np.random.default_rng(9).standard_normal(PIECES * STEP)
    fit = fitted(FitSums.of(stems, target.astype("f4"), STEP))
    assert not fit.gains_db[:, 1].any()
    assert np.abs(fit.gains_db).max() < 3


def test_lines_are_few_points_and_say_how_near_they_come():
    gains = swings((6, -8, 4), (6, 9, 100))
    sums = sums_of(noise(), gains)
    lines = balance_lines(sums, span(), RATE, PIECES * STEP)
    assert max(len(line) for line in lines.lines) < PIECES / 2
    assert lines.error_db < -20 < lines.unchanged_db
    for stem, line in enumerate(lines.lines):
        drawn = np.interp(AXIS * STEP + STEP / 2, [p.sample for p in line],
                          [p.value for p in line])  # fmt: skip
        assert np.abs(drawn - fitted(sums).gains_db[:, stem]).max() < 0.4


def test_lines_of_a_part_leave_the_rest_as_it_was():
    drawn = (LinePoint(0, 2.0), LinePoint(50_000, 2.0))
    mix = Rebalance((StemGain(-3.0, line=drawn), StemGain(muted=True), StemGain()), master_db=1.0)
    sums = sums_of(noise(), np.tile([6.0, -6.0, 0.0], (PIECES, 1)))
    part = SampleSpan(20_000, 20_000 + PIECES * STEP)
    new = balance_lines(sums, part, RATE, 60_000).applied(mix)
    assert (new.stems[0].gain_db, new.stems[1].muted, new.master_db) == (-3.0, True, 1.0)
    for place, wanted in ((1_000, 2.0), (19_900, 2.0), (26_000, 6.0), (33_000, 2.0)):
        assert new.stems[0].line_db_at(place) == pytest.approx(wanted, abs=0.2)
    assert new.stems[1].line_db_at(0) == new.stems[1].line_db_at(60_000) == 0
    assert new.stems[1].line_db_at(26_000) == pytest.approx(-6, abs=0.2)
    assert not new.stems[2].line
    assert len(STEMS) == len(new.stems)


@given(st.lists(st.floats(-12, 12), min_size=1, max_size=80))
def test_what_is_left_out_of_a_line_is_on_it(values):
    places, values = np.arange(len(values)) * 100, np.array(values)
    kept = simplified(places, values)
    drawn = np.interp(places, places[kept], values[kept])
    assert np.abs(drawn - values).max() <= 0.3


def span():
    return SampleSpan(0, PIECES * STEP)
